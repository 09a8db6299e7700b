"""Texts as the words that alignment counts: stems, and for Chinese the dictionary's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.normalising import folded
from index.lexical import terms
from training.sources import Entry, is_han

LONGEST_WORD = 8  # characters of a Chinese word


@dataclass(frozen=True, slots=True)
class Segmenter:
    """Cuts Chinese into the longest words that a list holds, from the left.

    As good here as a trained segmenter (0.825 against 0.824 in first place), and the tokenizer
    does just the same.
    """

    words: frozenset[str]

    def __call__(self, text: str) -> list[str]:
        """List the Chinese words of a text; other scripts are passed over."""
        found = []
        plain, place = folded(text), 0
        while place < len(plain):
            if not is_han(plain[place]):
                place += 1
                continue
            length = next(
                (
                    size
                    for size in range(min(LONGEST_WORD, len(plain) - place), 1, -1)
                    if plain[place : place + size] in self.words
                ),
                1,
            )
            found.append(plain[place : place + length])
            place += length
        return found


def segmenter(entries: Iterable[Entry]) -> Segmenter:
    """Make a segmenter of a dictionary's heads."""
    return Segmenter(frozenset(folded(entry.simplified) for entry in entries))


def stems(text: str, language: str) -> list[str]:
    """The words of a text in any other language, stemmed as full text stems them."""
    return list(terms(text, language))
