"""A PDF's pages as fragments of lines, read with PDFium.

PDFium gives a page's text quickly as a whole and slowly letter by letter. So the text is taken
whole, and only the first and the last letter of each word are asked where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from ctypes import c_double
from typing import TYPE_CHECKING

from corpus.formats.pdf.letters import Letters
from corpus.formats.pdf.model import Fragment, Page, raised
from corpus.formats.pdf.right_to_left import Letter, in_order

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LINE = re.compile(r"[^\r\n\ufffe\x02]+[\ufffe\x02]?")
_WORD = re.compile(r"[^\s\xa0\ufffe\x02]+")
_BROKEN = "\ufffe\x02"  # how PDFium writes a hyphen at a line's end
_WIDE = 1.0  # font sizes: a gap that parts what stands beside each other
_RAISED_BY, _HIGHEST = 0.15, 0.7  # font sizes: how far over its line a raised letter stands
_SMALLER = 0.9  # of its line's size: a raised letter, unless OCR only saw it higher
_NO_WORDS = " \xa0\t\ufffe\x02"
_WIDEST_LETTER, _WIDEST_HAN = 0.6, 1.1  # font sizes, on average: what is wider holds a gap
_HAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
_TURNED_SIZE = 10.0  # of letters whose place on the page is not looked at
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
        letters = Letters(textpage)
        lines = _Lines(letters)
        found = tuple(lines.turned(height) if letters.are_turned() else lines.fragments())
        scanned = letters.are_unseen()
        textpage.close()
        page.close()
        if letters.is_mirrored:
            found = tuple(fragment.mirrored(width) for fragment in found)
        yield Page(index + 1, width, height, found, scanned)


class _Lines:
    """Puts one page's letters into fragments of lines."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._edges = c_double(), c_double(), c_double(), c_double()
        self._has_forms = _FORMS.search(letters.text) is not None

    def fragments(self) -> Iterator[Fragment]:
        """Yield the page's fragments, in the order in which the file draws them."""
        for line in _LINE.finditer(self._letters.text):
            if self._letters.is_mirrored:
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
                text = self._letters.text[start:end]
                yield self._fragment([text], (start, end - 1), place, hyphenated)
            else:
                spans = [word.span() for word in _WORD.finditer(self._letters.text, start, end)]
                yield from self._parted(spans, hyphenated)

    def _right_to_left(self, start: int, end: int) -> Iterator[Fragment]:
        """Read a line whose letters PDFium may have put in another order."""
        page = self._letters
        letters = [
            Letter(page.text[index], *page.sides(index), index)
            for index in range(start, end)
            if not (page.text[index].isspace() or page.text[index] in _NO_WORDS)
        ]
        if not letters:
            return
        first = letters[0].place
        base, size = page.origin(first)[1], page.size(first)
        for text, part in in_order(letters, size, size * _WIDE):
            left, right = min(one.left for one in part), max(one.right for one in part)
            ends = part[0].place, part[-1].place
            yield self._fragment([text], ends, (left, right, base, size), False)

    def _whole(self, start: int, end: int) -> tuple[float, float, float, float] | None:
        """Where a line stands that is one fragment; None if it has to be looked at by its words.

        PDFium tells the boxes of runs quicker than those of letters: where none is raised and no
        gap between them is wide, nothing is to be parted.
        """
        letters = self._letters
        raw, page, left, right, low, high = letters.raw, letters.page, *self._edges
        first, last = letters.place(start), letters.place(end - 1)
        reached, base = letters.origin(start)
        begun, size = reached, letters.size(start)
        for run in range(raw.FPDFText_CountRects(page, first, last - first + 1)):
            raw.FPDFText_GetRect(page, run, left, high, right, low)
            if not -size < left.value - reached < size * _WIDE:
                return None
            if not -size / 2 < low.value - base < size * _RAISED_BY:
                return None
            reached = right.value
        widest = _WIDEST_HAN if _HAN.search(self._letters.text, start, end) else _WIDEST_LETTER
        if not 0 < reached - begun < (end - start) * size * widest:
            return None
        return begun, reached, base, size

    def turned(self, height: float) -> Iterator[Fragment]:
        """Yield a turned page's lines in the file's order, below each other from its top."""
        for place, line in enumerate(_LINE.finditer(self._letters.text)):
            text = line[0].strip(_NO_WORDS)
            if text:
                base = height - _TURNED_SIZE * 1.2 * (place + 6)
                right = _TURNED_SIZE * (5 + len(text) / 2)
                yield Fragment(text, _TURNED_SIZE * 5, right, base, _TURNED_SIZE)

    def _parted(self, words: list[tuple[int, int]], hyphenated: bool) -> Iterator[Fragment]:
        """Part a line's words where a wide gap is, or where the next one stands elsewhere."""
        letters = self._letters
        page, place, box, x, y = letters.page, letters.place, letters.box, letters.x, letters.y
        find_origin = letters.raw.FPDFText_GetCharOrigin
        find_box = letters.raw.FPDFText_GetLooseCharBox
        begun = kept = until = words[0][0]
        pieces: list[str] = []  # what is written otherwise than it is drawn, and all before it
        left = right = base = size = 0.0
        for start, end in words:
            find_origin(page, place(start), x, y)
            find_box(page, place(end - 1), box)
            word_left, word_right, height = x.value, box.right, y.value
            if until == begun:
                size = letters.size(start)
            if box.left < word_left:  # the last letter is the leftmost one of a script's words
                word_left, word_right = box.left, max(word_right, word_left)
            text = ""
            if end > start + 1 and box.bottom > height + size * _RAISED_BY:
                text = self._with_raised(start, end, height, size)
            if until > begun:
                if height == base and not text and left <= word_left < right + size:
                    right, until = word_right, end  # the common case, and quick
                    continue
                rise, other = (height - base) / size, letters.size(start)
                near = word_left < right + size / 2
                if _RAISED_BY < rise < _HIGHEST and near and other < size * _SMALLER:
                    text, height = raised(letters.text[start:end]), base
                elif not pieces and -1.0 < rise < -_RAISED_BY and size < other * _SMALLER:
                    # A note begins with its mark.
                    pieces, kept = [raised(letters.text[begun:until])], until
                    base, size = height, other
                wide = size * _WIDE
                apart = word_left > right + wide or word_right < left - wide
                if apart or abs(height - base) > size * _HIGHEST:
                    pieces.append(letters.text[kept:until])
                    ends = begun, until - 1
                    yield self._fragment(pieces, ends, (left, right, base, size), False)
                    begun = kept = until = start
                    pieces = []
                    size = letters.size(start)
            if until > begun:
                left, right = min(left, word_left), max(right, word_right)
            else:
                left, right, base = word_left, word_right, height
            if text:
                pieces += [letters.text[kept:start], text]
                kept = end
            until = end
        pieces.append(letters.text[kept:until])
        yield self._fragment(pieces, (begun, until - 1), (left, right, base, size), hyphenated)

    def _fragment(
        self,
        pieces: list[str],
        ends: tuple[int, int],
        place: tuple[float, float, float, float],
        hyphenated: bool,
    ) -> Fragment:
        text = "".join(pieces).replace("\0", "")
        if self._has_forms:
            text = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
        bold, italic = self._letters.style(ends[0])
        # A resolution's paragraph begins with an italic word: all is, if its end is too.
        italic = italic and self._letters.style(ends[1])[1]
        return Fragment(text + "-" * hyphenated, *place, bold, italic, hyphenated)

    def _with_raised(self, start: int, end: int, base: float, size: float) -> str:
        """Write the letters at a word's end that stand higher as raised ones."""
        letters, first = self._letters, end
        while first > start + 1 and letters.origin(first - 1)[1] - base >= size * _RAISED_BY:
            first -= 1
        if first == end:
            return ""
        return letters.text[start:first] + raised(letters.text[first:end])
