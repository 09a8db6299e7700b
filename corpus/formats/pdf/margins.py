"""Paragraph numbers in the margin, told from line numbers and from numbers in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.formats.pdf.model import Fragment, Line, Page

_BESIDE = re.compile(r"(?P<printed>[\[(]?(?P<n>\d{1,4})[\])]?)\t")
_AFTER = re.compile(r"\t(?P<printed>[\[(]?(?P<n>\d{1,4})[\])]?)$")
_BARE = re.compile(r"\d{1,4}")
_FEWEST = 3
_MOSTLY = 0.6  # of the steps between numbers
_LONG = 0.4  # of a page's width: a line of its text


def with_right_numbers_moved(pages: Sequence[Page]) -> list[Page]:
    """Put bare numbers that stand to the right of all text before the lines that they stand at.

    They must count on from one to the next, as those of paragraphs do.
    """
    found = {page.number: _right_numbers(page) for page in pages}
    values = [int(number.text) for numbers in found.values() for number in numbers]
    ones = sum(later - earlier == 1 for earlier, later in pairwise(values))
    if len(values) < _FEWEST or ones < (len(values) - 1) * _MOSTLY:
        return list(pages)
    return [_with_moved(page, found[page.number]) for page in pages]


def _right_numbers(page: Page) -> list[Fragment]:
    edges = [part.right for part in page.fragments if part.right - part.left > page.width * _LONG]
    edge = max(edges, default=page.width)
    return [
        part
        for part in sorted(page.fragments, key=lambda part: -part.base)
        if part.left > edge and _BARE.fullmatch(part.text)
    ]


def _with_moved(page: Page, numbers: Sequence[Fragment]) -> Page:
    moved = {part: part for part in page.fragments if part not in numbers}
    for number in numbers:
        row = [part for part in moved if abs(part.base - number.base) < number.size / 2]
        first = min(row, key=lambda part: part.left, default=None)
        if first is None:
            moved[number] = number
        else:
            moved[first] = replace(first, text=f"{number.text}\t{first.text}")
    return replace(page, fragments=tuple(moved.values()))


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
    if max(ones, sum(step in (2, 5, 10) for step in steps)) < len(steps) * _MOSTLY:
        return list(lines)
    counts_lines = ones < len(steps) * _MOSTLY or (pages > 2 and restarts >= pages - 1)
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
