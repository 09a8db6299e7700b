"""A Word document's blocks, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.elements import child, children, every, is_on, name, named, number, value
from corpus.errors import UnreadableFileError
from corpus.formats.word.heads import symbols_of_heads, with_symbol
from corpus.formats.word.notes import Notes
from corpus.formats.word.numbering import Numbering
from corpus.formats.word.runs import Fields, NoteCall, words_of
from corpus.formats.word.styles import NO_OUTLINE, Style, Styles
from corpus.looks import Cover, Looks, styles_of_prose, without_tabs
from corpus.model import Block, Role
from corpus.packages import Package
from corpus.tables import arranged_table
from corpus.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

SUFFIXES = (".docx", ".docm")
ISOLATED = True
_MAIN = "word/document.xml"
_WRAPPERS = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice")
)


def blocks(path: Path) -> Iterator[Block]:
    """Yield a document's blocks: as Word prints it, with tracked changes accepted.

    Raises:
        UnreadableFileError: If it is damaged, encrypted or no Word document.
    """
    with Package(path) as package:
        main = _main_part(package)
        document = package.xml(main)
        body = child(document, "body")
        if body is None:
            raise UnreadableFileError(
                path, "there is no Word document in it. Save it again as .docx."
            )
        folder = main.rpartition("/")[0]
        styles = Styles(package.xml(f"{folder}/styles.xml"))
        numbering = Numbering(package.xml(f"{folder}/numbering.xml"))
        numbering.link_styles(lambda key: styles.style(key).num_id)
        notes = Notes(
            package.xml(f"{folder}/footnotes.xml"),
            package.xml(f"{folder}/endnotes.xml"),
            package.xml(f"{folder}/settings.xml"),
        )
        symbols = symbols_of_heads(package, folder)
    yield from with_symbol(list(_Reader(styles, numbering, notes).read(body)), symbols)


def _main_part(package: Package) -> str:
    """The main part is named in the package's relations; nearly always alike."""
    if _MAIN in package.names:
        return _MAIN
    for relation in children(package.xml("_rels/.rels"), "Relationship"):
        if value(relation, "Type").endswith("/officeDocument"):
            return value(relation, "Target").lstrip("/")
    return _MAIN


class _Reader:
    """Walks a body once, counting its lists and notes on."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._fields = Fields()
        self._looks = Looks()
        self._cover = Cover()
        self._unfinished: list[str] = []  # words of a paragraph whose end was deleted

    def read(self, body: _Element) -> Iterator[Block]:
        """Yield a body's blocks."""
        self._looks = Looks(styles_of_prose(self._styled(body)))
        yield from self._cover.titled(list(self.blocks(body)))

    def _styled(self, body: _Element) -> Iterator[tuple[str, str]]:
        for paragraph in every(body, "p"):
            key = value(child(paragraph, "pPr", "pStyle")) or self._styles.default
            yield key, "".join(text.text or "" for text in every(paragraph, "t"))

    def blocks(self, container: _Element) -> Iterator[Block]:
        """Yield what a body, a cell or a box holds."""
        for element in container:
            kind = name(element)
            if kind == "p":
                yield from self._paragraph(element)
            elif kind == "tbl":
                yield from self._table(element)
            elif kind == "sdt" and _is_contents(element):
                continue
            elif kind in _WRAPPERS:
                yield from self.blocks(element)

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        properties = named(child(element, "pPr"))
        style = self._styles.style(value(properties.get("pStyle")) or self._styles.default)
        words = words_of(element, self._fields)
        text = words.text
        if is_on(child(properties.get("rPr"), "del")):
            # The end of this paragraph was deleted: it runs on into the next.
            self._unfinished.append("".join(words.pieces))
            return
        if self._unfinished:
            text = "".join([*self._unfinished, *words.pieces]).strip()
            self._unfinished = []
        if not (style.is_contents or style.hidden):
            yield from self._written(text, words, style, properties)
        for box in words.boxes:
            yield from self.blocks(box)

    def _written(
        self, text: str, words: Words[NoteCall], style: Style, properties: dict[str, _Element]
    ) -> Iterator[Block]:
        printed, level, is_bullet = self._number(style, properties)
        if text:
            text, printed = without_tabs(text, printed)
            own = number(properties.get("outlineLvl"))
            outline = style.outline if own is None else own
            outlined = outline is not None and outline < NO_OUTLINE
            bold = words.is_bold(style.bold)
            is_heading = self._looks.is_heading(
                text,
                printed,
                style.id if own is None else None,
                outlined=outlined,
                keeps_next=style.keeps_next,
                bold=bold,
            )
            if is_heading:
                level = outline + 1 if outline is not None and outlined else 0
            role: Role = "heading" if is_heading else "item" if is_bullet else "body"
            block = Block(text, role, printed, level)
            size, begun = words.size or style.size, self._looks.begun
            self._cover.see(block, size, bold=bold, begun=begun, named=style.is_title)
            yield block
        for kind, key, own_mark in words.notes:
            yield from self._note(kind, key, own_mark)

    def _number(self, style: Style, properties: dict[str, _Element]) -> tuple[str, int, bool]:
        """Count the paragraph's list on: what is printed, the level from 1, whether a bullet."""
        own = named(properties.get("numPr"))
        own_id = value(own.get("numId"))
        num_id = own_id or style.num_id or "0"
        level = number(own.get("ilvl"))
        if level is None and not own_id:
            level = self._numbering.level_of_style(num_id, style.id)
        if level is None:
            level = style.level or 0
        if num_id == "0":
            return "", 0, False
        printed = self._numbering.next(num_id, level)
        return printed, level + 1 if printed else 0, self._numbering.is_bullet(num_id, level)

    def _note(self, kind: str, key: str, own_mark: bool) -> Iterator[Block]:
        note = self._notes.note(kind, key, own_mark)
        if note is None:
            return
        printed, element = note
        fields = Fields()
        texts = [words_of(paragraph, fields).text for paragraph in every(element, "p")]
        text = without_tabs("\n".join(filter(None, texts)), printed)[0]
        if text:
            yield Block(text, "footnote", printed)

    def _table(self, element: _Element) -> Iterator[Block]:
        rows: list[list[list[Block]]] = []
        for row in _below(element, "tr"):
            if is_on(child(row, "trPr", "del")):
                continue
            rows.append(
                [
                    list(self.blocks(cell))
                    for cell in _below(row, "tc")
                    if not _goes_on_from_above(cell)
                ]
            )
        yield from arranged_table(rows)


def _below(element: _Element, wanted: str) -> Iterator[_Element]:
    """Rows or cells, also those that stand in a control."""
    for below in element:
        if name(below) == wanted:
            yield below
        elif name(below) in _WRAPPERS:
            yield from _below(below, wanted)


def _goes_on_from_above(cell: _Element) -> bool:
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and value(merged) in ("", "continue")


def _is_contents(control: _Element) -> bool:
    gallery = child(control, "sdtPr", "docPartObj", "docPartGallery")
    return value(gallery) == "Table of Contents"
