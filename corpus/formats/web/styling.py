"""What a page's style sheet tells about its text: raised digits and titles set in the middle.

Only rules for one class or one element are read, which is what programs write that turn
documents into pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<name>[\w-]+))?$", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_MOST_RULES = 20_000  # characters of a style sheet's rules


@dataclass(frozen=True, slots=True)
class _Look:
    raised: bool
    centred: bool
    bold: bool


_PLAIN = _Look(raised=False, centred=False, bold=False)


class Styles:
    """Answers how an element is set, by its name, its attributes and the page's rules."""

    def __init__(self, tree: HtmlElement) -> None:
        self._rules: dict[tuple[str, str], str] = {}
        self._looks: dict[tuple[str, str, str], _Look] = {}
        for sheet in tree.iter("style"):
            for target, rules in _rules(sheet.text or ""):
                self._rules[target] = f"{self._rules.get(target, '')};{rules[:_MOST_RULES]}"

    def raises(self, element: HtmlElement) -> bool:
        """Tell whether an element's text is small and high."""
        return element.tag == "sup" or self._look(element).raised

    def titles(self, element: HtmlElement) -> bool:
        """Tell whether an element is set in the middle and bold, as titles are."""
        look = self._look(element)
        centred = look.centred or element.get("align", "").lower() == "center"
        return centred and (
            look.bold
            or _is_all_bold(element)
            or any(self._look(inner).bold for inner in element.iterdescendants("span", "font"))
        )

    def _look(self, element: HtmlElement) -> _Look:
        if not (self._rules or element.attrib):
            return _PLAIN
        key = (str(element.tag), element.get("class", ""), element.get("style", ""))
        known = self._looks.get(key)
        if known is None:
            tag, names, own = key
            targets = [(tag, ""), *((one, name) for one in ("", tag) for name in names.split())]
            style = ";".join([*(self._rules.get(target, "") for target in targets), own])
            found = (pattern.search(style) is not None for pattern in (_RAISED, _CENTRED, _BOLD))
            known = self._looks[key] = _Look(*found)
        return known


def _is_all_bold(element: HtmlElement) -> bool:
    words = "".join(element.itertext()).split()
    bold = " ".join("".join(child.itertext()) for child in element.iter("b", "strong")).split()
    return bool(words) and words == bold


def _rules(sheet: str) -> Iterator[tuple[tuple[str, str], str]]:
    for match in _RULE.finditer(_COMMENT.sub("", sheet)):
        for selector in match[1].split(","):
            simple = _SIMPLE.match(selector.strip())
            if simple is not None and simple.group():
                yield (simple["tag"] or "", simple["name"] or ""), match[2]
