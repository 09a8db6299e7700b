"""Which part of a web page is the document: menus, forms and whatever stands beside it go.

A page's frame is told by its elements (`nav`), by its roles and class names, and, on older pages
made of tables, by being little but links. Then the smallest element is sought outside of which
there are but links.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_NEVER = (
    "script style noscript template nav form input select button textarea object embed iframe"
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
        if element.tag != "form" or _words(element) < _words(root) * _FRAME_IS_LESS_THAN:
            _drop(element)
    whole = _words(root)
    for element in list(root.iter()):
        parted = element is root or element.getroottree().getroot() is not tree
        if not parted and _is_frame(element, whole):
            _drop(element)
    return _narrowed(root)


def _is_frame(element: HtmlElement, whole: int) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    told = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") in _FRAME_ROLES
        or _HIDDEN.search(element.get("style", "")) is not None
        or _FRAME_NAMES.search(names) is not None
    )
    if not told and element.tag not in _CONTAINERS:
        return False
    words = _words(element)
    if told:
        return words < whole * _FRAME_IS_LESS_THAN
    links = [_words(link) for link in element.iter("a") if link.get("href")]
    return (
        len(links) >= _FEWEST_LINKS
        and sum(links) >= words * _MOSTLY_LINKS
        and words < whole * _FRAME_IS_LESS_THAN
    )


def _narrowed(root: HtmlElement) -> HtmlElement:
    """Go down while there is nothing but links beside the largest child."""
    here = root
    while len(here):
        largest = max(here, key=_words)
        loose = [here.text or "", *(child.tail or "" for child in here)]
        if (
            largest.tag not in _PASSED
            or any(_is_content(child) for child in here if child is not largest)
            or any(map(str.strip, loose))
        ):
            break
        here = largest
    while here is not root and here.tag in ("table", "tbody", "tr"):
        here = here.getparent()  # a row is read as a whole
    return here


def _is_content(element: HtmlElement) -> bool:
    words = _words(element)
    return words > 0 and sum(map(_words, element.iter("a"))) < words * _MOSTLY_LINKS


def _words(element: HtmlElement) -> int:
    """Count an element's characters but white space."""
    return sum(len(text.strip()) for text in element.itertext() if isinstance(text, str))


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
