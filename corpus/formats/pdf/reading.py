"""A PDF's blocks, or a sentence why it has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFileError
from corpus.formats.pdf.cleaning import cleaned
from corpus.formats.pdf.columns import lines_of
from corpus.formats.pdf.glyphs import pages
from corpus.formats.pdf.hyphens import Hyphens
from corpus.formats.pdf.margins import with_margin_numbers, with_right_numbers_moved
from corpus.formats.pdf.model import Line, Page
from corpus.formats.pdf.notes import Note, parted, without_calls
from corpus.formats.pdf.paragraphs import columns_of, paragraphs_of, usual_distance
from corpus.formats.pdf.running import body_size, without_running_matter
from corpus.joining import ends_sentence, joined
from corpus.looks import Cover
from corpus.model import Block

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

SUFFIXES = (".pdf",)
ISOLATED = True
MOST_PAGES = 5_000
_LARGER = 1.12  # than the body: a heading
_LONGEST_HEADING = 200  # characters
_MOST_HEADING_LINES = 4
_NO_TITLES_ENDS = (".", "。", ";", "；", ",", "，", ":", "：")
_NUMBERED = re.compile(r"(?:\d{1,4}|[IVX]{1,5}|[A-Z])\s?[.．)]\s|[\[(]\d{1,4}[\])]|第.{1,6}[条章]")
_ENTRY = re.compile(r"[(（]?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})[)）]\s")
_CAPTION = re.compile(
    r"(?:Figure|Fig\.|Table|Chart|Box|Map|Tableau|Graphique|Encadré|Cuadro|Gráfico|Figura|Tabla"
    r"|Abbildung|Tabelle|Рисунок|Диаграмма|Таблица|الشكل|الجدول|图|表|圖)\s?(?:\d|[IVXLC]+\b|[一二三四五六七八九十])",
)
_LETTERHEAD = 0.75  # of a page's height: above it stands who writes
_PROSE = 100  # characters
_BARE_CAPTION = 15  # characters: "Figure II", without its title
_FEWEST_LETTERS = 25  # a page: with fewer, it holds no text
_TAIL = 2_048  # bytes that hold a file's end
_PASSWORD, _SECURITY = 4, 5  # what PDFium answers for a file that it can't decrypt


def blocks(path: Path) -> Iterator[Block]:
    """Yield a PDF's blocks, in reading order; a footnote follows what calls for it.

    Raises:
        UnreadableFileError: If it is damaged, encrypted, too long, or a scan without text.
    """
    document = _opened(path)
    try:
        read = _pages(path, document)
    finally:
        document.close()
    yield from _blocks(
        with_right_numbers_moved(without_running_matter([cleaned(page) for page in read]))
    )


def _opened(path: Path) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    from corpus.decoding import file_bytes

    content = file_bytes(path)
    start = content.find(b"%PDF-", 0, 1_024)
    if start < 0:
        raise UnreadableFileError(
            path, "this is not a PDF, whatever its name says. Save the report again as PDF."
        )
    if b"%%EOF" not in content[-_TAIL:]:
        raise UnreadableFileError(
            path, "the file is cut off: its end is missing. Copy or download it again."
        )
    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        if error.err_code in (_PASSWORD, _SECURITY):
            raise UnreadableFileError(
                path,
                "the file is protected by a password. Open it with the password, save it without"
                " one, and add that.",
            ) from error
        raise UnreadableFileError(path, _DAMAGED) from error
    if len(document) > MOST_PAGES:
        count = len(document)
        document.close()
        raise UnreadableFileError(
            path,
            f"it has {count:,} pages; at most {MOST_PAGES:,} can be read. Split it into parts.",
        )
    return document


_DAMAGED = (
    "the PDF is damaged and can't be read. Copy or download it again, or print it to a new PDF."
)


def _pages(path: Path, document: PdfDocument) -> tuple[Page, ...]:
    from pypdfium2 import PdfiumError

    try:
        read = tuple(pages(document))
    except PdfiumError as error:
        raise UnreadableFileError(path, _DAMAGED) from error
    empty = sum(
        sum(len(fragment.text) for fragment in page.fragments) < _FEWEST_LETTERS for page in read
    )
    if not read or empty == len(read) or empty > max(2, len(read) * 0.5):
        raise UnreadableFileError(
            path,
            "it has no text layer: its pages are pictures. Run OCR, for example with OCRmyPDF, and"
            " add the result.",
        )
    return read


def _blocks(read: Sequence[Page]) -> Iterator[Block]:
    body = body_size(read)
    lines: list[Line] = []
    notes: list[Note] = []
    for page in read:
        above = notes[-1] if notes and notes[-1].page == page.number - 1 else None
        text, below = parted(lines_of(page), page, body, above)
        lines += text
        notes += below
    lines = with_margin_numbers(lines)
    columns = columns_of(lines)
    writer = _Writer(lines, notes, body, read[0].height * _LETTERHEAD)
    found: list[Block] = []
    for paragraph in paragraphs_of(columns, usual_distance(columns)):
        found += writer.written(paragraph)
    found += writer.notes_left()
    # What OCR says of sizes tells no title.
    yield from found if read[0].scanned else writer.cover.titled(found)


class _Writer:
    """Turns paragraphs into blocks, each with the notes that it calls for after it."""

    def __init__(
        self, lines: Sequence[Line], notes: Sequence[Note], body: float, letterhead: float
    ) -> None:
        self.cover = Cover()
        self._letterhead = letterhead
        self._hyphens = Hyphens(line.text for line in lines)
        self._body = body
        self._notes: dict[int, list[Note]] = {}
        for note in notes:
            self._notes.setdefault(note.page, []).append(note)
        self._begun = False
        self._figure = self._caption = False

    def written(self, paragraph: Sequence[Line]) -> Iterator[Block]:
        """Yield the notes of earlier pages that nothing called for, the paragraph, its notes."""
        first, last = paragraph[0], paragraph[-1]
        yield from self.notes_left(before=first.page)
        called: list[Note] = []
        texts: list[str] = []
        for line in paragraph:
            there = self._notes.get(line.page, [])
            text, numbers = without_calls(line.text, [note.number for note in there])
            texts.append(text)
            called += [note for note in there if note.number in numbers and note not in called]
        yield self._block(paragraph, texts)
        for note in called:
            self._notes[note.page].remove(note)
            yield self._note(note)
        if last.page > first.page:
            yield from self.notes_left(before=last.page)

    def notes_left(self, before: int | None = None) -> Iterator[Block]:
        """Yield the notes of pages before this one that are left."""
        for page in sorted(self._notes):
            if before is None or page < before:
                for note in self._notes.pop(page):
                    yield self._note(note)

    def _block(self, paragraph: Sequence[Line], texts: Sequence[str]) -> Block:
        first = paragraph[0]
        text = self._joined(paragraph, texts)
        stands_out = (
            all(line.bold for line in paragraph)
            or all(line.italic for line in paragraph)
            or first.size > self._body * _LARGER
        )
        is_title = (
            stands_out
            and len(paragraph) <= _MOST_HEADING_LINES
            and len(text) <= _LONGEST_HEADING
            and not text.endswith(_NO_TITLES_ENDS)
        )
        self._begun = self._begun or first.page > 1 or bool(first.number or _NUMBERED.match(text))
        self._figure = not first.number and self._is_of_figure(text, is_title)
        if first.is_row or self._figure:
            return Block(text, "table", page=first.page)
        # What stands out before the report begins is a cover's: no heading of anything.
        is_heading = is_title and self._begun and not _ENTRY.match(text)
        block = Block(text, "heading" if is_heading else "body", first.number, page=first.page)
        bold = all(line.bold for line in paragraph)
        low = first.base < self._letterhead
        self.cover.see(block, round(first.size, 1), bold=bold, begun=self._begun, low=low)
        return block

    def _is_of_figure(self, text: str, is_title: bool) -> bool:
        """A caption begins a figure or table; prose ends it, or a heading but the one below it."""
        was_caption, self._caption = self._caption, False
        if _CAPTION.match(text) and len(text) <= _LONGEST_HEADING:
            self._caption = len(text) <= _BARE_CAPTION
            return True
        is_prose = len(text) > _PROSE and ends_sentence(text)
        ends = (is_title and not was_caption) or is_prose or _NUMBERED.match(text) is not None
        return self._figure and not ends

    def _note(self, note: Note) -> Block:
        texts = [line.text for line in note.lines]
        texts[0] = texts[0][note.indent :]
        return Block(self._joined(note.lines, texts), "footnote", note.number, page=note.page)

    def _joined(self, lines: Sequence[Line], texts: Sequence[str]) -> str:
        whole = ""
        for place, text in enumerate(texts):
            text = " ".join(text.split())
            if place and lines[place - 1].hyphenated and whole.endswith("-"):
                whole = self._hyphens.join(whole, text)
            else:
                whole = joined([whole, text])
        return whole
