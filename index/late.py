"""Late interaction: every word of a question looked for by itself in every sentence.

One vector for a whole text blurs its words. Here each token of the question is compared with each
token of a sentence, and what counts is how near the nearest one is, on average over the question.
Of a sentence's tokens only the signs of their vectors' dimensions are kept, one bit each.

Source: MaxSim of Khattab and Zaharia, "ColBERT" (2020), with an encoder that was not trained for
it; for signs, Charikar, "Similarity Estimation Techniques from Rounding Algorithms" (2002).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.model import Signs, Vectors

FLOOR = 0.2  # what a paragraph on anything else reaches on average, in every pair of languages

Nearness = NDArray[np.float32]
"""How near each token of a question comes; shape (tokens, sentences or paragraphs)."""


def signs(tokens: Vectors) -> Signs:
    """Keep of vectors, shape (tokens, dimension), whether each number is above 0.

    >>> signs(np.array([[0.5, -0.1, 0.2]], np.float32)).tolist()
    [[160]]
    """
    return np.packbits(tokens > 0, axis=1)


class Late:
    """The sentences of one report, word by word.

    Args:
        sentences: The signs of each sentence's tokens.
    """

    def __init__(self, sentences: Sequence[Signs]) -> None:
        lengths = [len(sentence) for sentence in sentences]
        self._ends = np.cumsum(lengths, dtype=np.intp)
        self._starts = self._ends - np.array(lengths, np.intp)
        self._signs = np.concatenate(sentences) if sentences else np.empty((0, 0), np.uint8)

    def nearness(self, question: Vectors, rows: Sequence[int]) -> Nearness:
        """How near each token of a question, shape (tokens, dimension), comes to each sentence.

        Args:
            question: Its tokens' vectors, of unit length.
            rows: Which sentences. One without tokens is as far away as can be.

        Returns:
            Shape (tokens, len(rows)), about 0.8 of the highest cosine, and at least -1.
        """
        dimension = question.shape[1]
        found = np.full((len(question), len(rows)), -1.0, np.float32)
        full = [place for place, row in enumerate(rows) if self._ends[row] > self._starts[row]]
        if not full or not len(question):
            return found
        some = [self._signs[self._starts[rows[p]] : self._ends[rows[p]]] for p in full]
        bits = np.unpackbits(np.concatenate(some), axis=1, count=dimension).astype(np.float32)
        # A cosine with 1 where a bit is set and -1 elsewhere, all over the root of the dimension.
        cosines = (2 * question @ bits.T - question.sum(1, keepdims=True)) / np.sqrt(dimension)
        begin = np.cumsum([0, *(len(one) for one in some[:-1])])
        found[:, full] = np.maximum.reduceat(cosines, begin, axis=1)
        return found


def late_scores(nearness: Nearness) -> NDArray[np.float64]:
    """The mean over a question's tokens above what anything reaches; one a column, 0 to 1."""
    if not len(nearness):
        return np.zeros(nearness.shape[1])
    mean: NDArray[np.float64] = nearness.mean(0, dtype=np.float64)
    return np.maximum(mean - FLOOR, 0.0)
