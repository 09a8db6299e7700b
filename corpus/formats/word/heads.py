"""A document's symbol where only the head of its pages has it, as in the United Nations' files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.elements import every
from corpus.identity import is_symbol
from corpus.model import Block
from corpus.packages import Package

_HEAD = re.compile(r"header\d*\.xml")
_COVER = 60  # blocks


def symbols_of_heads(package: Package, folder: str) -> tuple[str, ...]:
    """Find the paragraphs of the pages' heads that hold a symbol and nothing else.

    Args:
        package: The document's.
        folder: That of its main part.
    """
    return tuple(dict.fromkeys(filter(is_symbol, _paragraphs(package, folder))))


def with_symbol(blocks: Sequence[Block], symbols: Sequence[str]) -> Iterator[Block]:
    """Yield blocks, with the first symbol above them unless one is printed on the cover."""
    cover = "\n".join(block.text for block in blocks[:_COVER])
    if symbols and not any(symbol in cover for symbol in symbols):
        yield Block(symbols[0])
    yield from blocks


def _paragraphs(package: Package, folder: str) -> Iterator[str]:
    for part in package.names:
        if part.startswith(f"{folder}/") and _HEAD.fullmatch(part.removeprefix(f"{folder}/")):
            head = package.xml(part)
            for paragraph in every(head, "p") if head is not None else ():
                yield "".join(text.text or "" for text in every(paragraph, "t")).strip()
