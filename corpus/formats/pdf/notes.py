"""Footnotes: the small print at a page's foot, and the marks in the text that call for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.formats.pdf.model import Line, Page

_SMALL = 0.94  # of the body's size
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED + "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "0123456789abcdefghijklmnoprstuvwxyz")
_RAISED_MARK = re.compile(rf"(?P<n>[{_RAISED}]{{1,3}}|[ᵃ-ᶻⁱⁿ](?=[\s\t]))\s*(?=\S)")
_MARK = re.compile(r"(?P<n>\*{1,4}|[†‡§]+|\d{1,3}(?=\s|[^\W\da-z_]))\s*(?=\S)")
_STARRED = re.compile(r"(?<=\w)[.,;:)\"”]{0,2}\*{1,4}(?:\s|$)")
_CALLS = re.compile(rf"(?<=\S)\s?[{_RAISED}]{{1,3}}(?:[,\s][{_RAISED}]{{1,3}})*")


@dataclass(slots=True)
class Note:
    """A footnote in the making; `number` is its mark."""

    page: int
    number: str
    lines: list[Line] = field(default_factory=list)

    @property
    def indent(self) -> int:
        """How long the mark before the first line's words is."""
        found = _mark(self.lines[0].text)
        return found.end() if found and self.number else 0


def parted(
    lines: Sequence[Line], page: Page, body: float, above: Note | None
) -> tuple[list[Line], list[Note]]:
    """Part a page's lines into its text and its footnotes.

    Args:
        lines: In reading order.
        page: Where they stand.
        body: The size of the report's body text.
        above: The last note of the page before, which may go on here; it is added to.
    """
    starred = any("*" in line.text and _STARRED.search(line.text) for line in lines)
    text: list[Line] = []
    notes: list[Note] = []
    for column in _columns(lines):
        start = _start(column, page, body, starred, above is not None or bool(notes))
        text += column[:start]
        for line in column[start:]:
            mark = _mark(line.text)
            if mark is not None:
                notes.append(Note(page.number, mark["n"].translate(_PLAIN)))
            elif not notes and above is not None:
                notes.append(above)
            elif not notes:
                text.append(line)
                continue
            notes[-1].lines.append(line)
    return text, [note for note in notes if note is not above]


def without_calls(text: str, numbers: Sequence[str]) -> tuple[str, list[str]]:
    """Take the marks that call for one of these notes out of a text.

    Returns:
        The text, and the notes called for; a raised number that calls for none (10⁶) stays.

    >>> without_calls("growth.¹² More, 10⁶", ["12"])
    ('growth. More, 10⁶', ['12'])
    """
    called: list[str] = []

    def drop(match: re.Match[str]) -> str:
        marks = [mark.translate(_PLAIN) for mark in re.findall(rf"[{_RAISED}]+", match[0])]
        if not all(mark in numbers for mark in marks):
            return match[0]
        called.extend(marks)
        return ""

    return _CALLS.sub(drop, text), called


def _mark(text: str) -> re.Match[str] | None:
    return _RAISED_MARK.match(text) or _MARK.match(text)


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part lines where the next one stands higher: another column begins."""
    column: list[Line] = []
    for line in lines:
        if column and line.base > column[-1].base + line.size:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _start(column: Sequence[Line], page: Page, body: float, starred: bool, may_go_on: bool) -> int:
    """Find where a column's notes begin, which fill it to its foot; its length if it has none."""
    small = [line.size < body * _SMALL and not line.is_row for line in column]
    start = end = len(column)
    while start > 0 and small[start - 1]:
        start -= 1
    if 0 < start < end:
        marked = (place for place in range(start, end) if _mark(column[place].text))
        return start if may_go_on else next(marked, end)
    for place, line in enumerate(column):
        marked_so = _RAISED_MARK.match(line.text) or (starred and line.text.startswith("*"))
        if marked_so and line.base < page.height / 2:
            return place
    return end
