"""Passing over tokens."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.referring.lexing import Token

Tokens = Sequence[Token]
ARTICLES = frozenset("the le la les l el los las de del du der die das".split())


def can(tokens: Tokens, place: int, *roles: str) -> bool:
    """Whether there is a token at a place that can be used as one of these."""
    return 0 <= place < len(tokens) and tokens[place].can_be(*roles)


def past(tokens: Tokens, place: int, *roles: str) -> int:
    """The place after a run of tokens that can be used as one of these."""
    while can(tokens, place, *roles):
        place += 1
    return place


def past_articles(tokens: Tokens, place: int, *roles: str) -> int:
    """The same for a run that may hold articles: “of the”, “de la”."""
    while can(tokens, place, *roles) or (place < len(tokens) and tokens[place].text in ARTICLES):
        place += 1
    return place
