"""Paragraph styles, each with what it takes from the style that it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.elements import child, children, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc ?\d|toc heading|table of figures|index \d", re.IGNORECASE)
_DEEPEST = 30  # styles based on styles
NO_OUTLINE = 9  # the outline level of body text


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs; None where it says nothing.

    `outline` counts from 0; `num_id` `"0"` takes a list away again; `size` is in points;
    `keeps_next` tells that no page may end between it and what follows, as is said of headings.
    """

    id: str
    name: str
    outline: int | None = None
    num_id: str | None = None
    level: int | None = None
    bold: bool = False
    size: float = 10.0
    hidden: bool = False
    keeps_next: bool = False

    @property
    def is_title(self) -> bool:
        """Whether its paragraph is the document's title, as Word itself names it."""
        return self.name == "Title"

    @property
    def is_contents(self) -> bool:
        """Whether its paragraphs are a table of contents."""
        return _CONTENTS.match(self.name) is not None


class Styles:
    """A document's paragraph styles."""

    def __init__(self, root: _Element | None) -> None:
        self._entries = {value(entry, "styleId"): entry for entry in children(root, "style")}
        self._read: dict[str, Style] = {}
        usual = number(child(root, "docDefaults", "rPrDefault", "rPr", "sz"))
        self._size = 10.0 if usual is None else usual / 2
        self.default = next(
            (
                key
                for key, entry in self._entries.items()
                if value(entry, "type") == "paragraph" and value(entry, "default") in ("1", "true")
            ),
            "",
        )

    def style(self, key: str) -> Style:
        """A style by its id; one that is missing says nothing."""
        if key not in self._read:
            self._read[key] = self._resolved(key, 0)
        return self._read[key]

    def _resolved(self, key: str, depth: int) -> Style:
        entry = self._entries.get(key)
        name = value(child(entry, "name"))
        if entry is None or depth > _DEEPEST:
            return Style(key, name, size=self._size)
        based_on = value(child(entry, "basedOn"))
        style = (
            self._resolved(based_on, depth + 1) if based_on else Style(key, name, size=self._size)
        )
        style = replace(style, id=key, name=name)
        properties = child(entry, "pPr")
        outline = number(child(properties, "outlineLvl"))
        heading = _HEADING.fullmatch(name)
        if outline is None and heading is not None:
            outline = int(heading[1]) - 1
        num_id = value(child(properties, "numPr", "numId")) or None
        level = number(child(properties, "numPr", "ilvl"))
        bold = child(entry, "rPr", "b")
        size = number(child(entry, "rPr", "sz"))
        hidden = child(entry, "rPr", "vanish")
        keeps_next = child(properties, "keepNext")
        return replace(
            style,
            outline=style.outline if outline is None else outline,
            num_id=style.num_id if num_id is None else num_id,
            level=style.level if level is None else level,
            bold=style.bold if bold is None else is_on(bold),
            size=style.size if size is None else size / 2,
            hidden=style.hidden if hidden is None else is_on(hidden),
            keeps_next=style.keeps_next if keeps_next is None else is_on(keeps_next),
        )
