"""OpenDocument paragraph styles, each with what it takes from its parent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.elements import child, name, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_LIST = "}list-style-name"  # named empty, it takes the list away
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
_DEEPEST = 30  # styles with parents


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; `id` is the named style's.

    `list_style` is None where none is named; `size` is in points, 0 where none is named.
    """

    id: str = ""
    list_style: str | None = None
    outline: int | None = None
    size: float = 0.0
    bold: bool = False
    keeps_next: bool = False
    hidden: bool = False


class Styles:
    """A document's styles for paragraphs and runs; the unnamed ones stand in the content."""

    def __init__(self, *roots: _Element | None) -> None:
        self._entries: dict[tuple[str, str], _Element] = {}
        self._automatic: set[tuple[str, str]] = set()
        self._read: dict[tuple[str, str], Style] = {}
        for root in roots:
            for element in root.iter() if root is not None else ():
                if name(element) == "style":
                    key = value(element, "family"), value(element, "name")
                    self._entries[key] = element
                    parent = element.getparent()
                    if parent is not None and name(parent) == "automatic-styles":
                        self._automatic.add(key)

    def style(self, key: str, family: str = "paragraph") -> Style:
        """A style by its name; one that is missing says nothing."""
        if (family, key) not in self._read:
            self._read[family, key] = self._resolved(family, key, 0)
        return self._read[family, key]

    def _resolved(self, family: str, key: str, depth: int) -> Style:
        entry = self._entries.get((family, key))
        if entry is None or depth > _DEEPEST:
            return Style(key)
        parent = value(entry, "parent-style-name")
        above = self._resolved(family, parent, depth + 1) if parent else Style()
        own_list = next((str(entry.attrib[at]) for at in entry.attrib if _LIST in str(at)), None)
        outline = number(entry, "default-outline-level")
        weight = value(child(entry, "text-properties"), "font-weight")
        keep = value(child(entry, "paragraph-properties"), "keep-with-next")
        size = _POINTS.fullmatch(value(child(entry, "text-properties"), "font-size"))
        display = value(child(entry, "text-properties"), "display")
        return Style(
            id=above.id if (family, key) in self._automatic else key,
            list_style=above.list_style if own_list is None else own_list,
            outline=above.outline if outline is None else outline,
            size=above.size if size is None else float(size[1]),
            bold=above.bold if not weight else weight in ("bold", "600", "700", "800", "900"),
            keeps_next=above.keeps_next if not keep else keep == "always",
            hidden=above.hidden if not display else display == "none",
        )
