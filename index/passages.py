"""What is embedded of a report: windows of its paragraphs, and their sentences one by one.

A window is read under the headings that it stands under, a sentence by itself. A paragraph means
what its best window and its best sentence mean, on average: the one knows the context, the other
is not diluted. What each choice brought, `benchmarks/README.md` tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from corpus.model import Paragraph, Report
from index.errors import LongParagraphError
from index.model import Embedder, Passage
from index.windows import windows

_T = TypeVar("_T")

WINDOW = 128  # tokens of a window, special ones included; longer text dilutes a vector
LONGEST = 200_000  # characters of a paragraph, some eighty pages of print
_AT_ONCE = 50_000  # characters that are cut up between two looks at whether to go on

Pause = Callable[[], None]
"""Called again and again while there is much to do; what it raises stops the work."""


def check_lengths(report: Report) -> None:
    """See that no paragraph of a report is a whole book.

    Raises:
        LongParagraphError: If one has more than `LONGEST` characters.
    """
    longest = max((len(paragraph.text) for paragraph in report.paragraphs), default=0)
    if longest > LONGEST:
        raise LongParagraphError(report.id, longest, LONGEST)


def passages(
    paragraphs: Sequence[Paragraph], embedder: Embedder, pause: Pause = lambda: None
) -> tuple[Passage, ...]:
    """Cut paragraphs into passages that `embedder` reads to their end, windows first."""
    limit = embedder.token_limit
    wide: list[tuple[Paragraph, int, int]] = []
    single: list[tuple[Paragraph, int, int]] = []
    for some in _in_portions(paragraphs, lambda paragraph: len(paragraph.text)):
        pause()
        wide += windows(some, embedder, min(WINDOW, limit))
        single += windows(some, embedder, limit, sentences=1)
    return (
        *(Passage(paragraph, start, end) for paragraph, start, end in wide),
        *(Passage(paragraph, start, end, "sentence") for paragraph, start, end in single),
    )


def embedded_texts(
    made: Sequence[Passage], embedder: Embedder, pause: Pause = lambda: None
) -> list[str]:
    """The strings that stand for passages: their words, and above a window's its headings.

    Headings that would not fit with the window are left out.
    """
    texts: list[str] = []
    for some in _in_portions(made, lambda passage: passage.end - passage.start):
        pause()
        full = [_under_headings(passage) for passage in some]
        texts += [
            text if measure.tokens <= embedder.token_limit else passage.text
            for passage, text, measure in zip(some, full, embedder.measure(full), strict=True)
        ]
    return texts


def _in_portions(items: Sequence[_T], length: Callable[[_T], int]) -> Iterator[list[_T]]:
    """Neighbours together, as many as have `_AT_ONCE` characters, and at least one."""
    portion: list[_T] = []
    characters = 0
    for item in items:
        portion.append(item)
        characters += length(item)
        if characters >= _AT_ONCE:
            yield portion
            portion, characters = [], 0
    if portion:
        yield portion


def _under_headings(passage: Passage) -> str:
    if passage.kind == "sentence" or not passage.paragraph.headings:
        return passage.text
    path = " ".join(heading.title for heading in passage.paragraph.headings)
    return f"{path}\n{passage.text}"
