"""The first values of the new rows: the mean of the English words that translate them.

Source: WECHSEL (Minixhofer, Paischer and Rekabsaz, 2022) in spirit; here with dictionary senses
and alignment probabilities for weights.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.normalising import folded
from index.lexical import question_terms, terms
from training.alignment import Table
from training.sources import Entry
from training.vocabulary import Row

SENSES = 6
Values = NDArray[np.float32]
Weights = dict[str, float]


class EnglishRows:
    """The teacher's input embeddings by English word or stem, each of unit length."""

    def __init__(self, ids: Mapping[str, int], table: Values, texts: Sequence[str]) -> None:
        self._ids, self._table = ids, table
        self.length = float(np.linalg.norm(table, axis=1).mean())
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for word in terms(text):
                if word.isalpha():
                    forms[terms(word, "en")[0] if len(word) > 1 else word][word] += 1
        self._forms = forms
        self._known: dict[str, Values | None] = {}

    def __call__(self, stem: str) -> Values | None:
        """The direction of a stem: the mean of its words as they occur."""
        if stem not in self._known:
            forms = self._forms.get(stem) or Counter({stem: 1})
            self._known[stem] = self._mean({word: float(n) for word, n in forms.most_common(4)})
        return self._known[stem]

    def _mean(self, words: Weights) -> Values | None:
        total = np.zeros(self._table.shape[1], np.float32)
        for word, weight in words.items():
            pieces = self._pieces(word)
            if pieces:
                total += weight * self._table[pieces].mean(axis=0)
        length = np.linalg.norm(total)
        return total / length if length else None

    def _pieces(self, word: str) -> list[int]:
        pieces, place = [], 0
        while place < len(word):
            prefix = "##" if place else ""
            end = next(
                (e for e in range(len(word), place, -1) if prefix + word[place:e] in self._ids), 0
            )
            if not end:
                return []
            pieces.append(self._ids[prefix + word[place:end]])
            place = end
        return pieces


def first_values(
    rows: Sequence[Row],
    english: EnglishRows,
    entries: Sequence[Entry],
    tables: Mapping[str, Table],
    width: int,
) -> Values:
    """Start every new row; one that nothing translates starts small and at random.

    Returns:
        Shape (len(rows), width).
    """
    senses = {folded(entry.simplified): entry.senses for entry in entries}
    random = np.random.default_rng(0)
    values = np.empty((len(rows), width), np.float32)
    for place, row in enumerate(rows):
        weights = _translations(row, senses, tables.get(row.language, {}))
        total = np.zeros(width, np.float32)
        for stem, weight in weights.items():
            direction = english(stem)
            if direction is not None:
                total += weight * direction
        length = np.linalg.norm(total)
        if not length:
            total = random.normal(size=width).astype(np.float32)
            length = np.linalg.norm(total) * 4
        values[place] = total * (english.length / length)
    return values


def _translations(row: Row, senses: Mapping[str, Sequence[str]], table: Table) -> Weights:
    """English stems for a row: alignment and dictionary, half and half where there are both."""
    weights: Weights = defaultdict(float)
    word = row.text if row.language == "zh" else next(iter(terms(row.text, row.language)), "")
    for stem, chance in table.get(word, ()):
        weights[stem] += chance
    for rank, sense in enumerate(senses.get(row.text, ())[:SENSES], start=1):
        stems = question_terms(sense, "en")[:4]
        for stem in stems:
            weights[stem] += 1 / rank / len(stems)
    return weights
