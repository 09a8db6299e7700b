from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluating.asking import Asked
from assistant.evaluating.gold import Case, Question
from assistant.model import Answer, Citation, Query
from corpus.model import Numbering, Paragraph, Report


@pytest.fixture
def bureau() -> Report:
    """A report of four paragraphs, 1 to 3 and a note that is numbered 1 as well."""
    paragraphs = (
        Paragraph("bureau", 1, "1", "body", "The Bureau has thirty members.", "p1"),
        Paragraph("bureau", 2, "2", "body", "It meets in Tunis. It meets often.", "p2"),
        Paragraph("bureau", 3, "3", "body", "Its chair is elected.", "p3"),
        Paragraph("bureau", 4, "1", "note", "See the rules.", "note-1"),
    )
    verdict = Numbering("complete", 3)
    return Report("bureau", "The Bureau", "", "", "en", "", "", paragraphs, (), verdict)


@pytest.fixture
def asked(bureau: Report):
    """Make a question that was asked: which ordinals are gold, which were cited, how surely."""

    def make(
        gold=(),
        cited=(),
        *,
        also=(),
        match="any",
        kind="fact",
        language="en",
        manner="single",
        confidence=0.8,
        near=(),
        text="Who?",
        line=1,
        turn=1,
        searched="search",
    ) -> Asked:
        def citations(ordinals):
            return tuple(
                Citation(n, bureau.paragraphs[o - 1], 0, len(bureau.paragraphs[o - 1].text))
                for n, o in enumerate(ordinals, 1)
            )

        question = Question(text, tuple(map(str, gold)), (), match, kind, language)
        case = Case(f"q{line}", Path("gold.jsonl"), line, (question,) * turn, manner != "single")
        answer = Answer(
            "answered" if cited else "not_found",
            "…",
            Query(text, text, searched, (), language),
            confidence,
            citations(cited),
            citations(near),
        )
        return Asked(
            case,
            turn,
            manner,
            question,
            answer,
            tuple(frozenset({ordinal}) for ordinal in gold),
            frozenset({*gold, *also}),
        )

    return make
