"""The same question of something else: "and the second phase?", "No, I meant the 2003 one".

What is named takes the place of what is most like it in the last question: the same kind of
number, the same head word, a name for a name; else of what the question is about.

Source: ellipsis resolved by parallelism, after Dalrymple, Shieber and Pereira, "Ellipsis and
Higher-Order Unification" (1991), with likeness read off the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.following.brackets import completed, taken_apart
from assistant.following.cases import in_the_case_of
from assistant.following.grammar import Grammar, plain
from assistant.following.phrases import Phrase, Piece, content, is_name, parts, phrases, pieces

_STEM = 4  # letters of a word that tell it from others, whatever its ending
_HEAD = 2  # characters at the end of a Chinese phrase that tell what kind of thing it is
_REJECTED = re.compile(
    r"\s*(?:[,，;；—–]\s*)?(?:(?:而)?不是|\bnot\b|,\s*pas\b|,\s*no\b|,\s*а?\s*не\b).*$"
)
# "the 2003 one", "celle de 2003", "la de 2003", "2003年的"
_SHELL = re.compile(
    r"(?:the |that )(.+?) ones?|cel(?:le|ui|les)s? (?:de |du |d')(.+)|ceux (?:de |du |d')(.+)"
    r"|(?:el|la|los|las) del? (.+)|(.+?)的(?:那[个次份])?",
    re.IGNORECASE,
)
_ONES = re.compile(r"\bones?\b", re.IGNORECASE)
_TITLE = re.compile("《[^《》]+》|“[^“”]+”|«[^«»]+»|「[^「」]+」")


def instead(question: str, x: str, grammar: Grammar) -> str:
    """Ask a question of something else.

    Args:
        question: What was asked last, standing alone.
        x: What to ask it of, in a few words.
        grammar: Their language.
    """
    x = _REJECTED.sub("", x).strip()
    shell = _SHELL.fullmatch(x)
    x = next(filter(None, shell.groups()), x) if shell else x
    question, left = _counted(question, x, grammar)
    if not left:
        return question
    core, carried = taken_apart(question)
    if carried:  # what was carried to the question gives way, but for its dates and the like
        return completed(core, left, *(old for old in carried if _holds_number(old, grammar)))
    return _replaced(question, left, grammar)


def _replaced(question: str, x: str, grammar: Grammar) -> str:
    bare = _without_preposition(x, grammar)
    place = _like(question, bare, grammar, held=bare != x)
    if place and not grammar.inflected:
        return _put(question, place, bare)
    if sum(len(parts(phrase, grammar)) for phrase in phrases(bare, grammar)) > 1:
        return x
    about = [phrase for phrase in phrases(question, grammar) if not phrase.asked]
    subject = about[0] if about else None
    settles = subject and not (bare != x or grammar.inflected or _ONES.search(x))
    if subject is None or not settles or grammar.agents.search(plain(question)):
        return completed(question, x)
    if _holds_number(x, grammar) or _holds_number(subject.text, grammar):
        if grammar.spaced:
            return completed(question, x)
        # 第二阶段 stands before 首脑会议的经费, but after 委员会
        both = x + subject.text if len(parts(subject, grammar)) > 1 else subject.text + x
        return _put(question, subject, both)
    choice = parts(subject, grammar)
    if grammar.spaced:
        return _put(question, choice[0], x)
    return _put(question, min(choice, key=lambda part: abs(len(part.text) - len(x))), x)


def _put(question: str, place: Phrase, x: str) -> str:
    return question[: place.start] + x + question[place.end :]


def without_rivals(phrase: str, question: str, grammar: Grammar) -> str:
    """A phrase without the year and the month, where a question has its own."""
    for name in ("year", "month"):
        pattern = grammar.parallels[name]
        if pattern.search(plain(question)):
            while found := pattern.search(plain(phrase)):
                phrase = phrase[: found.start()] + phrase[found.end() :]
    return " ".join(phrase.split())


def _counted(question: str, x: str, grammar: Grammar) -> tuple[str, str]:
    """Swap ordinals, years and months of a question for those of `x`.

    Returns:
        The question and what `x` says beyond that; all of `x` where nothing could be swapped.
    """
    swapped, left = question, x
    for pattern in grammar.parallels.values():
        new, old = pattern.search(plain(left)), pattern.search(plain(swapped))
        if new and old is None:
            return question, x
        if new and old:
            form = in_the_case_of(left[slice(*new.span())], swapped[slice(*old.span())])
            swapped = swapped[: old.start()] + form + swapped[old.end() :]
            left = left[: new.start()] + " " + left[new.end() :]
    if left == x:
        return question, x
    known = plain(question).lower()
    words = [piece for piece in pieces(left, grammar) if content(piece, grammar)]
    news = [word for word in words if _stem(word, grammar) not in known]
    if not news:
        return swapped, ""
    return swapped, left[news[0].start : news[-1].end].strip()


def _like(question: str, x: str, grammar: Grammar, *, held: bool) -> Phrase | None:
    """The part of a question that is most like `x`: a title, the same head word, a name.

    A name takes the place of another where it is `held` by a preposition, as that one is; else who
    it was may be what is asked.
    """
    if _TITLE.search(x) and (title := _TITLE.search(question)):
        return Phrase(title[0], *title.span())
    about = [phrase for phrase in phrases(question, grammar) if not phrase.asked]
    choice = [part for phrase in about for part in parts(phrase, grammar)]
    if held:
        choice = [p for p in choice if _after_preposition(question[: p.start], grammar)]
    if not grammar.spaced:
        head = plain(x)[-_HEAD:]
        ends = ((part, plain(part.text).find(head) + len(head)) for part in choice)
        return next((_begin(part, end) for part, end in ends if end >= len(head)), None)
    stems = {*_stems(x, grammar)}
    kin = next((part for part in choice if stems & {*_stems(part.text, grammar)}), None)
    if kin or not (held and is_name(x, grammar)):
        return kin
    return next((part for part in choice if is_name(part.text, grammar)), None)


def _begin(phrase: Phrase, length: int) -> Phrase:
    return Phrase(phrase.text[:length], phrase.start, phrase.start + length)


def _stems(text: str, grammar: Grammar) -> Iterator[str]:
    for piece in pieces(text, grammar):
        if content(piece, grammar):
            yield _stem(piece, grammar)


def _stem(piece: Piece, grammar: Grammar) -> str:
    word = plain(piece.text).strip().lower()
    return word[: min(_STEM, max(_STEM - 1, len(word) - 1))] if grammar.spaced else word


def _without_preposition(x: str, grammar: Grammar) -> str:
    words = [*pieces(x, grammar)] if grammar.spaced else []
    return x[words[1].start :] if len(words) > 1 and words[0].text in grammar.joiners else x


def _after_preposition(before: str, grammar: Grammar) -> bool:
    words = [*pieces(before, grammar)]
    while words and words[-1].text in grammar.articles:
        words.pop()
    return bool(words) and words[-1].text in grammar.joiners


def _holds_number(text: str, grammar: Grammar) -> bool:
    return any(pattern.search(plain(text)) for pattern in grammar.parallels.values())
