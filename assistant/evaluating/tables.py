"""Tables as aligned Markdown: readable in a terminal, and ready to be pasted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from assistant.evaluating.figures import Figure, Row, Table
from assistant.evaluating.measures import Measure

_NOTHING = "–"


def columns(measures: Sequence[Measure[Any]]) -> Iterator[tuple[str, tuple[Measure[Any], ...]]]:
    """Measures that are shares of the same questions, under one n."""
    for of in dict.fromkeys(measure.of for measure in measures):
        yield of, tuple(measure for measure in measures if measure.of == of)


def markdown(table: Table) -> str:
    """A table under its title; beside each n the figures that are shares of those questions."""
    groups = list(columns(table.measures))
    head = [""]
    for of, measures in groups:
        head += [f"n {of}", *(measure.name for measure in measures)]
    lines = [head, *([row.name, *_cells(row, groups)] for row in table.rows)]
    return f"**{table.title}**\n\n{_aligned(lines)}"


def count(row: Row, measures: Sequence[Measure[Any]]) -> str:
    """The n that measures of the same questions have in a row."""
    counts = [row.figures[measure.key].n for measure in measures if measure.key in row.figures]
    return str(counts[0]) if counts else _NOTHING


def figure_text(figure: Figure) -> str:
    """A figure with its interval.

    >>> figure_text(Figure(19, 0.894, 0.7368, 1.0))
    '0.89 (0.74–1.00)'
    """
    return f"{figure.value:.2f} ({figure.low:.2f}–{figure.high:.2f})"


def gap_text(gap: Figure) -> str:
    """How the later turns of conversations compare with themselves asked alone, in a sentence."""
    points = round(100 * gap.value)
    compared = f"{abs(points)} points {'more' if points > 0 else 'fewer'}" if points else "as many"
    return (
        f"Later turns as written, against the same turns asked alone: {compared} answered right"
        f" (95% interval {100 * gap.low:+.0f} to {100 * gap.high:+.0f} points, n {gap.n})."
    )


def definitions(tables: Sequence[Table]) -> str:
    """What each figure in some tables means."""
    measures = {measure.key: measure for table in tables for measure in table.measures}
    return "\n".join(f"- {measure.name}: {measure.says}" for measure in measures.values())


def _cells(row: Row, groups: Sequence[tuple[str, tuple[Measure[Any], ...]]]) -> Iterator[str]:
    for _, measures in groups:
        figures = [row.figures.get(measure.key) for measure in measures]
        yield count(row, measures)
        yield from (figure_text(figure) if figure else _NOTHING for figure in figures)


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    lines = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    rule = "|".join(("", *("-" * (width + 2) for width in widths), ""))
    rows = [
        "| "
        + " | ".join(c + " " * (w - _width(c)) for c, w in zip(line, widths, strict=True))
        + " |"
        for line in lines
    ]
    return "\n".join((rows[0], rule, *rows[1:]))


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
