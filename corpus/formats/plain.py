"""Plain text: blank lines part its blocks; line breaks inside a block are the layout's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.decoding import file_text
from corpus.joining import ends_sentence
from corpus.model import Block

SUFFIXES = (".txt", ".text")


def blocks(path: Path) -> Iterator[Block]:
    """Yield the file's blocks, in order; a form feed counts as a page's end.

    Raises:
        UnreadableFileError: If the file can't be read, or holds nothing.
        NotTextError: If its bytes are no text.
    """
    text = file_text(path)
    paged = "\f" in text
    for number, page in enumerate(text.split("\f"), start=1):
        lines: list[str] = []
        for line in [*page.split("\n"), ""]:
            if lines and (not line.strip() or _is_indented_start(lines[-1], line)):
                yield Block("\n".join(lines), page=number if paged else None)
                lines = []
            if line.strip():
                lines.append(line.rstrip())


def _is_indented_start(above: str, line: str) -> bool:
    """Without a blank line, an indent after a finished sentence begins a new block."""
    return line[0].isspace() and not above[0].isspace() and ends_sentence(above)
