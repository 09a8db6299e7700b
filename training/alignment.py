"""Which word translates which, learned from sentence pairs.

Source: Brown, Della Pietra, Della Pietra and Mercer, "The Mathematics of Statistical Machine
Translation" (1993), Model 1, in both directions; a pair is kept as far as both agree, after
Liang, Taskar and Klein, "Alignment by Agreement" (2006).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

ITERATIONS = 6
LONGEST = 60  # words of a sentence; more add little and cost much
TRANSLATIONS = 8  # kept of a word
LEAST = 0.03  # the probability below which a translation is dropped

Sentence = Sequence[str]
Table = dict[str, tuple[tuple[str, float], ...]]


def align(pairs: Sequence[tuple[Sentence, Sentence]], least_seen: int = 2) -> Table:
    """Learn P(target word | source word) from (source, target) sentences.

    Returns:
        For each source word its likeliest translations with probabilities, best first.
    """
    sources = _numbered((source for source, _ in pairs), least_seen)
    targets = _numbered((target for _, target in pairs), least_seen)
    links = _links(pairs, sources, targets)
    if not len(links[0]):
        return {}
    keys, cell = np.unique(links[1].astype(np.int64) * len(targets) + links[2], return_inverse=True)
    source, target = keys // len(targets), keys % len(targets)
    forth = _model_1(cell, source, links[0] * np.int64(len(targets)) + links[2])
    back = _model_1(cell, target, links[0] * np.int64(len(sources)) + links[1])
    agreed = forth * back
    agreed /= np.maximum(np.bincount(source, agreed, len(sources)), 1e-12)[source]
    return _table(source, target, agreed, list(sources), list(targets))


def _numbered(sentences: Iterable[Sentence], least_seen: int) -> dict[str, int]:
    seen = Counter(word for sentence in sentences for word in sentence)
    words = [word for word, times in seen.items() if times >= least_seen]
    return {word: number for number, word in enumerate(words)}


def _links(
    pairs: Sequence[tuple[Sentence, Sentence]], sources: dict[str, int], targets: dict[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Every source word beside every target word of its sentence: sentence, source, target."""
    sentence, left, right = [], [], []
    for number, (source, target) in enumerate(pairs):
        s = np.array([sources[w] for w in dict.fromkeys(source) if w in sources][:LONGEST])
        t = np.array([targets[w] for w in dict.fromkeys(target) if w in targets][:LONGEST])
        if len(s) and len(t):
            left.append(np.repeat(s, len(t)))
            right.append(np.tile(t, len(s)))
            sentence.append(np.full(len(s) * len(t), number))
    if not sentence:
        empty = np.empty(0, np.int64)
        return empty, empty, empty
    return np.concatenate(sentence), np.concatenate(left), np.concatenate(right)


def _model_1(
    cell: NDArray[np.int64], given: NDArray[np.int64], group: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Probabilities of each word pair by expectation-maximisation.

    Args:
        cell: Which word pair each link is of.
        given: For each word pair, the word that is conditioned on.
        group: For each link, its sentence and the word generated there; one of the links of a
            group is the true one.
    """
    _, group = np.unique(group, return_inverse=True)
    chance = np.ones(len(given))
    for _ in range(ITERATIONS):
        share = chance[cell]
        share /= np.bincount(group, share)[group]
        counts = np.bincount(cell, share, len(given))
        chance = counts / np.maximum(np.bincount(given, counts), 1e-12)[given]
    return chance


def _table(
    source: NDArray[np.int64],
    target: NDArray[np.int64],
    chance: NDArray[np.float64],
    sources: list[str],
    targets: list[str],
) -> Table:
    kept = np.flatnonzero(chance >= LEAST)
    order = kept[np.lexsort((-chance[kept], source[kept]))]
    table: dict[str, list[tuple[str, float]]] = {}
    for row in order.tolist():
        translations = table.setdefault(sources[source[row]], [])
        if len(translations) < TRANSLATIONS:
            translations.append((targets[target[row]], float(chance[row])))
    return {word: tuple(translations) for word, translations in table.items()}
