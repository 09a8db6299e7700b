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
from assistant.following.chinese import TITLE
from assistant.following.grammar import Grammar, plain
from assistant.following.phrases import Phrase, is_name, parts, phrases
from assistant.following.words import Piece, content, pieces

_STEM = 4  # letters of a word that tell it from others, whatever its ending
_HEAD = 2  # characters at the end of a Chinese phrase that tell what kind of thing it is
_REJECTED = re.compile(
    r"\s*(?:[,，;；—–]\s*)?(?:(?:而)?不是|\bnot\b|,\s*pas\b|,\s*no\b|,\s*а?\s*не\b).*$"
)
# "the 2003 one", "celle de 2003", "la de 2003", "2003年的"
_SHELL = re.compile(
    r"(.+'s)|(?:the |that )(.+?) ones?"
    r"|cel(?:le|ui|les)s? ((?:de |du |d').+)|ceux ((?:de |du |d').+)"
    r"|(?:el|la|los|las) (del? .+)|(.+?)(?:的|那)[个次份场届]?",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile("(?:几|多少)[次场届]")
_ONE_TIME = re.compile("那[次场届]$")
_POINTED = re.compile(
    r"(\w+'s)(?=\W*$)|\b(?:the|that) (\w+) ones?\b|\bcel(?:le|ui|les)s? ((?:de |du |d')\w+)"
    r"|\b(?:el|la|los|las) (del? [A-Z]\w+)|([\u4e00-\u9fff]{2,5}?)那[个次份场届]",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"[吗嗎]|是否|(?<!\w)(?:هل|ли)(?!\w)")
_ONES = re.compile(r"\bones?\b", re.IGNORECASE)


def instead(question: str, x: str, grammar: Grammar) -> str:
    """Ask a question of something else.

    Args:
        question: What was asked last, standing alone.
        x: What to ask it of, in a few words.
        grammar: Their language.
    """
    x = named = _REJECTED.sub("", x).strip()
    shell = _SHELL.fullmatch(x)
    x = next(filter(None, shell.groups()), x) if shell else x
    if shell and not (_POINTED.search(question) or holds_number(x, grammar) or TITLE.search(x)):
        x = x if x == named[: len(x)] else named  # "the main one" is no main
    if _ONE_TIME.search(named) and _HOW_OFTEN.search(question):
        about = [phrase.text for phrase in phrases(question, grammar) if not phrase.asked]
        return "".join(about[:1]) + named  # one of the times that were counted
    question, left = _counted(question, x, grammar)
    if not left:
        return question
    core, carried = taken_apart(question)
    if pointed := shell and _POINTED.search(core):  # "the Paris one" gives way to the Rome one
        group = next(n for n, text in enumerate(pointed.groups(), start=1) if text)
        old = Phrase(pointed[group], *pointed.span(group))
        return completed(_put(core, old, left), *carried)
    if not carried:
        return _replaced(question, left, grammar)
    if grammar.relational.fullmatch(plain(left)) or grammar.possessives.search(plain(left)):
        return completed(core, left, *carried)  # "the third meeting" is one of what was carried
    bare = _without_preposition(left, grammar)
    place = _like(core, bare, grammar, held=bare != left)
    if place and not grammar.inflected:
        return completed(_put(core, place, bare), *carried)
    if asked := _number_of(core, left, grammar):
        return completed(_put(core, asked, left), *carried)
    # What was carried to the question gives way, but for its dates and the like.
    return completed(core, left, *(old for old in carried if holds_number(old, grammar)))


def of_whom(question: str, who: str, grammar: Grammar) -> str:
    """Ask who it is that a question asks to be told yes or no of; "" if it is another.

    Did the Assembly pay for this? "So who did?" comes to: who did pay for this?
    """
    asking = grammar.agents.search(plain(who))
    core, carried = taken_apart(question)
    statement = _YES_OR_NO.sub("", core).strip()
    if not asking or grammar.asking.search(plain(statement)):
        return ""
    found = phrases(statement, grammar)
    subject = next((p for p in found if not grammar.participles.fullmatch(p.text.lower())), None)
    if subject is None:
        return ""
    name = who[slice(*asking.span())]
    rest = statement[: subject.start] + " " + statement[subject.end :]
    if grammar.spaced and not any(map(str.isalnum, rest)):
        return ""  # the verb can't be told from its subject
    before, after = statement[: subject.start].strip(" ¿"), statement[subject.end :].strip()
    if not grammar.spaced:
        return completed(before + name + after, *carried)
    before = before[:1].lower() + before[1:]
    return completed(" ".join(part for part in (name, before, after) if part), *carried)


def _replaced(question: str, x: str, grammar: Grammar) -> str:
    bare = _without_preposition(x, grammar)
    preposition = x[: len(x) - len(bare)].strip()
    if preposition and (pointer := _pointer(question, preposition, grammar)):
        return _put(question, pointer, bare)  # "for this", "for Tunis"
    about = [phrase for phrase in phrases(question, grammar) if not phrase.asked]
    if about and (owned := _owned(x, about[0], question, grammar)):
        return owned
    place = _like(question, bare, grammar, held=bare != x)
    if place and not grammar.inflected:
        return _put(question, place, bare)
    if asked := _number_of(question, x, grammar):
        return _put(question, asked, x)
    if sum(len(parts(phrase, grammar)) for phrase in phrases(bare, grammar)) > 1:
        return completed(question, x) if grammar.headless.search(plain(x)) else x
    subject = about[0] if about else None
    named = _ONES.search(x) and is_name(x, grammar)  # "the Tunis one"
    settles = subject and not (bare != x or grammar.inflected or named)
    if subject is None or not settles or grammar.agents.search(plain(question)):
        return completed(question, x)
    if holds_number(x, grammar) or holds_number(subject.text, grammar):
        if grammar.spaced:
            return completed(question, x)
        # 第二阶段 stands before 首脑会议的经费, but after 委员会
        both = x + subject.text if len(parts(subject, grammar)) > 1 else subject.text + x
        return _put(question, subject, both)
    choice = parts(subject, grammar)
    if grammar.spaced:
        return _put(question, choice[0], x)
    return _put(question, min(choice, key=lambda part: abs(len(part.text) - len(x))), x)


def _owned(x: str, subject: Phrase, question: str, grammar: Grammar) -> str:
    """Ask for what is of a question's subject, whatever that was asked: "and the budget?"."""
    if not grammar.relational.fullmatch(plain(x)) or grammar.relational.search(plain(question)):
        return ""
    return f"{subject.text}{x}" if not grammar.spaced else completed(x, subject.text)


def _number_of(question: str, x: str, grammar: Grammar) -> Phrase | None:
    """What a question asks the number of, where `x` is another such thing: "and journalists?"."""
    counting = grammar.counting.search(plain(question))
    found = phrases(question, grammar)
    asked = next((p for p in found if p.asked and counting and p.start >= counting.start()), None)
    if asked is None or holds_number(x, grammar):
        return None
    if not grammar.spaced:
        dated = any(holds_number(phrase.text, grammar) for phrase in found if not phrase.asked)
        return asked if dated else None
    first = next(pieces(x, grammar)).text
    before = [*pieces(question[: asked.start], grammar)][-1:]
    if first in grammar.joiners:  # "et [de journalistes] ?" for "combien [d'agriculteurs]"
        held = before and before[0].text in grammar.joiners
        start = before[0].start if held else 0
        return Phrase(question[start : asked.end], start, asked.end) if held else None
    plainly = first not in grammar.articles and not x[:1].isupper()
    return asked if grammar.marks_nouns and plainly else None


def _pointer(question: str, preposition: str, grammar: Grammar) -> Phrase | None:
    """The pronoun that a preposition holds in a question."""
    held = rf"\b{re.escape(preposition)} (\w+)(?=\W*$|[,;])"
    found = re.search(held, plain(question), re.IGNORECASE)
    if not found or not grammar.pronouns.search(found[0]):
        return None
    return Phrase(question[slice(*found.span(1))], *found.span(1))


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

    A name takes the place of another that a preposition holds; where none holds it itself, only if
    the question isn't who: that may be what it answers.
    """
    if TITLE.search(x) and (title := TITLE.search(question)):
        return Phrase(title[0], *title.span())
    about = [phrase for phrase in phrases(question, grammar) if not phrase.asked]
    choice = [part for phrase in about for part in parts(phrase, grammar)]
    after = [part for part in choice if _after_preposition(question[: part.start], grammar)]
    choice = after if held else choice
    if not grammar.spaced:
        head = plain(x)[-_HEAD:]
        ends = ((part, plain(part.text).find(head) + len(head)) for part in choice)
        return next((_begin(part, end) for part, end in ends if end >= len(head)), None)
    stems = {*_stems(x, grammar)}
    kin = next((part for part in choice if stems & {*_stems(part.text, grammar)}), None)
    if kin or not is_name(x, grammar) or not (held or not grammar.agents.search(plain(question))):
        return kin
    return next((part for part in after if is_name(part.text, grammar)), None)


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


def holds_number(text: str, grammar: Grammar) -> bool:
    """Whether a text has an ordinal, a year or a month."""
    return any(pattern.search(plain(text)) for pattern in grammar.parallels.values())
