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
# What a line of contents has that the heading has not: a page, or in Japan its articles.
_LEADERS = re.compile(r"[\s.…·]*\d*$|[（(]第[^（）()]*条(?:の[^（）()]*)?[）)]$")
_FEWEST = 2


def with_contents_set_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Make one table of what stands after "Contents" and comes again further down."""
    labelled = next((place for place, block in enumerate(blocks) if _is_labelled(block)), None)
    if labelled is None:
        return tuple(blocks)
    # Nothing need part the contents from what stands above and below them.
    above, *lines = _parted(blocks[labelled])
    below = blocks[labelled + 1 :]
    end = _end_of_contents([*lines, *below])
    if end <= _FEWEST:
        return tuple(blocks)
    kept, after = lines[end:], below[max(0, end - len(lines)) :]
    text = "\n".join(block.text for block in [*lines, *below][:end])
    table = replace(blocks[labelled], text=text, role="table", number="", level=0)
    rest = [replace(kept[0], text="\n".join(line.text for line in kept))] if kept else []
    return (*blocks[:labelled], *([above] if above.text else []), table, *rest, *after)


def _is_labelled(block: Block) -> bool:
    return any(_LABEL.match(line.strip()) for line in block.text.split("\n"))


def _parted(block: Block) -> list[Block]:
    """Part a block into what stands above "Contents", and each line from there on."""
    lines = block.text.split("\n")
    label = next(place for place, line in enumerate(lines) if _LABEL.match(line.strip()))
    above = replace(block, text="\n".join(lines[:label]))
    return [above, *(replace(block, text=line, number="") for line in lines[label:])]


def _end_of_contents(blocks: Sequence[Block]) -> int:
    """Where the contents end that begin with the first of these blocks."""
    found = sorted(key for block in blocks for key in _keys(block))
    end = 1
    if end < len(blocks) and _COLUMN.fullmatch(blocks[end].text.strip()):
        end += 1
    seen: set[str] = set()
    while end < len(blocks):
        keys = set(_keys(blocks[end]))
        if not keys or any(key in seen or not _comes_again(key, found) for key in keys):
            break
        seen |= keys
        end += 1
    return end


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
