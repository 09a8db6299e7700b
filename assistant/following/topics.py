"""What a question is about, as far as the next one may leave it out."""

from __future__ import annotations

import re

from assistant.following.brackets import taken_apart
from assistant.following.grammar import Grammar, plain
from assistant.following.phrases import Phrase, is_name, phrases
from assistant.following.recognising import opening
from assistant.following.words import content, pieces

MOST = 2  # phrases that carry on
_PLACING = frozenset({"in", "at", "on", "à", "en", "aux", "dans"})


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
    return [*carried, *(_placed(phrase, core, table) for phrase in telling)][:MOST]


def _placed(phrase: Phrase, question: str, table: Grammar) -> str:
    """A phrase, with its preposition where it is a name and but the place of what was asked."""
    before = [*pieces(question[: phrase.start], table)][-1:] if table.marks_nouns else []
    if before and before[0].text in _PLACING and is_name(phrase.text, table):
        return question[before[0].start : phrase.end]
    return phrase.text


def is_place(topic: str) -> bool:
    """Whether a topic is but the place of what was asked: "in Geneva"."""
    return topic.partition(" ")[0].lower() in _PLACING


def _without_pointers(question: str, table: Grammar) -> str:
    """A question with marks for what only points to something: "an earlier one", "后一个"."""
    for sign in (table.headless, *table.picks.values()):
        for found in sign.finditer(plain(question)):
            start, end = found.span()
            before = [*pieces(question[:start], table)][-1:] if table.ordinals_follow else []
            if before and content(before[0], table):
                continue  # what it stands behind has its number by it
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
