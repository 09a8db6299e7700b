"""What a question is about: its noun phrases, found by the small words around them.

No tagger: a phrase is a stretch of words of substance. Where a language marks its nouns, by an
article or a preposition before them, a capital letter or a number, only marked stretches count if
there are any; elsewhere a verb is known by its place or its ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.following.grammar import Grammar, plain

LONGEST = 12  # words, or pairs of Chinese characters, of one phrase
_WORD = re.compile(r"[^\W\d_]{1,3}'|[\w/.]*[\w/](?:[-’'][\w/]+)*|[^\w\s]")
_OPENING = str.maketrans("¿¡", "  ")
_OF = re.compile("(?<!目)的")
_TITLE = re.compile(r"《[^《》]+》|“[^“”]+”|«[^«»]+»|「[^「」]+」")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a mark or, in Chinese, what stands between two function words, and its place."""

    text: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


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
    found = _spaced(question, grammar) if grammar.spaced else _chinese(question, grammar)
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


def pieces(text: str, grammar: Grammar) -> Iterator[Piece]:
    """A text's words; in Chinese the stretches between question, function and verb-like words."""
    if grammar.spaced:
        for word in _WORD.finditer(plain(text)):
            yield Piece(word[0].lower(), *word.span())
        return
    place = 0
    for cut in _cuts(grammar).finditer(plain(text)):
        if cut.start() > place:
            yield Piece(text[place : cut.start()], place, cut.start())
        place = cut.end()
    if place < len(text):
        yield Piece(text[place:], place, len(text))


def content(piece: Piece, grammar: Grammar) -> bool:
    """Tell a word of substance from one that only shapes a question."""
    if not any(map(str.isalnum, piece.text)):
        return False
    if not grammar.spaced:
        return True
    word = piece.text
    return not (
        word in grammar.function
        or word in grammar.joiners
        or word in grammar.auxiliaries
        or grammar.asking.fullmatch(word)
        or grammar.finite.fullmatch(word)
    )


def is_name(text: str, grammar: Grammar) -> bool:
    """Whether a phrase begins with a capital letter, its article aside."""
    words = [*pieces(text, grammar)] if grammar.spaced else []
    while words and words[0].text in grammar.articles:
        words.pop(0)
    return bool(words) and text[words[0].start].isupper()


def _is_asked(before: str, grammar: Grammar) -> bool:
    before = plain(before).rstrip().lower()
    if not grammar.spaced:
        return before.endswith(tuple(grammar.articles)) and not before.endswith("为什么")
    *_, earlier, here = ("", *before.translate(_OPENING).split()[-2:]) if before else ("", "")
    if here in grammar.joiners:
        return bool(grammar.asking.fullmatch(earlier))  # "combien de"
    asks = grammar.asking.fullmatch(here) and here in grammar.articles
    return bool(asks or (earlier and grammar.asking.fullmatch(f"{earlier} {here}")))


@cache
def _cuts(grammar: Grammar) -> re.Pattern[str]:
    words = sorted(grammar.function, key=len, reverse=True)
    function = plain("|".join(words))
    return re.compile(
        rf"{grammar.asking.pattern}|{function}|[^\w\s《》“”]|\s+|(?=《)|(?<=》)|(?=“)|(?<=”)"
    )


def _chinese(question: str, grammar: Grammar) -> list[tuple[int, int]]:
    verbs = re.compile(rf"(?:{grammar.verbs.pattern})")
    ending = re.compile(rf"(?:{grammar.verbs.pattern})$")
    found = [match.span() for match in _TITLE.finditer(question)]
    for piece in pieces(question, grammar):
        start, end = piece.start, piece.end
        text = plain(question)
        while (verb := verbs.match(text, start, end)) and verb.end() <= end - 2:
            start = verb.end()
        while (verb := ending.search(text[start:end])) and verb.start() >= 2:
            end = start + verb.start()
        if end - start >= 2 and not verbs.fullmatch(text, start, end):
            found.append((start, end))
    return _joined(sorted(found), question)


def _joined(spans: list[tuple[int, int]], question: str) -> list[tuple[int, int]]:
    """Stretches that overlap, or have only 的 between them, are one."""
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and (start < apart[-1][1] or question[apart[-1][1] : start] == "的"):
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _spaced(question: str, grammar: Grammar) -> list[tuple[int, int]]:
    words = [*pieces(question, grammar)]
    marked, every = [], []
    for first, last in _stretches(words, question, grammar):
        before = words[first - 1].text if first else ""
        if _is_verb(words[first].text, before, grammar):
            first = next(
                (n for n in range(first + 1, last + 1) if content(words[n], grammar)), last + 1
            )
            before = words[first - 1].text
        while last > first and grammar.participles.fullmatch(words[last].text):
            last -= 1
        if first > last:
            continue
        start, end = words[first].start, words[last].end
        text = question[start:end]
        if before in grammar.articles and not _is_asking(words, first - 1, grammar):
            start = words[first - 1].start
        every.append((start, end))
        capital = text[:1].isupper() and (first > 0 or text.split()[-1][:1].isupper())
        telling = before in grammar.joiners | grammar.articles | grammar.auxiliaries
        if telling or capital or any(map(str.isdigit, text)):
            marked.append((start, end))
        elif joined := [n for n in range(first, last) if words[n].text in grammar.joiners]:
            marked.append((words[joined[0] + 1].start, end))
    return marked if marked and grammar.marks_nouns else every


def _is_asking(words: list[Piece], place: int, grammar: Grammar) -> bool:
    """Whether an article is part of a question word: "which", "how many"."""
    here = words[place].text
    return bool(
        grammar.asking.fullmatch(here)
        or (place and grammar.asking.fullmatch(f"{words[place - 1].text} {here}"))
    )


def _is_verb(word: str, before: str, grammar: Grammar) -> bool:
    """Whether a word after a question word is its verb: "who [chaired] the committee"."""
    if not grammar.asking.fullmatch(before) or before in grammar.articles:
        return False
    return bool(grammar.verbs.fullmatch(word))


def _after_auxiliary(words: list[Piece], place: int, grammar: Grammar) -> bool:
    before = [word.text for word in words[max(0, place - 2) : place]]
    if before and before[-1] in grammar.articles:
        before.pop()
    return bool(before) and before[-1] in grammar.auxiliaries


def _stretches(words: list[Piece], question: str, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Words of substance in a row, over "of the" and the like; first and last place."""
    place = 0
    while place < len(words):
        if not content(words[place], grammar):
            place += 1
            continue
        first = last = place
        place += 1
        while place < len(words) and last - first < LONGEST:
            text = words[place].text
            if content(words[place], grammar):
                last = place
            elif text not in grammar.joiners and not (
                text in grammar.articles and words[place - 1].text in grammar.joiners
            ):
                break
            place += 1
        if _after_auxiliary(words, first, grammar):
            # "did [the council of ministers] decide", but "did [the council] decide on the plan"
            joined = [n for n in range(first, last) if words[n].text in grammar.joiners - {"of"}]
            subject = joined[0] - 1 if joined else last
            named = question[words[subject].start].isupper()
            if (
                subject > first
                and not named
                and not (place < len(words) and _is_finite(words[place], grammar))
            ):
                # "did [the council] decide [on the plan]": the last word of the first is the verb.
                yield first, subject - 1
                first = subject
        yield first, last
        place = last + 1


def _is_finite(word: Piece, grammar: Grammar) -> bool:
    return bool(grammar.finite.fullmatch(word.text))
