"""The words of a Word paragraph, as they stand once all tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.elements import child, is_on, name, named, number, value
from corpus.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

_GONE = frozenset(
    ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "annotationRef", "footnoteRef",
     "endnoteRef", "sectPr", "commentReference", "fldData")
)  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NoteCall = tuple[str, str, bool]  # its kind, its id, and whether its mark is its own
_PRIVATE = range(0xF000, 0xF100)  # where symbol fonts have their signs


@dataclass(slots=True)
class Fields:
    """Where a walk stands in nested fields: each level tells whether its result has begun.

    Fields may run over several paragraphs, as a table of contents does.
    """

    open: list[bool] = field(default_factory=list)

    @property
    def is_hidden(self) -> bool:
        """Whether a field's code is being walked through, which is not shown."""
        return not all(self.open)

    def see(self, kind: str) -> None:
        """Take notice of a field's mark."""
        if kind == "begin":
            self.open.append(False)
        elif kind == "separate" and self.open:
            self.open[-1] = True
        elif kind == "end" and self.open:
            self.open.pop()


def words_of(paragraph: _Element, fields: Fields) -> Words[NoteCall]:
    """Read a paragraph; `fields` is carried on from paragraph to paragraph."""
    words: Words[NoteCall] = Words()
    _walk(paragraph, words, fields)
    return words


def _walk(element: _Element, words: Words[NoteCall], fields: Fields) -> None:
    for below in element:
        kind = name(below)
        if kind in _GONE:
            continue
        if kind == "r":
            _run(below, words, fields)
        elif kind == "AlternateContent":
            for branch in _one_branch(below):
                _walk(branch, words, fields)
        elif kind == "txbxContent":
            words.boxes.append(below)
        elif kind == "t":
            if not fields.is_hidden:
                words.pieces.append(below.text or "")
        else:
            _walk(below, words, fields)


def _run(run: _Element, words: Words[NoteCall], fields: Fields) -> None:
    properties = named(child(run, "rPr"))
    if is_on(properties.get("vanish")):
        return
    raised = value(properties.get("vertAlign")) == "superscript"
    for below in run:
        kind = name(below)
        if kind == "fldChar":
            fields.see(value(below, "fldCharType"))
        elif kind in _GONE or fields.is_hidden:
            continue
        elif kind == "t":
            text = below.text or ""
            if raised and text.strip().isdecimal() and text.isascii():
                text = text.translate(_RAISED)
            words.pieces.append(text)
            if any(map(str.isalpha, text)):
                said = properties.get("b")
                words.bold.append(None if said is None else is_on(said))
                words.size = max(words.size, (number(properties.get("sz")) or 0) / 2)
        elif kind in ("tab", "ptab"):
            words.pieces.append("\t")
        elif kind in ("br", "cr"):
            words.pieces.append("\n")
        elif kind == "noBreakHyphen":
            words.pieces.append("-")
        elif kind == "sym":
            words.pieces.append(_symbol(value(below, "char")))
        elif kind in ("footnoteReference", "endnoteReference"):
            own = value(below, "customMarkFollows") in ("1", "true", "on")
            words.notes.append((kind[: -len("Reference")], value(below, "id"), own))
        elif kind == "AlternateContent":
            for branch in _one_branch(below):
                _walk(branch, words, fields)
        elif kind != "softHyphen":
            _walk(below, words, fields)


def _one_branch(alternatives: _Element) -> Iterator[_Element]:
    """Newer content and its fallback say the same: take what comes first."""
    yield from list(alternatives)[:1]


def _symbol(code: str) -> str:
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return "•" if point in _PRIVATE else chr(point) if 0 < point < 0xD800 else ""
