"""Everything that an evaluation found, and how it is said: as text, or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.confidence import THRESHOLD
from assistant.evaluating.asking import Asked, Ranked
from assistant.evaluating.risk import Point, at_threshold, risk_coverage
from assistant.evaluating.scorecard import Figure, Measured, Table, answering_tables, gap
from assistant.evaluating.tables import definitions, gap_text, markdown
from assistant.records import Record, citation_record
from corpus.model import Report

ABOUT_INTERVALS = (
    "Shares are from 0 to 1, each with its 95% interval: by bootstrap, whole conversations drawn"
    " together; where all values are alike, the exact binomial bound."
)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How the questions about one report were answered; `gap` is that of `scorecard.gap`.

    `embedder` is the fingerprint of the one that searched.
    """

    report: Report
    embedder: str
    asked: tuple[Asked, ...]
    tables: tuple[Table, ...]
    gap: Figure | None
    curve: tuple[Point, ...]
    threshold: float


def scorecard(report: Report, embedder: str, asked: Sequence[Asked]) -> Scorecard:
    """Put the figures together."""
    return Scorecard(
        report,
        embedder,
        tuple(asked),
        answering_tables(asked),
        gap(asked),
        risk_coverage(asked),
        THRESHOLD,
    )


def scorecard_text(card: Scorecard) -> str:
    """The tables, and what stands in them."""
    parts = [tables_text(card.tables)]
    if card.gap:
        parts.append(gap_text(card.gap))
    reached = at_threshold(card.curve, card.threshold)
    if reached:
        parts.append(
            f"With the threshold at {card.threshold:.2f}, {reached.answered} of {reached.total}"
            f" searched questions are answered ({reached.coverage:.0%}); of the best paragraphs of"
            f" these, {reached.wrong} are wrong ({reached.risk:.0%})."
        )
    return "\n\n".join((*parts, explained(card.tables)))


def tables_text(tables: Sequence[Table]) -> str:
    """Tables, one below the other."""
    return "\n\n".join(markdown(table) for table in tables)


def explained(tables: Sequence[Table]) -> str:
    """What the figures and intervals in some tables mean."""
    return f"{definitions(tables)}\n\n{ABOUT_INTERVALS}"


def scorecard_record(card: Scorecard) -> Record:
    """All of it as JSON."""
    return {
        **tables_record(card.report, card.embedder, card.tables),
        "later_turns_minus_alone": figure_record(card.gap) if card.gap else None,
        "threshold": card.threshold,
        "risk_coverage": [
            {
                "confidence": round(point.confidence, 4),
                "coverage": round(point.coverage, 4),
                "risk": round(point.risk, 4),
                "answered": point.answered,
                "wrong": point.wrong,
            }
            for point in card.curve
        ],
        "questions": [_asked_record(one) for one in card.asked],
    }


def ranking_record(
    report: Report, embedder: str, tables: Sequence[Table], ranked: Sequence[Ranked]
) -> Record:
    """Tables as JSON, and the place at which each question's answer was ranked; 0 is nowhere."""
    return {
        **tables_record(report, embedder, tables),
        "questions": [
            {**_identity(one), "place": one.place, "places": dict(sorted(one.places.items()))}
            for one in ranked
        ],
    }


def tables_record(report: Report, embedder: str, tables: Sequence[Table]) -> Record:
    """Tables as JSON, with what each measure means."""
    measures = {measure.key: measure for table in tables for measure in table.measures}
    return {
        "report": report.id,
        "digest": report.digest,
        "embedder": embedder,
        "measures": {
            key: {"name": measure.name, "of": measure.of, "says": measure.says}
            for key, measure in measures.items()
        },
        "tables": [
            {
                "title": table.title,
                "rows": [
                    {
                        "name": row.name,
                        **{key: figure_record(figure) for key, figure in row.figures.items()},
                    }
                    for row in table.rows
                ],
            }
            for table in tables
        ],
    }


def figure_record(figure: Figure) -> dict[str, Any]:
    """A figure with its interval, rounded."""
    return {
        "n": figure.n,
        "value": round(figure.value, 4),
        "low": round(figure.low, 4),
        "high": round(figure.high, 4),
    }


def _asked_record(one: Asked) -> Record:
    return {
        **_identity(one),
        "turn": one.turn,
        "asked_as": one.manner,
        "right": one.is_right,
        "status": one.answer.status,
        "searched": one.answer.query.standalone,
        "confidence": round(one.answer.confidence, 4),
        "citations": [citation_record(citation) for citation in one.answer.citations],
        "nearest": [citation_record(citation) for citation in one.answer.nearest],
    }


def _identity(one: Measured) -> Record:
    return {
        "id": one.case.id,
        "file": one.case.file.as_posix(),
        "line": one.case.line,
        "kind": one.question.kind,
        "lang": one.question.language,
        "question": one.question.text,
        "gold": list(one.question.gold),
    }
