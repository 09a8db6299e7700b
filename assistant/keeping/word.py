"""A transcript as a Word document (.docx), right to left where its words are.

Source: ECMA-376, Office Open XML, part 1, sections 11 (the parts of a package) and 17
(WordprocessingML).
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from importlib.resources import files
from itertools import groupby
from typing import Any
from unicodedata import bidirectional
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml.etree import Element, _Element, tostring

from assistant.keeping.transcript import Exchange, Quoted, Transcript
from assistant.words.choosing import direction

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# XML 1.0 can't hold these at all.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = {"R", "AL"}
# Digits take the side of the letters before them, as the marks between words do.
_STRONG = {*_RIGHT_TO_LEFT, "L"}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say: equal talks make equal files


def word_document(transcript: Transcript) -> bytes:
    """Write it as a file that Word and LibreOffice open."""
    document = _Document(transcript.language)
    document.add("Title", transcript.title)
    document.add("Note", transcript.note)
    for exchange in transcript.exchanges:
        document.add_exchange(exchange)
    return document.packed()


class _Document:
    """A document as it grows: its body, and the links that it leads to."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._right_to_left = direction(language) == "rtl"
        self._body = _word("body")
        self._links: list[str] = []

    def add_exchange(self, exchange: Exchange) -> None:
        """Add a question and its answer."""
        self.add("Heading1", " ".join(exchange.question.split()))
        for remark in exchange.remarks:
            self.add("Remark", remark)
        for quoted in (*exchange.quotes, *exchange.parallels):
            self.add("Quote", quoted.text, keep_next=True)
            self._add_link("Citation", quoted)
        for note in exchange.notes:
            self.add("Remark", note)
        for near in exchange.nearest:
            self._add_link("Citation", near)

    def add(self, style: str, text: str, *, keep_next: bool = False) -> None:
        """Add a paragraph; line breaks in the text stay."""
        self._body.append(self._paragraph(style, text, runs(text), keep_next=keep_next))

    def _add_link(self, style: str, quoted: Quoted) -> None:
        self._links.append(quoted.link)
        link = _word("hyperlink", *runs(quoted.citation, "Hyperlink"))
        link.set(f"{{{_R}}}id", f"link{len(self._links)}")
        self._body.append(self._paragraph(style, quoted.citation, [link]))

    def _paragraph(
        self, style: str, text: str, inside: list[_Element], *, keep_next: bool = False
    ) -> _Element:
        properties = _word("pPr", _valued("pStyle", style))
        if keep_next:
            properties.append(_word("keepNext"))
        if reads_right_to_left(text, self._right_to_left):
            properties.append(_word("bidi"))
        return _word("p", properties, *inside)

    def packed(self) -> bytes:
        """The whole package."""
        self._body.append(_word("sectPr", *([_word("bidi")] if self._right_to_left else [])))
        styles = files("assistant.keeping").joinpath("styles.xml").read_bytes()
        parts = {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
            "word/document.xml": _serialised(_word("document", self._body)),
            "word/styles.xml": styles,
            "word/_rels/document.xml.rels": _relations({"styles": "styles.xml"}, self._links),
        }
        packed = io.BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(ZipInfo(name, _EPOCH), content, ZIP_DEFLATED)
        return packed.getvalue()


def runs(text: str, style: str = "") -> list[_Element]:
    """A text as runs of one direction each, for Word to choose letters and order by."""
    made = []
    for right_to_left, piece in directed(text):
        properties = [_valued("rStyle", style)] if style else []
        if right_to_left:
            properties.append(_word("rtl"))
        content: list[_Element] = []
        for place, line in enumerate(piece.split("\n")):
            if place:
                content.append(_word("br"))
            if line:
                kept = _word("t")
                kept.text = _NO_XML.sub("", line)
                kept.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                content.append(kept)
        made.append(_word("r", *([_word("rPr", *properties)] if properties else []), *content))
    return made


def directed(text: str) -> list[tuple[bool, str]]:
    """A text in pieces of one direction: whether right to left, and the piece.

    >>> directed("see الفقرة 26 (b)")
    [(False, 'see '), (True, 'الفقرة 26 ('), (False, 'b)')]
    """
    sides, side = [], reads_right_to_left(text, False)
    for sign in text:
        kind = bidirectional(sign)
        side = kind in _RIGHT_TO_LEFT if kind in _STRONG else side
        sides.append(side)
    pieces = groupby(zip(sides, text, strict=True), key=lambda pair: pair[0])
    return [(side, "".join(sign for _, sign in group)) for side, group in pieces]


def reads_right_to_left(text: str, otherwise: bool) -> bool:
    """Whether the first letter that has a direction goes right to left."""
    strong = (kind for kind in map(bidirectional, text) if kind in _STRONG)
    first = next(strong, None)
    return otherwise if first is None else first in _RIGHT_TO_LEFT


def _word(name: str, *inside: _Element) -> _Element:
    made = Element(f"{{{_W}}}{name}", nsmap={"w": _W, "r": _R})
    made.extend(inside)
    return made


def _valued(name: str, value: str) -> _Element:
    made = _word(name)
    made.set(f"{{{_W}}}val", value)
    return made


def _root(name: str, namespace: str) -> _Element:
    default: Any = {None: namespace}  # which the type stubs do not know of
    return Element(f"{{{namespace}}}{name}", nsmap=default)


def _types() -> bytes:
    types = {
        "Default": [
            ("Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("Extension", "xml", "application/xml"),
        ],
        "Override": [
            ("PartName", "/word/document.xml", f"{_DOCUMENT_TYPE}.document.main+xml"),
            ("PartName", "/word/styles.xml", f"{_DOCUMENT_TYPE}.styles+xml"),
        ],
    }
    namespace = f"{_PACKAGE}/content-types"
    whole = _root("Types", namespace)
    for name, entries in types.items():
        for key, value, content_type in entries:
            entry = Element(f"{{{namespace}}}{name}", {key: value, "ContentType": content_type})
            whole.append(entry)
    return _serialised(whole)


def _relations(inside: dict[str, str], links: Sequence[str] = ()) -> bytes:
    """The parts that a part leads to, by kind, and the links to elsewhere."""
    namespace = f"{_PACKAGE}/relationships"
    whole = _root("Relationships", namespace)

    def relate(name: str, kind: str, target: str) -> _Element:
        described = {"Id": name, "Type": f"{_R}/{kind}", "Target": target}
        entry = Element(f"{{{namespace}}}Relationship", described)
        whole.append(entry)
        return entry

    for kind, target in inside.items():
        relate(kind, kind, target)
    for place, link in enumerate(links, 1):
        relate(f"link{place}", "hyperlink", link).set("TargetMode", "External")
    return _serialised(whole)


def _serialised(element: _Element) -> bytes:
    return tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
