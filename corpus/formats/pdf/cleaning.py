"""What a page shows that is no text: rules drawn with letters, and what a scanner saw beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.formats.pdf.model import Fragment, Page

_WORDLESS = re.compile(r"[\W_]+")
_RULE = re.compile(r"[\s_–—=.·-]{5,}")
_NUMBER = re.compile(r"[\[(]\d{1,4}[\])]|\d{1,4}\.")
_LONG = 0.4  # of a page's width: a line of its text
_MOST_BESIDE = 20  # characters that a scanner saw of the page beside
_CLOSE = 2.0  # points that the lines of a scan may lie apart


def cleaned(page: Page) -> Page:
    """Drop rules; on a scan also specks, and the ends of lines of the page that lay beside it."""
    kept = tuple(part for part in page.fragments if not _RULE.fullmatch(part.text))
    if page.scanned:
        kept = _without_what_lay_beside(kept, page.width)
    return replace(page, fragments=kept)


def _without_what_lay_beside(fragments: tuple[Fragment, ...], width: float) -> tuple[Fragment, ...]:
    long = [part for part in fragments if part.right - part.left > width * _LONG]
    if len(long) < 5:
        return fragments
    left = sorted(part.left for part in long)[len(long) // 5] - _CLOSE
    right = sorted(part.right for part in long)[-1 - len(long) // 20] + _CLOSE
    return tuple(
        part
        for part in fragments
        if not (
            (part.right < left or part.left > right or _WORDLESS.fullmatch(part.text))
            and len(part.text) <= _MOST_BESIDE
            and not _NUMBER.fullmatch(part.text)
            and not set(part.text) <= {"*"}
        )
    )
