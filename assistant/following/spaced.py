"""Noun phrases where words stand apart: stretches of words of substance.

Where a language marks its nouns, by an article or a preposition before them, a capital letter or a
number, only marked stretches count if there are any; elsewhere a verb is known by its place or its
ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.following.grammar import Grammar
from assistant.following.words import Piece, content, pieces

LONGEST = 12  # words of one phrase


def marked_stretches(question: str, grammar: Grammar) -> list[tuple[int, int]]:
    """Where the noun phrases of a question begin and end, in order."""
    words = [*pieces(question, grammar)]
    marked, every = [], []
    for first, last in _apart(words, _stretches(words, question, grammar), grammar):
        before = words[first - 1].text if first else ""
        if _is_verb(words[first].text, before, grammar, more=first < last):
            first = next(
                (n for n in range(first + 1, last + 1) if content(words[n], grammar)), last + 1
            )
            before = words[first - 1].text
        elif _is_led(words, first, grammar):
            first, before = first - 1, words[first - 2].text  # "the [main stage]"
        if _asks_of(words, first, last, grammar):
            last -= 1  # "which documents [guide] the work"
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


def _apart(
    words: Sequence[Piece], found: Iterable[tuple[int, int]], grammar: Grammar
) -> Iterator[tuple[int, int]]:
    """Part what is asked for from what its verb is followed by: "how many [farms] joined [it]"."""
    for first, last in found:
        asked = first and words[first - 1].text in grammar.articles
        verb = next(
            (n for n in range(first + 1, last) if grammar.participles.fullmatch(words[n].text)), 0
        )
        if not (asked and verb and _is_asking(words, first - 1, grammar)):
            yield first, last
            continue
        yield first, verb - 1
        rest = next((n for n in range(verb + 1, last + 1) if content(words[n], grammar)), last + 1)
        if rest <= last:
            yield rest, last


def _is_asking(words: Sequence[Piece], place: int, grammar: Grammar) -> bool:
    """Whether an article is part of a question word: "which", "how many"."""
    here = words[place].text
    return bool(
        grammar.asking.fullmatch(here)
        or (place and grammar.asking.fullmatch(f"{words[place - 1].text} {here}"))
    )


def _is_verb(word: str, before: str, grammar: Grammar, *, more: bool) -> bool:
    """Whether a word after a question word is its verb: "who [chaired] the committee".

    After "how many" a noun is looked for; where verbs are known by their endings, what else stands
    there and has `more` after it is one.
    """
    if not grammar.asking.fullmatch(before):
        return False
    if before in grammar.articles and not (more and grammar.inflected):
        return False
    return bool(grammar.verbs.fullmatch(word))


def _is_led(words: Sequence[Piece], place: int, grammar: Grammar) -> bool:
    """Whether a small word between an article and a noun belongs to the noun."""
    if not grammar.marks_nouns or place < 2:
        return False
    article, between = words[place - 2].text, words[place - 1].text
    others = grammar.articles | grammar.joiners | grammar.auxiliaries
    plainly = between in grammar.function and between not in others
    acts = grammar.finite.fullmatch(between) or grammar.asking.search(f"{article} {between}")
    return article in grammar.articles and plainly and not acts


def _asks_of(words: Sequence[Piece], first: int, last: int, grammar: Grammar) -> bool:
    """Whether several words after "which" end with the verb of the noun that an article begins."""
    if not grammar.marks_nouns or last == first or not first or last + 1 >= len(words):
        return False
    asked = words[first - 1].text in grammar.articles and _is_asking(words, first - 1, grammar)
    verb = words[last - 1].text not in grammar.joiners | grammar.articles
    return asked and verb and words[last + 1].text in grammar.articles


def _after_auxiliary(words: list[Piece], place: int, grammar: Grammar) -> bool:
    place -= _is_led(words, place, grammar)
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
                # "did [the council] decide on [the plan]": the verb stands before the joiner.
                yield first, subject - 1
                first = joined[0] + 1 if joined else last + 1
                while first <= last and not content(words[first], grammar):
                    first += 1
        if first <= last:
            yield first, last
        place = last + 1


def _is_finite(word: Piece, grammar: Grammar) -> bool:
    return bool(grammar.finite.fullmatch(word.text))
