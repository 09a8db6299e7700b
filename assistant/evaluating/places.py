"""Where in a report the paragraphs are that a gold file names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.errors import UnknownGoldError
from assistant.evaluating.gold import Case
from corpus.model import Report

Places = Mapping[str, frozenset[int]]


def places(report: Report) -> Places:
    """The ordinals that each name stands for: a number, an anchor or a kind.

    A number that is printed twice stands for both; a note's number is no paragraph's.
    """
    found: dict[str, set[int]] = {}
    for paragraph in report.paragraphs:
        name = paragraph.number if paragraph.kind == "body" else paragraph.kind
        for key in filter(None, (name, paragraph.anchor)):
            found.setdefault(key, set()).add(paragraph.ordinal)
    return {name: frozenset(ordinals) for name, ordinals in found.items()}


def check_names(cases: Sequence[Case], report: Report) -> Places:
    """Make sure that a report has every paragraph that the gold names.

    Raises:
        UnknownGoldError: If it lacks some; it names them all, with their lines.
    """
    known = places(report)
    lacking: dict[str, list[str]] = {}
    for case in cases:
        for question in case.turns:
            for name in (*question.gold, *question.also_ok):
                if name not in known:
                    lines = lacking.setdefault(name, [])
                    if (where := f"{case.file.name}, line {case.line}") not in lines:
                        lines.append(where)
    if lacking:
        raise UnknownGoldError(report.id, lacking, _has(report))
    return known


def _has(report: Report) -> str:
    numbers = [p.number for p in report.paragraphs if p.kind == "body" and p.number]
    kinds = dict.fromkeys(p.kind for p in report.paragraphs if p.kind != "body")
    have = f"paragraphs {numbers[0]} to {numbers[-1]}" if numbers else "no numbered paragraphs"
    return ", ".join((have, *kinds))
