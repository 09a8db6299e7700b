"""An ordinal without its noun: "how many came to the first?", "¿y la segunda?", "а второй?".

The noun is the one that an ordinal stood with when something was asked before.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.following.brackets import completed
from assistant.following.cases import in_the_case_of
from assistant.following.grammar import Grammar, plain
from assistant.following.phrases import phrases
from assistant.following.words import Piece, content, pieces

_ONES = ("one", "ones")


def with_noun(question: str, asked: Iterable[str], table: Grammar) -> str:
    """Give a bare ordinal the noun of one that was asked about; the question as it is, if none.

    Args:
        question: As it was asked.
        asked: Earlier questions, standing alone, the last one first.
        table: The language of all of them.
    """
    span = _bare(question, table)
    if span is None:
        return question
    start, end = span
    named = next((text for earlier in asked if (text := _counted(earlier, table))), "")
    if not named:
        return question
    found = table.parallels["ordinal"].search(plain(named))
    assert found
    form = in_the_case_of(question[start:end].split()[0], found[0])
    named = named[: found.start()] + form + named[found.end() :]
    rest = question[:start] + " " + question[end:]
    if table.inflected and any(content(piece, table) for piece in pieces(rest, table)):
        return completed(question, named)
    return question[:start] + named + question[end:]


def _bare(question: str, table: Grammar) -> tuple[int, int] | None:
    """Where an ordinal stands without a noun; of the last, if there are several."""
    if not table.spaced:
        return None  # a Chinese ordinal has its classifier: see `picks`
    words = [*pieces(question, table)]
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        after = words[place + 1] if place + 1 < len(words) else None
        end = word.end
        if after and after.text in _ONES:
            end, after = after.end, (words[place + 2] if place + 2 < len(words) else None)
        before = words[place - 1] if place else None
        if not table.parallels["ordinal"].fullmatch(word.text):
            continue
        if after and content(after, table):
            continue
        if _is_pointed_at(before, table):
            return word.start, end
    return None


def _is_pointed_at(before: Piece | None, table: Grammar) -> bool:
    """Whether a word may stand before a noun: an article where there are any, no other noun."""
    if table.marks_nouns:
        return before is not None and before.text in table.articles
    return before is None or not content(before, table)


def _counted(question: str, table: Grammar) -> str:
    """The first phrase of a question that has an ordinal and its noun, from one to the other."""
    for phrase in phrases(question, table):
        found = table.parallels["ordinal"].search(plain(phrase.text))
        if not found:
            continue
        if table.ordinals_follow:
            return phrase.text if found.start() else ""
        after = phrase.text[found.end() :]
        if after[:1].isspace() and any(content(piece, table) for piece in pieces(after, table)):
            return phrase.text[found.start() :]
    return ""
