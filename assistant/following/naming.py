"""What an answer named, for "the former", "the third point", "后一个", "she"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.following.chinese import TITLE
from assistant.following.grammar import Grammar, plain
from assistant.model import Answer, Citation, Turn
from assistant.wording import wording

_PERSON = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Prof|Mme|Sr|Sra)\.?|Professor|Sir|Madame|Señora?|M\.)"
    r"(?: [A-Z][\w’'-]+){1,3}"
)


def picked(place: int, turns: Sequence[Turn], table: Grammar, *, whole: bool) -> str:
    """Name the thing at a place among several that an answer named, the last such answer's.

    An answer whose things the last question was about comes first: after a question about the
    former, it is the same two of which "the latter" is one.

    Args:
        place: Counting from 0; -1 is the last.
        turns: What was said, oldest first.
        table: The language of the question.
        whole: Whether the thing itself is wanted, and not an answer about it: then the entries of
            a list that was cited, or the paragraphs, come before titles that were quoted, but
            where documents were asked for.

    Returns:
        A title, or a paragraph as the question's language calls it; "" if no answer named several.
    """
    last = turns[-1].answer.query.standalone
    known = [turn for turn in turns[:-1] if any(name in last for name in named(turn, table, whole))]
    for turn in (*reversed(known), *reversed(turns)):
        names = named(turn, table, whole)
        if len(names) > max(place, 1):
            return names[place]
    return ""


def named(turn: Turn, table: Grammar, whole: bool = False) -> tuple[str, ...]:
    """What an answer named several of: documents where those were asked for."""
    titles, entries = _titles(turn.answer), _entries(turn.answer)
    if asks_for_documents(turn, table):
        return titles
    ways = (entries, _paragraphs(turn.answer), titles) if whole else (titles, entries)
    return next((names for names in ways if len(names) > 1), ())


def asks_for_documents(turn: Turn, table: Grammar) -> bool:
    """Whether a question asks for things that have titles, and its answer quotes several."""
    asks = table.documents.search(plain(turn.answer.query.standalone))
    return bool(asks) and len(_titles(turn.answer)) > 1


def person(turns: Sequence[Turn], table: Grammar) -> str:
    """Who the last question that asked "who" was answered with; "" if that can't be told."""
    for turn in reversed(turns):
        if table.agents.search(plain(turn.answer.query.standalone)):
            quotes = " ".join(citation.quote for citation in turn.answer.citations)
            found = _PERSON.search(quotes)
            return found[0] if found else ""
    return ""


def _titles(answer: Answer) -> tuple[str, ...]:
    quotes = [citation.quote for citation in answer.citations or answer.nearest]
    return tuple(dict.fromkeys(title for quote in quotes for title in TITLE.findall(quote)))


def _entries(answer: Answer) -> tuple[str, ...]:
    """The entries of the lists that were quoted, as the question's language calls them."""
    words = wording(answer.query.language)
    return tuple(
        words.paragraph(citation.paragraph, item.label)
        for citation in answer.citations
        for item in citation.paragraph.items
        if _within(item.start, citation)
    )


def _paragraphs(answer: Answer) -> tuple[str, ...]:
    words = wording(answer.query.language)
    cited = (citation.paragraph for citation in answer.citations)
    paragraphs = dict.fromkeys(each for each in cited if each.kind == "body")
    return tuple(words.paragraph(paragraph) for paragraph in paragraphs)


def _within(place: int, citation: Citation) -> bool:
    return citation.start <= place < citation.end
