"""Articles named in a language that nobody told of: "Airteagal 1", "1. cikk", "ข้อ 1".

Where no other numbers are found, headings that are one and the same word with a number each, from
1 on, are what the report counts by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.headings import heading_marks
from corpus.layout import Line
from corpus.marks import Mark
from corpus.model import Block

_NAMED = re.compile(
    r"(?P<before>[^\d.:()]{2,30}\s)?\(?(?P<n>\d{1,4})\)?[.:]?(?P<after>\s[^\d.:()]{2,30})?[.:]?"
)
_FEWEST = 3
_NONE = re.compile(
    r"(?:figure|fig|table|box|chart|map|abb|tabelle|图|表|рис|таблица)\W*", re.IGNORECASE
)


def named_marks(lines: Sequence[Line], blocks: Sequence[Block]) -> dict[int, Mark]:
    """Find the headings that are the same word with a number each; returns marks by line."""
    found: dict[tuple[str, str], dict[int, Mark]] = {}
    for index, line in enumerate(lines):
        match = _NAMED.fullmatch(line.text)
        if blocks[line.block].role != "heading" or match is None or heading_marks(line.text):
            continue
        name = ((match["before"] or "").casefold(), (match["after"] or "").casefold())
        if any(name) and not _NONE.fullmatch("".join(name).strip()):
            mark = Mark("article", line.text.rstrip(" .:"), (int(match["n"]),), len(line.text))
            found.setdefault(name, {})[index] = mark
    most = max(found.values(), key=len, default={})
    values = [mark.value[0] for mark in most.values()]
    return most if len(values) >= _FEWEST and values[:_FEWEST] == [1, 2, 3] else {}
