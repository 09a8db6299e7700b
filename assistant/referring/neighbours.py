"""What stands beside what is named or was quoted: “the one before that”, “第26段的下一段”."""

from __future__ import annotations

from dataclasses import replace

from assistant.referring.atoms import atom, counted_before
from assistant.referring.labels import label
from assistant.referring.model import Label, Mention, Pick, Step
from assistant.referring.onwards import is_joined
from assistant.referring.passing import Tokens, can, past, past_articles
from assistant.referring.picking import beside
from assistant.referring.placing import numeral
from assistant.referring.units import Atom
from corpus.joining import is_unspaced

ALL = 9_999  # paragraphs, which is as many as there are
_UNSIDED = ("until", "item", "section", "part")  # words that may be sides but are not then
_SIDES = ("before", "after", "previous", "next")


def beside_unit(tokens: Tokens, start: int, unit: Atom) -> Mention | None:
    """“The paragraph before that”, “the paragraph after paragraph 26”: a unit, then its side."""
    at, counted = unit.end, 0
    if can(tokens, at, "counts") and can(tokens, at + 1, *_SIDES):
        counted, at = numeral(tokens, at), at + 1  # “الفقرات الثلاث بعد …”
    at = past(tokens, at, "that", "one", "filler", "comma", "near")
    if is_unspaced(tokens[unit.start].text[0]):
        return None  # in Chinese the side comes first: 上一段
    if not can(tokens, at, *_SIDES):
        return None
    count = counted or counted_before(tokens, unit.start)
    several = unit.step.word.endswith("s") or can(tokens, unit.start - 1, "everything")
    count = ALL if count == 1 and several else count  # “all paragraphs before 3”
    step = Step(unit.step.unit, (beside(_side(tokens, at), count),))
    after = past_articles(tokens, at + 1, "of", "range", "filler")
    named = atom(tokens, after)
    if named is not None and named.step.picks:
        return Mention((step,), start, named.end, Mention((named.step,), after, named.end))
    found, end = label(tokens, after, unit.step.unit)
    if found is not None and found.style in ("number", "compound"):
        # “The paragraph before 26”: what it is beside needs no unit of its own.
        other = Step(unit.step.unit, (Pick(found),), unit.step.word)
        return Mention((step,), start, end, Mention((other,), after, end))
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


def on_a_side(tokens: Tokens, place: int) -> Mention | None:
    """“What comes after paragraph 26”, “everything before it”: a side, then what is named."""
    if not can(tokens, place, "before", "after") or can(tokens, place, *_UNSIDED):
        return None
    at = past_articles(tokens, place + 1, "of", "range", "filler")
    named = atom(tokens, at)
    if named is None or not named.step.picks or named.step.picks[0].first.style == "beside":
        return None
    before = place - 1
    while before >= 0 and (tokens[before].can_be("that", "reading") or is_aside(tokens, before)):
        if tokens[before].can_be("everything"):
            break
        before -= 1
    all_of_it = can(tokens, before, "everything")
    pick = beside(_side(tokens, place), ALL if all_of_it else 1)
    anchor = Mention((named.step,), at, named.end)
    return Mention((Step(named.step.unit, (pick,), named.step.word),), place, named.end, anchor)


def is_aside(tokens: Tokens, place: int) -> bool:
    """Whether a word only says how near: “right after”, “juste avant”."""
    return place < len(tokens) and tokens[place].can_be("near")


def beside_mention(tokens: Tokens, mention: Mention) -> Mention | None:
    """“第26段的上一段”, “第26段之前的那一段”: what is named, then the side of it."""
    if mention.steps[-1].picks and mention.steps[-1].picks[0].first.style == "beside":
        return _anchored(tokens, mention)
    unit = mention.steps[-1].unit
    last = _last_before(tokens, mention)
    if last is not None:
        pick, end = last
        return _anchored(tokens, replace(mention, steps=(Step(unit, (pick,)),), end=end))
    sided = _sided(tokens, mention)
    if sided is None:
        return None
    pick, end = sided
    return replace(mention, steps=(Step(unit, (pick,)),), end=end, anchor=mention)


def _last_before(tokens: Tokens, mention: Mention) -> tuple[Pick, int] | None:
    """“The last paragraph before section VI” is beside that, as is the first after it."""
    picks = mention.steps[-1].picks
    at = past(tokens, mention.end, "that", "near")
    if len(mention.steps) > 1 or len(picks) != 1 or not can(tokens, at, "before", "after"):
        return None
    side = _side(tokens, at)
    first, last = picks[0].first, picks[0].last or picks[0].first
    if first.style != "place" or (last.value != -1 if side < 0 else first.value != 1):
        return None
    named = atom(tokens, past_articles(tokens, at + 1, "of", "range"))
    if named is None or not named.step.picks or is_unspaced(tokens[at].text[0]):
        return None
    return beside(side, abs(first.value - last.value) + 1), at + 1


def _sided(tokens: Tokens, mention: Mention) -> tuple[Pick, int] | None:
    """What Chinese says after a name: 之前的一段, 前两段, 的上一段, 之后的内容, 后面是什么."""
    at, side, unit = mention.end, 0, mention.steps[-1].unit
    while can(tokens, at, "of", "before", "after", "that", "one") and atom(tokens, at) is None:
        side += can(tokens, at, "after") - can(tokens, at, "before")
        at += 1
    other = atom(tokens, at) if not is_joined(tokens, at) else None
    if other is not None and other.step.unit == unit and other.step.picks:
        pick = other.step.picks[0]
        if side and (pick.first.style == "beside" or pick.first.text == "一"):
            return Pick(Label("beside", side)), other.end
        if pick.first.style == "beside" and pick.first.value:
            return pick, other.end
        if can(tokens, at, "leading") and unit == "paragraph" and not _is_place(mention):
            return beside(-1, pick.last.value if pick.last else 1), other.end
        return None
    if not is_unspaced(tokens[mention.end - 1].text[0]):
        return None
    count = numeral(tokens, at)
    if side and count and can(tokens, at + 1, unit):
        return beside(side, count), at + 2
    if side and len(mention.steps) == 1 and can(tokens, at, "everything"):
        return beside(side, ALL), at + 1
    sided = can(tokens, at, "next", "previous") and not can(tokens, at, "onwards")
    if at == mention.end and sided and _is_asked(tokens, at + 1):
        return beside(1 if can(tokens, at, "next") else -1, 1), at + 1
    return None


def _is_asked(tokens: Tokens, place: int) -> bool:
    return can(tokens, place, "reading", "which", "stop") or place >= len(tokens)


def _is_place(mention: Mention) -> bool:
    return mention.steps[-1].picks[0].first.style == "place"


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
