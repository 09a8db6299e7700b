"""A report's sections: which heading a label means, and what stands under a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.referring.choosing import ARTICLES
from assistant.referring.model import Label, Step
from corpus.headings import heading_marks
from corpus.marks import mark_of
from corpus.model import Heading, Paragraph, Report
from corpus.normalising import folded
from corpus.numerals import letter_value

_CHAPTER = re.compile(r"chap|cap[íi]tulo|[章编]|глава", re.IGNORECASE)
_SECTION = re.compile(r"sec[tc]|节", re.IGNORECASE)
_PLAIN = re.compile(r"\D{0,12}?(\d+)\W*")


def under(report: Report, heading: Heading) -> tuple[Paragraph, ...]:
    """The paragraphs of a section, its subsections included, in order."""
    below = {heading, *inside(report, heading)}
    return tuple(
        paragraph
        for paragraph in report.paragraphs[heading.ordinal - 1 : _end(report, heading)]
        if not below.isdisjoint(paragraph.headings)
    )


def own(report: Report, heading: Heading, before: Heading | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a section before its first subsection, or before a certain one."""
    return tuple(
        paragraph
        for paragraph in under(report, heading)
        if (paragraph.ordinal < before.ordinal if before else paragraph.headings[-1] == heading)
    )


def inside(report: Report, heading: Heading) -> tuple[Heading, ...]:
    """The headings below a heading."""
    place = report.outline.index(heading)
    found = []
    for other in report.outline[place + 1 :]:
        if _closes(other, heading):
            break
        found.append(other)
    return tuple(found)


def matching(step: Step, label: Label, headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings that a label means: of those that fit, the ones nearest to the top."""
    if label.style == "place":
        return _placed(label.value, headings)
    fitting = [heading for heading in headings if fits(heading, label)]
    top = tops(headings)
    if label.style == "number" and not any(_is_counted(h) or fits(h, label) for h in top):
        # “The first subsection” is A where the subsections have letters.
        return _placed(label.value, headings)
    called = [heading for heading in fitting if step.word and step.word in folded(heading.number)]
    fitting = called or fitting
    level = min((heading.level for heading in fitting), default=0)
    return tuple(heading for heading in fitting if heading.level == level)


def fits(heading: Heading, label: Label) -> bool:
    """Tell whether a heading has a label as its number, in whatever numerals."""
    marks = _marks(heading.number)
    if label.style == "compound":
        return folded(heading.number).strip(" .") == label.text
    if label.style == "letter":
        return ("letter", label.value) in marks
    as_letter = ("letter", letter_value(label.text)) in marks if label.style == "roman" else False
    return ("number", label.value) in marks or as_letter


def numbered(heading: Heading) -> int:
    """A heading's number as an integer; 0 if it has none."""
    return max((value for _, value in _marks(heading.number)), default=0)


def is_article(heading: Heading) -> bool:
    """Tell whether a heading is an article's, with paragraphs of its own below it."""
    mark = mark_of(heading.number) or mark_of(heading.label)
    return mark is not None and mark.family in ARTICLES


def is_annex(heading: Heading) -> bool:
    """Tell whether a heading is an annex's."""
    return any(mark.family == "annex" for mark in heading_marks(heading.number or heading.title))


def beside(report: Report, heading: Heading, step: int) -> Heading | None:
    """The section so many after (or before) one, at its level or above."""
    place = report.outline.index(heading)
    ahead = report.outline[place + 1 :] if step > 0 else report.outline[:place][::-1]
    level, found = heading.level, []
    for other in ahead:
        if other.level < level and step < 0:
            # Going back, what is higher contains this section and is not before it.
            level = other.level
            continue
        if other.level <= heading.level:
            found.append(other)
    return found[abs(step) - 1] if len(found) >= abs(step) else None


def spoken_of(report: Report, paragraphs: Sequence[Paragraph]) -> Heading | None:
    """The section that some paragraphs make up, or else the innermost that the first stands in."""
    for heading in paragraphs[0].headings:
        if under(report, heading) == tuple(paragraphs):
            return heading
    return paragraphs[0].headings[-1] if paragraphs[0].headings else None


def tops(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Those of the highest level; where some are numbered, only these."""
    counted = [heading for heading in headings if heading.number] or headings
    top = min((heading.level for heading in counted), default=0)
    return tuple(heading for heading in counted if heading.level == top)


def _placed(place: int, headings: Sequence[Heading]) -> tuple[Heading, ...]:
    top = tops(headings)
    index = place - 1 if place > 0 else len(top) + place
    return top[index : index + 1] if 0 <= index < len(top) else ()


def _is_counted(heading: Heading) -> bool:
    return any(family == "number" and value < 50 for family, value in _marks(heading.number)) and (
        not any(family == "letter" for family, _ in _marks(heading.number))
    )


def _closes(other: Heading, heading: Heading) -> bool:
    """Whether a later heading ends a section; a section does not end the chapter it is of.

    Some files print both alike, on one level.
    """
    if other.level == heading.level:
        return not (_CHAPTER.search(heading.number) and _SECTION.search(other.number))
    return other.level < heading.level


@lru_cache(maxsize=4_096)
def _marks(number: str) -> tuple[tuple[str, int], ...]:
    """What a heading's number can be read as: a letter, a number, or both (“C.”)."""
    found = [
        ("letter" if mark.family == "letter" else "number", mark.value)
        for mark in heading_marks(number)
    ]
    article = mark_of(number)
    if article is not None and article.family in ARTICLES:
        found.append(("number", article.value[0]))
    plain = _PLAIN.fullmatch(number)
    if plain and not found:
        found.append(("number", int(plain[1])))
    return tuple(found)


def _end(report: Report, heading: Heading) -> int:
    """The place of the last paragraph that may be under a heading."""
    following = (
        other.ordinal - 1
        for other in report.outline[report.outline.index(heading) + 1 :]
        if _closes(other, heading)
    )
    return next(following, len(report.paragraphs))
