"""A page's lines in reading order: columns one after the other, numbers in the margin aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.formats.pdf.model import Fragment, Line, Page, line_of
from corpus.formats.pdf.running import Row, rows_of

_MARK = re.compile(
    r"[(（\[]?\d{1,4}[.．)）\]]?|[(（\[]?(?:[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6})[.．)）\]]"
    r"|[•·●▪◦‣■□–—*-]|(?:\d{1,3}\.){1,4}\d{0,3}|[§¶]\s?\d{1,4}|\*{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
)
_MARGIN_NUMBER = re.compile(r"[\[(]?(\d{1,4})[\])]?")
_WIDEST_MARK_GAP = 7.0  # line heights between a mark and its text
_FEWEST_LINES = 4  # in each of two columns
_NEAR = 1.5  # line heights: what stands beside
_NARROW = 2.2  # line heights: a gap inside a sentence
_PROSE = 0.45  # of a column's width: cells of tables are narrower


def lines_of(page: Page) -> list[Line]:
    """Put a page's fragments into lines, in the order in which a person reads them."""
    fragments = _with_their_marks(page)
    gutter = _gutter(fragments)
    if gutter is None:
        return list(_lines(page.number, fragments))
    lines: list[Line] = []
    band: list[Fragment] = []
    for row in rows_of(fragments):
        if any(part.left < gutter < part.right for part in row):
            lines += _band(page.number, band, gutter)
            band = []
            lines += _lines(page.number, row)
        else:
            band += row
    return lines + _band(page.number, band, gutter)


def _band(page: int, fragments: Sequence[Fragment], gutter: float) -> list[Line]:
    """What stands between two lines that run across: two columns, or a table."""
    left = [part for part in fragments if part.right <= gutter]
    right = [part for part in fragments if part.left >= gutter]
    if not left or not right or not _are_columns(left, right):
        return list(_lines(page, fragments))
    return [*_lines(page, left), *_lines(page, right)]


def _are_columns(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Tell columns of text from the cells of a table."""
    for column in (left, right):
        rows = rows_of(column)
        parts = [part for row in rows for part in _parts(row)]
        if len(rows) < 2 or len(parts) > len(rows) * 1.25:
            return False
        width = max(part.right for part in column) - min(part.left for part in column)
        prose = sum(part[-1].right - part[0].left > width * _PROSE for part in parts)
        if prose < len(parts) * 0.5:
            return False
    return True


def _gutter(fragments: Sequence[Fragment]) -> float | None:
    """Find where a page is parted in two from top to bottom, if it is."""
    if not fragments:
        return None
    first, last = min(p.left for p in fragments), max(p.right for p in fragments)
    width = last - first
    edges = Counter(round(part.left) for part in fragments)
    best, most = None, 0
    for edge, _ in edges.most_common(12):
        if not first + width * 0.25 < edge < first + width * 0.8:
            continue
        gutter = edge - 2.0
        left = sum(part.right <= gutter for part in fragments)
        right = sum(part.left >= gutter for part in fragments)
        crossing = len(fragments) - left - right
        beside = min(left, right)
        if beside >= _FEWEST_LINES and beside > most and _stand_beside(fragments, gutter):
            best, most = gutter, beside - crossing // 8
    return best


def _stand_beside(fragments: Sequence[Fragment], gutter: float) -> bool:
    """Rows of both sides share the same heights; a heading, or the end of a line, does not."""
    left = [row[0] for row in rows_of([part for part in fragments if part.right <= gutter])]
    right = [row[0] for row in rows_of([part for part in fragments if part.left >= gutter])]
    shared = [
        sum(any(abs(one.base - other.base) < one.size * _NEAR for other in across) for one in side)
        for side, across in ((left, right), (right, left))
    ]
    return min(shared) >= _FEWEST_LINES


def _with_their_marks(page: Page) -> list[Fragment]:
    """Join a number, letter or bullet with the text that stands after it on its line."""
    joined: list[Fragment] = []
    for row in rows_of(page.fragments):
        pending: Fragment | None = None
        for before, part in zip((None, *row), row, strict=False):
            if pending is not None:
                gap = part.left - pending.right
                if gap <= part.size * _WIDEST_MARK_GAP:
                    text = f"{pending.text}\t{part.text}"
                    part = replace(part, text=text, left=pending.left)
                else:
                    joined.append(pending)
                pending = None
            # A word between others may look like a mark; one begins its line or its cell.
            begins = before is None or part.left - before.right > part.size * _NARROW
            if begins and _MARK.fullmatch(part.text):
                pending = part
            else:
                joined.append(part)
        if pending is not None:
            joined.append(pending)
    return joined


def _lines(page: int, fragments: Sequence[Fragment]) -> Iterator[Line]:
    """Rows of one column; where cells stand beside each other again and again, rows of a table."""
    rows = [_parts(row) for row in rows_of(fragments)]
    for place, parts in enumerate(rows):
        near = (*rows[max(0, place - 2) : place], *rows[place + 1 : place + 3])
        if len(parts) > 1 and any(_share_edges(parts, other) for other in near):
            yield line_of(page, tuple(map(_as_one, parts)), is_row=True)
        else:
            yield from (line_of(page, part) for part in parts)


def _share_edges(row: Sequence[Row], other: Sequence[Row]) -> bool:
    """Cells of a table stand under each other."""
    lefts, rights = (
        {round(part[0].left / 3) for part in row},
        {round(part[-1].right / 3) for part in row},
    )
    return (
        max(
            sum(not lefts.isdisjoint(_about(part[0].left)) for part in other),
            sum(not rights.isdisjoint(_about(part[-1].right)) for part in other),
        )
        > 1
    )


def _about(edge: float) -> tuple[int, int, int]:
    third = round(edge / 3)
    return third - 1, third, third + 1


def _parts(row: Row) -> list[Row]:
    """Part a row where a gap is wider than those of justified or typewritten text."""
    parts: list[Row] = []
    for fragment in row:
        if parts and fragment.left - parts[-1][-1].right < fragment.size * _NARROW:
            parts[-1] += (fragment,)
        else:
            parts.append((fragment,))
    return parts


def _as_one(part: Row) -> Fragment:
    text = " ".join(fragment.text for fragment in part)
    return replace(part[0], text=text, right=part[-1].right, hyphenated=part[-1].hyphenated)
