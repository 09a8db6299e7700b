"""Which part of a paragraph a label means: an entry of its list, or a line of its text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from assistant.referring.choosing import label_name
from assistant.referring.model import Label, Pick, Place
from corpus.model import Item, Paragraph
from corpus.normalising import folded
from corpus.numerals import chinese_value, letter_value, roman_value
from corpus.sentences import sentence_spans

_MARK = re.compile(r"(?<=[\s:：])\S{1,6}$")  # what an entry begins with
_OWN_LINES = ("款",)  # words for lines that a list's entries are none of


def whole(paragraph: Paragraph) -> Place:
    """All of a paragraph."""
    return Place(paragraph, 0, len(paragraph.text))


def entries(pick: Pick, reached: Place) -> tuple[tuple[Place, ...], str]:
    """The list entries that a label means in a place, or the name of what is not there.

    Entries are found by their label, else by their place: the second, whatever it is marked with.
    Those inside an entry are below it: in 1 they are called 1.a, 1.b.
    """
    paragraph = reached.paragraph
    items = _below(reached)
    first = _entry(pick.first, items)
    last = _entry(pick.last, items) if pick.last else first
    if first is None or last is None:
        return (), label_name(pick.first if first is None or not pick.last else pick.last)
    return tuple(
        Place(paragraph, item.start, _end(item, paragraph.items), item.label)
        for item in items[first : last + 1]
    ), ""


def before_entries(reached: Place) -> Place:
    """The text that leads to a list, its chapeau; all of it where no list follows."""
    items = [item for item in reached.paragraph.items if item.start >= reached.start]
    if not items:
        return reached
    head = reached.paragraph.text[reached.start : items[0].start].rstrip(" \t")
    head = head if head.endswith("\n") else _MARK.sub("", head)
    end = reached.start + len(head.rstrip())
    return Place(reached.paragraph, reached.start, end) if end > reached.start else reached


def is_entry(label: Label, reached: Place, word: str = "") -> bool:
    """Whether an entry there is marked with just that label; （二） is never a 款."""
    marks = {_own(item.label) for item in _below(reached)}
    if word in _OWN_LINES:
        marks = {mark for mark in marks if mark.isascii()}
        return label.style == "number" and str(label.value) in marks
    return label.style != "place" and label.text in marks


def lines(pick: Pick, paragraph: Paragraph, word: str = "") -> tuple[tuple[Place, ...], str]:
    """The lines of a paragraph that a label means, as 第三条第二款 is the second line of one.

    By their `word` it is told whether the entries of a list are lines: an alinéa is any line, 款
    are the text's own, and entries belong to the one before them.
    """
    starts = {item.start for item in paragraph.items} if word in _OWN_LINES else set()
    spans = _lines(paragraph.text, starts)
    first = _line(pick.first, len(spans))
    last = _line(pick.last, len(spans)) if pick.last else first
    if first is None or last is None:
        return (), label_name(pick.first if first is None or not pick.last else pick.last)
    return tuple(Place(paragraph, start, end) for start, end in spans[first : last + 1]), ""


def sentences(pick: Pick, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Place, ...], str]:
    """The sentences of a run of paragraphs that a label means, or the name of what is not there."""
    spans = [
        Place(paragraph, *span)
        for paragraph in paragraphs
        for span in sentence_spans(paragraph.text)
    ]
    first = _line(pick.first, len(spans))
    last = _line(pick.last, len(spans)) if pick.last else first
    if first is None or last is None:
        return (), label_name(pick.first if first is None or not pick.last else pick.last)
    return tuple(spans[first : last + 1]), ""


def _below(reached: Place) -> list[Item]:
    """The entries right below another, or those of the outermost list in a stretch of text."""
    items = reached.paragraph.items
    if reached.item:
        return [item for item in items if item.label.rpartition(".")[0] == reached.item]
    items = tuple(item for item in items if reached.start <= item.start < reached.end)
    return [item for item in items if "." not in item.label] or list(items)


def _own(label: str) -> str:
    return folded(label.rpartition(".")[2])


def _end(item: Item, items: Sequence[Item]) -> int:
    """Where an entry ends, with all entries below it."""
    below = [other.end for other in items if other.label.startswith(f"{item.label}.")]
    return max([item.end, *below])


def _entry(label: Label, items: Sequence[Item]) -> int | None:
    by_label = {_own(item.label): index for index, item in reversed([*enumerate(items)])}
    if label.style == "beside":
        return None
    if label.text in by_label and label.style != "place":
        return by_label[label.text]
    place = label.value
    if label.style == "roman" and not any(roman_value(_own(item.label)) for item in items):
        # “i” may be the ninth letter of a list that has so many.
        place = letter_value(label.text) or place
    values = [_entry_value(_own(item.label)) for item in items]
    if label.style != "place" and label.style != "letter" and place in values:
        return values.index(place)
    index = place - 1 if place > 0 else len(items) + place
    return index if 0 <= index < len(items) else None


def _entry_value(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text and not text.isascii() and text[0] in "〇零一二三四五六七八九十":
        return chinese_value(text)
    return letter_value(text) or roman_value(text)


def _line(label: Label, count: int) -> int | None:
    index = label.value - 1 if label.value > 0 else count + label.value
    return index if 0 <= index < count else None


def _lines(text: str, entries: Collection[int]) -> list[tuple[int, int]]:
    spans = sentence_spans(text)
    starts = [span[0] for span in spans if "\n" in text[: span[0]][-1:]] if spans else []
    starts = [start for start in starts if not _begins(text, start, entries)]
    edges = [spans[0][0], *starts, len(text)] if spans else []
    return [(start, start + len(text[start:end].rstrip())) for start, end in pairwise(edges)]


def _begins(text: str, start: int, entries: Collection[int]) -> bool:
    """Whether an entry's text stands on the line that starts at a place, after its label."""
    end = text.find("\n", start)
    return any(start <= entry < (end if end >= 0 else len(text)) for entry in entries)
