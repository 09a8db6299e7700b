"""What a question is about: its noun phrases, found by the small words around them.

No tagger: a phrase is a stretch of words of substance, found in one way where words stand apart
and in another where they don't.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.following.chinese import stretches
from assistant.following.grammar import Grammar, plain
from assistant.following.spaced import marked_stretches
from assistant.following.words import Piece, pieces

_OPENING = str.maketrans("¿¡", "  ")
_OF = re.compile("(?<!目)的")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a question: `text` is the question from `start` to `end`.

    `asked` tells the thing asked for ("what [role]") from what is asked about.
    """

    text: str
    start: int
    end: int
    asked: bool = False


def phrases(question: str, grammar: Grammar) -> tuple[Phrase, ...]:
    """The noun phrases of a question, in order."""
    found = (marked_stretches if grammar.spaced else stretches)(question, grammar)
    return tuple(
        Phrase(question[start:end], start, end, _is_asked(question[:start], grammar))
        for start, end in found
    )


def parts(phrase: Phrase, grammar: Grammar) -> tuple[Phrase, ...]:
    """What "of" and the like hold together in a phrase, in order."""
    words = [*pieces(phrase.text, grammar)]
    joints = [word for word in words if word.text in grammar.joiners]
    if not grammar.spaced:
        joints = [Piece(m[0], *m.span()) for m in re.finditer(_OF, phrase.text)]
    cuts = [(joint.start, joint.end) for joint in joints]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(phrase.text)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        text = phrase.text[start:end]
        inset = start + len(text) - len(text.lstrip())
        if text.strip():
            place = phrase.start + inset
            found.append(Phrase(text.strip(), place, place + len(text.strip()), phrase.asked))
    return tuple(found)


def is_name(text: str, grammar: Grammar) -> bool:
    """Whether a phrase begins with a capital letter, its article aside."""
    words = [*pieces(text, grammar)] if grammar.spaced else []
    while words and words[0].text in grammar.articles:
        words.pop(0)
    return bool(words) and text[words[0].start].isupper()


def is_marked(phrase: Phrase, question: str, grammar: Grammar) -> bool:
    """Whether an article, a preposition, a capital letter or a figure tells a noun."""
    words = [word.text for word in pieces(question[: phrase.start], grammar)][-1:]
    first = next(pieces(phrase.text, grammar)).text
    led = {*words, first} & (grammar.articles | grammar.joiners)
    return bool(led) or any(letter.isupper() or letter.isdigit() for letter in phrase.text)


def _is_asked(before: str, grammar: Grammar) -> bool:
    before = plain(before).rstrip().lower()
    if not grammar.spaced:
        return before.endswith(tuple(grammar.articles)) and not before.endswith("为什么")
    *_, earlier, here = "", "", *before.translate(_OPENING).split()[-2:]
    if here in grammar.joiners:
        return bool(grammar.asking.fullmatch(earlier))  # "combien de"
    asks = grammar.asking.fullmatch(here) and here in grammar.articles
    return bool(asks or (earlier and grammar.asking.fullmatch(f"{earlier} {here}")))
