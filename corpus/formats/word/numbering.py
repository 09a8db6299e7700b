"""The numbers that Word prints before paragraphs, which are nowhere in the text.

A paragraph names a list (`numId`) and a level in it. Lists are instances of an abstract one, and
those of the same abstract list count on together, unless an instance starts its levels afresh
(ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.counting import written
from corpus.elements import child, children, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_CUSTOM = re.compile(r"(0*)1\b")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    `text` holds `%1` where the first level's number goes; `restarts_after` is the level (from 1)
    whose numbers restart this one's, 0 if none does, None if any above it does. `style` is the
    paragraph style that is tied to the level.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts_after: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Instance:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class _Counter:
    """How far an abstract list has counted; a level that has not begun has no value."""

    values: dict[int, int] = field(default_factory=dict)


class Numbering:
    """A document's lists, and how far each has counted."""

    def __init__(self, root: _Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._style_links: dict[str, str] = {}
        self._instances: dict[str, _Instance] = {}
        self._counters: dict[str, _Counter] = {}
        self._started: set[tuple[str, int]] = set()
        for entry in children(root, "abstractNum"):
            key = value(entry, "abstractNumId")
            self._abstract[key] = {
                index: level
                for element in children(entry, "lvl")
                for index, level in _level(element)
            }
            link = value(child(entry, "numStyleLink"))
            if link:
                self._style_links[key] = link
        for entry in children(root, "num"):
            self._add(entry)

    def _add(self, entry: _Element) -> None:
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in children(entry, "lvlOverride"):
            index = number(override, "ilvl")
            start = number(child(override, "startOverride"))
            if index is None:
                continue
            if start is not None:
                starts[index] = start
            levels.update(_level(child(override, "lvl"), index))
        abstract = value(child(entry, "abstractNumId"))
        self._instances[value(entry, "numId")] = _Instance(abstract, levels, starts)

    def link_styles(self, list_of_style: Callable[[str], str | None]) -> None:
        """Resolve lists that are defined by a numbering style, which names a `numId`."""
        for key, style in self._style_links.items():
            instance = self._instances.get(list_of_style(style) or "")
            if instance is not None and not self._abstract.get(key):
                self._abstract[key] = self._abstract.get(instance.abstract, {})

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """The level of a list that is tied to a paragraph style."""
        instance = self._instances.get(num_id)
        if instance is None:
            return None
        levels = self._abstract.get(instance.abstract, {})
        return next((index for index, level in levels.items() if level.style == style), None)

    def is_bullet(self, num_id: str, level: int) -> bool:
        """Tell whether a level has signs instead of numbers."""
        found = self._level(num_id, level)
        return found is not None and (
            found.form == "bullet" or (found.form == "none" and not found.text.strip())
        )

    def next(self, num_id: str, level: int) -> str:
        """Count one paragraph on, and tell what Word prints before it; `""` for nothing."""
        instance = self._instances.get(num_id)
        found = self._level(num_id, level)
        if instance is None or found is None:
            return ""
        counter = self._counters.setdefault(instance.abstract, _Counter())
        self._start_afresh(num_id, instance, level, counter)
        self._count(num_id, level, found, counter)
        if found.form == "bullet":
            return "•"
        return _PLACE.sub(
            lambda place: self._shown(num_id, int(place[1]) - 1, counter, found.legal), found.text
        ).strip()

    def _start_afresh(
        self, num_id: str, instance: _Instance, level: int, counter: _Counter
    ) -> None:
        """At its first use an instance's own starts are taken."""
        for index in [index for index in instance.starts if index <= level]:
            if (num_id, index) not in self._started:
                self._started.add((num_id, index))
                if index == level:
                    counter.values[index] = instance.starts[index] - 1
                else:
                    counter.values.setdefault(index, instance.starts[index])

    def _count(self, num_id: str, level: int, found: Level, counter: _Counter) -> None:
        values = counter.values
        values[level] = values[level] + 1 if level in values else found.start
        for deeper in range(level + 1, LEVELS):
            below = self._level(num_id, deeper)
            after = below.restarts_after if below is not None else None
            if after is None or (after and level < after):
                values.pop(deeper, None)

    def _shown(self, num_id: str, level: int, counter: _Counter, legal: bool) -> str:
        found = self._level(num_id, level)
        if found is None:
            return ""
        # A level above that has not begun is shown as if it had.
        count = counter.values.setdefault(level, found.start)
        form = "decimal" if legal and found.form != "decimalZero" else found.form
        if form == "none":
            return ""
        custom = _CUSTOM.match(form)
        return f"{count:0{len(custom[0])}}" if custom else written(count, form)

    def _level(self, num_id: str, level: int) -> Level | None:
        instance = self._instances.get(num_id)
        if instance is None:
            return None
        own = instance.levels.get(level)
        return own or self._abstract.get(instance.abstract, {}).get(level)


def _level(element: _Element | None, given: int | None = None) -> list[tuple[int, Level]]:
    if element is None:
        return []
    index = number(element, "ilvl")
    index = given if index is None else index
    if index is None or not 0 <= index < LEVELS:
        return []
    form = child(element, "numFmt")
    if form is None:
        # Newer formats stand beside what an older Word shall use instead.
        form = child(element, "AlternateContent", "Choice", "numFmt")
    start = number(child(element, "start"))
    return [
        (
            index,
            Level(
                start=1 if start is None else start,
                form=value(form, "format") or value(form) or "decimal",
                text=value(child(element, "lvlText")),
                restarts_after=number(child(element, "lvlRestart")),
                legal=is_on(child(element, "isLgl")),
                style=value(child(element, "pStyle")),
            ),
        )
    ]
