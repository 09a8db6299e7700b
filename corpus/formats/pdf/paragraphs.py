"""Lines into paragraphs, by gaps, indents and the ends of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.formats.pdf.model import Line
from corpus.joining import ends_clause, ends_sentence

_WIDER_GAP = 1.25  # of the usual distance between lines
_WIDER_GAP_OF_STARTS = 1.04  # what begins with a number needs less
_INDENT = 0.7  # line heights
_FEWEST_LINES = 4  # of a column that goes on in the next
_SHORT = 0.12  # of a column's width: a line that ends so much earlier ends its paragraph
_STARTS = re.compile(
    r"(?:[(（\[]?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]{1,2}|[IVXLC]{1,6})[)）\]]"
    r"|(?:\d{1,4}|[A-Z]|[IVXLC]{1,6}|[a-z])\s?[.．、](?:\s|$)|(?:\d{1,3}\.){1,4}\d{1,3}\.?\s"
    r"|[•·●▪◦‣■□–—]\s|第.{1,8}[条條章节節]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|(?:Article|Art\.|Artículo|Artikel|Статья|المادة|Section|Annex)\s?\(?\d|§|¶|\d{1,4}\t)"
)


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other, and between which edges they stand."""

    lines: tuple[Line, ...]
    left: float
    right: float


def columns_of(lines: Sequence[Line]) -> list[Column]:
    """Part a report's lines where a page or a column ends."""
    groups: list[list[Line]] = []
    for line in lines:
        above = groups[-1][-1] if groups else None
        if above is None or line.page != above.page or line.base > above.base + line.size:
            groups.append([])
        groups[-1].append(line)
    return [_column(group) for group in groups]


def _column(lines: Sequence[Line]) -> Column:
    lefts = Counter(round(line.left) for line in lines if not line.is_row)
    rights = sorted(line.right for line in lines)
    most = max(lefts.values(), default=0)
    # The outer one of the usual edges: where all paragraphs are indented, that is still the text's.
    left = min((edge for edge, count in lefts.items() if count * 3 >= most), default=lines[0].left)
    return Column(tuple(lines), float(left), rights[-1 - len(rights) // 20])


def usual_distance(columns: Sequence[Column]) -> float:
    """The distance between lines of one paragraph, in font sizes."""
    distances: dict[float, list[float]] = {}
    for column in columns:
        for above, below in pairwise(column.lines):
            if abs(above.size - below.size) < 0.5 and below.size > 0:
                distance = (above.base - below.base) / below.size
                if 0.7 < distance < 3.0:
                    distances.setdefault(round(distance, 1), []).append(distance)
    most = max(map(len, distances.values()), default=0)
    return next((median(some) for some in distances.values() if len(some) == most), 1.2)


def paragraphs_of(columns: Sequence[Column], distance: float) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph; one may go on in the next column or on the next page."""
    paragraph: list[Line] = []
    above_column: Column | None = None
    for column in columns:
        for line in column.lines:
            if paragraph:
                above = paragraph[-1]
                if above_column is not column and above_column is not None:
                    begins = _begins_after_break(above, line, above_column, column)
                else:
                    begins = _begins(paragraph, line, column, distance)
                if begins:
                    yield paragraph
                    paragraph = []
            paragraph.append(line)
            above_column = column
    if paragraph:
        yield paragraph


def _begins(paragraph: Sequence[Line], line: Line, column: Column, distance: float) -> bool:
    """Tell whether a line begins a paragraph, from what stands above it in its column."""
    above = paragraph[-1]
    if line.number or line.is_row or above.is_row or _looks_other(above, line, column):
        return True
    gap = (above.base - line.base) / max(line.size, 1.0)
    if gap > distance * _WIDER_GAP:
        return True
    starts = _starts(line.text)
    indent = line.left - above.left
    unit = line.size * _INDENT
    if indent > unit:
        # Right below a mark the text may be set in; elsewhere a step in is a paragraph's.
        marked = bool(above.number) or _starts(above.text)
        hangs = len(paragraph) == 1 and marked
        return starts or not (hangs or _are_centred(above, line))
    if indent < -unit and len(paragraph) > 1 and not _are_centred(above, line):
        return True
    if starts and line.left <= paragraph[0].left + unit:
        return _has_ended(above, column) or gap > distance * _WIDER_GAP_OF_STARTS
    return _is_short(above, column) and ends_sentence(above.text) and not _are_centred(above, line)


def _starts(text: str) -> bool:
    """Tell whether a line begins as paragraphs do: with a mark, or with a Chinese indent."""
    return text.startswith("\u3000") or _STARTS.match(text) is not None


def _begins_after_break(above: Line, line: Line, before: Column, column: Column) -> bool:
    """Tell the same at the top of a page or column, where no gap can be measured."""
    if line.number or line.is_row or above.is_row or _looks_other(above, line, before):
        return True
    if line.page == above.page and min(len(before.lines), len(column.lines)) < _FEWEST_LINES:
        return True
    ended = _has_ended(above, before)
    if _starts(line.text):
        return ended
    indented = line.left - column.left > line.size * _INDENT
    return ended and (indented or _is_short(above, before)) and not line.text[:1].islower()


def _looks_other(above: Line, line: Line, column: Column) -> bool:
    """Another size; or bold or italic beside plain, unless a phrase fills a sentence's line so.

    `column` is that of the line above.
    """
    larger, smaller = max(above.size, line.size), min(above.size, line.size)
    if smaller < larger * 0.8:
        return True
    # What OCR says of size is not so exact.
    differs = smaller < larger * 0.9 or (above.bold, above.italic) != (line.bold, line.italic)
    return differs and (_has_ended(above, column) or _is_short(line, column))


def _has_ended(line: Line, column: Column) -> bool:
    return ends_clause(line.text) or _is_short(line, column)


def _is_short(line: Line, column: Column) -> bool:
    return line.right < column.right - (column.right - column.left) * _SHORT


def _are_centred(above: Line, line: Line) -> bool:
    middle = (above.left + above.right) / 2, (line.left + line.right) / 2
    return abs(middle[0] - middle[1]) < line.size and abs(above.left - line.left) > line.size / 2
