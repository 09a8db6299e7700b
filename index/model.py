"""What the index is made of: passages, hits, and the two seams behind which parts are exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.model import Paragraph

PassageKind = Literal["window", "sentence"]
Vectors = NDArray[np.float32]
Signs = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded: whole sentences of one paragraph, `paragraph.text[start:end]`.

    A `window` is as many as are best read together, a `sentence` is one, or a piece of a very
    long one.
    """

    paragraph: Paragraph
    start: int
    end: int
    kind: PassageKind = "window"

    @property
    def text(self) -> str:
        """The passage's words."""
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Rank:
    """A paragraph's place in one ranking: `place` counts from 1, a higher `score` is better.

    Scores are from 0 to 1: of `lexical` the share of a perfect match; of `dense` the cosine, and
    of `late` what `index.late` tells of single words, both times how far the embedder can be
    trusted on this question and report.
    """

    ranking: str
    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near a sentence, `paragraph.text[start:end]`, is to the question.

    `score` and `late` are from 0 to 1 and weighed by how far the embedder can be trusted here: the
    cosine, and how well the sentence matches the question word by word. `words` tells how near it
    comes to each of the question's tokens, from -1 to 1.
    """

    start: int
    end: int
    score: float
    late: float = 0.0
    words: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph found.

    `score` is the fused one, higher is better; it depends on the report and the question alone,
    so scores compare across reports. `passage` is the window that matched best; `ranks` tells
    where each single ranking had the paragraph (a ranking that did not see it is absent);
    `sentences` how near each is, in their order; `words` how near the paragraph comes to each of
    the question's tokens, from -1 to 1.
    """

    paragraph: Paragraph
    score: float
    passage: Passage
    ranks: tuple[Rank, ...] = ()
    sentences: tuple[Likeness, ...] = ()
    words: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """How a tokenizer reads a text: how many tokens, and how many of them mean nothing to it.

    Those are tokens for anything unknown, and single letters, of which it spells foreign words.
    """

    tokens: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as an embedder reads it, whole and token by token.

    Vectors are float32 of unit length, so a dot product is a cosine. `vector` has the shape
    (dimension,); `tokens` has one of the text's tokens in each row, without the special ones, and
    no row where the embedder gives none.
    """

    vector: Vectors
    tokens: Vectors


class Embedder(Protocol):
    """The seam for encoders."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the vectors of a text would (weights, prompts, dtype, token limit)."""

    @property
    def token_limit(self) -> int:
        """The most tokens a text may have, special ones included, before it would be cut."""

    def encode_documents(self, texts: Sequence[str]) -> list[Encoded]:
        """Embed passages."""

    def encode_query(self, text: str) -> Encoded:
        """Embed one question."""

    def measure(self, texts: Sequence[str]) -> list[Measure]:
        """Count each text's tokens, special ones included; nothing is cut."""


class VectorStore(Protocol):
    """The seam for nearest-neighbour search over one report's passage vectors, in their order."""

    def search(self, query: Vectors, limit: int) -> tuple[NDArray[np.int64], Vectors]:
        """Find the rows nearest to a query of shape (dimension,).

        Returns:
            Row numbers and cosines, both of shape (min(limit, rows),), best first; equal
            cosines in row order.
        """
