"""What each language follows up with: one table a language, read from `languages/*.toml`.

A table's keys are this dataclass's fields. Patterns are matched on `plain` text, which has as many
characters as the text it was made from, so that a span of one is a span of the other.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.normalising import folded
from index.stopping import WORDS

_WORD_SETS = ("articles", "auxiliaries", "function", "joiners")
_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "？": "?", "؟": "?", "！": "!", "\u00a0": " "}
)
_NEVER = r"(?!)"  # matches nothing


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """How one language opens, points back, asks for more and changes the subject.

    Moves, matched at the start of what is asked or as all of it: `openers` carry nothing, `also`
    are those that join it to what was said; `switching`, `correcting` and `returning` (to a
    `hint`, which may be `vague`) come before the question; `more` and `source` are all of it;
    `instead` holds an `x` to be put in the place of something; `requests` ask for detail.

    Signs, found anywhere: `asking` and `finite` make a clause, `agents` ask who; `pronouns` point
    back, `headless` ones whatever stands before them, those for `persons` to a name; `possessives`
    may point to what is asked for, `impersonal` ones to nothing; `relational` nouns want something
    to be of; `here` is about the speakers, `defining` asks what a thing is, `then` points to a
    time, `counting` asks how many, `documents` name what has a title. What `subjectless` matches
    from its beginning leaves out what it is about.

    Words: `articles` and `joiners` stand before and within a noun phrase, `auxiliaries` before a
    subject and its verb, `function` words, `verbs` and a last word of `participles` are no part of
    one. `picks` tell which of several is meant, counting from 0, or -1 for the last; `parallels`
    name what may take each other's place.
    """

    language: str
    openers: re.Pattern[str]
    also: re.Pattern[str]
    switching: re.Pattern[str]
    correcting: re.Pattern[str]
    returning: re.Pattern[str]
    vague: re.Pattern[str]
    more: re.Pattern[str]
    source: re.Pattern[str]
    instead: re.Pattern[str]
    requests: re.Pattern[str]
    asking: re.Pattern[str]
    agents: re.Pattern[str]
    finite: re.Pattern[str]
    participles: re.Pattern[str]
    pronouns: re.Pattern[str]
    headless: re.Pattern[str]
    persons: re.Pattern[str]
    possessives: re.Pattern[str]
    relational: re.Pattern[str]
    impersonal: re.Pattern[str]
    here: re.Pattern[str]
    defining: re.Pattern[str]
    then: re.Pattern[str]
    counting: re.Pattern[str]
    documents: re.Pattern[str]
    subjectless: re.Pattern[str]
    verbs: re.Pattern[str]
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    function: frozenset[str]
    joiners: frozenset[str]
    picks: Mapping[int, re.Pattern[str]]
    parallels: Mapping[str, re.Pattern[str]]

    @property
    def spaced(self) -> bool:
        """Whether words stand apart."""
        return self.language != "zh"

    @property
    def marks_nouns(self) -> bool:
        """Whether an article, a preposition or a capital letter stands before most nouns."""
        return self.language in ("en", "es", "fr")

    @property
    def ordinals_follow(self) -> bool:
        """Whether an ordinal stands behind its noun."""
        return self.language == "ar"

    @property
    def inflected(self) -> bool:
        """Whether a noun changes with its place in the sentence."""
        return self.language == "ru"


def plain(text: str) -> str:
    """One form for matching, character by character; accents of Latin letters stay.

    >>> plain("那第二階段呢？"), plain("Où l’a-t-on décidé ?"), plain("الأولى")
    ('那第二阶段呢?', "Où l'a-t-on décidé ?", 'الاولي')
    """
    return "".join(map(_plain_character, text.translate(_MARKS)))


@cache
def _plain_character(character: str) -> str:
    if character < "\u0370":
        return character
    other = folded(character)
    return other if len(other) == 1 and not character.isupper() else character


@cache
def grammar(language: str) -> Grammar | None:
    """The table of a language, given by its primary tag; None where there is none."""
    file = files("assistant.following").joinpath("languages", f"{language}.toml")
    if not (language.isalpha() and file.is_file()):
        return None
    table = tomllib.loads(file.read_text("utf-8"))
    picks = dict(zip((0, 1, 2, 3, 4, -1), table["picks"].values(), strict=True))
    words: dict[str, Any] = {name: frozenset(table[name].split()) for name in _WORD_SETS}
    words["function"] |= frozenset(WORDS.get(language, "").split()) | words["articles"]
    if language != "zh":
        for name in ("asking", "requests"):
            table[name] = [rf"(?<!\w)(?:{'|'.join(table[name])})(?!\w)"]
    patterns: dict[str, Any] = {
        field.name: _pattern(table[field.name])
        for field in fields(Grammar)
        if field.name not in {"language", "picks", "parallels", *_WORD_SETS}
    }
    return Grammar(
        language=language,
        **patterns,
        **words,
        picks={place: _pattern(choices) for place, choices in picks.items()},
        parallels={name: _pattern(choices) for name, choices in table["parallels"].items()},
    )


def known_grammars() -> tuple[str, ...]:
    """The languages that have a table, in alphabetical order."""
    names = (entry.name for entry in files("assistant.following").joinpath("languages").iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


def _pattern(choices: Sequence[str]) -> re.Pattern[str]:
    return re.compile(plain("|".join(choices)) or _NEVER, re.IGNORECASE)
