"""Which paragraphs a label means, and which numbers are not there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.referring.model import Label, Pick, Unit
from corpus.marks import mark_of
from corpus.model import Paragraph
from corpus.normalising import folded
from corpus.numerals import CHINESE_NUMERAL, chinese_value

ARTICLES = ("article", "article-zh")  # families of marks
LONGEST_RANGE = 2_000
_SERIES: tuple[Unit, ...] = ("article", "recital")
_NUMERAL = re.compile(rf"\d{{1,4}}|{CHINESE_NUMERAL}")


def of_series(unit: Unit, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
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
        return tuple(p for p in paragraphs if _figures(p.number) == label.text)
    return tuple(p for p in paragraphs if number_value(p) == label.value)


def in_range(
    pick: Pick, paragraphs: Sequence[Paragraph]
) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs from one label to another, and the numbers between that are not there.

    A range written backwards, or too long to be meant, is its two ends.
    """
    first, last = pick.first, pick.last
    if last is None:
        found = labelled(first, paragraphs)
        return found, () if found else (label_name(first),)
    printed = labelled(Label("compound", 0, f"{first.text}-{last.text}"), paragraphs)
    if printed:
        return printed, ()
    if "place" in (first.style, last.style):
        begin, end = labelled(first, paragraphs), labelled(last, paragraphs)
        if not begin or not end:
            return (), tuple(
                label_name(label) for label, got in ((first, begin), (last, end)) if not got
            )
        low, high = begin[0].ordinal, end[-1].ordinal
        return tuple(p for p in paragraphs if low <= p.ordinal <= high), ()
    numbers = range(first.value, last.value + 1)
    if not 0 < len(numbers) <= LONGEST_RANGE:
        numbers_asked: Sequence[int] = (first.value, last.value)
        places = [labelled(Label("number", n), paragraphs) for n in numbers_asked]
        lacking = [str(n) for n, got in zip(numbers_asked, places, strict=True) if not got]
        return tuple(p for got in places for p in got), tuple(lacking)
    wanted = frozenset(numbers)
    found = tuple(p for p in paragraphs if number_value(p) in wanted)
    there = {number_value(p) for p in found}
    return found, tuple(str(number) for number in numbers if number not in there)


@lru_cache(maxsize=65_536)
def _figures(number: str) -> str:
    """A printed number from its first figure on: 88-1 of “Article 88-1”."""
    text = folded(number)
    return text[next((at for at, sign in enumerate(text) if sign.isdigit()), 0) :]


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
    if len(numerals) != 1:
        return "", None
    numeral = numerals[0]
    return "", int(numeral) if numeral.isdecimal() else chinese_value(numeral)
