"""Office documents as XML by local names, which transitional and strict ones share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = ("0", "false", "off", "none")


@cache
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def name(element: _Element) -> str:
    """An element's name without its namespace; `""` for a comment."""
    return _local(element.tag)


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first child of this name, and so on down the path; None if one is missing."""
    for step in path:
        if element is None:
            return None
        for below in element:
            if _local(below.tag) == step:
                element = below
                break
        else:
            return None
    return element


def children(element: _Element | None, wanted: str) -> Iterator[_Element]:
    """The children of this name."""
    if element is not None:
        yield from (below for below in element if name(below) == wanted)


def named(element: _Element | None) -> dict[str, _Element]:
    """An element's children by name, the first of each: quicker where several are asked for."""
    if element is None:
        return {}
    return {_local(below.tag): below for below in element.iterchildren(reversed=True)}


def every(element: _Element, wanted: str) -> Iterator[_Element]:
    """All elements of this name, an element itself and those at any depth in it."""
    return element.iter(f"{{*}}{wanted}")


def value(element: _Element | None, attribute: str = "val") -> str:
    """An attribute's value; `""` if the element or the attribute is missing."""
    if element is not None:
        for key, found in element.attrib.items():
            if _local(str(key)) == attribute:
                return str(found)
    return ""


def number(element: _Element | None, attribute: str = "val") -> int | None:
    """An attribute's value as a whole number; None if there is none."""
    try:
        return int(value(element, attribute))
    except ValueError:
        return None


def is_on(element: _Element | None) -> bool:
    """Tell whether a property that can be switched off again is there and on."""
    return element is not None and value(element).lower() not in _OFF
