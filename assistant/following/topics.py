"""What a question is about, as far as the next one may leave it out."""

from __future__ import annotations

import re

from assistant.following.brackets import taken_apart
from assistant.following.grammar import Grammar, plain
from assistant.following.phrases import phrases
from assistant.following.recognising import opening
from assistant.following.words import content, pieces

MOST = 2  # phrases that carry on


def topic_of(question: str, table: Grammar) -> list[str]:
    """What a question is about: what it carries already, then phrases of its own, few of them."""
    core, carried = taken_apart(question)
    core, _ = opening(core, table)
    request = table.requests.match(plain(core))
    if request and request.end() and not table.asking.search(plain(core)):
        return [core[request.end() :].strip(" .!?。！？"), *carried][:MOST]
    found = phrases(_without_pointers(core, table), table)
    telling = [phrase for phrase in found if not phrase.asked] or ([] if carried else [*found])
    nouns = [
        phrase
        for phrase in telling
        if not _is_clause_end(phrase.text, table)
        and not table.pronouns.fullmatch(plain(phrase.text))
        and not (carried and table.relational.fullmatch(plain(phrase.text)))
    ]
    telling = nouns if nouns or carried else telling
    if not table.spaced and telling and not core[: telling[0].start].strip():
        telling = telling[:1]  # what a Chinese sentence begins with is its topic
    return [*carried, *(phrase.text for phrase in telling)][:MOST]


def _without_pointers(question: str, table: Grammar) -> str:
    """A question with marks for what only points to something: "an earlier one", "后一个"."""
    for sign in (table.headless, *table.picks.values()):
        for found in sign.finditer(plain(question)):
            start, end = found.span()
            question = question[:start] + "," * (end - start) + question[end:]
    return question


def owner(phrase: str, question: str, table: Grammar) -> str:
    """What a noun that wants something to be of was of, where a question has another such noun.

    After 主席团主席是谁, what 成员有哪些 leaves out is 主席团.
    """
    owned = re.fullmatch(rf"(.{{2,}}?)的?(?:{table.relational.pattern})", phrase)
    return owned[1] if owned and table.relational.match(plain(question)) else phrase


def _is_clause_end(phrase: str, table: Grammar) -> bool:
    """Whether all of a phrase but an article is a participle, or a verb where those are known."""
    words = [piece.text for piece in pieces(phrase, table) if content(piece, table)]
    if len(words) != 1:
        return False
    verb = table.inflected and table.verbs.fullmatch(words[0])
    return bool(verb or table.participles.fullmatch(words[0]))
