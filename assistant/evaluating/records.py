"""Scorecards as the JSON objects that other programs rely on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.evaluating.asking import Asked, Ranked
from assistant.evaluating.figures import Figure, Measured, Table
from assistant.evaluating.scorecard import Scorecard
from assistant.records import Record, citation_record
from corpus.model import Report


def scorecard_record(card: Scorecard) -> Record:
    """All of it as JSON."""
    return {
        **_tables_record(card.report, card.embedder, card.tables),
        "later_turns_minus_alone": _figure_record(card.gap) if card.gap else None,
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
        **_tables_record(report, embedder, tables),
        "questions": [
            {**_identity(one), "place": one.place, "places": dict(sorted(one.places.items()))}
            for one in ranked
        ],
    }


def _tables_record(report: Report, embedder: str, tables: Sequence[Table]) -> Record:
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
                        **{key: _figure_record(figure) for key, figure in row.figures.items()},
                    }
                    for row in table.rows
                ],
            }
            for table in tables
        ],
    }


def _figure_record(figure: Figure) -> dict[str, Any]:
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
