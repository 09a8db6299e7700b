"""What is embedded of a report: windows of its paragraphs, and their sentences one by one.

A window is read under the headings that it stands under, a sentence by itself. A paragraph means
what its best window and its best sentence mean, on average: the one knows the context, the other
is not diluted. What each choice brought, `benchmarks/README.md` tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Paragraph
from index.model import Embedder, Passage
from index.windows import windows

WINDOW = 128  # tokens of a window, special ones included; longer text dilutes a vector


def passages(paragraphs: Sequence[Paragraph], embedder: Embedder) -> tuple[Passage, ...]:
    """Cut paragraphs into passages that `embedder` reads to their end, windows first."""
    limit = embedder.token_limit
    wide = windows(paragraphs, embedder, min(WINDOW, limit))
    single = windows(paragraphs, embedder, limit, sentences=1)
    return (
        *(Passage(paragraph, start, end) for paragraph, start, end in wide),
        *(Passage(paragraph, start, end, "sentence") for paragraph, start, end in single),
    )


def embedded_texts(made: Sequence[Passage], embedder: Embedder) -> list[str]:
    """The strings that stand for passages: their words, and above a window's its headings.

    Headings that would not fit with the window are left out.
    """
    full = [_under_headings(passage) for passage in made]
    measures = embedder.measure(full)
    return [
        text if measure.tokens <= embedder.token_limit else passage.text
        for passage, text, measure in zip(made, full, measures, strict=True)
    ]


def _under_headings(passage: Passage) -> str:
    if passage.kind == "sentence" or not passage.paragraph.headings:
        return passage.text
    path = " ".join(heading.title for heading in passage.paragraph.headings)
    return f"{path}\n{passage.text}"
