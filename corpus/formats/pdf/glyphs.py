"""A PDF's pages as fragments of lines, read with PDFium.

PDFium gives a page's text quickly as a whole and slowly letter by letter. So the text is taken
whole, and only the first and the last letter of each word are asked where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from ctypes import byref, c_double, c_int, c_ushort, create_string_buffer
from math import hypot, pi
from typing import TYPE_CHECKING, Any

from corpus.formats.pdf.model import Fragment, Page, raised
from corpus.formats.pdf.right_to_left import Letter, in_order

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LINE = re.compile(r"[^\r\n\ufffe\x02]+[\ufffe\x02]?")
_WORD = re.compile(r"[^\s\xa0\ufffe\x02]+")
_BROKEN = "\ufffe\x02"  # how PDFium writes a hyphen at a line's end
_WIDE = 1.0  # font sizes: a gap that parts what stands beside each other
_RAISED_BY, _HIGHEST = 0.15, 0.7  # font sizes: how far over its line a raised letter stands
_FORCED_BOLD = 1 << 18  # among a font's flags
_NO_WORDS = " \xa0\t\ufffe\x02"
_WIDEST_LETTER, _WIDEST_HAN = 0.6, 1.1  # font sizes, on average: what is wider holds a gap
_HAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
_UPRIGHT = 0.3  # radians from level
_TURNED_SIZE = 10.0  # of letters whose place on the page is not looked at
_SAMPLE = 50  # letters
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MENDED = re.compile(r"[\u0600-\u06ff\u3400-\u9fff]")
_LIGATURE = re.compile("[اأإآٱ]ل")
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\dA-Za-z])|(?<=[\dA-Za-z%]) (?=[\u3400-\u9fff])")
_FORMS = re.compile(r"[\ufb00-\ufdff\ufe70-\ufefc]")  # ligatures, and Arabic letters as drawn


def pages(document: PdfDocument) -> Iterator[Page]:
    """Yield a document's pages.

    Raises:
        PdfiumError: If a page can't be loaded.
    """
    for index in range(len(document)):
        page = document[index]
        width, height = page.get_size()
        textpage = page.get_textpage()
        reader = _Reader(textpage)
        fragments = tuple(reader.turned(height) if reader.is_turned else reader.fragments())
        scanned = reader.are_letters_unseen()
        textpage.close()
        page.close()
        if reader.is_mirrored:
            fragments = tuple(fragment.mirrored(width) for fragment in fragments)
        yield Page(index + 1, width, height, fragments, scanned)


class _Reader:
    """Reads one page; functions and boxes are looked up once, since they are used a lot."""

    def __init__(self, textpage: Any) -> None:
        from pypdfium2 import raw

        self._page = textpage.raw
        self._raw = raw
        self._box = raw.FS_RECTF()
        self._x, self._y = c_double(), c_double()
        self._edges = c_double(), c_double(), c_double(), c_double()
        count = raw.FPDFText_CountChars(self._page)
        self._text = self._whole_text(count)
        # Where PDFium leaves letters out of the text, each place has to be asked for.
        self._place = _same if len(self._text) == count else self._translated
        right_to_left = _RIGHT_TO_LEFT.search(self._text) is not None
        self.is_mirrored = right_to_left and (
            len(_RIGHT_TO_LEFT.findall(self._text)) * 2 > len(self._text)
        )
        self._has_forms = right_to_left or _FORMS.search(self._text) is not None
        self._font = create_string_buffer(128)
        self._flags = c_int()
        if not self.is_mirrored and _MENDED.search(self._text):
            self._text = self._mended(self._text)

    def _whole_text(self, count: int) -> str:
        if count <= 0:
            return ""
        buffer = (c_ushort * (count * 2 + 2))()
        written = self._raw.FPDFText_GetText(self._page, 0, count, buffer)
        units = bytes(memoryview(buffer).cast("B")[: max(0, written - 1) * 2])
        text = units.decode("utf-16-le", "replace")
        if len(text) * 2 < len(units):
            # One place per unit is what PDFium counts; a rare character takes two.
            text = "".join(letter if letter < "\U00010000" else letter + "\0" for letter in text)
        return text

    def _mended(self, text: str) -> str:
        """Undo what PDFium does to two scripts; the length stays.

        Of an Arabic ligature of two letters, which stand in one place, it exchanges them; and it
        takes the little gap between Chinese and digits for a space.
        """
        letters = list(text)
        for found in _LIGATURE.finditer(text):
            if self._box_of(found.start()) == self._box_of(found.start() + 1):
                letters[found.start() : found.end()] = reversed(found[0])
        for found in _HAN_GAP.finditer(text):
            if self._raw.FPDFText_IsGenerated(self._page, self._place(found.start())) == 1:
                letters[found.start()] = "\0"
        return "".join(letters)

    def _box_of(self, index: int) -> tuple[float, float]:
        self._raw.FPDFText_GetLooseCharBox(self._page, self._place(index), self._box)
        return self._box.left, self._box.right

    def fragments(self) -> Iterator[Fragment]:
        """Yield the page's fragments, in the order in which the file draws them."""
        for line in _LINE.finditer(self._text):
            if self.is_mirrored:
                yield from self._right_to_left(*line.span())
                continue
            hyphenated = line[0][-1] in _BROKEN
            words = line[0].rstrip(_NO_WORDS)
            start = line.start() + len(words) - len(words.lstrip(_NO_WORDS))
            end = line.start() + len(words)
            if start >= end:
                continue
            place = self._whole(start, end)
            if place is not None:
                yield self._fragment([self._text[start:end]], start, place, hyphenated)
            else:
                spans = [word.span() for word in _WORD.finditer(self._text, start, end)]
                yield from self._parted(spans, hyphenated)

    def _right_to_left(self, start: int, end: int) -> Iterator[Fragment]:
        """Read a line whose letters PDFium may have put in another order."""
        letters = [
            Letter(self._text[index], *self._box_of(index), index)
            for index in range(start, end)
            if not (self._text[index].isspace() or self._text[index] in _NO_WORDS)
        ]
        if not letters:
            return
        first = letters[0].place
        self._raw.FPDFText_GetCharOrigin(self._page, self._place(first), self._x, self._y)
        base, size = self._y.value, self._size(first)
        for text, part in in_order(letters, size, size * _WIDE):
            left, right = min(one.left for one in part), max(one.right for one in part)
            yield self._fragment([text], part[0].place, (left, right, base, size), False)

    def _whole(self, start: int, end: int) -> tuple[float, float, float, float] | None:
        """Where a line stands that is one fragment; None if it has to be looked at by its words.

        PDFium tells the boxes of runs quicker than those of letters: where none is raised and no
        gap between them is wide, nothing is to be parted.
        """
        raw, page, left, right, low, high = self._raw, self._page, *self._edges
        first = self._place(start)
        raw.FPDFText_GetCharOrigin(page, first, self._x, self._y)
        base, size = self._y.value, self._size(start)
        reached = begun = self._x.value
        for run in range(raw.FPDFText_CountRects(page, first, self._place(end - 1) - first + 1)):
            raw.FPDFText_GetRect(page, run, left, high, right, low)
            if not -size < left.value - reached < size * _WIDE:
                return None
            if not -size / 2 < low.value - base < size * _RAISED_BY:
                return None
            reached = right.value
        widest = _WIDEST_HAN if _HAN.search(self._text, start, end) else _WIDEST_LETTER
        if not 0 < reached - begun < (end - start) * size * widest:
            return None
        return begun, reached, base, size

    @property
    def is_turned(self) -> bool:
        """Whether the first letters are not drawn upright, as on a page turned for a wide table."""
        for index in range(min(len(self._text), _SAMPLE)):
            if not self._text[index].isspace():
                angle = self._raw.FPDFText_GetCharAngle(self._page, self._place(index))
                return not (angle < _UPRIGHT or angle > 2 * pi - _UPRIGHT)
        return False

    def turned(self, height: float) -> Iterator[Fragment]:
        """Yield a turned page's lines in the file's order, below each other from its top."""
        for place, line in enumerate(_LINE.finditer(self._text)):
            text = line[0].strip(_NO_WORDS)
            if text:
                base = height - _TURNED_SIZE * 1.2 * (place + 6)
                right = _TURNED_SIZE * (5 + len(text) / 2)
                yield Fragment(text, _TURNED_SIZE * 5, right, base, _TURNED_SIZE)

    def are_letters_unseen(self) -> bool:
        """Tell whether the first letters are drawn invisibly."""
        for index in range(min(len(self._text), _SAMPLE)):
            drawn = self._raw.FPDFText_GetTextObject(self._page, index)
            mode = self._raw.FPDFTextObj_GetTextRenderMode(drawn) if drawn else -1
            if mode >= 0:
                return bool(mode == self._raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        return False

    def _parted(self, words: list[tuple[int, int]], hyphenated: bool) -> Iterator[Fragment]:
        """Part a line's words where a wide gap is, or where the next one stands elsewhere."""
        page, place, box, x, y = self._page, self._place, self._box, self._x, self._y
        find_origin, find_box = self._raw.FPDFText_GetCharOrigin, self._raw.FPDFText_GetLooseCharBox
        begun = kept = until = words[0][0]
        pieces: list[str] = []  # what is written otherwise than it is drawn, and all before it
        left = right = base = size = 0.0
        for start, end in words:
            find_origin(page, place(start), x, y)
            find_box(page, place(end - 1), box)
            word_left, word_right, height = x.value, box.right, y.value
            if until == begun:
                size = self._size(start)
            if box.left < word_left:  # the last letter is the leftmost one of a script's words
                word_left, word_right = box.left, max(word_right, word_left)
            text = ""
            if end > start + 1 and box.bottom > height + size * _RAISED_BY:
                text = self._with_raised(start, end, height, size)
            if until > begun:
                if height == base and not text and left <= word_left < right + size:
                    right, until = word_right, end  # the common case, and quick
                    continue
                rise = height - base
                if _RAISED_BY < rise / size < _HIGHEST and word_left < right + size / 2:
                    text, height = raised(self._text[start:end]), base
                elif not pieces and -_HIGHEST < rise / size < -_RAISED_BY:
                    # A note begins with its mark.
                    pieces, kept = [raised(self._text[begun:until])], until
                    base, size = height, self._size(start)
                wide = size * _WIDE
                apart = word_left > right + wide or word_right < left - wide
                if apart or abs(height - base) > size * _HIGHEST:
                    pieces.append(self._text[kept:until])
                    yield self._fragment(pieces, begun, (left, right, base, size), False)
                    begun = kept = until = start
                    pieces = []
                    size = self._size(start)
            if until > begun:
                left, right = min(left, word_left), max(right, word_right)
            else:
                left, right, base = word_left, word_right, height
            if text:
                pieces += [self._text[kept:start], text]
                kept = end
            until = end
        pieces.append(self._text[kept:until])
        yield self._fragment(pieces, begun, (left, right, base, size), hyphenated)

    def _fragment(
        self,
        pieces: list[str],
        start: int,
        place: tuple[float, float, float, float],
        hyphenated: bool,
    ) -> Fragment:
        text = "".join(pieces).replace("\0", "")
        if self._has_forms:
            text = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
        bold = self._is_bold(start)
        return Fragment(text + "-" * hyphenated, *place, bold=bold, hyphenated=hyphenated)

    def _with_raised(self, start: int, end: int, base: float, size: float) -> str:
        """Write the letters at a word's end that stand higher as raised ones."""
        first = end
        while first > start + 1:
            self._raw.FPDFText_GetCharOrigin(self._page, self._place(first - 1), self._x, self._y)
            if self._y.value - base < size * _RAISED_BY:
                break
            first -= 1
        return "" if first == end else self._text[start:first] + raised(self._text[first:end])

    def _size(self, index: int) -> float:
        """A letter's font size on the page: what the font says, times how the page scales it."""
        place = self._place(index)
        matrix = self._raw.FS_MATRIX()
        self._raw.FPDFText_GetMatrix(self._page, place, matrix)
        scale = hypot(matrix.b, matrix.d) or hypot(matrix.a, matrix.c) or 1.0
        return float(self._raw.FPDFText_GetFontSize(self._page, place) * scale) or 1.0

    def _translated(self, index: int) -> int:
        return int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, index))

    def _is_bold(self, start: int) -> bool:
        font, flags = self._font, self._flags
        self._raw.FPDFText_GetFontInfo(self._page, self._place(start), font, 128, byref(flags))
        return b"bold" in font.value.lower() or bool(flags.value & _FORCED_BOLD)


def _same(index: int) -> int:
    return index
