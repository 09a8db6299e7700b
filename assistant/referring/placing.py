"""Things told by their place: “the first and last paragraphs”, “最后两段”, “الفقرة الأخيرة”."""

from __future__ import annotations

from assistant.referring.model import Label, Pick, Step
from assistant.referring.passing import Tokens, can, past, past_articles
from assistant.referring.picking import beside, doubled, from_end, from_start, mirrored
from assistant.referring.units import Atom, unit_of

_FROM_END = ((2, "penultimate"), (3, "antepenultimate"))
_PASSED = ("one", "that", "filler", "number")


def placed(tokens: Tokens, place: int) -> Atom | None:
    """Places told before the unit: “the first and last paragraphs”, “最后两段”, “倒数第二段”."""
    found: list[Pick] = []
    at, ranged = place, False
    while at < len(tokens):
        read = _one_placed(tokens, at)
        if read is None:
            break
        pick, at = read
        if ranged and pick.last is None:
            found[-1] = Pick(found[-1].first, pick.first)
        else:
            found.append(pick)
        unit = unit_of(tokens[at]) if at < len(tokens) else None
        if unit is not None:
            end = at + 1
            if "dual" in tokens[at].roles and len(found) == 1:
                found = [doubled(found[0])]
            if end < len(tokens) and _counts_from_end(tokens, end):
                found[-1] = mirrored(found[-1])
                end += 1
            return Atom(Step(unit, tuple(found), tokens[at].text), place, end)
        following = at
        while following < len(tokens) and tokens[following].can_be("also", "comma"):
            following += 1
        # “The second to fourth paragraphs”
        ranged = following == at and can(tokens, at, "range", "dash") and found[-1].last is None
        following += ranged
        if following > at:
            following = past_articles(tokens, following)
        if following == at:
            break
        at = following
    return None


def _counts_from_end(tokens: Tokens, place: int) -> bool:
    return tokens[place].can_be("penultimate", "from_the_end") and not tokens[place].can_be("last")


def _one_placed(tokens: Tokens, place: int) -> tuple[Pick, int] | None:
    token, at = tokens[place], place + 1
    if "from_the_end" in token.roles:
        single = at < len(tokens) and tokens[at].can_be("di")
        number = numeral(tokens, at + single)
        after = passed(tokens, at + single + 1)
        return (from_end(number, 1 if single else number), after) if number else None
    for place_from_end, role in _FROM_END:
        if role in token.roles:
            return from_end(place_from_end, 1), at
    if "last" in token.roles:
        at = passed(tokens, at)
        count = numeral(tokens, at)
        return from_end(count or 1, count or 1), passed(tokens, at + bool(count))
    if "counts" in token.roles and at < len(tokens):
        count = token.roles["counts"]
        if "last" in tokens[at].roles:
            return from_end(count, count), at + 1
        if tokens[at].roles.get("ordinals") == 1 or "first" in tokens[at].roles:
            return from_start(1, count), at + 1
        return None
    number = token.roles.get("ordinals", 0) or ("first" in token.roles)
    if number:
        if at < len(tokens) and "from_the_end" in tokens[at].roles:
            return from_end(number, 1), at + 1
        count = numeral(tokens, at) if number == 1 else 0
        return from_start(number, count or 1), passed(tokens, at + bool(count))
    if "leading" in token.roles:
        count = numeral(tokens, at)
        alone = "previous" not in token.roles and count == 1
        return (from_start(1, count), at + 1) if count > 1 or alone else None
    return None


def told(tokens: Tokens, place: int, count: int) -> tuple[Pick, int] | None:
    """An adjective after its noun: which place it tells, or how far from what was said."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    for place_from_end, role in _FROM_END:
        if role in token.roles:
            return from_end(place_from_end, 1), place + 1
    if "last" in token.roles:
        but_one = place + 1 < len(tokens) and "penultimate" in tokens[place + 1].roles
        return from_end(2 if but_one else count, 1 if but_one else count), place + 1 + but_one
    if "ordinals" in token.roles:
        return from_start(token.roles["ordinals"], count), place + 1
    for role, side in (("farther_back", -1), ("farther_on", 1)):
        if role in token.roles and can(tokens, place - 2, "counts", "digits"):
            return Pick(Label("beside", side * numeral(tokens, place - 2))), place + 1
    for role, step in (("previous", -1), ("next", 1), ("same", 0)):
        # In Latin script “that” after a noun begins a clause: “note that …”.
        told = role != "same" or not token.text.isascii()
        if role in token.roles and told and not token.can_be("ordinals", "before", "after"):
            return beside(step, count), place + 1
    return None


def told_places(tokens: Tokens, place: int, count: int) -> tuple[tuple[Pick, ...], int]:
    """All places that are told after a unit: “الأولى والأخيرة”, “primero y último”."""
    first = told(tokens, place, count)
    if first is None:
        return (), place
    pick, end = first
    if can(tokens, end, "range") and can(tokens, end + 1, "ordinals", "last"):
        until = told(tokens, end + 1, 1)
        if until is not None:
            return (Pick(pick.first, until[0].first),), until[1]
    at = past(tokens, end, "also")
    joined = at > end or (end < len(tokens) and tokens[end].text.startswith("و"))
    further = told(tokens, at, 1) if joined and can(tokens, at, "last", "ordinals") else None
    if further is None:
        return (pick,), end
    # Each is one then, whatever the unit's word counts.
    alone = told(tokens, place, 1)
    return (alone[0] if alone else pick, further[0]), further[1]


def passed(tokens: Tokens, place: int) -> int:
    """Past what may stand between a place and its unit."""
    while can(tokens, place, *_PASSED) and not can(tokens, place, "also"):
        place += 1
    return place


def numeral(tokens: Tokens, place: int) -> int:
    """The number that a token is, in figures or in words; 0 if none."""
    if place >= len(tokens):
        return 0
    roles = tokens[place].roles
    return next((roles[role] for role in ("digits", "han", "counts") if role in roles), 0)
