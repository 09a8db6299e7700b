"""Make a question stand alone, by what was said before it.

The topic carries on as terms: phrases of the last question, themselves carried from the ones
before it, never all of what was said. A pronoun gives way to the topic where grammar allows it
without inflecting anything; elsewhere the topic stands in brackets behind the question.

Source: query resolution by choosing terms of the history, after Voskarides, Li, Ren, Kanoulas and
de Rijke, "Query Resolution for Conversational Search with Limited Supervision" (2020), and
historical query expansion, after Lin, Yang, Nogueira et al., "Multi-Stage Conversational Passage
Retrieval" (2021), with rules in the place of the learned choice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.following.brackets import behind, completed, undecorated
from assistant.following.grammar import Grammar, grammar, known_grammars, plain
from assistant.following.knowing import Knows, belongs, everything
from assistant.following.naming import asks_for_documents, person, picked
from assistant.following.ordinals import with_noun
from assistant.following.parallels import holds_number, instead, of_whom, without_rivals
from assistant.following.phrases import phrases
from assistant.following.pointing import pointed_out, put
from assistant.following.recognising import Move, fragment, opening, recognise
from assistant.following.topics import is_place, owner, topic_of
from assistant.following.words import content, pieces
from assistant.model import Conversation, Turn
from assistant.politeness import without_courtesy
from assistant.wording import wording
from assistant.words.choosing import primary
from corpus.language import detect
from index.lexical import question_terms

LOOK_BACK = 8  # turns; what was said before them is forgotten
LONGEST = 300  # characters of a question that another is put behind
_LATIN = ("en", "fr", "es")
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*")
_SHORT = 6  # words, in which a Latin language can hardly be told


@dataclass(frozen=True, slots=True)
class Followed:
    """A question that stands alone, and what has been quoted for it already.

    `beyond` holds a report's id and a paragraph's ordinal for each paragraph that "more" should
    leave out, `within` for each that the last question, and so this one, stays within.
    """

    standalone: str
    beyond: tuple[tuple[str, int], ...] = ()
    within: tuple[tuple[str, int], ...] = ()


def follow(question: str, conversation: Conversation, knows: Knows = everything) -> Followed:
    """Make a question stand alone; one that does already comes back as it is.

    Args:
        question: As it was asked.
        conversation: What was said before.
        knows: Whether the reports have words for a text. What names something that they don't
            know goes on with nothing that was said about them.
    """
    asked = without_courtesy(question)
    question = undecorated(asked)
    said = [turn for turn in conversation.turns[-LOOK_BACK:] if turn.answer.status != "smalltalk"]
    if not said:
        return Followed(asked)
    tables = _grammars(question, said[-1])
    for table in tables:
        move = recognise(_with_noun(question, said, table), table)
        if move != Move("alone", question):
            if not belongs(move, table, knows):
                return Followed(asked)
            return _Following(said, table).followed(move)
    if not any(table.asking.search(plain(question)) for table in tables):
        for table in tables:
            named = fragment(question, table)
            if named and belongs(named, table, knows):
                return _Following(said, table).followed(named)
    return Followed(asked)


def _with_noun(question: str, said: Sequence[Turn], table: Grammar) -> str:
    """A question with the noun of a bare ordinal, unless that picks one of several documents."""
    asked: list[str] = []
    for turn in reversed(said):
        if asks_for_documents(turn, table):
            break
        asked.append(turn.answer.query.standalone)
    opened, _ = opening(question, table)
    return question[: len(question) - len(opened)] + with_noun(opened, asked, table)


def _grammars(question: str, last: Turn) -> list[Grammar]:
    """The tables of the languages that a question may be in, the likeliest first.

    A few words often tell nothing: then the conversation's language is the likeliest.
    """
    spoken = detect(question)
    if not any("a" <= letter <= "z" for letter in question.lower()):
        tried = [spoken]
    else:
        before = last.answer.query.language
        tried = [before, spoken] if len(question.split()) <= _SHORT else [spoken, before]
        tried += [] if spoken in known_grammars() else _LATIN
    return [table for name in dict.fromkeys(tried) if (table := grammar(name))]


class _Following:
    """One question's place in a conversation.

    Args:
        said: The turns looked back on, oldest first; at least one.
        table: The language of the question.
    """

    def __init__(self, said: Sequence[Turn], table: Grammar) -> None:
        self._said = said
        self._table = table

    def followed(self, move: Move) -> Followed:
        """The question that a move stands for."""
        last = self._said[-1]
        if move.kind == "more":
            return self._more(last)
        if move.kind == "source":
            return Followed(last.answer.query.standalone, within=last.answer.query.within)
        if move.kind == "pick":
            return Followed(self._picked(move))
        if move.kind == "return":
            return Followed(self._returned(move))
        within = last.answer.query.within if move.kind in ("instead", "about") else ()
        numbered = move.kind == "instead" and _NUMBER.fullmatch(move.rest)
        if last.answer.query.kind == "lookup" and within == () and not numbered:
            within = _cited(last) if move.kind in ("instead", "about") else ()
        return Followed(self._resolved(move, last), within=within)

    def _resolved(self, move: Move, turn: Turn) -> str:
        """A question about what a turn was about, or that turn's question of something else."""
        query = turn.answer.query
        if move.kind not in ("instead", "about"):
            return move.rest
        if query.kind == "lookup":
            asked_by_number = move.kind == "instead" and _NUMBER.fullmatch(move.rest)
            number = _NUMBER.search(query.standalone) if asked_by_number else None
            return put(query.standalone, number.span(), move.rest) if number else move.rest
        other = grammar(primary(query.language)) or self._grammar_of(query.standalone)
        if move.kind == "about":
            return self._about(move.rest, query.standalone, topic_of(query.standalone, other))
        topic = topic_of(query.standalone, other)
        x = pointed_out(move.rest, topic[:1], self._table)
        if other is not self._table:
            return completed(query.standalone, x)
        return instead(query.standalone, x, other)

    def _about(self, question: str, last: str, topic: Sequence[str]) -> str:
        """A question with a topic where it points to it, or behind it.

        Args:
            question: What leaves something out.
            last: The question before it, for one that leaves out everything.
            topic: What both are about.
        """
        other = self._grammar_of(last)
        words = [piece for piece in pieces(question, self._table) if content(piece, self._table)]
        fitting = (without_rivals(phrase, question, other) for phrase in topic)
        asked = plain(question).lower()
        topic = [phrase for phrase in fitting if phrase and plain(phrase).lower() not in asked]
        if self._table.then.search(asked) and (dated := self._dated()):
            topic = [dated]
        of_a_person = self._table.persons.search(question)
        name = (person(self._said, self._table) or self._name()) if of_a_person else ""
        topic = [name] if name else topic
        if name or not (of_a_person or (topic and is_place(topic[0]))):
            filled = pointed_out(question, topic, self._table)
            if filled != question:
                return filled
        if not (words or _inverted(question, self._table) or len(last) > LONGEST):
            return of_whom(last, question, self._table) or behind(last, question)
        points = self._table.pronouns.search(plain(question))
        joins = not (self._table.spaced or other.spaced or points)
        if len(topic) == 1 and joins and not _begins_with_subject(question, self._table):
            return owner(topic[0], question, other) + question
        return completed(question, *topic)

    def _dated(self) -> str:
        """What was asked about last that has a date or is one of several in time."""
        topics = (topic_of(t.answer.query.standalone, self._table) for t in reversed(self._said))
        dated = (p for topic in topics for p in topic if holds_number(p, self._table))
        return next(dated, "")

    def _name(self) -> str:
        """The name that was mentioned last."""
        topics = (topic_of(t.answer.query.standalone, self._table) for t in reversed(self._said))
        names = (_NAME.match(phrase) for topic in topics for phrase in topic)
        return next((name[0].removesuffix("'s") for name in names if name), "")

    def _more(self, last: Turn) -> Followed:
        """The last question again, without what has been quoted for it."""
        query = last.answer.query
        if query.kind == "lookup":
            return Followed(self._next(last) or query.standalone)
        same = [turn for turn in self._said if turn.answer.query.standalone == query.standalone]
        quoted = dict.fromkeys(place for turn in same for place in _cited(turn))
        return Followed(query.standalone, tuple(quoted), query.within)

    def _next(self, last: Turn) -> str:
        """The paragraph after those that were looked up, as their question's language calls it."""
        cited = [citation.paragraph for citation in last.answer.citations]
        if not (cited and cited[-1].number.isdigit()):
            return ""
        return wording(last.answer.query.language).numbered(str(int(cited[-1].number) + 1))

    def _picked(self, move: Move) -> str:
        pattern = self._table.picks[move.place]
        found = pattern.search(plain(move.rest))
        if not found:
            return move.rest
        rest = plain(put(move.rest, found.span(), " "))
        rest = self._table.requests.sub(" ", rest, count=1)
        words = any(content(piece, self._table) for piece in pieces(rest, self._table))
        whole = (
            not words
            and not self._table.asking.search(rest)
            and not self._table.instead.fullmatch(plain(move.rest).strip(" ?."))
            and not opening(move.rest, self._table)[1]
        )
        thing = picked(move.place, self._said, self._table, whole=whole)
        whole = whole or (bool(thing) and thing[0].isalnum() and not words)
        if not thing and whole:
            return self._said[-1].answer.query.standalone
        if not thing:
            query = self._said[-1].answer.query
            return completed(
                move.rest, *topic_of(query.standalone, self._grammar_of(query.standalone))
            )
        if whole:
            return thing
        question = put(move.rest, found.span(), thing)
        again = recognise(question, self._table)
        return self._resolved(again, self._said[-1]) if again.kind == "instead" else question

    def _returned(self, move: Move) -> str:
        named = self._table.vague.sub(" ", plain(move.hint))
        if not any(content(piece, self._table) for piece in pieces(named, self._table)):
            turn = self._before_thistopic_of()
            if not move.rest:
                return turn.answer.query.standalone
            again = recognise(move.rest, self._table)
            if self._table.pronouns.search(plain(move.rest)):
                again = Move("about", move.rest)
            return self._resolved(again, turn)
        if move.rest:
            return self._about(move.rest, move.hint, [move.hint])
        terms = {*question_terms(named)}
        shared = [len(terms & {*question_terms(t.answer.query.standalone)}) for t in self._said]
        best = max(range(len(shared)), key=lambda place: (shared[place], place))
        return self._said[best].answer.query.standalone if shared[best] else move.hint

    def _before_thistopic_of(self) -> Turn:
        """The last turn on another topic: what follows on something is of its topic."""
        place = len(self._said) - 1
        while place and self._said[place].answer.query.standalone not in self._said[place].question:
            place -= 1
        return self._said[max(0, place - 1)]

    def _grammar_of(self, question: str) -> Grammar:
        return grammar(detect(question)) or self._table


def _begins_with_subject(question: str, table: Grammar) -> bool:
    """Whether a Chinese question begins with what it is about, nothing that is of something."""
    first = next(iter(phrases(question, table)), None)
    if first is None or first.start or table.parallels["ordinal"].match(plain(question)):
        return False
    return not table.relational.search(plain(first.text))


def _inverted(question: str, table: Grammar) -> bool:
    """Whether a verb with its pronoun behind it says something: coûte-t-elle, but not est-elle."""
    verbs = (piece.text for piece in pieces(question, table) if "-" in piece.text)
    return any(table.finite.fullmatch(verb) and verb not in table.function for verb in verbs)


def _cited(turn: Turn) -> tuple[tuple[str, int], ...]:
    """The paragraphs that an answer quoted, each once."""
    cited = (citation.paragraph for citation in turn.answer.citations)
    return tuple(dict.fromkeys((each.report_id, each.ordinal) for each in cited))
