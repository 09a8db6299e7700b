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
from index.lexical import terms
from index.stopping import WORDS
from training.alignment import Table
from training.sources import Entry
from training.vocabulary import Row

SENSES = 6
_SMALL = frozenset(WORDS["en"].split())
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

    def form(self, stem: str) -> str:
        """The commonest word of a stem."""
        forms = self._forms.get(stem)
        return forms.most_common(1)[0][0] if forms else stem

    def gloss(self, sense: str) -> Values | None:
        """What a dictionary's sense says: the mean of its words, small words apart."""
        words = [word for word in terms(sense) if word.isalpha()]
        telling = [word for word in words if word not in _SMALL] or words
        pieces = [
            self._table[found].mean(axis=0) for word in telling if (found := self._pieces(word))
        ]
        return np.asarray(np.mean(pieces, axis=0), np.float32) if pieces else None

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

    What parallel text tells and what the dictionary tells count alike: each alone is 2 to 6
    points worse in first place.

    Returns:
        Shape (len(rows), width).
    """
    senses = {folded(entry.simplified): entry.senses for entry in entries}
    random = np.random.default_rng(0)
    values = np.empty((len(rows), width), np.float32)
    for place, row in enumerate(rows):
        total = _direction(_aligned(row, english, tables.get(row.language, {}), width))
        if row.language == "zh":
            total = total + _direction(_glossed(senses.get(row.text, ()), english, width))
        length = np.linalg.norm(total)
        if not length:
            total = random.normal(size=width).astype(np.float32)
            length = np.linalg.norm(total) * 4
        values[place] = total * (english.length / length)
    return values


def _aligned(row: Row, english: EnglishRows, table: Table, width: int) -> Values:
    """The English that stands across from a row in parallel text, by its chance."""
    word = row.text if row.language == "zh" else next(iter(terms(row.text, row.language)), "")
    total = np.zeros(width, np.float32)
    for stem, chance in table.get(word, ()):
        direction = english(stem)
        if direction is not None:
            total += chance * direction
    return total


def _glossed(senses: Sequence[str], english: EnglishRows, width: int) -> Values:
    """A dictionary's first senses, the first counting most."""
    total = np.zeros(width, np.float32)
    for rank, sense in enumerate(senses[:SENSES], start=1):
        meaning = english.gloss(sense)
        if meaning is not None:
            total += meaning / rank
    return total


def _direction(total: Values) -> Values:
    length = np.linalg.norm(total)
    return total / length if length else total
