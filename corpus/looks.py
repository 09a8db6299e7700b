"""Which paragraphs of a word processor's document are headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.joining import ends_sentence

_TYPED = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})\s*\t\s*(?=[^\W\d_“\"‘'(][^\t]*$)", re.DOTALL
)
_TAB = re.compile(r"[ \xa0]*\t[ \t\xa0]*")
_LONGEST = 250  # characters of a heading
_SHORT = 120  # characters
_NO_TITLES_ENDS = (".", "。", ";", "；", ",", "，", ":", "：")
_NUMBERED = re.compile(r"[\[(（]?(?:\d{1,3}|[IVX]{1,5}|[A-Z])[.．)\]）]\s|第.{1,6}[条章]")


def without_tabs(text: str, printed: str = "") -> tuple[str, str]:
    r"""Take the layout out of a paragraph's words: tabs become spaces.

    A bare number that a tab parts from the words is the paragraph's, typed by hand.

    Returns:
        The words and the number: that found, or that `printed`.

    >>> without_tabs("3.1\tRule 7 says"), without_tabs("12.\tRule 7")
    (('Rule 7 says', '3.1'), ('12. Rule 7', ''))
    """
    typed = None if printed else _TYPED.match(text)
    if typed is not None:
        text, printed = text[typed.end() :], typed["number"]
    return _TAB.sub(" ", text), printed


@dataclass(slots=True)
class Looks:
    """Judges paragraphs in their order; `prose` are the styles in which prose is written."""

    prose: frozenset[str] = frozenset()
    _begun: bool = field(default=False, init=False)

    def is_heading(
        self, text: str, printed: str, style: str, *, outlined: bool, keeps_next: bool, bold: bool
    ) -> bool:
        """Tell whether a paragraph is a heading, by its outline level or its look.

        Numbered prose may have an outline level too, so that it can be folded. Bold lines on a
        cover, before anything is numbered, are no headings.

        Args:
            text: The paragraph's words.
            printed: Its automatic number.
            style: Its style's id.
            outlined: Whether it has an outline level.
            keeps_next: Whether its style keeps it on one page with what follows.
            bold: Whether all of it is bold.
        """
        self._begun = self._begun or bool(printed) or _NUMBERED.match(text) is not None
        if len(text) > _LONGEST:
            return False
        if (outlined or keeps_next) and style not in self.prose:
            return not (len(text) > _SHORT and text.endswith(_NO_TITLES_ENDS))
        plain = len(text) <= _SHORT and not text.endswith(_NO_TITLES_ENDS)
        return self._begun and bold and plain


def styles_of_prose(paragraphs: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Find the styles in which at least every third paragraph is prose: those of no heading.

    Args:
        paragraphs: Each paragraph's style and text.
    """
    total: Counter[str] = Counter()
    prose: Counter[str] = Counter()
    for style, text in paragraphs:
        total[style] += bool(text)
        long = len(text) > _LONGEST or (len(text) > _SHORT / 2 and ends_sentence(text))
        prose[style] += long
    return frozenset(style for style, count in prose.items() if count * 3 >= total[style] > 0)
