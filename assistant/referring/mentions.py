"""The references in a question, put together from their parts before any report is seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.referring.atoms import atom
from assistant.referring.bare import bare_mention
from assistant.referring.chains import NAMING, chain, numbered_alone
from assistant.referring.comparing import compared
from assistant.referring.excluding import excluded, is_excluded
from assistant.referring.lexing import Lexed, lexed
from assistant.referring.model import Label, Mention, Pick, Step
from assistant.referring.neighbours import beside_mention, beside_named, beside_unit, on_a_side
from assistant.referring.onwards import going_on
from assistant.referring.openings import opened, past_opening
from assistant.referring.passing import Tokens, can, past
from assistant.referring.ranges import past_leads, ranged
from assistant.referring.strokes import parted


@lru_cache(maxsize=256)
def read(question: str) -> tuple[Lexed, tuple[Mention, ...]]:
    """Read a question: its tokens, and its references in order."""
    words = lexed(question)
    words = replace(words, tokens=tuple(compared(parted(words.tokens))))
    return words, tuple(_mentions(words.tokens)) or bare_mention(words.tokens)


def _mentions(tokens: Tokens) -> Iterator[Mention]:
    place = 0
    while place < len(tokens):
        mention = _mention(tokens, place) if tokens[place].roles else None
        if mention is None:
            place += 1
            continue
        yield replace(mention, excluded=is_excluded(tokens, mention))
        place = mention.end
        more = (excluded(tokens, mention), going_on(tokens, mention))
        for further in (*more, *_further(tokens, mention)):
            if further is not None:
                yield further
                place = max(place, further.end)


def _further(tokens: Tokens, mention: Mention) -> Iterator[Mention]:
    """More parts of sections that only their numbers tell: “sections IV.B and IV.C”."""
    lettered = len(mention.steps) > 1 and mention.steps[-1].unit == "part" and not mention.anchor
    at = past(tokens, mention.end, "also", "comma")
    while lettered and at > mention.end:
        found = numbered_alone(tokens, at)
        if found is None:
            return
        steps, end = chain(tokens, found)
        mention = Mention(steps, at, end)
        yield mention
        at = past(tokens, end, "also", "comma")


def _mention(tokens: Tokens, place: int) -> Mention | None:
    """Read the reference that begins at a token, with all that belongs to it."""
    opening = past_opening(tokens, place)
    first = atom(tokens, past_leads(tokens, place) if opening is None else opening)
    if first is None:
        return (
            _line_of_number(tokens, place)
            or beside_named(tokens, place)
            or on_a_side(tokens, place)
        )
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


def _line_of_number(tokens: Tokens, place: int) -> Mention | None:
    """“49 al. 3”: a number whose line is told; its unit goes without saying."""
    if not can(tokens, place, "digits"):
        return None
    found = atom(tokens, past(tokens, place + 1, "comma"))
    if found is None or found.step.unit != "line" or not found.step.picks:
        return None
    number = Label("number", tokens[place].roles["digits"], tokens[place].text)
    return Mention((Step("paragraph", (Pick(number),)), found.step), place, found.end)
