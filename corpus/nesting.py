"""Lists inside lists: which entry a letter, a numeral or a bullet belongs under."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.lists import ListMark
from corpus.marks import given_mark
from corpus.numerals import bullet_label, chinese_value, circled_value, letter_value, roman_value

_INSERTED = re.compile(r"\d{1,2}(?=[ -]?[a-z])")  # 1-bis counts with 1 and 2
_CHINESE = "〇零一二三四五六七八九十百千"


@dataclass(slots=True)
class _Level:
    style: str
    value: int
    label: str


class Nesting:
    """The entries that are open, outermost first, and the label of the next one.

    A style of mark met for the first time goes one level down; one that is open closes all below
    it. So `(i)` may restart below each `(a)`.
    """

    def __init__(self) -> None:
        self._open: list[_Level] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    def takes(self, mark: ListMark) -> bool:
        """Whether a mark begins a list or goes on with one: "(26) of the Charter" does not.

        Below an open list any mark of its own style may follow: an entry may have been left out.
        The first paragraph of a Japanese article has no number.
        """
        return (
            not mark.label
            or mark.parted
            or any(
                value == 1 or any(level.style == style for level in self._open)
                for style, value in _readings(mark)
            )
        )

    def enter(self, mark: ListMark) -> str:
        """Open an entry; returns its label, those of the entries around it before it: `a.ii`."""
        style, value = self._chosen(mark)
        styles = [level.style for level in self._open]
        if style in styles:
            del self._open[styles.index(style) + 1 :]
            level = self._open[-1]
            level.value = level.value + 1 if style == "bullet" else value
        else:
            level = _Level(style, value, "")
            self._open.append(level)
        level.label = mark.label or bullet_label(level.value - 1)
        return ".".join(level.label for level in self._open)

    def _chosen(self, mark: ListMark) -> tuple[str, int]:
        """`(i)` is a letter after `(h)` and a numeral before `(ii)`."""
        readings = _readings(mark)
        for level in reversed(self._open):
            for style, value in readings:
                if level.style == style and value == level.value + 1:
                    return style, value
        known = [level.style for level in self._open]
        return min(readings, key=lambda reading: (reading[1] != 1, reading[0] not in known))


def _readings(mark: ListMark) -> list[tuple[str, int]]:
    """What a mark may count as: its style, and its value in it."""
    label = mark.label
    if not label:
        return [("bullet", 1)]
    if circled_value(mark.printed[:1]):
        return [("circled", int(label))]
    shape = mark.printed.strip().replace(label, "#", 1)
    shape = shape.translate(str.maketrans("（）．", "()."))
    if label.isdecimal():
        return [(f"digit {shape}", int(label))]
    if inserted := _INSERTED.match(label):
        return [(f"digit {shape}", int(inserted[0]))]
    if all(character in _CHINESE for character in label):
        return [(f"chinese {shape}", chinese_value(label))]
    case = "upper" if label.isupper() else "lower"
    readings = []
    if roman := roman_value(label):
        readings.append((f"roman {case} {shape}", roman))
    if letter := letter_value(label):
        readings.append((f"letter {case} {shape}", letter))
    elif len(set(label)) == 1 and len(label) > 1 and letter_value(label[0]):
        readings.append((f"letter {case} {shape}", 26 * (len(label) - 1) + letter_value(label[0])))
    if not readings:
        known = given_mark(label)
        readings.append((f"other {shape}", known.value[0] if known else 0))
    return readings
