"""Numbers in several words, as one: twenty-sixth, vigésimo sexto, السادسة والعشرون."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from corpus.normalising import folded

_TENS = range(20, 100, 10)
_BY_TWENTIES = (60, 80)  # soixante et onze, quatre-vingt-douze
_AND = frozenset("and et y".split())
_TEN = frozenset(folded(word) for word in ("عشر", "عشرة"))
_ARABIC_AND = "و"


class _Worded(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def roles(self) -> Mapping[str, int]: ...


def summed(tokens: Sequence[_Worded]) -> Iterator[tuple[int, int, dict[str, int]]]:
    """Find the numbers that take several words.

    Yields:
        For each where it begins, where it ends, and what it can be used as.
    """
    place = 0
    while place < len(tokens):
        end, value, ordinal = _read(tokens, place)
        if end - place > 1:
            yield place, end, {"ordinals" if ordinal else "counts": value}
        place = max(end, place + 1)


def _read(tokens: Sequence[_Worded], place: int) -> tuple[int, int, bool]:
    """Read hundreds, then tens and ones; a place that did not move means that there is none."""
    total, at = 0, place
    first = _value(tokens, at)
    if first < 10 and _is_hundred(tokens, at + bool(first)):
        total, at = 100 * (first or 1), at + bool(first) + 1
        joined = at + (at < len(tokens) and tokens[at].text in _AND)
        at = joined if _value(tokens, joined) else at
    end, value, ordinal = _below_hundred(tokens, at)
    return end, total + value, ordinal


def _below_hundred(tokens: Sequence[_Worded], at: int) -> tuple[int, int, bool]:
    value = _value(tokens, at)
    if not value:
        return at, 0, False
    ordinal, end = "ordinals" in tokens[at].roles, at + 1
    after = _value(tokens, end)
    if value in _TENS:
        joined = end + (end < len(tokens) and tokens[end].text in _AND)
        after = _value(tokens, joined)
        if 0 < after < (20 if value in _BY_TWENTIES else 10):
            return joined + 1, value + after, ordinal or "ordinals" in tokens[joined].roles
    elif value < 10 and end < len(tokens):
        # In Arabic ones come before tens, which are joined to them.
        if after in _TENS and tokens[end].text.startswith(_ARABIC_AND):
            return end + 1, value + after, ordinal
        if tokens[end].text in _TEN:
            return end + 1, value + 10, ordinal
    return end, value, ordinal


def _value(tokens: Sequence[_Worded], at: int) -> int:
    if at >= len(tokens):
        return 0
    roles = tokens[at].roles
    return roles.get("ordinals", 0) or roles.get("counts", 0)


def _is_hundred(tokens: Sequence[_Worded], at: int) -> bool:
    return at < len(tokens) and "hundred" in tokens[at].roles
