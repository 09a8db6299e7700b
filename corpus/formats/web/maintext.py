"""Which part of a web page is the document: menus, forms and whatever stands beside it go.

A page's frame is told by its elements (`nav`), by its roles and class names, and, on older pages
made of tables, by being little but links. Then the smallest element is sought outside of which
there are but links.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_NEVER = (
    "script style noscript template nav input select button textarea object embed iframe"
    " svg math canvas audio video head"
).split()
_FRAME_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "menu"}
_FRAME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|pfad|fil-?d?-?ariane|nav(?:bar|igation)?|menu|sidebar|cookies?"
    r"|share|sharing|social|pagination|pager|skip|toolbar|noprint|advert\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTAINERS = {"div", "table", "tr", "td", "ul", "ol", "section", "aside", "footer", "header", "p"}
# What pages are laid out with, so that the text may be all inside one of them.
_PASSED = set("div table tbody tr td section main article center font".split())
_FRAME_IS_LESS_THAN = 0.2  # of the page's words: what is more is no frame, whatever its name
_MOSTLY_LINKS = 0.6
_FEWEST_LINKS = 3


def main_text(tree: HtmlElement) -> HtmlElement:
    """Cut a page's frame off, and find the element that holds its text; `tree` is changed."""
    body = tree.find("body")
    root = tree if body is None else body
    for element in list(root.iter(*_NEVER)):
        _drop(element)
    words = _Words(root)
    whole = words.of(root)
    for element in [one for one in root.iterdescendants() if _is_frame(one, words, whole)]:
        words.forget(element)
        _drop(element)
    return _narrowed(root, words)


class _Words:
    """How many characters but white space stand in each element, and how many in its links."""

    def __init__(self, root: HtmlElement) -> None:
        self._all: dict[HtmlElement, int] = {}
        self._linked: dict[HtmlElement, int] = {}
        for element in reversed(list(root.iter())):
            own = len((element.text or "").strip()) if isinstance(element.tag, str) else 0
            inner = linked = 0
            for child in element:
                inner += self._all[child] + len((child.tail or "").strip())
                linked += self._linked[child]
            self._all[element] = own + inner
            is_link = element.tag == "a" and element.get("href") is not None
            self._linked[element] = own + inner if is_link else linked

    def forget(self, element: HtmlElement) -> None:
        """Count an element's no longer."""
        for above in element.iterancestors():
            if above in self._all:
                self._all[above] -= self._all[element]
                self._linked[above] -= self._linked[element]

    def of(self, element: HtmlElement) -> int:
        """All of them."""
        return self._all[element]

    def are_linked(self, element: HtmlElement) -> bool:
        """Whether most are links'."""
        return self._linked[element] >= self._all[element] * _MOSTLY_LINKS


def _is_frame(element: HtmlElement, words: _Words, whole: int) -> bool:
    if not isinstance(element.tag, str) or words.of(element) >= whole * _FRAME_IS_LESS_THAN:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    told = (
        element.tag == "form"
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") in _FRAME_ROLES
        or _HIDDEN.search(element.get("style", "")) is not None
        or (names != " " and _FRAME_NAMES.search(names) is not None)
    )
    if told or element.tag not in _CONTAINERS or not words.are_linked(element):
        return told
    return sum(link.get("href") is not None for link in element.iter("a")) >= _FEWEST_LINKS


def _narrowed(root: HtmlElement, words: _Words) -> HtmlElement:
    """Go down while there is nothing but links beside the largest child."""
    here = root
    while len(here):
        largest = max(here, key=words.of)
        beside = [child for child in here if child is not largest]
        loose = [here.text or "", *(child.tail or "" for child in here)]
        if (
            largest.tag not in _PASSED
            or any(words.of(child) and not words.are_linked(child) for child in beside)
            or any(map(str.strip, loose))
        ):
            break
        here = largest
    while here is not root and here.tag in ("table", "tbody", "tr"):
        here = here.getparent()  # a row is read as a whole
    return here


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
