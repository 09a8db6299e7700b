"""The words of an OpenDocument paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.elements import child, name, number, value
from corpus.formats.opendocument.styles import Styles
from corpus.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

    NoteCall = tuple[str, _Element]  # what is printed for it, and its body

_SKIPPED = frozenset(("annotation", "annotation-end", "ruby-text", "desc", "title"))
_MOST_SPACES = 1_000  # a document may ask for any number


def words_of(paragraph: _Element, styles: Styles) -> Words[NoteCall]:
    """Read a paragraph."""
    words: Words[NoteCall] = Words()
    _walk(paragraph, words, styles, None)
    return words


def _walk(element: _Element, words: Words[NoteCall], styles: Styles, bold: bool | None) -> None:
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


def _add(text: str | None, words: Words[NoteCall], bold: bool | None) -> None:
    if text:
        # White space in the file is folded: what is meant stands as elements.
        folded = " ".join(text.split())
        lead = " " if text[:1].isspace() else ""
        tail = " " if folded and text[-1:].isspace() else ""
        words.pieces.append(f"{lead}{folded}{tail}")
        if any(map(str.isalpha, folded)):
            words.bold.append(bold)
