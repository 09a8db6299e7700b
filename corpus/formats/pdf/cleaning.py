"""Fragments put right: raised marks joined to their words, rules and a scanner's specks dropped."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.formats.pdf.model import Fragment, Page, raised

_WORDLESS = re.compile(r"[\W_]+")
_RULE = re.compile(r"[\s_–—=.·-]{5,}")
_NUMBER = re.compile(r"[\[(]\d{1,4}[\])]|\d{1,4}\.")
_MARK = re.compile(r"\d{1,3}|\*{1,4}|[a-z]")
_SMALLER = 0.8  # of its words' size: a raised mark
_NEAR = 0.4  # font sizes between a mark and its words
_LONG = 0.4  # of a page's width: a line of its text
_MOST_BESIDE = 20  # characters that a scanner saw of the page beside
_CLOSE = 2.0  # points that the lines of a scan may lie apart


def cleaned(page: Page) -> Page:
    """Drop rules; on a scan also specks, and the ends of lines of the page that lay beside it.

    Raised marks that were drawn apart are joined to the words that they stand at.
    """
    kept = tuple(part for part in page.fragments if not _RULE.fullmatch(part.text))
    kept = _with_marks_joined(kept)
    if page.scanned:
        kept = _without_what_lay_beside(kept, page.width)
    return replace(page, fragments=kept)


def _with_marks_joined(fragments: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
    marks = [part for part in fragments if _MARK.fullmatch(part.text)]
    if not marks:
        return fragments
    joined = {id(part): part for part in fragments}
    for mark in marks:
        for key, part in joined.items():
            rise = (mark.base - part.base) / part.size
            if part is mark or mark.size > part.size * _SMALLER or not 0.1 < rise < 0.7:
                continue
            text = raised(mark.text)
            if abs(mark.left - part.right) < part.size * _NEAR:
                joined[key] = replace(part, text=part.text + text, right=mark.right)
            elif abs(part.left - mark.right) < part.size * _NEAR * 2:
                joined[key] = replace(part, text=f"{text} {part.text}", left=mark.left)
            else:
                continue
            del joined[id(mark)]
            break
    return tuple(joined.values())


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
