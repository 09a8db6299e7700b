"""A table of contents, whose lines are neither headings nor paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.model import Block

_LABEL = re.compile(
    r"(?:目\s*[录錄次]|(?:Table of )?Contents|Table des matières|Sommaire|Inhalt(?:sverzeichnis)?"
    r"|Índice|Contenido|Содержание|Оглавление|المحتويات|الفهرس)\s*[:：]?$",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"[\s.…·]*\d*$")
_FEWEST = 2


def with_contents_set_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Make one table of the blocks after "Contents" whose lines come again further down."""
    labelled = next(
        (place for place, block in enumerate(blocks) if _LABEL.match(block.text.strip())), None
    )
    if labelled is None:
        return tuple(blocks)
    times = Counter(key for block in blocks for key in _keys(block))
    end = labelled + 1
    seen: set[str] = set()
    while end < len(blocks):
        keys = set(_keys(blocks[end]))
        if not keys or any(times[key] < 2 or key in seen for key in keys):
            break
        seen |= keys
        end += 1
    if end - labelled <= _FEWEST:
        return tuple(blocks)
    text = "\n".join(block.text for block in blocks[labelled:end])
    table = replace(blocks[labelled], text=text, role="table", number="", level=0)
    return (*blocks[:labelled], table, *blocks[end:])


def _keys(block: Block) -> list[str]:
    """A block's lines without white space and page numbers, as they can be found again."""
    lines = f"{block.number} {block.text}".split("\n")
    return [key for line in lines if (key := "".join(_LEADERS.sub("", line).split()).casefold())]
