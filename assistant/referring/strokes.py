"""Numbers with strokes between: “paras 3/5/7”, 第3/5段, “para. 15/b”.

Only beside what they number: A/80/81, 1/CP.21, resolution 15/2 and 10/12/2003 stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from assistant.referring.lexing import Token, as_numeral
from assistant.referring.passing import Tokens, can
from assistant.referring.units import unit_of
from corpus.joining import is_unspaced

_NUMBERS = re.compile(r"\d{1,3}(?:/\d{1,3})+")  # no year is one
_ENTRY = re.compile(r"\d{1,3}/[a-z]")


def parted(tokens: Tokens) -> Tokens:
    """Read what strokes part as the numbers that it is made of.

    A list leads upwards; of two numbers that do not, the second is inside the first.

    >>> from assistant.referring.lexing import lexed
    >>> [token.text for token in parted(lexed("paras 3/5 of A/80/81").tokens)]
    ['paras', '3', '/', '5', 'of', 'a/80/81']
    """
    return tuple(_parted(tokens)) if any(token.can_be("symbol") for token in tokens) else tokens


def _parted(tokens: Tokens) -> Iterator[Token]:
    for place, token in enumerate(tokens):
        if token.can_be("symbol") and _is_numbered(tokens, place):
            yield from _numbers(token)
        else:
            yield token


def _is_numbered(tokens: Tokens, place: int) -> bool:
    """Whether a unit stands before, or in Chinese after: 第3/5段, but not 第60/252号."""
    before = place - 1
    while can(tokens, before, "number", "dot", "between", "open"):
        before -= 1
    led = before >= 0 and unit_of(tokens[before]) is not None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return led or (after is not None and is_unspaced(after.text[0]) and unit_of(after) is not None)


def _numbers(whole: Token) -> Iterator[Token]:
    if _ENTRY.fullmatch(whole.text):
        yield from _with_joints(whole, ".", {"dot": 0})
    elif not _NUMBERS.fullmatch(whole.text):
        yield whole
    elif all(one < other for one, other in pairwise(map(int, whole.text.split("/")))):
        yield from _with_joints(whole, "/", {"comma": 0})
    elif whole.text.count("/") == 1:
        yield Token(whole.text.replace("/", "."), whole.start, whole.end, {"compound": 0})
    else:
        yield whole


def _with_joints(whole: Token, sign: str, joint: Mapping[str, int]) -> Iterator[Token]:
    end, glued = whole.start, whole.glued
    for text in whole.text.split("/"):
        start = end
        if end > whole.start:
            start, glued = end + 1, True
            yield Token(sign, end, start, joint, glued)
        end = start + len(text)
        roles = {"digits": int(text)} if text.isdecimal() else as_numeral(text)
        yield Token(text, start, end, roles, glued)
