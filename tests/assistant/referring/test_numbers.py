"""Numbers of several parts: articles put between others, decimal numbers, codes."""

import pytest

from assistant.lacking import lacking
from assistant.referring import find_reference
from assistant.referring.numbers import parts
from assistant.wording import wording

LAWS = {
    "fr": ["Article 34", "Article 34-1", "Article 35", "Article 36"],
    "ru": ["Статья 66", "Статья 67", "Статья 67¹", "Статья 68"],
    "code": ["Article L111-1", "Article L111-2", "Article R111-1"],
    "dotted": ["Article L. 111-1", "Article L. 111-2", "Article L. 111-2-1", "Article R. 111-2"],
    "zh": ["第十四条", "第十四条之一", "第十五条"],
    "inserted": ["第一百一十条", "第一百一十一条", "第一百一十一条之一", "第一百一十二条"],
    "decimal": ["3.1", "3.2", "4.1", "4.1.1", "4.1.2"],
    "lettered": ["26", "26A", "27"],
}


@pytest.fixture
def law(made):
    def of(kind):
        series = "article" if kind not in ("decimal", "lettered") else ""
        rules = [(number, series, f"Rule {number}.") for number in LAWS[kind]]
        return made([("", "Rules", 1, rules)], kind if len(kind) == 2 else "en")

    return of


@pytest.mark.parametrize(
    ("kind", "question", "expected"),
    [
        ("fr", "article 34-1", "Article 34-1"),
        ("fr", "l'art. 34–1", "Article 34-1"),
        ("fr", "article 34", "Article 34"),
        ("fr", "articles 34 à 36", "Article 34|Article 34-1|Article 35|Article 36"),
        ("fr", "articles 34-1 à 36", "Article 34-1|Article 35|Article 36"),
        ("fr", "articles 34 et 34-1", "Article 34|Article 34-1"),
        ("fr", "l'article qui suit l'article 34", "Article 34-1"),
        ("fr", "l'article trente-cinq", "Article 35"),
        ("fr", "le trente-cinquième article", "Article 35"),
        ("fr", "article 35-1", "no 35-1"),
        ("fr", "article 34 bis", "no 34 bis"),
        ("fr", "article 34.2", "no 34.2"),
        ("fr", "article L. 111-1", "no L. 111-1"),
        ("ru", "статья 67.1", "Статья 67¹"),
        ("ru", "ст. 67-1", "Статья 67¹"),
        ("ru", "статья 67¹", "Статья 67¹"),
        ("ru", "статья 67", "Статья 67"),
        ("ru", "статьи 66-68", "Статья 66|Статья 67|Статья 67¹|Статья 68"),
        ("ru", "статья 68.1", "no 68.1"),
        ("code", "article L. 111-1", "Article L111-1"),
        ("code", "art. L111-2", "Article L111-2"),
        ("code", "article R. 111-1", "Article R111-1"),
        ("code", "article L. 111-9", "no L. 111-9"),
        ("code", "L111-1", "Article L111-1"),
        ("code", "R111-1", "Article R111-1"),
        ("code", "article 111-2", "Article L111-2"),
        ("code", "article 111-1", "Article L111-1|Article R111-1"),
        ("dotted", "article L. 111-1", "Article L. 111-1"),
        ("dotted", "l'article L.111-1 du présent code", "Article L. 111-1"),
        ("dotted", "art. L111-1", "Article L. 111-1"),
        ("dotted", "Que dit L. 111-2-1 ?", "Article L. 111-2-1"),
        ("dotted", "L. 111-1 et R. 111-2", "Article L. 111-1|Article R. 111-2"),
        (
            "dotted",
            "les articles L. 111-1, L. 111-2 et R. 111-2",
            "Article L. 111-1|Article L. 111-2|Article R. 111-2",
        ),
        (
            "dotted",
            "articles L. 111-1 à L. 111-2-1",
            "Article L. 111-1|Article L. 111-2|Article L. 111-2-1",
        ),
        ("inserted", "第一百一十一条之一", "第一百一十一条之一"),
        ("inserted", "第111条之一规定了什么？", "第一百一十一条之一"),
        ("inserted", "第一百一十一条", "第一百一十一条"),
        (
            "inserted",
            "第一百一十条至第一百一十一条之一",
            "第一百一十条|第一百一十一条|第一百一十一条之一",
        ),
        ("inserted", "第一百一十一条之二", "no 111-2"),
        ("zh", "第十四条之一", "第十四条之一"),
        ("zh", "第14条之1", "第十四条之一"),
        ("zh", "第十四条", "第十四条"),
        ("zh", "第十五条之一", "no 15-1"),
        ("decimal", "paragraph 3.1", "3.1"),
        ("decimal", "section 3.1", "3.1"),
        ("decimal", "paragraph 4.1.2", "4.1.2"),
        ("decimal", "paragraphs 3.2 to 4.1", "3.2|4.1"),
        ("decimal", "section 3", "3.1|3.2"),
        ("decimal", "the paragraph after 3.2", "4.1"),
        ("decimal", "paragraph 3.9", "no 3.9"),
        ("lettered", "paragraph 26", "26"),
        ("lettered", "paragraph 26A", "26A"),
        ("lettered", "paragraphs 26 to 27", "26|26A|27"),
    ],
)
def test_a_number_is_found_whole_or_said_not_to_be_there(law, kind, question, expected):
    reference = find_reference(question, law(kind))
    found = [p.number for p in reference.paragraphs] if reference else []
    lost = [label for missing in reference.missing for label in missing.labels] if reference else []
    assert "|".join([*found, *(f"no {label}" for label in lost)]) == expected


def test_a_number_of_two_parts_may_be_a_paragraph_of_an_article(made):
    text = "Everyone may:\n1) speak\n2) listen"
    law = made([("", "Rules", 1, [("Article 6", "article", text)])], "en")
    for question in ("Article 6.2", "article 6(2)", "Art. 6, paragraph 2"):
        (place,) = find_reference(question, law).places
        assert (place.paragraph.number, place.item) == ("Article 6", "2"), question


def test_a_line_that_is_counted_in_chinese_is_no_entry_of_a_list(made):
    text = "应当签订合同。\n有下列情形之一：\n（一） 甲；\n（二） 乙。\n视为已签订。"
    law = made([("", "总则", 1, [("第十四条", "article", text)])], "zh")
    found = [
        [place.paragraph.text[place.start : place.end] for place in find_reference(q, law).places]
        for q in ("第十四条第一款", "第十四条第二款")
    ]
    assert found[0] == ["应当签订合同。"]
    assert found[1][0].startswith("有下列情形之一")


def test_what_is_not_there_is_said_in_the_form_of_what_is(law):
    reference = find_reference("第十五条之一", law("zh"))
    said = lacking(reference.missing[0], law("zh"), wording("zh"))
    assert "第15条之1" in said
    assert [p.number for p in reference.missing[0].nearest] == ["第十五条"]


def test_the_numbers_told_are_those_of_the_longest_run(made):
    rules = [(str(n), "", "Rule.") for n in (*range(1, 9), 1, 2)]
    reference = find_reference("paragraph 20", made([("", "Rules", 1, rules)], "en"))
    report = made([("", "Rules", 1, rules)], "en")
    assert "1 to 8" in lacking(reference.missing[0], report, wording("en"))


def test_parts_are_the_same_whatever_joins_them():
    assert parts("67.1") == parts("Статья 67¹") == parts("67-1")
    assert parts("34 bis") != parts("34 ter")
