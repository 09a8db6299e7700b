"""Everything that an evaluation found, and how a terminal shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.confidence import THRESHOLD
from assistant.evaluating.asking import Asked
from assistant.evaluating.figures import Figure, Table, answering_tables, gap
from assistant.evaluating.risk import Point, at_threshold, risk_coverage
from assistant.evaluating.tables import definitions, gap_text, markdown
from corpus.model import Report

ABOUT_INTERVALS = (
    "Shares are from 0 to 1, each with its 95% interval: by bootstrap, whole conversations drawn"
    " together; where all values are alike, the exact binomial bound."
)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How the questions about one report were answered; `gap` is that of `figures.gap`.

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
