"""Russian ordinals in the case that the sentence asks for; other words as they are.

A follow-up names its phase in the nominative ("а вторая фаза?"), the question it completes may
need another case ("подготовка второй фазы").
"""

from __future__ import annotations

import re

_HARD = re.compile(r"(перв|втор|четв[её]рт|пят)(ый|ой|ая|ое|ого|ому|ым|ом|ую)", re.IGNORECASE)
_SOFT = re.compile(r"(трет)(ий|ья|ье|ьего|ьему|ьим|ьем|ью|ьей)", re.IGNORECASE)
_ENDINGS = {
    "ый": "ий", "ая": "ья", "ое": "ье", "ого": "ьего", "ому": "ьему", "ым": "ьим", "ом": "ьем",
    "ую": "ью", "ой": "ьей",
}  # fmt: skip
_MASCULINE = ("ый", "ого", "ому", "ым", "ом")
_HARD_ENDINGS = {soft: hard for hard, soft in _ENDINGS.items()}


def in_the_case_of(word: str, other: str) -> str:
    """Put one ordinal into the case and gender of another.

    >>> in_the_case_of("вторая", "первой"), in_the_case_of("третья", "первую")
    ('второй', 'третью')
    >>> in_the_case_of("first", "second")
    'first'
    """
    stem, ending = _split(word)
    _, wanted = _split(other)
    if not (ending and wanted):
        return word
    if other.lower() == "второй" and ending in _MASCULINE:
        wanted = "ый"  # which it would be, but that its stress is on the ending
    if stem.lower() == "трет":
        return stem + _ENDINGS[wanted]
    return stem + ("ой" if stem.lower() == "втор" and wanted == "ый" else wanted)


def _split(word: str) -> tuple[str, str]:
    """An ordinal's stem and its ending, as a hard one; twice "" if it is none."""
    if hard := _HARD.fullmatch(word):
        return hard[1], hard[2]
    if soft := _SOFT.fullmatch(word):
        return soft[1], _HARD_ENDINGS[soft[2]]
    return "", ""
