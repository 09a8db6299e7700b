"""The words of an OpenDocument paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.elements import child, name, number, value
from corpus.formats.opendocument.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(("annotation", "annotation-end", "ruby-text", "desc", "title"))
_MOST_SPACES = 1_000  # a document may ask for any number


@dataclass(slots=True)
class Words:
    """What a paragraph holds: text, notes (citation and body), text boxes.

    `bold` tells of each run of words whether it is, or None where it leaves that to the style;
    `size` is that of the largest, 0 where all leave it to the style.
    """

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, _Element]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    bold: list[bool | None] = field(default_factory=list)
    size: float = 0.0

    @property
    def text(self) -> str:
        """The text; white space at its ends is the layout's."""
        return "".join(self.pieces).strip()

    def is_bold(self, style_is: bool) -> bool:
        """Tell whether all words are bold, where the style is or isn't."""
        return bool(self.bold) and all(style_is if said is None else said for said in self.bold)


def words_of(paragraph: _Element, styles: Styles) -> Words:
    """Read a paragraph."""
    words = Words()
    _walk(paragraph, words, styles, None)
    return words


def _walk(element: _Element, words: Words, styles: Styles, bold: bool | None) -> None:
    _add(element.text, words, bold)
    for below in element:
        kind = name(below)
        if kind == "s":
            words.pieces.append(" " * min(number(below, "c") or 1, _MOST_SPACES))
        elif kind == "tab":
            words.pieces.append("\t")
        elif kind == "line-break":
            words.pieces.append("\n")
        elif kind == "note":
            citation = child(below, "note-citation")
            body = child(below, "note-body")
            if body is not None:
                printed = "" if citation is None else "".join(map(str, citation.itertext()))
                words.notes.append((printed.strip(), body))
        elif kind == "text-box":
            words.boxes.append(below)
        elif kind == "span":
            style = styles.style(value(below, "style-name"), "text")
            if not style.hidden:
                words.size = max(words.size, style.size)
                _walk(below, words, styles, True if style.bold else bold)
        elif kind and kind not in _SKIPPED:
            _walk(below, words, styles, bold)
        _add(below.tail, words, bold)


def _add(text: str | None, words: Words, bold: bool | None) -> None:
    if text:
        # White space in the file is folded: what is meant stands as elements.
        folded = " ".join(text.split())
        lead = " " if text[:1].isspace() else ""
        tail = " " if folded and text[-1:].isspace() else ""
        words.pieces.append(f"{lead}{folded}{tail}")
        if any(map(str.isalpha, folded)):
            words.bold.append(bold)
