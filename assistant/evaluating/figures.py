"""Figures in tables: every measure for every group of questions, each with n and an interval."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from assistant.evaluating.asking import Asked, Ranked
from assistant.evaluating.bootstrap import interval
from assistant.evaluating.gold import Case, Question
from assistant.evaluating.measures import ANSWERING, RANKING, Measure


class Measured(Protocol):
    """A question, with whatever became of it."""

    @property
    def case(self) -> Case:
        """The line it comes from."""

    @property
    def question(self) -> Question:
        """The question."""


M = TypeVar("M", bound=Measured)
Grouping = Callable[[M], str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean of `n` values, and its 95% interval."""

    n: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """A group of questions; measures that none of them counts for are absent."""

    name: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Table:
    """Groups by measures; only measures that some row has are among `measures`."""

    title: str
    measures: tuple[Measure[Any], ...]
    rows: tuple[Row, ...]


def figure(scored: Sequence[tuple[float, Case]], least: float = 0.0) -> Figure:
    """The mean of some values; the turns of one conversation are drawn together."""
    values = [value for value, _ in scored]
    low, high = interval(values, [case.key for _, case in scored], least)
    return Figure(len(values), sum(values) / len(values), low, high)


def row(name: str, measured: Sequence[M], measures: Sequence[Measure[M]]) -> Row:
    """One group's figures."""
    figures = {}
    for measure in measures:
        scored = [
            (value, one.case) for one in measured if (value := measure.score(one)) is not None
        ]
        if scored:
            figures[measure.key] = figure(scored)
    return Row(name, figures)


def answering_tables(asked: Sequence[Asked]) -> tuple[Table, ...]:
    """Single questions by kind, by language and by file; then conversations."""
    single = [one for one in asked if one.manner == "single"]
    answerable = [one for one in single if one.is_answerable]
    others = [one for one in single if not one.is_answerable]
    tables = [
        _table("The report answers: by kind", answerable, ANSWERING, _kind),
        _table("The report answers: by language", answerable, ANSWERING, _language),
        _table("The report does not answer: by language", others, ANSWERING, _language),
    ]
    if len({one.case.file for one in single}) > 1:
        tables.append(_table("All single questions: by file", single, ANSWERING, _file))
    tables.append(_conversations(asked))
    return tuple(table for table in tables if table.rows)


def ranking_tables(ranked: Sequence[Ranked]) -> tuple[Table, ...]:
    """Questions by file, by kind and by language, each where it tells something new."""
    by: tuple[tuple[str, Grouping[Ranked]], ...] = (
        ("file", _file),
        ("kind", _kind),
        ("language", _language),
    )
    different: dict[tuple[int, ...], tuple[str, Grouping[Ranked]]] = {}
    for name, group in by:
        different.setdefault(_partition(group(one) for one in ranked), (name, group))
    several = [pair for partition, pair in different.items() if any(partition)]
    return tuple(
        _table(f"Ranking: by {name}", ranked, RANKING, group) for name, group in several or by[:1]
    )


def gap(asked: Sequence[Asked]) -> Figure | None:
    """How much more often later turns are answered right as written than asked alone."""
    alone = {(one.case.key, one.turn): one for one in asked if one.manner == "alone"}
    pairs = [
        (one, alone[key])
        for one in asked
        if one.manner == "later" and (key := (one.case.key, one.turn)) in alone
    ]
    scored = [
        (float(written.is_right) - float(by_itself.is_right), written.case)
        for written, by_itself in pairs
        if written.is_answerable
    ]
    return figure(scored, least=-1.0) if scored else None


def _conversations(asked: Sequence[Asked]) -> Table:
    manners = (
        ("first turns", "first"),
        ("later turns", "later"),
        ("later turns asked alone", "alone"),
    )
    rows = [
        row(name, group, ANSWERING)
        for name, manner in manners
        if (group := [one for one in asked if one.manner == manner])
    ]
    written = [one for one in asked if one.manner in ("first", "later")]
    rows += _rows(written, ANSWERING, lambda one: f"all turns: {_language(one)}", "all turns")
    return _of_rows("Conversations", ANSWERING, rows)


def _table(
    title: str, measured: Sequence[M], measures: Sequence[Measure[M]], group: Grouping[M]
) -> Table:
    return _of_rows(title, measures, _rows(measured, measures, group))


def _rows(
    measured: Sequence[M],
    measures: Sequence[Measure[M]],
    group: Grouping[M],
    everything: str = "all",
) -> list[Row]:
    """A row for each group, in the file's order; where there are several, one for all."""
    names = list(dict.fromkeys(group(one) for one in measured))
    rows = [row(name, [m for m in measured if group(m) == name], measures) for name in names]
    return [*rows, row(everything, measured, measures)] if len(names) > 1 else rows


def _of_rows(title: str, measures: Sequence[Measure[M]], rows: Sequence[Row]) -> Table:
    shown = tuple(m for m in measures if any(m.key in row.figures for row in rows))
    return Table(title, shown, tuple(rows))


def _partition(names: Iterable[str]) -> tuple[int, ...]:
    """Which belong together, whatever they are called.

    >>> _partition(["zh", "en", "zh"]) == _partition(["a.jsonl", "b.jsonl", "a.jsonl"])
    True
    """
    seen: dict[str, int] = {}
    return tuple(seen.setdefault(name, len(seen)) for name in names)


def _kind(one: Measured) -> str:
    return one.question.kind or "no kind given"


def _language(one: Measured) -> str:
    return one.question.language


def _file(one: Measured) -> str:
    return one.case.file.as_posix()
