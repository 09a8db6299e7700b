"""Example questions come from the report at hand."""

from __future__ import annotations

from assistant.page.examples import example_questions
from assistant.wording import wording
from corpus.bundled import bundled_report
from corpus.model import Heading, Numbering, Paragraph, Report


def report(numbers: int, *titles: str, language: str = "en") -> Report:
    paragraphs = tuple(
        Paragraph("r", n, str(n), "body", "Text.", f"p{n}") for n in range(1, numbers + 1)
    )
    outline = tuple(Heading("", title, 1, 1) for title in titles)
    status = Numbering("complete" if numbers else "none", numbers)
    return Report("r", "R", "", "", language, "", "", paragraphs, outline, status)


def test_sections_and_numbers_of_the_report_are_asked_about() -> None:
    asked = example_questions(report(30, "Background", "Funding"), wording("en"))
    assert asked == (
        "What does the section “Background” say?",
        "What does the section “Funding” say?",
        "What does para. 21 say?",
    )


def test_what_is_searched_for_is_asked_in_the_reports_language() -> None:
    asked = example_questions(report(3, "背景", language="zh"), wording("en"))
    assert asked == ("“背景”这一节讲了什么？", "What does para. 3 say?")


def test_there_are_at_most_four_and_none_is_long() -> None:
    titles = [f"Section {n}" for n in range(9)] + ["x" * 200]
    asked = example_questions(report(9, *titles), wording("en"))
    assert len(asked) == 4
    assert all(len(question) < 80 for question in asked)


def test_a_report_without_headings_or_numbers_has_none() -> None:
    assert example_questions(report(0), wording("en")) == ()


def test_the_bundled_report_has_questions_of_its_own() -> None:
    asked = example_questions(bundled_report(), wording("zh"))
    assert asked[0] == "首脑会议的经费从哪里来？"
    assert len(asked) == 4
