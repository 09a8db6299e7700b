"""Which paragraphs a label means, and which numbers are not there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.referring.model import Label, Pick
from assistant.referring.numbers import Part, is_below, order, parts, parts_in_code
from corpus.marks import mark_of
from corpus.model import Paragraph
from corpus.numerals import CHINESE_NUMERAL, chinese_value

ARTICLES = ("article", "article-zh")  # families of marks
LONGEST_RANGE = 2_000
_SERIES = ("article", "recital")
_NUMERAL = re.compile(rf"\d{{1,4}}|{CHINESE_NUMERAL}")


def of_series(unit: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Those paragraphs that are called what is asked for, where any are; else all of them.

    “Article 3” means one that is labelled so, not a recital of that number; where nothing tells
    articles from paragraphs, any word will do.
    """
    called = tuple(p for p in paragraphs if series_of(p) == unit)
    return called or tuple(p for p in paragraphs if not series_of(p)) or tuple(paragraphs)


def series_of(paragraph: Paragraph) -> str:
    """What a paragraph is called where that is printed or known: article, recital; else `""`."""
    return paragraph.series if paragraph.series in _SERIES else _read(paragraph.number)[0]


def number_value(paragraph: Paragraph) -> int | None:
    """A paragraph's number as an integer, whatever is printed around it.

    None if it has none, or several: “13-2” is not 13.
    """
    return _read(paragraph.number)[1]


def labelled(label: Label, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs that a label means; a number may be there several times."""
    if label.style == "place":
        index = label.value - 1 if label.value > 0 else len(paragraphs) + label.value
        return tuple(paragraphs[index : index + 1]) if 0 <= index < len(paragraphs) else ()
    if label.style == "compound":
        wanted = parts(label.text)
        exact = tuple(p for p in paragraphs if parts(p.number) == wanted)
        # “Article 111-1” is L. 111-1, or R. 111-1, where no other is called so.
        return exact or tuple(p for p in paragraphs if wanted == parts_in_code(p.number) != ())
    found = tuple(p for p in paragraphs if number_value(p) == label.value)
    # Where only 3.1 and 3.2 are printed, they are what 3 is.
    return found or tuple(p for p in paragraphs if is_below(p.number, label.value))


def in_range(
    pick: Pick, paragraphs: Sequence[Paragraph]
) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs from one label to another, and the numbers between that are not there.

    Articles put between others (34-1) are in a range as well. A range written backwards, or too
    long to be meant, is its two ends.
    """
    first, last = pick.first, pick.last
    if last is None:
        found = labelled(first, paragraphs)
        return found, () if found else (label_name(first),)
    if first.style == last.style == "number":
        printed = labelled(Label("compound", 0, f"{first.text}-{last.text}"), paragraphs)
        if printed:
            return printed, ()
    if "place" in (first.style, last.style):
        begin, end = labelled(first, paragraphs), labelled(last, paragraphs)
        if not begin or not end:
            return (), tuple(
                label_name(label) for label, got in ((first, begin), (last, end)) if not got
            )
        between = range(begin[0].ordinal, end[-1].ordinal + 1)
        return tuple(p for p in paragraphs if p.ordinal in between), ()
    low, high = (order(_parts_of(label)) for label in (first, last))
    if low >= high or (len(low) == len(high) == 1 and high[0] - low[0] > LONGEST_RANGE):
        ends = [labelled(label, paragraphs) for label in (first, last)]
        lost = [
            label_name(label) for label, got in zip((first, last), ends, strict=True) if not got
        ]
        return tuple(p for got in ends for p in got), tuple(lost)
    found = tuple(p for p in paragraphs if low <= order(parts(p.number)) <= high)
    if len(low) > 1 or len(high) > 1:
        return found, tuple(
            label_name(label) for label in (first, last) if not labelled(label, paragraphs)
        )
    there = {number_value(p) for p in found}
    return _until(high[0], found, paragraphs), tuple(
        str(number)
        for number in range(low[0], high[0] + 1)
        if number not in there and not any(is_below(p.number, number) for p in paragraphs)
    )


def _until(
    last: int, found: tuple[Paragraph, ...], paragraphs: Sequence[Paragraph]
) -> tuple[Paragraph, ...]:
    """A range up to 4 holds 4.1 and 4.2, where these are what 4 is."""
    below = tuple(p for p in paragraphs if is_below(p.number, last))
    return found if any(number_value(p) == last for p in found) else (*found, *below)


def _parts_of(label: Label) -> tuple[Part, ...]:
    return parts(label.text) if label.style == "compound" else (label.value,)


def label_name(label: Label) -> str:
    """A label as it is said to be missing."""
    return label.text if label.style in ("letter", "compound") else str(label.value)


@lru_cache(maxsize=65_536)
def _read(number: str) -> tuple[str, int | None]:
    """A printed number's series, where it names one, and its value."""
    if number.isdecimal():
        return "", int(number)
    mark = mark_of(number)
    if mark is not None and mark.family in ARTICLES:
        plain = len(mark.value) == 1 and mark.printed == number.strip(" .")
        return "article", mark.value[0] if plain else None
    numerals = _NUMERAL.findall(number)
    if len(numerals) != 1 or len(parts(number)) > 1:
        return "", None
    numeral = numerals[0]
    return "", int(numeral) if numeral.isdecimal() else chinese_value(numeral)
