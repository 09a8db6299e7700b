"""A table of contents, whose lines are neither headings nor paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from corpus.model import Block

_LABEL = re.compile(
    r"(?:目\s*[录錄次]|(?:Table of )?Contents|Table des matières|Sommaire|Inhalt(?:sverzeichnis)?"
    r"|Arrangement of (?:Sections|Regulations|Articles|Rules|Clauses)"
    r"|Índice|Contenido|Содержание|Оглавление|المحتويات|الفهرس)\s*[:：]?$",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"(?:Sections?|Regulations?|Articles?|Rules?|Clauses?|Pages?)", re.IGNORECASE)
_LEADERS = re.compile(r"[\s.…·]*\d*$")
_FEWEST = 2


def with_contents_set_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Make one table of the blocks after "Contents" whose lines come again further down."""
    labelled = next(
        (place for place, block in enumerate(blocks) if _LABEL.match(block.text.strip())), None
    )
    if labelled is None:
        return tuple(blocks)
    found = sorted(key for block in blocks for key in _keys(block))
    end = labelled + 1
    if end < len(blocks) and _COLUMN.fullmatch(blocks[end].text.strip()):
        end += 1
    seen: set[str] = set()
    while end < len(blocks):
        keys = set(_keys(blocks[end]))
        if not keys or any(key in seen or not _comes_again(key, found) for key in keys):
            break
        seen |= keys
        end += 1
    if end - labelled <= _FEWEST:
        return tuple(blocks)
    text = "\n".join(block.text for block in blocks[labelled:end])
    table = replace(blocks[labelled], text=text, role="table", number="", level=0)
    return (*blocks[:labelled], table, *blocks[end:])


def _comes_again(key: str, found: Sequence[str]) -> bool:
    """Whether two lines or more begin so, `found` being sorted."""
    place = bisect_left(found, key)
    return all(other.startswith(key) for other in found[place : place + 2]) and (
        place + 1 < len(found)
    )


def _keys(block: Block) -> list[str]:
    """A block's lines without white space and page numbers, as they can be found again."""
    lines = f"{block.number} {block.text}".split("\n")
    return [key for line in lines if (key := "".join(_LEADERS.sub("", line).split()).casefold())]
