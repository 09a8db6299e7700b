"""Ranges that are open or whose end says its own unit: “from 30 on”, “3 to the last one”."""

from __future__ import annotations

from dataclasses import replace

from assistant.referring.atoms import atom
from assistant.referring.model import SECTIONS, Label, Mention, Pick
from assistant.referring.onwards import going_on
from assistant.referring.passing import ARTICLES, Tokens, can, past
from assistant.referring.units import unit_of
from corpus.joining import is_unspaced

_START, _END = Label("place", 1), Label("place", -1)
_LEADS = ("since", "between", "until")


def past_leads(tokens: Tokens, place: int) -> int:
    """Past the words that open a range: from, up to, between."""
    while can(tokens, place, "from", *_LEADS) and not unit_of(tokens[place]):
        place += 1
    return place


def ranged(tokens: Tokens, mention: Mention) -> Mention:
    """Widen a mention to the range that the words around it make of it."""
    step = mention.steps[-1]
    if not step.picks or mention.anchor:
        return mention
    pick, end = step.picks[-1], mention.end
    led = _lead(tokens, mention)
    if led == "between" and len(step.picks) == 2:
        first, last = (each.first for each in step.picks)
        step = replace(step, picks=(Pick(first, last),))
        return replace(mention, steps=(*mention.steps[:-1], step))
    if led == "beginning":
        return _with(mention, Pick(_START, pick.first), end)
    if pick.last is not None:
        return mention
    if can(tokens, end, "onwards") and can(tokens, end + 1, "range"):
        end += 1  # 第24段起至第27段止
    joints = ("range", "dash", "until", "also") if led == "between" else ("range", "dash", "until")
    if can(tokens, end, *joints):
        ended = _ended(tokens, mention, end + 1)
        if ended is not None:
            return ended
    following = pick.first.value + 1
    if can(tokens, end, "and_next") and pick.first.style == "number":
        return _with(mention, Pick(pick.first, Label("number", following, str(following))), end + 1)
    onwards = past(tokens, end, "of")
    closed = step.unit not in SECTIONS or led in ("from", "since")
    counted = going_on(tokens, mention) is not None
    if can(tokens, onwards, "onwards") and closed and not counted:
        return _with(mention, Pick(pick.first, _END), past(tokens, onwards, "onwards"))
    if led == "since":
        return _with(mention, Pick(pick.first, _END), end)
    if led == "until":
        return _with(mention, Pick(_START, pick.first), end)
    unspaced = end < len(tokens) and is_unspaced(tokens[end].text[0])
    before = (unspaced and can(tokens, end, "until")) or (
        end < len(tokens) and tokens[end].text == "以前"
    )
    if step.unit == "paragraph" and before:
        return _with(mention, Pick(_START, pick.first), end + 1)
    return mention


def _ended(tokens: Tokens, mention: Mention, place: int) -> Mention | None:
    """The range to what is named after “to”, or to the end."""
    pick, unit = mention.steps[-1].picks[-1], mention.steps[-1].unit
    while place < len(tokens) and atom(tokens, place) is None:
        if can(tokens, place, "end"):
            return _with(mention, Pick(pick.first, _END), place + 1)
        if not (can(tokens, place, "range", "reading", "until") or tokens[place].text in ARTICLES):
            return None
        place += 1
    last = atom(tokens, place)
    if last is None or last.step.unit != unit or not last.step.picks:
        return None
    return _with(mention, Pick(pick.first, last.step.picks[-1].first), last.end)


def _lead(tokens: Tokens, mention: Mention) -> str:
    """What opens a range right before, or at the beginning of, a mention."""
    before = mention.start - 1
    while before >= 0 and tokens[before].text in ARTICLES and not can(tokens, before, "from"):
        before -= 1
    for place in (mention.start, before):
        for role in _LEADS:
            if can(tokens, place, role):
                return role
    if can(tokens, before, "range") and can(tokens, before - 1, "beginning"):
        return "beginning"
    return "from" if can(tokens, before, "from") or can(tokens, mention.start, "from") else ""


def _with(mention: Mention, pick: Pick, end: int) -> Mention:
    *outer, step = mention.steps
    return replace(mention, steps=(*outer, replace(step, picks=(*step.picks[:-1], pick))), end=end)
