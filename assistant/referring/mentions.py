"""The references in a question, put together from their parts before any report is seen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from assistant.referring.atoms import atom
from assistant.referring.bare import bare_mention
from assistant.referring.chains import NAMING, chain
from assistant.referring.labels import Tokens
from assistant.referring.lexing import Lexed, lexed
from assistant.referring.model import Mention
from assistant.referring.neighbours import beside_mention, beside_named, beside_unit
from assistant.referring.openings import opened, past_opening
from assistant.referring.ranges import past_leads, ranged


@lru_cache(maxsize=256)
def read(question: str) -> tuple[Lexed, tuple[Mention, ...]]:
    """Read a question: its tokens, and its references in order."""
    words = lexed(question)
    return words, tuple(_mentions(words.tokens)) or bare_mention(words.tokens)


def _mentions(tokens: Tokens) -> Iterator[Mention]:
    place = 0
    while place < len(tokens):
        mention = _mention(tokens, place) if tokens[place].roles else None
        if mention is not None:
            yield mention
        place = mention.end if mention is not None else place + 1


def _mention(tokens: Tokens, place: int) -> Mention | None:
    """Read the reference that begins at a token, with all that belongs to it."""
    opening = past_opening(tokens, place)
    first = atom(tokens, past_leads(tokens, place) if opening is None else opening)
    if first is None:
        return beside_named(tokens, place)
    if first.bare and opening is None:
        beside = beside_unit(tokens, place, first)
        if beside is not None:
            return beside
    steps, end = chain(tokens, first)
    # Units without labels refer to nothing: “a paragraph”, “the section”.
    if all(not step.picks and step.unit not in (*NAMING, "annex") for step in steps):
        return None
    mention = Mention(steps, place, end, opening=opening is not None)
    mention = beside_mention(tokens, mention) or mention
    return mention if opening is not None else opened(tokens, ranged(tokens, mention))
