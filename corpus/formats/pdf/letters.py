"""A page's letters: what each is, where it stands, and how it is set, as PDFium tells it."""

from __future__ import annotations

import re
from ctypes import byref, c_double, c_int, c_ushort, create_string_buffer
from math import hypot, pi
from typing import Any

_ITALIC, _FORCED_BOLD = 1 << 6, 1 << 18  # among a font's flags
_UPRIGHT = 0.3  # radians from level
_SAMPLE = 50  # letters
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MENDED = re.compile(r"[\u0600-\u06ff\u3400-\u9fff]")
_LIGATURE = re.compile("[اأإآٱ]ل")
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\dA-Za-z])|(?<=[\dA-Za-z%]) (?=[\u3400-\u9fff])")


class Letters:
    """The letters of one page.

    Functions and boxes are looked up once, since they are used a lot. `text` holds them all;
    `place` tells of an index in it which letter that is to PDFium; `is_mirrored` that most of them
    are written from right to left.
    """

    def __init__(self, textpage: Any) -> None:
        from pypdfium2 import raw

        self.page = textpage.raw
        self.raw = raw
        self.box = raw.FS_RECTF()
        self.x, self.y = c_double(), c_double()
        count = raw.FPDFText_CountChars(self.page)
        self.text = self._whole_text(count)
        # Where PDFium leaves letters out of the text, each place has to be asked for.
        self.place = _same if len(self.text) == count else self._translated
        right_to_left = _RIGHT_TO_LEFT.search(self.text) is not None
        self.is_mirrored = right_to_left and (
            len(_RIGHT_TO_LEFT.findall(self.text)) * 2 > len(self.text)
        )
        self._font = create_string_buffer(128)
        self._flags = c_int()
        if not self.is_mirrored and _MENDED.search(self.text):
            self.text = self._mended(self.text)

    def _whole_text(self, count: int) -> str:
        if count <= 0:
            return ""
        buffer = (c_ushort * (count * 2 + 2))()
        written = self.raw.FPDFText_GetText(self.page, 0, count, buffer)
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
            if self.sides(found.start()) == self.sides(found.start() + 1):
                letters[found.start() : found.end()] = reversed(found[0])
        for found in _HAN_GAP.finditer(text):
            if self.raw.FPDFText_IsGenerated(self.page, self.place(found.start())) == 1:
                letters[found.start()] = "\0"
        return "".join(letters)

    def origin(self, index: int) -> tuple[float, float]:
        """Where a letter begins, and the height that it stands on."""
        self.raw.FPDFText_GetCharOrigin(self.page, self.place(index), self.x, self.y)
        return self.x.value, self.y.value

    def sides(self, index: int) -> tuple[float, float]:
        """Where a letter begins and ends."""
        self.raw.FPDFText_GetLooseCharBox(self.page, self.place(index), self.box)
        return self.box.left, self.box.right

    def are_turned(self) -> bool:
        """Whether the first letters are not drawn upright, as on a page turned for a wide table."""
        for index in range(min(len(self.text), _SAMPLE)):
            if not self.text[index].isspace():
                angle = self.raw.FPDFText_GetCharAngle(self.page, self.place(index))
                return not (angle < _UPRIGHT or angle > 2 * pi - _UPRIGHT)
        return False

    def are_unseen(self) -> bool:
        """Tell whether the first letters are drawn invisibly."""
        for index in range(min(len(self.text), _SAMPLE)):
            drawn = self.raw.FPDFText_GetTextObject(self.page, index)
            mode = self.raw.FPDFTextObj_GetTextRenderMode(drawn) if drawn else -1
            if mode >= 0:
                return bool(mode == self.raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        return False

    def size(self, index: int) -> float:
        """A letter's font size on the page: what the font says, times how the page scales it."""
        place = self.place(index)
        matrix = self.raw.FS_MATRIX()
        self.raw.FPDFText_GetMatrix(self.page, place, matrix)
        scale = hypot(matrix.b, matrix.d) or hypot(matrix.a, matrix.c) or 1.0
        return float(self.raw.FPDFText_GetFontSize(self.page, place) * scale) or 1.0

    def _translated(self, index: int) -> int:
        return int(self.raw.FPDFText_GetCharIndexFromTextIndex(self.page, index))

    def style(self, index: int) -> tuple[bool, bool]:
        """Whether a letter's font is bold, and whether it is italic."""
        font, flags = self._font, self._flags
        self.raw.FPDFText_GetFontInfo(self.page, self.place(index), font, 128, byref(flags))
        name = font.value.lower()
        bold = b"bold" in name or bool(flags.value & _FORCED_BOLD)
        return bold, b"ital" in name or b"obli" in name or bool(flags.value & _ITALIC)


def _same(index: int) -> int:
    return index
