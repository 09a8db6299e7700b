"""Which paragraphs are headings, and which line of a cover is the title, by how they look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.joining import ends_sentence, is_unspaced, width
from corpus.model import Block

_TYPED = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})\s*\t\s*(?=[^\W\d_“\"‘'(][^\t]*$)", re.DOTALL
)
_TAB = re.compile(r"[ \xa0]*\t[ \t\xa0]*")
_LARGER = 1.1  # than the text
_NARROWEST_TITLE = 10  # columns
_LONGEST_COVER = 60  # lines
# Dates, symbols and case numbers stand on covers too, and are no titles.
_NO_TITLE = re.compile(r"[\[(]|\d{1,2}[. ]|\S+/\S+$|(?:Case|Claim|Application) [Nn]o")
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


@dataclass(frozen=True, slots=True)
class _Line:
    block: Block
    size: float
    bold: bool
    named: bool
    low: bool


class Cover:
    """The lines before a report's text begins, and how large that text is set."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []
        self._sizes: Counter[float] = Counter()

    def see(
        self,
        block: Block,
        size: float,
        *,
        bold: bool,
        begun: bool,
        named: bool = False,
        low: bool = True,
    ) -> None:
        """Take notice of a block.

        Args:
            block: The block.
            size: Its font's size.
            bold: Whether all of it is bold.
            begun: Whether the report's text has begun before it.
            named: Whether the document itself calls it its title.
            low: Whether it stands below where a letterhead would.
        """
        self._sizes[size] += len(block.text)
        if named or (not begun and len(self._lines) < _LONGEST_COVER):
            self._lines.append(_Line(block, size, bold, named, low))

    def titled(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Yield blocks, the title among them as the one heading of the first level."""
        title = self._title()
        for block in blocks:
            if block is title:
                yield replace(block, role="heading", level=1)
            elif title is not None and block.role == "heading" and block.level:
                yield replace(block, level=block.level + 1)
            else:
                yield block

    def _title(self) -> Block | None:
        """Of the lines that stand out the largest, and of those the first."""
        possible = [line for line in self._lines if line.named or self._may_be_title(line)]
        possible = (
            [line for line in possible if line.named]
            or [line for line in possible if line.low]
            or possible
        )
        best = max(possible, key=lambda line: line.size, default=None)
        return None if best is None else best.block

    def _may_be_title(self, line: _Line) -> bool:
        text, usual = line.block.text, max(self._sizes, key=lambda size: self._sizes[size])
        several_words = " " in text or any(map(is_unspaced, text))
        return (
            (line.bold or line.size > usual * _LARGER)
            and line.block.role != "table"
            and not line.block.number
            and several_words
            and _NARROWEST_TITLE <= width(text) <= _LONGEST
            and not text.endswith(_NO_TITLES_ENDS)
            and _NO_TITLE.match(text) is None
        )


@dataclass(slots=True)
class Looks:
    """Judges paragraphs in their order; `prose` are the styles in which prose is written.

    `begun` tells that something was numbered: the cover is over.
    """

    prose: frozenset[str] = frozenset()
    begun: bool = field(default=False, init=False)

    def is_heading(
        self,
        text: str,
        printed: str,
        style: str | None,
        *,
        outlined: bool,
        keeps_next: bool,
        bold: bool,
    ) -> bool:
        """Tell whether a paragraph is a heading, by its outline level or its look.

        Numbered prose may have an outline level too, so that it can be folded. Bold lines on a
        cover, before anything is numbered, are no headings.

        Args:
            text: The paragraph's words.
            printed: Its automatic number.
            style: Its style's id; None where the paragraph itself says its level.
            outlined: Whether it has an outline level.
            keeps_next: Whether its style keeps it on one page with what follows.
            bold: Whether all of it is bold.
        """
        self.begun = self.begun or bool(printed) or _NUMBERED.match(text) is not None
        if len(text) > _LONGEST:
            return False
        if (outlined or keeps_next) and style not in self.prose:
            return not (len(text) > _SHORT and text.endswith(_NO_TITLES_ENDS))
        plain = len(text) <= _SHORT and not text.endswith(_NO_TITLES_ENDS)
        return self.begun and bold and plain


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
