"""What is done to a file before it is a report: its blocks are read, then numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Literal

from corpus.arranging import arranged
from corpus.drafting import Arrangement
from corpus.errors import UnreadableFileError
from corpus.given import arranged_as_given
from corpus.model import Block

MOST_BLOCKS = 200_000

Stage = Literal["reading", "numbering", "embedding"]
"""What is being done to a file that is added; the last one is the index's."""

Watch = Callable[[Stage], None]
"""Told the stage that is reached; what it raises stops the work."""


def prepared(module: str, path: Path, watch: Watch) -> Arrangement:
    """Read a file's blocks with a module of `corpus.formats`, and arrange them.

    Args:
        module: The module's full name.
        path: The file.
        watch: Told each stage as it begins.

    Raises:
        CorpusError: What the module raises, or that there are too many blocks.
    """
    reader = import_module(module)
    watch("reading")
    blocks = tuple(bounded(reader.blocks(path), path))
    watch("numbering")
    given = getattr(reader, "NUMBERS_ARE_GIVEN", False)
    return arranged_as_given(blocks) if given else arranged(blocks)


def bounded(blocks: Iterable[Block], path: Path) -> Iterator[Block]:
    """Yield a file's blocks, up to the most that can be made a report of.

    Raises:
        UnreadableFileError: If there are more.
    """
    for count, block in enumerate(blocks):
        if count >= MOST_BLOCKS:
            raise UnreadableFileError(
                path,
                f"it has more than {MOST_BLOCKS:,} paragraphs, which is the most that can be read."
                " Split it into parts.",
            )
        yield block
