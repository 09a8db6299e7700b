"""Words broken at a line's end, put together: a hyphen stays only where it is the word's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010]$")
_FIRST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Hyphens:
    """Knows a report's words, and so which are written with a hyphen."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        broken: list[tuple[str, str]] = []
        last = ""
        for line in lines:
            words = _WORD.findall(line.lower())
            if last and words:
                broken.append((last, words[0]))
            ends = _LAST.search(line.lower()) if line.endswith(("-", "\u2010")) else None
            last = ends[1] if ends else ""
            self._words.update(words[:-1] if last else words)
        # What a word that stands nowhere else is worth guessing from: the report's own custom.
        decided = [
            self._words[first + second] - self._words[f"{first}-{second}"]
            for first, second in broken
        ]
        self._breaks_words = sum(one > 0 for one in decided) > sum(one < 0 for one in decided)

    def join(self, above: str, below: str) -> str:
        """Join two lines of which the first ends with a hyphen.

        >>> Hyphens(["a development", "the post-pandemic"]).join("the develop-", "ment of")
        'the development of'
        >>> Hyphens(["a development", "the post-pandemic"]).join("the post-", "pandemic world")
        'the post-pandemic world'
        """
        first, second = _LAST.search(above), _FIRST.match(below)
        if first is None or second is None or not below[0].islower():
            return above + below
        one, other = first[1].lower(), second[0].lower()
        whole, parted = self._words[one + other], self._words[f"{one}-{other}"]
        if whole == parted:
            last, head = one.split("-")[-1], other.split("-")[0]
            whole, parted = self._words[last + head], self._words[f"{last}-{head}"]
        if whole > parted or (whole == parted and self._breaks_words):
            return above[:-1] + below
        return above + below
