"""The smallest references: a unit with what tells which one, in any word order.

“paragraph 26”, “第26段”, “the last two paragraphs”, “le paragraphe précédent”, “الفقرة الأولى”.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.referring.composing import again
from assistant.referring.labels import entries, label, picks
from assistant.referring.model import SECTIONS, Label, Pick, Step, Unit
from assistant.referring.passing import Tokens, can, past
from assistant.referring.picking import beside
from assistant.referring.placing import numeral, passed, placed, told, told_places
from assistant.referring.units import Atom, unit_of
from corpus.joining import is_unspaced

_RUSSIAN_SINGULARS = frozenset(
    "пункт пункте пункту пунктом статья статье статьеи раздел разделе разделу абзац абзаце".split()
)
_ENTERED = ("paragraph", "article")  # units that entries in brackets may follow


def atom(tokens: Tokens, place: int) -> Atom | None:
    """Read the reference that begins at a token, if one does; of several ways, the longest."""
    if place >= len(tokens):
        return None
    ways = (_counted, placed, _related, _labelled)
    found = [read for way in ways if (read := way(tokens, place)) is not None]
    return max(found, key=lambda read: (read.end, not read.bare), default=None)


def _labelled(tokens: Tokens, place: int) -> Atom | None:
    """A unit, then its labels or what stands for them: “paragraph 26”, “párrafo anterior”."""
    unit = unit_of(tokens[place])
    if unit is None:
        return None
    after = place + 1
    after = past(tokens, after, "number", "dot", "from", "between", "until")
    after += after < len(tokens) and tokens[after].text == ":" and can(tokens, after + 1, "digits")
    after += can(tokens, after, "dash") and tokens[after].glued and can(tokens, after + 1, "digits")
    count, told_at = counted_before(tokens, place), place + 1
    if can(tokens, told_at, "counts") and told(tokens, told_at + 1, 1) is not None:
        count, told_at = tokens[told_at].roles["counts"], told_at + 1
    if told_at == place + 1:
        found, end = picks(tokens, after, unit, tokens[place].text)
        if not found and tokens[place].can_be("item"):
            unit = "item"  # «пп.» are paragraphs, or entries
            found, end = picks(tokens, after, unit)
        if found:
            found = _spanned(tokens[place + 1 : after], found)
            return Atom(Step(unit, found, tokens[place].text), place, end)
    # In Chinese what tells a place stands before the unit: “借条上” is no 条 above.
    if not is_unspaced(tokens[place].text[0]):
        told_at += can(tokens, told_at, "from") and can(tokens, told_at + 1, "ordinals")
        found, end = told_places(tokens, told_at, count)
        if found:
            return Atom(Step(unit, found, tokens[place].text), place, end)
    return Atom(Step(unit, (), tokens[place].text), place, place + 1, bare=True)


def _spanned(leads: Tokens, found: tuple[Pick, ...]) -> tuple[Pick, ...]:
    """What words before the labels make a range: “paragraphs between 3 and 5”, “up to 3”."""
    plain = all(pick.last is None and not pick.within for pick in found)
    if plain and len(found) == 2 and any(token.can_be("between") for token in leads):
        return (Pick(found[0].first, found[1].first),)
    if plain and len(found) == 1 and any(token.can_be("until") for token in leads):
        return (Pick(Label("place", 1), found[0].first),)
    return found


def counted_before(tokens: Tokens, place: int) -> int:
    """How many things a unit's word means: two of a dual, or what stands before it; else one."""
    if "dual" in tokens[place].roles:
        return 2
    return tokens[place - 1].roles.get("counts", 1) if place else 1


def _counted(tokens: Tokens, place: int) -> Atom | None:
    """Labels, then their unit, as Chinese has it: “第3、5段”, “第24段至第27段”, “B部分”."""
    found: list[Pick] = []
    unit: Unit | None = None
    at, end = place, place
    ranged = False
    settled: tuple[Pick, ...] = ()
    word = ""
    if tokens[place].can_be("number") and is_unspaced(tokens[place].text[0]):
        at = past(tokens, place + 1, "reading")  # 编号为26的段落
    while at < len(tokens):
        di = tokens[at].can_be("di")
        first, after = _label(tokens, at + di)
        if first is None:
            break
        inner, beyond = entries(tokens, after) if can(tokens, after, "open") else ((), after)
        after = past(tokens, beyond, "one")
        if place < at and tokens[place].can_be("number"):
            after = past(tokens, after, "of", "that", "same", "one", "han")
        if ranged and found:
            found[-1] = replace(found[-1], last=first)
        else:
            found.append(Pick(first, within=inner))
        if len(found) > 1 and numeral(tokens, after) == len(found):
            after += 1  # 第5、8两段
        here = unit_of(tokens[after]) if after < len(tokens) else None
        if here is not None:
            if unit not in (None, here):
                break
            unit, word = here, tokens[after].text
            after = end = after + 1
            between, beyond = again(tokens, after, found[-1].last or found[-1].first)
            if between is not None and found[-1].last:
                found[-1] = replace(found[-1], last=between)
            elif between is not None:
                found[-1] = replace(found[-1], first=between)
            if between is not None:
                after = end = beyond
            within, beyond = entries(tokens, after) if unit in _ENTERED else ((), after)
            closed = can(tokens, after, "letter") and can(tokens, after + 1, "close")
            if within and (closed or tokens[after].can_be("open")):
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


def _label(tokens: Tokens, place: int) -> tuple[Label | None, int]:
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
        letter = tokens[at].can_be("letter", "roman") and not tokens[at].can_be("also", "range")
        if letter or tokens[at].can_be("digits"):
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
    first = found[0].first
    unspaced = any(ord(token.text[0]) > 0x2E7F for token in tokens[place:end])
    if not unspaced:
        # «26 пункт» is that one, «26 пунктов» and «21 пункт» are so many, «IV раздел» is no count.
        last = found[-1].last or found[-1].first
        if first.style == last.style == "roman":
            return unit in SECTIONS and (first.text, tokens[end - 1].text.isascii()) != ("i", True)
        singular = tokens[end - 1].text in _RUSSIAN_SINGULARS and last.value % 10 != 1
        return singular and last.style == first.style == "number"
    if tokens[place].can_be("number"):
        return first.style == "number"
    if first.style in ("letter", "roman"):
        return len(found) == 1 or unit in ("section", "part", "item")
    long = first.text.isdigit() or len(first.text) > 1 or len(found) > 1 or bool(found[0].last)
    if unit == "section":
        return len(found) > 1 or found[0].last is not None
    return unit in ("paragraph", "article") and long and "两" not in first.text


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
    at = passed(tokens, at)
    count = numeral(tokens, at)
    at = passed(tokens, at + bool(count))
    if step == 0 and count > 1:
        return None
    unit = unit_of(tokens[at]) if at < len(tokens) else None
    if unit is None or (abs(step) > 1 and count > 1):
        return None
    if step == 0 and can(tokens, at + 1, "digits"):
        return None  # “the whole paragraph 26” is told by its number
    if "dual" in tokens[at].roles:
        count = 2
    pick = beside(step, count or 1)
    return Atom(Step(unit, (pick,), tokens[at].text), place, at + 1)
