"""A pronoun that gives way to what it points to, where nothing need be inflected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.following.grammar import Grammar

_OWNER = 4  # words of what may own something by an apostrophe
_IT = {
    "en": re.compile(
        r"\b(?:(?P<its>its|their|his|her(?= \w))|it|he|she|him|her|they|them"
        r"|(?:this|that|these|those)(?=\W*$))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("(?<!其)[它他她]们?"),
}


def pointed_out(question: str, topic: Sequence[str], table: Grammar) -> str:
    """A question with the topic in the place of a pronoun, where nothing need be inflected."""
    pattern = _IT.get(table.language)
    found = pattern.search(question) if pattern and len(topic) == 1 else None
    if not found:
        return question
    possessive = "'s" if found.groupdict().get("its") else ""
    if possessive and len(topic[0].split()) > _OWNER:
        return question
    return put(question, found.span(), topic[0] + possessive)


def put(text: str, span: tuple[int, int], other: str) -> str:
    """A text with another in one place."""
    return text[: span[0]] + other + text[span[1] :]
