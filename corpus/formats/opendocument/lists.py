"""The numbers of OpenDocument lists, which are nowhere in the text (ODF 1.3 part 3, 5.3 and 16.31).

Each list counts by itself, unless it says that it continues another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.counting import written
from corpus.elements import name, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCountingThousand", "壹": "chineseLegalSimplified", "甲": "ideographTraditional",
    "子": "ideographZodiac", "１": "decimalFullWidth", "①": "decimalEnclosedCircle",
    "أ": "arabicAlpha", "١": "hindiNumbers", "а": "russianLower", "А": "russianUpper",
    "א": "hebrew2", "ก": "thaiLetters", "๑": "thaiNumbers", "01": "decimalZero",
}  # fmt: skip
_PLACE = re.compile(r"%(\d+)%")


@dataclass(frozen=True, slots=True)
class Level:
    """How a level is numbered: `text` holds `%1%` where the first level's number goes."""

    form: str = ""
    text: str = ""
    start: int = 1
    bullet: bool = False


@dataclass(slots=True)
class Counter:
    """How far a list has counted, by level from 1."""

    values: dict[int, int] = field(default_factory=dict)


class Lists:
    """A document's list styles and lists."""

    def __init__(self, *roots: _Element | None) -> None:
        self._levels: dict[tuple[str, int], Level] = {}
        self._by_id: dict[str, Counter] = {}
        self._last: dict[str, Counter] = {}
        for root in roots:
            for element in root.iter() if root is not None else ():
                if name(element) in ("list-style", "outline-style"):
                    key = value(element, "name") if name(element) == "list-style" else ""
                    for index, level in _levels(element):
                        self._levels[key, index] = level

    def counter(self, element: _Element, style: str) -> Counter:
        """The counter that a list counts with: its own, or that of the list that it continues."""
        continued = value(element, "continue-list")
        if continued and continued in self._by_id:
            counter = self._by_id[continued]
        elif value(element, "continue-numbering") == "true" and style in self._last:
            counter = self._last[style]
        else:
            counter = Counter()
        self._last[style] = counter
        self._by_id[value(element, "id")] = counter
        return counter

    def of_headings(self, style: str) -> Counter:
        """The counter of headings, which are numbered without a list around them."""
        return self._last.setdefault(style, Counter())

    def level(self, style: str, index: int) -> Level | None:
        """A level of a list style; `""` is the headings' own."""
        return self._levels.get((style, index))

    def next(self, counter: Counter, style: str, index: int, start: int | None = None) -> str:
        """Count one entry on, and tell what is printed before it; `""` for nothing."""
        level = self.level(style, index)
        if level is None:
            return ""
        first = level.start if start is None else start
        begun = index in counter.values and start is None
        counter.values[index] = counter.values[index] + 1 if begun else first
        for deeper in [deeper for deeper in counter.values if deeper > index]:
            del counter.values[deeper]
        if level.bullet:
            return "•"
        return _PLACE.sub(
            lambda place: self._shown(counter, style, int(place[1])), level.text
        ).strip()

    def _shown(self, counter: Counter, style: str, index: int) -> str:
        level = self.level(style, index)
        if level is None or not level.form:
            return ""
        return written(counter.values.setdefault(index, level.start), level.form)


def _levels(style: _Element) -> Iterator[tuple[int, Level]]:
    for element in style:
        index = number(element, "level")
        if index is None:
            continue
        if name(element) == "list-level-style-bullet":
            yield index, Level(bullet=True)
        elif name(element) in ("list-level-style-number", "outline-level-style"):
            printed = value(element, "num-format")
            form = _FORMS.get(printed) or _FORMS.get(printed[:1], "decimal" if printed else "")
            start = number(element, "start-value")
            yield index, Level(form, _text(element, index, form), 1 if start is None else start)


def _text(element: _Element, index: int, form: str) -> str:
    """What is printed, as newer documents say it, or put together from its parts."""
    whole = value(element, "num-list-format")
    if whole:
        return whole
    if not form:
        return ""
    shown = number(element, "display-levels") or 1
    places = ".".join(f"%{level}%" for level in range(max(1, index - shown + 1), index + 1))
    return value(element, "num-prefix") + places + value(element, "num-suffix")
