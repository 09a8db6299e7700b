"""Laws and treaties: articles in six languages, numbers that start afresh, recitals, annexes."""

from dataclasses import replace

import pytest

from assistant.referring import find_reference
from corpus.model import Item

PRINTED = {
    "zh": "第{n_han}条", "en": "Article {n}", "fr": "Article {n}", "es": "Artículo {n}",
    "ru": "Статья {n}", "ar": "المادة {n}",
}  # fmt: skip


def names(reference):
    return reference and [
        place.paragraph.text[place.start : place.end] for place in reference.places
    ]


def wrong(report, cases):
    found = [(question, names(find_reference(question, report)), e) for question, e in cases]
    return [case for case in found if case[1] != case[2]]


@pytest.fixture(params=PRINTED)
def law(request, asked, made):
    """Twelve articles, each of two lines, whose printed numbers name their series."""
    printed = PRINTED[request.param]
    articles = [
        (printed.format(**asked.forms(n=n)), "article", f"Rule {n}.\nException {n}.")
        for n in range(1, 13)
    ]
    return made([("", "Rules", 1, articles)], request.param)


@pytest.fixture
def nested(made):
    """Articles that are headings, with paragraphs that start afresh below each."""
    return made(
        [
            (f"Статья {n}", "", 1, [(str(k), f"Статья {n}", f"Rule {n}.{k}.") for k in (1, 2, 3)])
            for n in range(1, 8)
        ],
        "ru",
    )


@pytest.fixture
def regulation(made):
    """Recitals, then articles, then an annex, all numbered from 1."""
    return made(
        [
            ("", "Whereas", 1, [(str(n), "recital", f"Recital {n}.") for n in (1, 2, 3)]),
            ("", "Rules", 1, [(f"Article {n}", "article", f"Rule {n}.") for n in (1, 2, 3)]),
            ("Annex", "", 1, [(str(n), "Annex", f"Form {n}.") for n in (1, 2, 3)]),
        ],
        "en",
    )


def test_every_article_is_found_in_every_phrasing(asked, law):
    cases = [
        (phrase.format(**asked.forms(n=n)), [f"Rule {n}.\nException {n}."])
        for n in range(1, 13)
        for _, phrase in asked.of("articles", "article")
    ]
    assert not wrong(law, cases)


def test_runs_of_articles_are_found_in_every_phrasing(asked, law):
    cases = [
        (
            phrase.format(**asked.forms(n=n, m=m)),
            [f"Rule {i}.\nException {i}." for i in range(n, m + 1)],
        )
        for n, m in [(1, 3), (4, 12)]
        for _, phrase in asked.of("articles", "articles")
    ]
    assert not wrong(law, cases)


def test_a_line_of_an_article_is_found_in_every_phrasing(asked, law):
    cases = [
        (
            phrase.format(**asked.forms(n=5, k=k), kth=asked.nth(language, k)),
            [f"{'Rule' if k == 1 else 'Exception'} 5."],
        )
        for k in (1, 2)
        for language, phrase in asked.of("articles", "part_of_article")
    ]
    assert not wrong(law, cases)


def test_a_paragraph_below_an_articles_heading_is_found_in_every_phrasing(asked, nested):
    cases = [
        (
            phrase.format(**asked.forms(n=n, k=k), kth=asked.nth(language, k)),
            [f"Rule {n}.{k}."],
        )
        for n in (2, 7)
        for k in (1, 3)
        for language, phrase in asked.of("articles", "part_of_article")
    ]
    assert not wrong(nested, cases)


def test_an_article_that_is_a_heading_is_all_its_paragraphs(asked, nested):
    cases = [
        (phrase.format(**asked.forms(n=4)), ["Rule 4.1.", "Rule 4.2.", "Rule 4.3."])
        for _, phrase in asked.of("articles", "article")
    ]
    assert not wrong(nested, cases)


def test_the_word_selects_among_recitals_articles_and_an_annex(asked, regulation):
    for kind, text in (("article", "Rule"), ("recital", "Recital"), ("annexed", "Form")):
        cases = [
            (phrase.format(**asked.forms(n=2)), [f"{text} 2."])
            for _, phrase in asked.of("articles", kind)
        ]
        assert not wrong(regulation, cases)


def test_entries_inside_entries_are_found(made):
    text = "1. Lawful if:\na) agreed\nb) needed\n2. Else not:\na) if stolen"
    items = (
        Item("1", 3, 32), Item("1.a", 17, 23), Item("1.b", 27, 33),
        Item("2", 37, 46), Item("2.a", 50, 59),
    )  # fmt: skip
    law = made([("", "Rules", 1, [("Article 6", "article", text)])], "en")
    law = replace(law, paragraphs=(replace(law.paragraphs[0], items=items),))
    cases = [
        ("article 6(1)(b)", ["needed"]),
        ("point (b) of article 6(1)", ["needed"]),
        ("Article 6, paragraph 2, point (a)", ["if stolen"]),
        ("article 6(2)", ["Else not:\na) if stolen"]),
        ("article 6(1)(a) and (b)", ["agreed", "needed"]),
    ]
    assert not wrong(law, cases)


def test_an_article_put_between_two_others_is_only_itself(made):
    articles = [(f"Article {n}", "article", f"Rule {n}.") for n in ("88", "88-1", "89")]
    law = made([("", "Rules", 1, articles)], "fr")
    cases = [("l'article 88-1", ["Rule 88-1."]), ("l'article 88", ["Rule 88."])]
    assert not wrong(law, cases)


def test_a_section_on_its_chapters_level_is_inside_it(made):
    law = made(
        [
            ("Chapter I", "", 1, ["One."]),
            ("Chapter II", "", 1, []),
            ("Section 1", "", 1, ["Two."]),
            ("Section 2", "", 1, ["Three."]),
            ("Chapter III", "", 1, ["Four."]),
        ],
        "en",
    )
    cases = [
        ("chapter II", ["Two.", "Three."]),
        ("section 2 of chapter II", ["Three."]),
        ("chapter III", ["Four."]),
    ]
    assert not wrong(law, cases)


def test_another_documents_article_is_not_this_ones(law):
    named = replace(law, title="Law on Water")
    assert find_reference("article 3 of the Law on Energy", named) is None
    assert find_reference("article 3 of the Law on Water", named)
    assert find_reference("第三条", named)
