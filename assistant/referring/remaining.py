"""What a question asks besides naming its paragraphs: nothing, or something to look for in them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.referring.lexing import Lexed, Token
from assistant.referring.passing import ARTICLES
from index.stopping import CHINESE, WORDS

_STRUCTURE = (
    "reading", "filler", "stop", "comma", "dot", "quote", "open", "close", "dash", "report", "this",
    "that", "of", "also", "number", "one", "same", "range", "di", "section", "part",
    "everything",
)  # fmt: skip
_INSIDE = frozenset(("里", "中", "内"))
_FUNCTION = CHINESE | {word for words in WORDS.values() for word in words.split()}
# What stands for the mention in the question that is searched: “what does the report say about …”.
_THE_REPORT = {
    "zh": "报告", "en": "the report", "fr": "le rapport", "es": "el informe", "ru": "доклад",
    "ar": "التقرير",
}  # fmt: skip


def is_silent(token: Token) -> bool:
    """Whether a token says nothing of a subject."""
    return token.can_be(*_STRUCTURE) or token.text in _FUNCTION or not token.text.isalnum()


def remaining(words: Lexed, spans: Sequence[tuple[int, int]]) -> str:
    """What is left to search for when the mentions are taken out, or `""` if only to be read.

    Args:
        words: The question.
        spans: The mentions, from one token to before another.

    Something is asked if there is a question word such as who or when, or a subject told by
    "about" or by "which", or a yes-or-no question with a subject.
    """
    covered = {place for start, end in spans for place in range(start, end)}
    rest = [token for place, token in enumerate(words.tokens) if place not in covered]
    if not _asks(rest, words.tokens, covered):
        return ""
    return _without(words, spans)


def _asks(rest: Sequence[Token], tokens: Sequence[Token], covered: set[int]) -> bool:
    subject = any(_is_subject(token) for token in rest)
    if any(token.can_be("asking") for token in rest):
        return True
    if not subject:
        return False
    bounded = any(_is_bound(tokens, place, covered) for place in covered)
    for place, token in enumerate(tokens):
        if place in covered:
            continue
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        said = after is not None and place + 1 not in covered and _is_subject(after)
        if token.can_be("which") and (said or bounded):
            return True
        if token.can_be("about") and _subject_follows(tokens, place + 1, covered):
            return True
        if token.can_be("whether") and (_begins(tokens, place) or not token.text.isascii()):
            return True
    return False


def _is_bound(tokens: Sequence[Token], place: int, covered: set[int]) -> bool:
    """Whether a mention says where something is asked: “in section II, …”, “第二节里，…”."""
    if place - 1 not in covered and _with_preposition(tokens, place) not in (None, 0):
        return True
    before = place - 1 not in covered and _with_preposition(tokens, place) is not None and place > 0
    inside = (
        place + 1 < len(tokens) and place + 1 not in covered and (tokens[place + 1].text in _INSIDE)
    )
    return before or inside


def _begins(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is the question's first word, quotes and the like aside."""
    return all(not token.text.isalnum() for token in tokens[:place])


def _is_subject(token: Token) -> bool:
    return not is_silent(token) and not token.can_be(
        "asking", "which", "whether", "about", "from", "since", "until", "before", "after", "in"
    )


def _subject_follows(tokens: Sequence[Token], place: int, covered: set[int]) -> bool:
    for at in range(place, len(tokens)):
        if at in covered:
            continue
        if _is_subject(tokens[at]):
            return True
    return False


def _without(words: Lexed, spans: Sequence[tuple[int, int]]) -> str:
    """The question with its first mention called the report, or left out at its beginning."""
    text, pieces, end = words.text, [], 0
    for number, (first, last) in enumerate(spans):
        start = _with_preposition(words.tokens, first)
        if start is not None:
            begin, said = words.tokens[start].start, ""
            stop = words.tokens[last - 1].end
            stop += len(text[stop:]) - len(text[stop:].lstrip(" ,，、:：里中内的"))
        else:
            begin, stop = words.tokens[first].start, words.tokens[last - 1].end
            said = _THE_REPORT.get(words.language, "") if number == 0 else ""
        pieces += [text[end:begin], said]
        end = stop
    pieces.append(text[end:])
    return " ".join("".join(pieces).split()).strip(" ,，")


def _with_preposition(tokens: Sequence[Token], first: int) -> int | None:
    """Where “in”, “according to” and the like begin before a mention; None if nothing does."""
    start = at = first
    while at > 0 and (tokens[at - 1].can_be("within") or tokens[at - 1].text in ARTICLES):
        at -= 1
        if tokens[at].can_be("within"):
            start = at
    return start if start < first or first == 0 else None
