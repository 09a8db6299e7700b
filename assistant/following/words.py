"""A question's words, told from the small ones that only shape it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.following.grammar import Grammar, plain

_WORD = re.compile(r"[^\W\d_]{1,3}'|[\w/.]*[\w/](?:[-’'][\w/]+)*(?:(?<=s)'(?= \w))?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a mark or, in Chinese, what stands between two function words, and its place."""

    text: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


def pieces(text: str, grammar: Grammar) -> Iterator[Piece]:
    """A text's words; in Chinese the stretches between question, function and verb-like words."""
    if grammar.spaced:
        for word in _WORD.finditer(plain(text)):
            yield Piece(word[0].lower(), *word.span())
        return
    place = 0
    for cut in _cuts(grammar).finditer(plain(text)):
        if cut.start() > place:
            yield Piece(text[place : cut.start()], place, cut.start())
        place = cut.end()
    if place < len(text):
        yield Piece(text[place:], place, len(text))


def content(piece: Piece, grammar: Grammar) -> bool:
    """Tell a word of substance from one that only shapes a question."""
    if not any(map(str.isalnum, piece.text)):
        return False
    if not grammar.spaced:
        return True
    word = piece.text
    return not (
        word in grammar.function
        or word in grammar.joiners
        or word in grammar.auxiliaries
        or grammar.asking.fullmatch(word)
        or grammar.finite.fullmatch(word)
    )


@cache
def _cuts(grammar: Grammar) -> re.Pattern[str]:
    words = sorted(grammar.function, key=len, reverse=True)
    function = plain("|".join(words))
    return re.compile(
        rf"{grammar.asking.pattern}|{function}|[^\w\s《》“”]|\s+|(?=《)|(?<=》)|(?=“)|(?<=”)"
    )
