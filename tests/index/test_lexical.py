import pytest

from index.lexical import question_terms, terms


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("11000", "11 000多名代表"),
        ("11,000", "11 000多名代表"),
        ("56/183", "联合国大会第56/183号决议"),
        ("５６/１８３", "联合国大会第56/183号决议"),
        ("資訊社會", "信息社会"),
        ("首腦會議", "首脑会议"),
        ("ＩＣＴ", "ict"),
        ("A/RES/56/183", "决议 A/RES/56/183。"),
        ("Geneva’s", "Geneva"),
        ("l'Organisation", "organisation"),
    ],
)
def test_text_is_found_as_people_type_it(typed, printed):
    assert set(question_terms(typed)) <= set(terms(printed))


def test_a_compound_number_is_not_found_by_another_with_the_same_parts():
    assert "56/183" not in terms("决议 183/56")


def test_words_are_stemmed_in_the_language_of_the_report():
    assert set(terms("meetings", "en")) == set(terms("meeting", "en"))
    assert set(terms("meetings", "zh")) != set(terms("meeting", "zh"))


def test_a_question_of_nothing_but_question_words_keeps_them():
    assert question_terms("什么")
