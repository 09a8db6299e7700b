"""A text set for reading: its list items as a list, its tables as tables.

Every character of the text stays in its place, so that offsets find it; what a list or a table
says without it (line breaks, the bars between cells) is there, but not shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from assistant.page.safety import inert
from corpus.model import Item

# What a list entry begins with: "(a) ", "iii.", "一、", "•".
_MARK = re.compile(r"(?:[(（\[]?\w{1,6}[)）\].．、]|[•·●▪‣*–—-])\s*$")
# How a table's row becomes a line of text: `corpus/tables.py`.
_BAR = re.compile(r"( \| ?)")
_WIDE = 5  # columns from which a table may have to be scrolled


def text_html(text: str, items: Sequence[Item], escape: Callable[[str], str] = inert) -> str:
    """Runs of text and list items, with every character of the text in its place."""
    parts, position = [], 0
    for item in sorted(items, key=lambda item: item.start):
        if item.start < position:
            continue  # an item inside another is part of it
        before = text[position : item.start]
        found = _MARK.search(before)
        mark_start = position + (found.start() if found else len(before.rstrip()))
        parts.append(_run(text[position:mark_start], escape))
        mark = text[mark_start : item.start]
        shown = f'<span class="mark">{escape(mark)}</span>' if mark.strip() else _gap(mark, escape)
        bullet = "" if mark.strip() else " bullet"
        words = escape(text[item.start : item.end])
        parts.append(f'<span class="item{bullet}">{shown}<span>{words}</span></span>')
        position = item.end
    parts.append(_run(text[position:], escape))
    return "".join(parts)


def _run(text: str, escape: Callable[[str], str]) -> str:
    """Text between items; the line breaks at its edges are made by the items themselves."""
    core = text.strip()
    if not core:
        return _gap(text, escape)
    start = text.index(core)
    before, after = text[:start], text[start + len(core) :]
    return f"{_gap(before, escape)}{_lines(core, escape)}{_gap(after, escape)}"


def _lines(text: str, escape: Callable[[str], str]) -> str:
    """Lines of text, or of a table where two or more in a row have cells, or one has three."""
    parts: list[tuple[bool, list[str]]] = []
    for has_cells, group in groupby(text.split("\n"), key=lambda line: " | " in line):
        lines = list(group)
        is_table = has_cells and (len(lines) > 1 or lines[0].count(" | ") > 1)
        if parts and not is_table and not parts[-1][0]:
            parts[-1][1].extend(lines)  # one run, with the line break that stands between them
        else:
            parts.append((is_table, lines))
    set_parts = (
        _table(lines, escape) if is_table else f"<span>{escape(chr(10).join(lines))}</span>"
        for is_table, lines in parts
    )
    return _gap("\n", escape).join(set_parts)


def _table(lines: Sequence[str], escape: Callable[[str], str]) -> str:
    rows = [
        f'<span class="row" role="row">{"".join(_cells(line, escape))}</span>' for line in lines
    ]
    columns = max(line.count(" | ") + 1 for line in lines)
    # What scrolls must be reachable by the keyboard.
    wide = ' tabindex="0"' if columns >= _WIDE else ""
    return f'<span class="table" role="table"{wide}>{_gap(chr(10), escape).join(rows)}</span>'


def _cells(line: str, escape: Callable[[str], str]) -> Iterator[str]:
    for place, part in enumerate(_BAR.split(line)):
        yield (
            _gap(part, escape)
            if place % 2
            else f'<span class="cell" role="cell">{escape(part)}</span>'
        )


def _gap(space: str, escape: Callable[[str], str]) -> str:
    return f'<span class="gap">{escape(space)}</span>' if space else ""
