"""An OpenDocument text's blocks, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.elements import child, children, name, number, value
from corpus.errors import UnreadableFileError
from corpus.formats.opendocument.lists import Counter, Lists
from corpus.formats.opendocument.styles import Style, Styles
from corpus.formats.opendocument.words import words_of
from corpus.looks import Cover, Looks, styles_of_prose, without_tabs
from corpus.model import Block, Role
from corpus.packages import PROTECTED, Package
from corpus.tables import arranged_table
from corpus.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

    from corpus.formats.opendocument.words import NoteCall

SUFFIXES = (".odt",)
ISOLATED = True
_SKIPPED = frozenset(
    ("tracked-changes", "table-of-content", "alphabetical-index", "illustration-index",
     "table-index", "object-index", "user-index", "sequence-decls", "forms", "variable-decls")
)  # fmt: skip


def blocks(path: Path) -> Iterator[Block]:
    """Yield a document's blocks, with tracked changes accepted.

    Raises:
        UnreadableFileError: If it is damaged, encrypted or no OpenDocument text.
    """
    with Package(path) as package:
        manifest = package.xml("META-INF/manifest.xml")
        if manifest is not None and any(name(e) == "encryption-data" for e in manifest.iter()):
            raise UnreadableFileError(path, PROTECTED)
        content, styles = package.xml("content.xml"), package.xml("styles.xml")
        body = child(content, "body", "text")
        if body is None:
            raise UnreadableFileError(
                path, "there is no OpenDocument text in it. Save it again as .odt."
            )
    yield from _Reader(Styles(styles, content), Lists(styles, content)).read(body)


class _Reader:
    """Walks a body once, counting its lists on."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._looks = Looks()
        self._cover = Cover()

    def read(self, body: _Element) -> Iterator[Block]:
        """Yield a body's blocks."""
        self._looks = Looks(styles_of_prose(self._styled(body)))
        yield from self._cover.titled(list(self.blocks(body)))

    def _styled(self, body: _Element) -> Iterator[tuple[str, str]]:
        for paragraph in body.iter():
            if name(paragraph) in ("p", "h"):
                style = self._styles.style(value(paragraph, "style-name"))
                yield style.id, "".join(map(str, paragraph.itertext()))

    def blocks(self, container: _Element) -> Iterator[Block]:
        """Yield what a body, a section, a cell or a box holds."""
        for element in container:
            kind = name(element)
            if kind in ("p", "h"):
                yield from self._paragraph(element, *self._number_of_heading(element))
            elif kind == "list":
                style = value(element, "style-name")
                yield from self._list(element, style, 1, self._lists.counter(element, style))
            elif kind == "table":
                yield from arranged_table(list(self._rows(element)))
            elif kind not in _SKIPPED:
                yield from self.blocks(element)

    def _list(self, element: _Element, style: str, level: int, counter: Counter) -> Iterator[Block]:
        for entry in element:
            if name(entry) not in ("list-item", "list-header"):
                continue
            counted = name(entry) == "list-item"
            for below in entry:
                if name(below) == "list":
                    own = value(below, "style-name") or style
                    yield from self._list(below, own, level + 1, counter)
                elif name(below) in ("p", "h"):
                    printed = ""
                    if counted:
                        # The first paragraph of an entry has its number, the others go on with it.
                        start = number(entry, "start-value")
                        printed = self._lists.next(counter, style, level, start)
                        counted = False
                    yield from self._paragraph(below, printed, level if printed else 0)
                else:
                    yield from self.blocks(below)

    def _number_of_heading(self, element: _Element) -> tuple[str, int]:
        """Headings are numbered by their outline level, with their style's list or their own."""
        level = number(element, "outline-level")
        if name(element) != "h" or level is None:
            return "", 0
        style = self._styles.style(value(element, "style-name"))
        key = "" if style.list_style is None else style.list_style
        if style.list_style == "" or self._lists.level(key, level) is None:
            return "", 0
        printed = self._lists.next(self._lists.of_headings(key), key, level)
        return printed, level if printed else 0

    def _paragraph(self, element: _Element, printed: str, level: int) -> Iterator[Block]:
        style = self._styles.style(value(element, "style-name"))
        words = words_of(element, self._styles)
        text, printed = without_tabs(words.text, printed)
        if text and not style.hidden:
            yield self._block(element, style, words, text, printed, level)
        for citation, note in words.notes:
            paragraphs = [p for p in note.iter() if name(p) in ("p", "h")]
            texts = [words_of(paragraph, self._styles).text for paragraph in paragraphs]
            if any(texts):
                text = without_tabs("\n".join(filter(None, texts)), citation)[0]
                yield Block(text, "footnote", citation)
        for box in words.boxes:
            yield from self.blocks(box)

    def _block(
        self,
        element: _Element,
        style: Style,
        words: Words[NoteCall],
        text: str,
        printed: str,
        level: int,
    ) -> Block:
        outline = number(element, "outline-level") if name(element) == "h" else style.outline
        bold = words.is_bold(style.bold)
        is_heading = self._looks.is_heading(
            text,
            printed,
            style.id,
            outlined=bool(outline),
            keeps_next=style.keeps_next,
            bold=bold,
        )
        role: Role = "heading" if is_heading else "item" if printed == "•" else "body"
        block = Block(text, role, printed, (outline or 0) if is_heading else level)
        size, begun = words.size or style.size, self._looks.begun
        self._cover.see(block, size, bold=bold, begun=begun, named=style.id == "Title")
        return block

    def _rows(self, table: _Element) -> Iterator[list[list[Block]]]:
        for below in table:
            if name(below) == "table-row":
                yield [list(self.blocks(cell)) for cell in children(below, "table-cell")]
            elif name(below) in ("table-header-rows", "table-rows", "table-row-group"):
                yield from self._rows(below)
