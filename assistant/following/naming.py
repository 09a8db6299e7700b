"""What an answer named, for "the former", "the third point", "后一个"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.model import Answer, Citation, Turn
from assistant.wording import wording

_TITLE = re.compile("《[^《》]+》|“[^“”]{2,}”|«[^«»]{2,}»|「[^「」]{2,}」")


def picked(place: int, turns: Sequence[Turn], *, whole: bool) -> str:
    """Name the thing at a place among several that an answer named, the last such answer's.

    Args:
        place: Counting from 0; -1 is the last.
        turns: What was said, oldest first.
        whole: Whether the thing itself is wanted, and not an answer about it: then paragraphs and
            list entries that were cited come before titles that were quoted.

    Returns:
        A title, or a paragraph as the question's language calls it; "" if no answer named several.
    """
    ways = (_cited, _titles) if whole else (_titles, _cited)
    for turn in reversed(turns):
        for way in ways:
            named = way(turn.answer)
            if len(named) > max(place, 1):
                return named[place]
    return ""


def _titles(answer: Answer) -> tuple[str, ...]:
    quotes = [citation.quote for citation in answer.citations or answer.nearest]
    return tuple(dict.fromkeys(title for quote in quotes for title in _TITLE.findall(quote)))


def _cited(answer: Answer) -> tuple[str, ...]:
    """The entries of the one list that was quoted, else the paragraphs."""
    words = wording(answer.query.language)
    items = [
        words.paragraph(citation.paragraph, item.label)
        for citation in answer.citations
        for item in citation.paragraph.items
        if _within(item.start, citation)
    ]
    if len(items) > 1:
        return tuple(items)
    paragraphs = dict.fromkeys(citation.paragraph for citation in answer.citations)
    return tuple(words.paragraph(paragraph) for paragraph in paragraphs)


def _within(place: int, citation: Citation) -> bool:
    return citation.start <= place < citation.end
