"""How a question names a document beside a reference: before it, or after.

“Resolution 57/238, paragraph 4”, 《宣言》第3段, “article 19 of the Universal Declaration”.
"""

from __future__ import annotations

import re

from assistant.referring.lexing import Lexed
from assistant.referring.model import Mention
from assistant.referring.passing import ARTICLES, Tokens, can, past, past_articles
from corpus.joining import is_unspaced

_WITHIN = 8  # tokens of a name, at the most
_ABBREVIATION = re.compile(r"[A-Z]{3,}[A-Z0-9]*")
_CYRILLIC = re.compile(r"[А-ЯЁ]{2,}")
_SIGNS = ("symbol", "number", "di")
_NUMBER = (*_SIGNS, "digits", "amount", "compound")


def named_before(mention: Mention, words: Lexed) -> str:
    """The document named right before a mention: 《宣言》第3段, resolution 57/238, paragraph 4."""
    tokens, at = words.tokens, mention.start - 1
    comma = False
    while _is_between(tokens, at):
        comma = comma or can(tokens, at, "comma")
        at -= 1
    if at < 0 or (comma and words.language == "zh"):
        return ""
    if can(tokens, at, "titled"):
        return tokens[at].text.strip("《》")
    first = _number_before(tokens, at)
    if first <= at and any(token.can_be("symbol") for token in tokens[first : at + 1]):
        called = first - can(tokens, first - 1, "documents")
        # “According to A/59/50 and resolution 56/183, paragraph 26 …” names only sources.
        return "" if can(tokens, called - 1, "also") else _written(words, first, at + 1)
    if first <= at and can(tokens, first - 1, "documents"):
        return _written(words, first - 1, at + 1)
    if not can(tokens, at, "documents") and not _is_numbered(tokens, at):
        return _standard(mention, words)
    start = at
    joined = ("open", "close", *_NUMBER) if is_unspaced(tokens[at].text[0]) else _SIGNS
    while at - start < _WITHIN and _is_name(tokens, start - 1, joined):
        start -= 1
    return "" if can(tokens, start - 1, "this") else _written(words, start, at + 1)


def named_after(mention: Mention, words: Lexed) -> str:
    """The document that a mention is said to be of: “of the Charter”, «резолюции 56/183»."""
    tokens = words.tokens
    start = past_articles(tokens, mention.end, "of", "open")
    linked = start > mention.end
    beyond = past_articles(tokens, start + 1)
    number = _past_number(tokens, beyond)
    alone = number >= len(tokens) or not tokens[number].text.isalpha()
    if number > beyond and (can(tokens, start, "range") or (can(tokens, start, "comma") and alone)):
        # “The annex to resolution 60/1”, “para. 28, decision 1/CP.21”
        start, linked = beyond, True
    for at in range(start, min(start + _WITHIN, len(tokens))):
        token = tokens[at]
        if token.can_be("report", "this") and not token.can_be("documents"):
            return _symbol_of_report(words, at) if token.can_be("report") else ""
        if token.can_be("documents"):
            return _written(words, start, _end_of_name(tokens, at))
        if token.can_be("titled", "symbol"):
            return _written(words, at, at + 1).strip("《》") if linked else ""
        written = words.text[token.start : token.end]
        cyrillic = mention.steps[0].unit == "article" and _CYRILLIC.fullmatch(written)
        if (cyrillic or _ABBREVIATION.fullmatch(written)) and not token.can_be("roman"):
            return written
        if linked and (_is_short_name(written) or can(tokens, at + 1, "documents", "report")):
            continue  # “of EU law”, “of its resolution 60/252”
        if linked and token.can_be("di", "number", "digits"):
            continue  # 第3段（第60/252号决议）
        if token.roles and token.text not in ARTICLES and not token.can_be("of", "also"):
            return ""
        if not token.text.isalpha():
            return ""
    return ""


def _is_between(tokens: Tokens, at: int) -> bool:
    """Whether a token joins a name to what follows: of, a comma, the ’s of “the Charter’s”."""
    possessive = at > 0 and tokens[at].text == "s" and can(tokens, at - 1, "documents")
    return possessive or (can(tokens, at, "of", "comma") and not can(tokens, at, "documents"))


def _number_before(tokens: Tokens, at: int) -> int:
    """Where the number begins that ends at a token: 56/183, no. 12, 2231 (2015)."""
    if can(tokens, at, "close") and can(tokens, at - 1, "digits") and can(tokens, at - 2, "open"):
        at -= 3
    while can(tokens, at, *_NUMBER) or _is_dashed(tokens, at):
        if can(tokens, at, "documents"):
            break
        at -= 2 if _is_dashed(tokens, at) else 1
        at -= can(tokens, at, "dot") and can(tokens, at - 1, "number")
    return at + 1


def _is_dashed(tokens: Tokens, at: int) -> bool:
    """The end of “78-17” and «152-ФЗ»."""
    return can(tokens, at - 1, "dash") and tokens[at].glued and tokens[at - 1].glued


def _is_numbered(tokens: Tokens, at: int) -> bool:
    """第A/80/81号文件: what any report is called, with a symbol."""
    return can(tokens, at, "report") and any(
        token.can_be("symbol") for token in tokens[max(0, at - 2) : at]
    )


def _past_number(tokens: Tokens, at: int) -> int:
    """Past a document called by a number, or by its symbol; the place itself where none is."""
    if can(tokens, at, "documents") and can(tokens, at + 1, *_NUMBER):
        return _past_year(tokens, past(tokens, at + 1, *_NUMBER))
    return at + can(tokens, at, "symbol")


def _past_year(tokens: Tokens, at: int) -> int:
    """Past the year that some numbers are told apart by: 2231 (2015)."""
    bracketed = can(tokens, at, "open") and can(tokens, at + 1, "digits")
    return at + 3 if bracketed and can(tokens, at + 2, "close") else at


def _is_name(tokens: Tokens, at: int, joined: tuple[str, ...]) -> bool:
    return at >= 0 and (not tokens[at].roles or tokens[at].can_be(*joined))


def _symbol_of_report(words: Lexed, at: int) -> str:
    """“Of document A/80/81”, “of the Secretary-General's report (A/80/81)”."""
    for place in range(at + 1, min(at + _WITHIN, len(words.tokens))):
        token = words.tokens[place]
        if token.can_be("symbol"):
            return _written(words, place, place + 1)
        if token.can_be("stop", "comma", "asking", "which") or not (
            token.can_be("of", "open", "number") or token.text in ARTICLES or not token.roles
        ):
            break
    return ""


def _end_of_name(tokens: Tokens, kind: int) -> int:
    """Where a name ends that goes on after its kind: resolution 56/183, the Law on Water."""
    end = kind + 1
    while end < len(tokens) and end <= kind + _WITHIN:
        token = tokens[end]
        named = token.can_be(*_NUMBER, "of", "about") or (not token.roles and token.text.isalpha())
        if not named:
            break
        end += 1
    return _past_year(tokens, end)


def _standard(mention: Mention, words: Lexed) -> str:
    """What is called by letters and a number, or whose articles are: ISO 27001, the ECHR."""
    tokens, at = words.tokens, mention.start - 1
    counted = tokens[at].can_be("digits", "amount", "compound")
    named = at - counted
    if named < 0 or not (counted or mention.steps[0].unit == "article"):
        return ""
    written = words.text[tokens[named].start : tokens[named].end]
    return written if _ABBREVIATION.fullmatch(written) and not tokens[named].can_be("roman") else ""


def _is_short_name(written: str) -> bool:
    """“UN” and “EU” before what a document is called."""
    return len(written) == 2 and written.isupper()


def _written(words: Lexed, start: int, end: int) -> str:
    """The text of some tokens, without the sign of an ordinal."""
    return words.text[words.tokens[start].start : words.tokens[end - 1].end].lstrip("第 ")
