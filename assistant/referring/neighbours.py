"""What stands beside what is named or was quoted: “the one before that”, “第26段的下一段”."""

from __future__ import annotations

from dataclasses import replace

from assistant.referring.atoms import Atom, atom, counted_before
from assistant.referring.labels import Tokens, can, past, past_articles
from assistant.referring.model import Label, Mention, Pick, Step
from assistant.referring.picking import beside
from corpus.joining import is_unspaced

_SIDES = ("before", "after", "previous", "next")


def beside_unit(tokens: Tokens, start: int, unit: Atom) -> Mention | None:
    """“The paragraph before that”, “the paragraph after paragraph 26”: a unit, then its side."""
    at = past(tokens, unit.end, "that", "one", "filler")
    if is_unspaced(tokens[unit.start].text[0]):
        return None  # in Chinese the side comes first: 上一段
    if not can(tokens, at, *_SIDES):
        return None
    step = Step(unit.step.unit, (beside(_side(tokens, at), counted_before(tokens, unit.start)),))
    after = past_articles(tokens, at + 1, "of", "range", "filler")
    named = atom(tokens, after)
    if named is not None and named.step.picks:
        return Mention((step,), start, named.end, Mention((named.step,), after, named.end))
    return Mention((step,), start, past(tokens, at + 1, "that", "one"))


def beside_named(tokens: Tokens, place: int) -> Mention | None:
    """“The one before paragraph 26”, “celui d'avant le paragraphe 26”: no unit, then its side."""
    if not (can(tokens, place, "one") and can(tokens, place + 1, *_SIDES)):
        return None
    at = past_articles(tokens, place + 2)
    named = atom(tokens, at)
    if named is None or not named.step.picks:
        return None
    step = Step(named.step.unit, (beside(_side(tokens, place + 1), 1),), named.step.word)
    return Mention((step,), place, named.end, Mention((named.step,), at, named.end))


def beside_mention(tokens: Tokens, mention: Mention) -> Mention | None:
    """“第26段的上一段”, “第26段之前的那一段”: what is named, then the side of it."""
    if mention.steps[-1].picks and mention.steps[-1].picks[0].first.style == "beside":
        return _anchored(tokens, mention)
    at, side, unit = mention.end, 0, mention.steps[-1].unit
    while can(tokens, at, "of", "before", "after", "that", "one") and atom(tokens, at) is None:
        side += can(tokens, at, "after") - can(tokens, at, "before")
        at += 1
    other = atom(tokens, at)
    if other is None or other.step.unit != unit or not other.step.picks:
        return None
    pick = other.step.picks[0]
    if side and (pick.first.style == "beside" or pick.first.text == "一"):
        pick = Pick(Label("beside", side))
    elif pick.first.style != "beside" or not pick.first.value:
        return None
    return replace(mention, steps=(Step(unit, (pick,)),), end=other.end, anchor=mention)


def _anchored(tokens: Tokens, mention: Mention) -> Mention | None:
    """“الفقرة السابقة للفقرة 26”: a side, then what is named."""
    at = past_articles(tokens, mention.end, "of", "range")
    named = atom(tokens, at)
    if named is None or mention.anchor or named.step.unit != mention.steps[-1].unit:
        return None
    if not named.step.picks or named.step.picks[0].first.style == "beside":
        return None
    return replace(mention, end=named.end, anchor=Mention((named.step,), at, named.end))


def _side(tokens: Tokens, place: int) -> int:
    return -1 if can(tokens, place, "before", "previous") else 1
