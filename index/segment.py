"""One report's vectors, ready to be searched; it knows nothing of any other report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.model import Paragraph
from index.late import Late, Nearness, late_scores
from index.library import EmbeddedPassages
from index.model import Encoded, Likeness, Passage, Vectors, VectorStore


@dataclass(frozen=True, slots=True)
class Meaning:
    """How near a report's passages and paragraphs are to one question.

    `cosines` has one for each passage, `paragraphs` one for each paragraph, by `ordinal - 1`:
    the mean of its best window and its best sentence. Both are from -1 to 1.
    """

    cosines: NDArray[np.float64]
    paragraphs: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WordByWord:
    """How near one question's tokens come to some paragraphs and to their sentences.

    Attributes:
        paragraphs: One column for each paragraph looked at, in the order asked for.
        sentences: For each paragraph looked at, by ordinal, one column for each sentence.
    """

    paragraphs: Nearness
    sentences: Mapping[int, Nearness]


class Segment:
    """The passages of one report and a store of their vectors.

    Args:
        embedded: The passages.
        paragraphs: How many paragraphs the report has.
        store: Makes a store of vectors.
        known: The share (0 to 1) of the report's tokens that the embedder knows.
    """

    def __init__(
        self,
        embedded: EmbeddedPassages,
        paragraphs: int,
        store: Callable[[Vectors], VectorStore],
        known: float,
    ) -> None:
        self.known = known
        self._passages = embedded.passages
        self._paragraphs = paragraphs
        self._store = store(embedded.vectors)
        self._places = np.array([p.paragraph.ordinal - 1 for p in self._passages], np.intp)
        self._is_sentence = np.array([p.kind == "sentence" for p in self._passages], np.bool_)
        self._rows: list[list[int]] = [[] for _ in range(paragraphs)]
        for row, place in enumerate(self._places.tolist()):
            self._rows[place].append(row)
        self._late = Late(
            [
                signs if passage.kind == "sentence" else signs[:0]
                for passage, signs in zip(embedded.passages, embedded.signs, strict=True)
            ]
        )

    def meaning(self, vector: Vectors) -> Meaning:
        """Compare a question's vector, shape (dimension,), with everything."""
        cosines = np.full(len(self._places), -1.0)
        rows, found = self._store.search(vector, len(self._places))
        cosines[rows] = found
        windows, sentences = (
            self._best(cosines, self._is_sentence == kind) for kind in (False, True)
        )
        return Meaning(cosines, (windows + sentences) / 2)

    def word_by_word(self, question: Encoded, ordinals: Sequence[int]) -> WordByWord:
        """Compare a question's tokens with those of some paragraphs, by ordinal."""
        rows = {ordinal: self._rows_of(ordinal, sentences=True) for ordinal in ordinals}
        every = self._late.nearness(
            question.tokens, [row for some in rows.values() for row in some]
        )
        ends = np.cumsum([len(some) for some in rows.values()])
        sentences = dict(zip(rows, np.split(every, ends[:-1], axis=1), strict=True))
        nearest = [near.max(1, initial=-1.0) for near in sentences.values()]
        return WordByWord(np.stack(nearest, axis=1), sentences)

    def window(self, paragraph: Paragraph, meaning: Meaning) -> Passage:
        """The window of a paragraph that is nearest to the question."""
        rows = self._rows_of(paragraph.ordinal, sentences=False)
        if not rows:
            return Passage(paragraph, 0, len(paragraph.text))
        return self._passages[max(rows, key=lambda row: float(meaning.cosines[row]))]

    def sentences(
        self, paragraph: Paragraph, meaning: Meaning, words: WordByWord, trust: float
    ) -> tuple[Likeness, ...]:
        """How near each sentence of a paragraph is, times how far that can be trusted."""
        rows = self._rows_of(paragraph.ordinal, sentences=True)
        nearness = words.sentences[paragraph.ordinal]
        return tuple(
            Likeness(
                self._passages[row].start,
                self._passages[row].end,
                max(0.0, trust * float(meaning.cosines[row])),
                trust * float(late),
                tuple(near.tolist()),
            )
            for row, late, near in zip(rows, late_scores(nearness), nearness.T, strict=True)
        )

    def _rows_of(self, ordinal: int, *, sentences: bool) -> list[int]:
        """A paragraph's passages of one kind, by their rows."""
        return [row for row in self._rows[ordinal - 1] if self._is_sentence[row] == sentences]

    def _best(self, cosines: NDArray[np.float64], wanted: NDArray[np.bool_]) -> NDArray[np.float64]:
        best = np.full(self._paragraphs, -1.0)
        np.maximum.at(best, self._places[wanted], cosines[wanted])
        return best
