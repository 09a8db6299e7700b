"""What an article is called, where no blank line tells."""

from collections.abc import Callable

import pytest

from corpus.model import Paragraph, Report

ReadText = Callable[[str], Report]


def titled(paragraph: Paragraph) -> list[str]:
    return [heading.title for heading in paragraph.headings]


def test_a_title_in_brackets_above_a_number_is_that_articles(report_of: ReadText) -> None:
    report = report_of("水法\n\n（目的）\n第一条　甲。\n（定義）\n第二条　乙。\n第三条　丙。\n")
    assert [(p.number, p.text, titled(p)) for p in report.paragraphs] == [
        ("第一条", "甲。", ["（目的）"]),
        ("第二条", "乙。", ["（定義）"]),
        ("第三条", "丙。", []),
    ]


@pytest.mark.parametrize("words", ["（削除）", "(weggefallen)"])
def test_what_stands_in_brackets_alone_is_the_article(report_of: ReadText, words: str) -> None:
    mark = "第{}条" if words.startswith("（") else "§ {}"
    one, two, three = (mark.format(number) for number in (1, 2, 3))
    report = report_of(f"{one} A.\n\n{two}\n{words}\n\n{three} B.\n")
    assert [p.text for p in report.paragraphs] == ["A.", words, "B."]


def test_a_title_behind_a_number_is_told_by_the_first_paragraph_below(report_of: ReadText) -> None:
    report = report_of(
        "§ 1 Zweck\n(1) Es dient dem Wasser.\n(2) Und dem Eis.\n\n"
        "§ 2 Es gilt, wie steht in\n(1) und sonst nirgends.\n\n§ 3 Ende.\n"
    )
    first, second, _ = report.paragraphs
    assert (titled(first), [item.label for item in first.items]) == (["Zweck"], ["1", "2"])
    assert (titled(second), second.text[:8]) == ([], "Es gilt,")


def test_a_title_behind_a_number_ends_before_the_margin(report_of: ReadText) -> None:
    report = report_of(
        "§ 1 Mangel\nDie Sache ist frei von jedem Mangel, der sie weniger wert macht.\n\n"
        "§ 2 Frei von jedem Mangel ist die Sache oder auch das übrige\nWasser, das fließt.\n"
    )
    assert [titled(p) for p in report.paragraphs] == [["Mangel"], []]
    assert report.paragraphs[1].text.endswith("das übrige Wasser, das fließt.")


def test_an_article_without_a_title_has_not_that_of_the_one_above(report_of: ReadText) -> None:
    report = report_of(
        "Article 1\n\nScope\n\n1. Water.\n\nArticle 2\n\n(Repealed)\n\n"
        "Article 3\n\nForce\n\n1. Now.\n"
    )
    assert [titled(p) for p in report.paragraphs] == [["Scope"], [], ["Force"]]
