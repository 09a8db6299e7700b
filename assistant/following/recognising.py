"""What a question does with what was said before it: the moves of a conversation.

Read off the question alone, by the signs that its language's grammar lists. A question that shows
none of them stands alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from assistant.following.grammar import Grammar, plain
from assistant.following.phrases import Phrase, is_marked, is_name, phrases
from assistant.following.words import content, pieces

Kind = Literal["alone", "more", "source", "instead", "about", "pick", "return"]

LONGEST_INSTEAD = 6  # words of what is put in the place of something
FEW = 1.5  # words of substance in a question that leaves out what it is about
_SHORT = 12  # characters
_FRAGMENT = 2  # words of substance in what is no more than a name, with a question mark
_OPENERS = 5  # words in a row that only open a question
_PRONOUNS = 5  # pronouns of a question that are looked at
_CHINESE = 2  # characters that say as much as a word
_SPACE = " \t\n,.;:!?؟،؛，。；：！？…–—-¿¡"
_HAN = re.compile("[\u4e00-\u9fff]")
_COMPLETED = re.compile(r"[?.!。]\s*[(（][^()（）]+[)）]\s*$")
_NAME = re.compile(r"\d|(?<!^)\b[^\W\d_a-z][A-Z]+\b")


@dataclass(frozen=True, slots=True)
class Move:
    """A question's kind and what is left of it to answer; a `return` may name where to.

    `alone` stands by itself, `about` leaves out or points back to what it is about, `instead`
    asks the last question of something else, `pick` asks about one of several things named in an
    answer, `return` goes back to an earlier topic, `more` wants further evidence, `source` wants
    to know where that is written.
    """

    kind: Kind
    rest: str
    hint: str = ""
    place: int = 0


def recognise(question: str, grammar: Grammar) -> Move:
    """Tell what a question does, supposing that something was said before it."""
    question = question.strip()
    if _COMPLETED.search(plain(question)):
        return Move("alone", question)
    opened, joined = opening(question, grammar)
    for pattern, kind in ((grammar.switching, "alone"), (grammar.correcting, "instead")):
        begun = pattern.match(plain(opened))
        rest = opened[begun.end() :].strip(_SPACE if kind == "instead" else " ") if begun else ""
        if begun and begun.end() and rest.strip(_SPACE):
            if kind == "alone":
                return Move("alone", _bare(rest))
            return recognise(rest, grammar) if _is_clause(rest, grammar) else _instead(rest)
    returning = grammar.returning.match(plain(opened))
    if returning and returning.end():
        start, end = returning.span("hint")
        return Move("return", opened[returning.end() :].strip(), opened[start:end].strip())
    return _plainly(question, opened, joined, grammar)


def _plainly(question: str, opened: str, joined: bool, grammar: Grammar) -> Move:
    bare = plain(opened).strip(_SPACE)
    if grammar.more.fullmatch(bare):
        return Move("more", opened)
    if grammar.source.fullmatch(bare):
        return Move("source", opened)
    nominal = not _is_clause(bare, grammar) and not grammar.here.search(bare)
    for place, pattern in grammar.picks.items():
        picked = pattern.search(bare)
        if picked and not _names(opened, picked.start(), grammar):
            rest = question if joined and nominal else _begun_as(question, opened)
            return Move("pick", rest, place=place)
    framed = grammar.instead.fullmatch(bare)
    x = next((found for found in framed.groups() if found), "") if framed else ""
    if framed and not grammar.asking.search(x) and not grammar.here.search(x):
        start = plain(opened).find(x)
        x = opened[start : start + len(x)]
        return _instead(x) if _is_short(x, grammar) else Move("alone", question)
    if joined and nominal and _is_short(bare, grammar):
        return _instead(opened)
    if not _points_back(opened, grammar, joined=joined):
        return Move("alone", question)
    return Move("about", _begun_as(question, opened))


def fragment(question: str, grammar: Grammar) -> Move | None:
    """The move of a name with a question mark: "Tunis?", "记者？"; None if it is more than that."""
    bare = plain(question).strip(_SPACE)
    asks = question.rstrip().endswith(("?", "？", "؟"))
    if not asks or not 0 < _weight(bare, grammar) <= _FRAGMENT or _is_clause(bare, grammar):
        return None
    apart = grammar.here.search(bare) or grammar.impersonal.search(bare)
    written = grammar.spaced != bool(_HAN.search(bare))
    figures = re.findall(r"\d+", grammar.parallels["year"].sub(" ", bare))
    return _instead(bare) if written and not (apart or figures) else None


def _instead(x: str) -> Move:
    return Move("instead", x.strip(_SPACE))


def _is_short(x: str, grammar: Grammar) -> bool:
    words = len(x.split()) if grammar.spaced else len(x) / _CHINESE
    return words <= LONGEST_INSTEAD and not any(mark in x for mark in ",，;；。")


def opening(question: str, grammar: Grammar) -> tuple[str, bool]:
    """A question without the words that only open it; whether they join it to what was said."""
    joined = False
    text = question.lstrip(_SPACE)
    for _ in range(_OPENERS):
        begun = grammar.openers.match(plain(text))
        if not begun:
            break
        rest = text[begun.end() :]
        within_a_word = grammar.language not in ("ar", "zh") and rest[:1] not in _SPACE
        if within_a_word or not rest.strip(_SPACE):
            break
        joined = joined or bool(grammar.also.match(plain(text)))
        text = rest.lstrip(_SPACE)
    return text, joined


def _begun_as(question: str, rest: str) -> str:
    """What is left of a question, begun with a capital letter or an inverted mark if that was."""
    mark = "¿" if "¿" in question and "¿" not in rest else ""
    upper = question.lstrip(_SPACE)[:1].isupper()
    return mark + (rest[:1].upper() + rest[1:] if upper else rest)


def _bare(text: str) -> str:
    return text.lstrip(_SPACE.replace("¿", "").replace("¡", ""))


def _is_clause(text: str, grammar: Grammar) -> bool:
    text = plain(text)
    return bool(grammar.asking.search(text) or grammar.finite.search(text))


def _points_back(question: str, grammar: Grammar, *, joined: bool) -> bool:
    text = plain(question)
    if grammar.impersonal.search(text):
        return False
    pronouns = islice(grammar.pronouns.finditer(text), _PRONOUNS)
    if any(_points_out(pronoun, question, grammar) for pronoun in pronouns):
        return True
    if grammar.here.search(text) or grammar.defining.search(text) or _NAME.search(question):
        return False
    if grammar.subjectless.match(text.strip(_SPACE)):
        return True
    if not grammar.asking.search(text):
        return False
    asked = [phrase for phrase in phrases(question, grammar) if phrase.asked]
    about = [phrase for phrase in phrases(question, grammar) if not phrase.asked]
    if not grammar.spaced and about and _wants_an_owner(about[0], text, grammar):
        return True
    if joined and not about:
        return True
    if _weight(text, grammar) - (bool(asked) and not about) > FEW:
        return False
    # In Chinese, all that it names are nouns that want something to be of, or it is "…吗" alone.
    relational = all(grammar.relational.search(plain(phrase.text)) for phrase in about)
    return grammar.spaced or relational or text.rstrip(_SPACE).endswith("吗")


def _wants_an_owner(first: Phrase, text: str, grammar: Grammar) -> bool:
    """Whether a short Chinese question begins with a noun that wants something to be of."""
    bare = not first.start and grammar.relational.fullmatch(plain(first.text))
    return bool(bare) and len(text) <= _SHORT


def _names(text: str, end: int, grammar: Grammar) -> bool:
    """Whether a question names something before what picks one of several."""
    lead = grammar.requests.sub(" ", plain(text).lstrip(_SPACE)[:end], count=1)
    if not grammar.spaced:
        return bool(_weight(lead, grammar))
    close = len(lead.rstrip())
    named = (p for p in phrases(lead, grammar) if not p.asked or p.end == close)
    return any(not grammar.marks_nouns or is_marked(phrase, lead, grammar) for phrase in named)


def _points_out(pronoun: re.Match[str], question: str, grammar: Grammar) -> bool:
    """Whether a pronoun points out of its sentence: nothing before it is what it may stand for."""
    possessive = grammar.possessives.match(pronoun.string, pronoun.start())
    if grammar.headless.match(pronoun.string, pronoun.start()):
        return True
    person = grammar.persons.match(pronoun.string, pronoun.start())
    return all(
        (phrase.asked and not possessive)
        or (person and not is_name(phrase.text, grammar))
        or (grammar.marks_nouns and not is_marked(phrase, question, grammar))
        or not any(
            content(piece, grammar) for piece in pieces(_uncounted(phrase.text, grammar), grammar)
        )
        for phrase in phrases(question[: pronoun.start()], grammar)
    )


def _uncounted(phrase: str, grammar: Grammar) -> str:
    phrase = plain(phrase)
    for pattern in grammar.parallels.values():
        phrase = pattern.sub(" ", phrase)
    return phrase


def _weight(text: str, grammar: Grammar) -> float:
    """How many words of substance a text has."""
    words = [piece for piece in pieces(text, grammar) if content(piece, grammar)]
    return len(words) if grammar.spaced else sum(map(len, words)) / _CHINESE
