"""What stands where on a page, in points; the origin is at the page's foot, at the left.

On a page that is written from right to left the picture is mirrored, so that everything after
can take "left" for where a line begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_RAISED = dict(
    zip("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True)
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words in a row with no wide gap between them.

    `base` is the height that the letters stand on, `size` their font's. A raised digit or letter
    is written as one (`²`, `ᵃ`); `hyphenated` tells that the last word was broken at the line's
    end.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    hyphenated: bool = False

    @property
    def top(self) -> float:
        """How high its letters reach."""
        return self.base + self.size * 0.75

    def mirrored(self, width: float) -> Fragment:
        """The same on a page seen in a mirror."""
        return replace(self, left=width - self.right, right=width - self.left)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's fragments, in the order in which the file draws them.

    `number` counts from 1; `scanned` tells that the letters lie unseen under a picture, as OCR
    puts them.
    """

    number: int
    width: float
    height: float
    fragments: tuple[Fragment, ...]
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column, or a row of a table.

    `text` parts the cells of a row by bars; `base` and `size` are those of most of it;
    `number` stands beside it in the margin; `hyphenated` tells that its last word goes on in the
    next line.
    """

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    italic: bool
    hyphenated: bool
    is_row: bool = False
    number: str = ""


def line_of(page: int, fragments: Sequence[Fragment], *, is_row: bool = False) -> Line:
    """Make a line of fragments that stand beside each other."""
    first, last = fragments[0], fragments[-1]
    most = first if first is last else max(fragments, key=lambda part: len(part.text))
    return Line(
        page,
        (" | " if is_row else " ").join(part.text for part in fragments),
        first.left,
        last.right,
        most.base,
        most.size,
        all(part.bold for part in fragments),
        all(part.italic for part in fragments),
        last.hyphenated,
        is_row,
    )


def raised(text: str) -> str:
    """Raised digits, or one raised letter; "th" as in "20th" stays as it is.

    >>> raised("12"), raised("a"), raised("th"), raised("*")
    ('¹²', 'ᵃ', 'th', '*')
    """
    if len(text.strip(",;")) == 1 or not text.isalpha():
        return "".join(_RAISED.get(letter, letter) for letter in text)
    return text
