"""Paragraph numbers in the margin, told from line numbers and from numbers in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.formats.pdf.model import Line

_BESIDE = re.compile(r"(?P<printed>[\[(]?(?P<n>\d{1,4})[\])]?)\t")
_AFTER = re.compile(r"\t(?P<printed>[\[(]?(?P<n>\d{1,4})[\])]?)$")
_FEWEST = 3


def with_margin_numbers(lines: Sequence[Line]) -> list[Line]:
    """Move bare numbers that stand in the margin to their lines' `number`.

    They count the paragraphs if, from one to the next, they mostly rise by one. Numbers of lines
    (each fifth, or anew on each page) are dropped; any others stay in the text.
    """
    found = {place: number for place, line in enumerate(lines) if (number := _beside(line))}
    values = [int(number["n"]) for number in found.values()]
    steps = [later - earlier for earlier, later in pairwise(values)]
    if len(values) < _FEWEST:
        return list(lines)
    ones = sum(step == 1 for step in steps)
    restarts = sum(step < 0 for step in steps)
    pages = len({lines[place].page for place in found})
    if max(ones, sum(step in (2, 5, 10) for step in steps)) < len(steps) * 0.6:
        return list(lines)
    counts_lines = ones < len(steps) * 0.6 or (pages > 2 and restarts >= pages - 1)
    return [
        _numbered(line, found[place], counts_lines) if place in found else line
        for place, line in enumerate(lines)
    ]


def _beside(line: Line) -> re.Match[str] | None:
    return _BESIDE.match(line.text) or _AFTER.search(line.text)


def _numbered(line: Line, found: re.Match[str], counts_lines: bool) -> Line:
    number = "" if counts_lines else found["printed"]
    if found.start() == 0:
        return replace(line, text=line.text[found.end() :], number=number)
    return replace(line, text=line.text[: found.start()], number=number, is_row=False)
