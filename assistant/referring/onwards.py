"""What goes on from a thing just named: “paragraph 12 and the next two”, 第12段及其后三段."""

from __future__ import annotations

from assistant.referring.model import Mention, Step
from assistant.referring.passing import ARTICLES, Tokens, can, past
from assistant.referring.picking import beside
from assistant.referring.placing import numeral
from assistant.referring.units import unit_of

_QUIET = ("that", "one", "filler", "of")
_ARABIC_AND = "و"


def going_on(tokens: Tokens, mention: Mention) -> Mention | None:
    """Read so many more things before or after one that was named by its number."""
    step = mention.steps[-1]
    if mention.anchor or mention.opening or len(step.picks) != 1 or step.unit == "item":
        return None
    if step.picks[0].first.style not in ("number", "roman", "compound"):
        return None
    at, side, count, named = past(tokens, mention.end, "also", "comma"), 0, 0, False
    if can(tokens, mention.end, "onwards"):
        at, side = mention.end + 1, 1
    elif at == mention.end and not is_joined(tokens, at):
        return None
    end = at
    while at < len(tokens) and not (side and count and named):
        if not side and can(tokens, at, "next", "after", "previous", "before"):
            side = 1 if can(tokens, at, "next", "after") else -1
        elif not count and numeral(tokens, at):
            count = numeral(tokens, at)
        elif not named and unit_of(tokens[at]) == step.unit:
            named, count = True, count or (2 if "dual" in tokens[at].roles else 0)
        elif not (can(tokens, at, *_QUIET) or tokens[at].text in ARTICLES):
            break
        at += 1
        end = at
    told = count or named or end == len(tokens) or can(tokens, end, "stop", "comma", "close")
    if not side or not told or (can(tokens, mention.end, "onwards") and not count):
        return None
    more = Step(step.unit, (beside(side, count or 1),), step.word)
    return Mention((more,), mention.end, end, anchor=mention)


def is_joined(tokens: Tokens, at: int) -> bool:
    """Whether the word at a place begins with an Arabic “and”: والفقرتان."""
    return at < len(tokens) and tokens[at].text.startswith(_ARABIC_AND) and len(tokens[at].text) > 2
