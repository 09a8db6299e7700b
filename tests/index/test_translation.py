import sqlite3

import pytest

from index.sought import Form
from index.translation import Lexicon, bundled_lexicon, forms_across, parsed, written

ROWS = [
    ("into", "zh", "首脑会议", [("summit", 1.0)]),
    ("into", "zh", "经费", [("fund", 0.6), ("money", 0.4)]),
    ("from", "zh", "summit", [("首脑会议", 0.75), ("峰会", 0.25)]),
    ("from", "zh", "money", [("钱", 0.5), ("经费", 0.5)]),
    ("into", "es", "diner", [("money", 1.0)]),
]


@pytest.fixture
def lexicon(tmp_path):
    path = tmp_path / "lexicon.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE translations (way, language, term, chances)")
    connection.executemany(
        "INSERT INTO translations VALUES (?, ?, ?, ?)",
        [(way, language, term, written(chances)) for way, language, term, chances in ROWS],
    )
    connection.commit()
    connection.close()
    lexicon = Lexicon(path)
    yield lexicon
    lexicon.close()


def test_chances_are_read_as_they_were_written():
    chances = (("meet", 0.78), ("confer", 0.14))
    assert parsed(written(chances)) == chances


def test_a_term_is_translated_into_english_and_out_of_it(lexicon):
    assert lexicon.translations("经费", "zh", "en") == (("fund", 0.6), ("money", 0.4))
    assert lexicon.translations("summit", "en", "zh") == (("首脑会议", 0.75), ("峰会", 0.25))
    assert lexicon.translations("pizza", "en", "zh") == ()


def test_two_other_languages_meet_in_english(lexicon):
    assert lexicon.translations("diner", "es", "zh") == (("钱", 0.5), ("经费", 0.5))


def test_chinese_is_cut_into_the_longest_known_words(lexicon):
    assert lexicon.chinese_words("首脑会议的经费") == ("首脑会议", "的", "经费")


def test_a_question_may_stand_in_the_report_as_its_translations_or_as_it_is(lexicon):
    forms = forms_across("Summit 56/183", "en", "zh", lexicon)
    assert forms["summit"] == (
        Form(("summit",)),
        Form(("首脑", "脑会", "会议"), 0.75**0.25),
        Form(("峰会",), 0.25**0.25),
    )
    assert forms["56/183"][0] == Form(("56/183", "56", "183"))


def test_question_words_are_not_translated(lexicon):
    assert list(forms_across("首脑会议的经费是什么？", "zh", "en", lexicon)) == ["首脑会议", "经费"]


@pytest.mark.parametrize(
    ("term", "source", "target", "expected"),
    [
        ("因特网", "zh", "en", "internet"),
        ("internet", "en", "zh", "因特网"),
        ("reunion", "fr", "en", "meet"),
        ("reunion", "es", "zh", "会议"),
        ("совещан", "ru", "en", "meet"),
        ("اجتماع", "ar", "en", "meet"),
    ],
)
def test_the_bundled_lexicon_knows_common_words(term, source, target, expected):
    assert expected in [
        word for word, _ in bundled_lexicon().translations(term, source, target)[:4]
    ]


def test_a_misspelled_word_is_translated_as_what_was_meant(lexicon):
    meant = forms_across("summmit", "en", "zh", lexicon)["summmit"]
    right = forms_across("summit", "en", "zh", lexicon)["summit"]
    assert [form.terms for form in meant[1:]] == [form.terms for form in right[1:]]
    assert all(one.chance < other.chance for one, other in zip(meant[1:], right[1:], strict=True))


def test_figures_are_never_translated(lexicon):
    assert forms_across("2004", "en", "zh", lexicon)["2004"] == (Form(("2004",)),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("internet governance", "en"),
        ("sociedad civil", "es"),
        ("société civile", "fr"),
        ("mecanismo de financiación", "es"),
        ("xyzzy", "und"),
        ("56/183", "und"),
    ],
)
def test_a_few_words_without_small_ones_are_of_the_language_that_has_them(text, language):
    assert bundled_lexicon().language_of(text, "zh") == language


def test_words_of_several_languages_are_of_the_one_expected():
    assert bundled_lexicon().language_of("plan", "fr") == "fr"
    assert bundled_lexicon().language_of("plan", "zh") == "en"
