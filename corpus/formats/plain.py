"""Plain text: blank lines part its blocks; line breaks inside a block are the layout's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.decoding import file_text
from corpus.joining import ends_clause
from corpus.model import Block
from corpus.paging import one_a_line, text_blocks, without_running_lines

SUFFIXES = (".txt", ".text")


def blocks(path: Path) -> Iterator[Block]:
    """Yield the file's blocks, in order; a form feed counts as a page's end.

    Raises:
        UnreadableFileError: If the file can't be read, or holds nothing.
        NotTextError: If its bytes are no text.
    """
    pages = [page.split("\n") for page in file_text(path).split("\f")]
    if len(pages) == 1:
        yield from text_blocks(one_a_line(pages[0]))
        return
    held: list[Block] = []  # what a page's end may have cut in mid-sentence, and that page's notes
    for number, lines in enumerate(without_running_lines(pages), start=1):
        found = list(text_blocks(lines, number))
        if held and found and _goes_on(held[0], found[0]):
            held[0] = replace(held[0], text=f"{held[0].text}\n{found.pop(0).text}")
        last = max((place for place, block in enumerate(found) if block.role == "body"), default=-1)
        if last >= 0:
            yield from (*held, *found[:last])
            held = found[last:]
        else:
            held += found
    yield from held


def _goes_on(above: Block, block: Block) -> bool:
    """Whether a block at a page's top goes on with the one that the page before broke off."""
    both_text = above.role == block.role == "body"
    return both_text and block.text.lstrip()[:1].islower() and not ends_clause(above.text)
