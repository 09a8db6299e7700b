"""The smallest references: a unit with what tells which one, in any word order.

“paragraph 26”, “第26段”, “the last two paragraphs”, “le paragraphe précédent”, “الفقرة الأولى”.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from assistant.referring.labels import Tokens, can, entries, label, past, picks
from assistant.referring.lexing import Token
from assistant.referring.model import Label, Pick, Step, Unit
from assistant.referring.picking import beside, doubled, from_end, from_start, mirrored
from corpus.joining import is_unspaced

UNITS: tuple[Unit, ...] = get_args(Unit)
_PASSED = ("one", "that", "filler", "number")


@dataclass(frozen=True, slots=True)
class Atom:
    """A step as read, from one token to before another; `bare` ones only name their unit."""

    step: Step
    start: int
    end: int
    bare: bool = False


def atom(tokens: Tokens, place: int) -> Atom | None:
    """Read the reference that begins at a token, if one does; of several ways, the longest."""
    if place >= len(tokens):
        return None
    ways = (_counted, _placed, _related, _labelled)
    found = [read for way in ways if (read := way(tokens, place)) is not None]
    return max(found, key=lambda read: (read.end, not read.bare), default=None)


def unit_of(token: Token) -> Unit | None:
    """The unit that a token names."""
    return next((unit for unit in UNITS if unit in token.roles), None)


def _labelled(tokens: Tokens, place: int) -> Atom | None:
    """A unit, then its labels or what stands for them: “paragraph 26”, “párrafo anterior”."""
    unit = unit_of(tokens[place])
    if unit is None:
        return None
    after = place + 1
    after = past(tokens, after, "number", "dot", "from", "between")
    count, told_at = counted_before(tokens, place), place + 1
    if can(tokens, told_at, "counts") and _told(tokens, told_at + 1, 1) is not None:
        count, told_at = tokens[told_at].roles["counts"], told_at + 1
    if told_at == place + 1:
        found, end = picks(tokens, after, unit)
        if found:
            return Atom(Step(unit, found, tokens[place].text), place, end)
    # In Chinese what tells a place stands before the unit: “借条上” is no 条 above.
    told = _told(tokens, told_at, count) if not is_unspaced(tokens[place].text[0]) else None
    if told is not None:
        pick, end = told
        return Atom(Step(unit, (pick,), tokens[place].text), place, end)
    return Atom(Step(unit, (), tokens[place].text), place, place + 1, bare=True)


def counted_before(tokens: Tokens, place: int) -> int:
    """How many things a unit's word means: two of a dual, or what stands before it; else one."""
    if "dual" in tokens[place].roles:
        return 2
    return tokens[place - 1].roles.get("counts", 1) if place else 1


def _told(tokens: Tokens, place: int, count: int) -> tuple[Pick, int] | None:
    """An adjective after its noun: which place it tells, or how far from what was said."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    if "penultimate" in token.roles:
        return from_end(2, 1), place + 1
    if "last" in token.roles:
        but_one = place + 1 < len(tokens) and "penultimate" in tokens[place + 1].roles
        return from_end(2 if but_one else count, 1 if but_one else count), place + 1 + but_one
    if "ordinals" in token.roles:
        return from_start(token.roles["ordinals"], count), place + 1
    for role, step in (("previous", -1), ("next", 1), ("same", 0)):
        # In Latin script “that” after a noun begins a clause: “note that …”.
        told = role != "same" or not token.text.isascii()
        if role in token.roles and told and not token.can_be("ordinals", "before", "after"):
            return beside(step, count), place + 1
    return None


def _counted(tokens: Tokens, place: int) -> Atom | None:
    """Labels, then their unit, as Chinese has it: “第3、5段”, “第24段至第27段”, “B部分”."""
    found: list[Pick] = []
    unit: Unit | None = None
    at, end = place, place
    ranged = False
    settled: tuple[Pick, ...] = ()
    word = ""
    while at < len(tokens):
        di = tokens[at].can_be("di")
        first, after = _numeral(tokens, at + di)
        if first is None:
            break
        after = past(tokens, after, "one")
        if ranged and found:
            found[-1] = replace(found[-1], last=first)
        else:
            found.append(Pick(first))
        here = unit_of(tokens[after]) if after < len(tokens) else None
        if here is not None:
            if unit not in (None, here):
                break
            unit, word = here, tokens[after].text
            after = end = after + 1
            within, beyond = entries(tokens, after) if unit == "paragraph" else ((), after)
            if within and tokens[after].can_be("open"):
                found[-1] = replace(found[-1], within=within)
                after = end = beyond
            settled = tuple(found)
        joint = _joint(tokens, after)
        if joint is None:
            break
        ranged, at = joint
    if unit is None or not _is_counted(tokens, place, end, unit, settled):
        return None
    return Atom(Step(unit, settled, word), place, end)


def _numeral(tokens: Tokens, place: int) -> tuple[Label | None, int]:
    if place >= len(tokens) or not tokens[place].can_be(
        "digits", "han", "compound", "roman", "letter", "open"
    ):
        return None, place
    found, after = label(tokens, place, "item" if tokens[place].can_be("open") else "part")
    return found, after


def _joint(tokens: Tokens, place: int) -> tuple[bool, int] | None:
    """Whether a range or a list goes on at a token, and where."""
    at = place
    while at < len(tokens) and tokens[at].can_be("range", "dash", "also", "comma", "reading"):
        if tokens[at].can_be("letter", "roman", "digits"):
            break
        at += 1
    joints = tokens[place:at]
    if not any(token.can_be("range", "dash", "also", "comma") for token in joints):
        return None
    return any(token.can_be("range", "dash") for token in joints), at


def _is_counted(tokens: Tokens, place: int, end: int, unit: Unit, found: tuple[Pick, ...]) -> bool:
    """Tell a label from a quantity: 第三段 from 三段.

    Without 第, digits before 段 will do, as will a numeral of several characters; a letter before
    any Chinese unit; anything else is so many, not that one.
    """
    if any(token.can_be("di") for token in tokens[place:end]):
        return tokens[place].can_be("di", "digits", "han", "compound")
    unspaced = any(ord(token.text[0]) > 0x2E7F for token in tokens[place:end])
    if not unspaced:
        return False
    first = found[0].first
    if first.style in ("letter", "roman"):
        return len(found) == 1 or unit in ("section", "part", "item")
    long = first.text.isdigit() or len(first.text) > 1 or len(found) > 1 or bool(found[0].last)
    return unit == "paragraph" and long and "两" not in first.text


def _placed(tokens: Tokens, place: int) -> Atom | None:
    """Places told before the unit: “the first and last paragraphs”, “最后两段”, “倒数第二段”."""
    found: list[Pick] = []
    at = place
    while at < len(tokens):
        read = _one_placed(tokens, at)
        if read is None:
            break
        pick, at = read
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
        if following == at:
            break
        at = following
    return None


def _counts_from_end(tokens: Tokens, place: int) -> bool:
    return tokens[place].can_be("penultimate", "from_the_end") and not tokens[place].can_be("last")


def _one_placed(tokens: Tokens, place: int) -> tuple[Pick, int] | None:
    token, at = tokens[place], place + 1
    if "from_the_end" in token.roles:
        at += at < len(tokens) and tokens[at].can_be("di")
        number = _number(tokens, at)
        return (from_end(number, 1), _passed(tokens, at + 1)) if number else None
    if "penultimate" in token.roles:
        return from_end(2, 1), at
    if "last" in token.roles:
        at = _passed(tokens, at)
        count = _number(tokens, at)
        return from_end(count or 1, count or 1), _passed(tokens, at + bool(count))
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
        count = _number(tokens, at) if number == 1 else 0
        return from_start(number, count or 1), _passed(tokens, at + bool(count))
    if "leading" in token.roles:
        count = _number(tokens, at)
        alone = "previous" not in token.roles and count == 1
        return (from_start(1, count), at + 1) if count > 1 or alone else None
    return None


def _related(tokens: Tokens, place: int) -> Atom | None:
    """What is told by its distance, before the unit: “the next two paragraphs”, “上一段”."""
    at, step = place, 0
    told = False
    while at < len(tokens) and tokens[at].can_be("previous", "next", "same"):
        if tokens[at].can_be("previous"):
            step, told = step - 1, True
        elif tokens[at].can_be("next"):
            step, told = step + 1, True
        told = told or tokens[at].can_be("same")
        at += 1
    if not told:
        return None
    at = _passed(tokens, at)
    count = _number(tokens, at)
    at = _passed(tokens, at + bool(count))
    if step == 0 and count > 1:
        return None
    unit = unit_of(tokens[at]) if at < len(tokens) else None
    if unit is None or (abs(step) > 1 and count > 1):
        return None
    if "dual" in tokens[at].roles:
        count = 2
    pick = beside(step, count or 1)
    return Atom(Step(unit, (pick,), tokens[at].text), place, at + 1)


def _passed(tokens: Tokens, place: int) -> int:
    while can(tokens, place, *_PASSED) and not can(tokens, place, "also"):
        place += 1
    return place


def _number(tokens: Tokens, place: int) -> int:
    if place >= len(tokens):
        return 0
    roles = tokens[place].roles
    return next((roles[role] for role in ("digits", "han", "counts") if role in roles), 0)
