"""Numbers of several parts, compared whatever joins these: 34-1, 67.1, 67¹, 26 bis, L. 111-1."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.marks import LATIN_SUFFIXES, mark_of
from corpus.normalising import folded
from corpus.numerals import letter_value, lowered

Part = int | str
CODES = ("lo", "l", "r", "d")  # what the articles of codes are called by: L. 111-1, R. 34
_WORDS = {"مكرر": "bis", "бис": "bis"}
_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
_FROM = re.compile(rf"(?:\b(?:{'|'.join(CODES)})[.\s*]{{0,3}})?\d")
# What an article put between two others is called; other languages' words mean these.
_BETWEEN = "|".join(sorted((*LATIN_SUFFIXES, *_WORDS), key=len, reverse=True))
_PART = re.compile(rf"\d+|(?<=\d)[a-z](?![a-z])|^[a-z]+|\b(?:{_BETWEEN})")
_DOTTED = re.compile(r"\d+(?:[.．]\d+)+")


@lru_cache(maxsize=65_536)
def parts(number: str) -> tuple[Part, ...]:
    """Read a printed number's parts, whatever stands before them; `()` if it has no figures.

    >>> parts("Article 34-1"), parts("Статья 67¹"), parts("26 bis"), parts("Article L. 111-1")
    ((34, 1), (67, 1), (26, 'bis'), ('l', 111, 1))
    >>> parts("第十四条之一"), parts("26A"), parts("26-й")
    ((14, 1), (26, 'a'), (26,))
    """
    text = folded(_RAISED.sub(lambda raised: f".{lowered(raised.group())}", number))
    begun = _FROM.search(text)
    if begun is None:
        mark = mark_of(number)
        return mark.value if mark is not None else ()
    found = _PART.findall(text[begun.start() :])
    return tuple(int(part) if part.isdecimal() else _WORDS.get(part, part) for part in found)


def parts_in_code(number: str) -> tuple[Part, ...]:
    """The parts of a code's article without the letter that it begins with; `()` of any other.

    >>> parts_in_code("Article L. 111-1"), parts_in_code("Article 111-1")
    ((111, 1), ())
    """
    found = parts(number)
    return found[1:] if found and found[0] in CODES else ()


def order(number: tuple[Part, ...]) -> tuple[int, ...]:
    """Where a number stands among others: 34-1 after 34, before 35.

    >>> order((34,)) < order((34, 1)) < order((34, "ter")) < order((35,))
    True
    """
    return tuple(part if isinstance(part, int) else _place(part) for part in number)


def is_below(number: str, upper: int) -> bool:
    """Whether a number is one of those that a decimal one is parted into: 3.1 of 3, but not 34-1.

    >>> is_below("3.1", 3), is_below("Article 34-1", 34)
    (True, False)
    """
    return _DOTTED.fullmatch(number.strip(" .")) is not None and parts(number)[0] == upper


def _place(part: str) -> int:
    return LATIN_SUFFIXES.index(part) + 1 if part in LATIN_SUFFIXES else letter_value(part)
