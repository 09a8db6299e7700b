"""Example questions come from the report at hand."""

from __future__ import annotations

import pytest

from assistant.page.examples import example_questions, questions_across
from assistant.wording import wording
from corpus.bundled import bundled_report
from corpus.model import Heading, Numbering, Paragraph, Report


def report(numbers: int, *titles: str, language: str = "en", text: str = "Text.") -> Report:
    paragraphs = tuple(
        Paragraph("r", n, str(n), "body", text, f"p{n}") for n in range(1, numbers + 1)
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


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("按照大会第57/238号决议", "57/238"),
        ("See resolution 70/1.", "70/1"),
        ("by its document A/RES/57/238 of", "A/RES/57/238"),
        ("on 12/06/2004 and at 1/2/3", ""),
        ("and/or", ""),
    ],
)
def test_the_document_that_is_named_most_is_asked_about(text: str, document: str) -> None:
    asked = example_questions(report(3, text=text), wording("en"))
    about = f"What does the report say about {document}?"
    assert (about in asked) == bool(document)
    assert len(asked) == (2 if document else 1)


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


def test_several_reports_take_turns_and_none_is_asked_by_number_alone() -> None:
    first, second = report(9, "Funds", "Staff"), report(9, "Ships", language="fr")
    asked = questions_across((first, second), wording("en"))
    assert asked[0] == "What does the report say about “Funds”?"
    assert "Ships" in asked[1]
    assert asked[1].startswith("Que dit le rapport sur")
    assert len(asked) == 3


def test_the_bundled_reports_questions_are_about_itself() -> None:
    bundled = bundled_report()
    asked = example_questions(bundled, wording("zh"))
    assert len(asked) == 4
    titles = {heading.title for heading in bundled.outline}
    assert sum(any(title in question for title in titles) for question in asked) == 2
    assert any("/" in question for question in asked)
