"""Tables: rows of data, or a layout in which paragraphs were put side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.joining import ends_sentence
from corpus.model import Block

Cell = Sequence[Block]
_MARK = re.compile(r"[\[(（]?(?:\d{1,4}|[A-Za-z]|[ivxlIVXL]{1,6})(?:\.\d{1,3})*[.．)）\]]?")
_PROSE = 200  # characters: a cell this long is a paragraph


def arranged_table(rows: Sequence[Sequence[Cell]]) -> Iterator[Block]:
    """Yield a table's rows, each as one block; or its paragraphs, if it is there for the layout.

    A number or letter alone in a cell belongs to the paragraph beside it.
    """
    if _is_layout(rows):
        for row in rows:
            yield from _side_by_side(row)
        return
    for row in rows:
        texts = [_cell_text(cell) for cell in row]
        if any(texts):
            yield Block(" | ".join(texts).strip(" |"), "table")
        yield from (block for cell in row for block in cell if block.role == "footnote")


def _is_layout(rows: Sequence[Sequence[Cell]]) -> bool:
    if all(sum(map(bool, row)) <= 1 for row in rows):
        return True
    cells = [cell for row in rows for cell in row]
    if any(block.role in ("heading", "table") for cell in cells for block in cell):
        return True
    if any(_is_mark(row[0]) and any(map(_is_prose, row[1:])) for row in rows if row):
        return True
    prose = sum(any(map(_is_long, cell)) for cell in cells)
    return prose * 2 > sum(map(bool, cells))


def _side_by_side(row: Sequence[Cell]) -> Iterator[Block]:
    filled = [cell for cell in row if cell]
    if len(filled) > 1 and _is_mark(filled[0]) and filled[1][0].role == "body":
        mark, first = filled[0][0], filled[1][0]
        if not first.number:
            yield replace(first, number=mark.number or mark.text)
            filled = [filled[1][1:], *filled[2:]]
    for cell in filled:
        yield from cell


def _is_mark(cell: Cell) -> bool:
    return len(cell) == 1 and _MARK.fullmatch(cell[0].text) is not None


def _is_prose(cell: Cell) -> bool:
    return any(len(block.text) > _PROSE / 4 and ends_sentence(block.text) for block in cell)


def _is_long(block: Block) -> bool:
    return len(block.text) > _PROSE or bool(block.number and len(block.text) > _PROSE / 2)


def _cell_text(cell: Cell) -> str:
    return " ".join(
        f"{block.number} {block.text}".strip() for block in cell if block.role != "footnote"
    )
