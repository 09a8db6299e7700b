"""Whose paragraph it is: one of the report that is asked, or one of another document.

“Article 19 of the Universal Declaration”, “第56/183号决议第3段”, “A/59/50, para. 3”.
"""

from __future__ import annotations

import re
from pathlib import Path

from assistant.referring.lexing import Lexed, Token
from assistant.referring.model import Mention
from corpus.model import Report
from corpus.normalising import folded

_WITHIN_NAME = 8  # tokens of a document's name, at the most
_ABBREVIATION = re.compile(r"[A-Z]{3,}[A-Z0-9]*")
_ARTICLES = frozenset("the le la les l el los las de del du des of".split())
_WORD = re.compile(r"\w+")


def is_elsewhere(mention: Mention, words: Lexed, report: Report) -> bool:
    """Tell whether a mention is of another document than the report.

    Where a report's title is no more than its file's name, what a question calls a document may
    be the report itself.
    """
    name = _named_before(mention, words) or _named_after(mention, words)
    if not name:
        return False
    if report.title in (Path(report.source).stem, report.id) and not _numbers(name):
        return False
    own = folded(f"{report.title} {report.symbol} {report.id.replace('-', ' ')}")
    return not _is_own(folded(name), own)


def _is_own(name: str, own: str) -> bool:
    if name in own or own in name:
        return True
    return all(word in own for word in _WORD.findall(name) if word not in _ARTICLES)


def _numbers(name: str) -> bool:
    return any(character.isdigit() for character in name)


def _named_before(mention: Mention, words: Lexed) -> str:
    """The document named right before a mention: 《宣言》第3段, resolution 57/238, paragraph 4."""
    tokens, at = words.tokens, mention.start - 1
    comma = False
    while at >= 0 and tokens[at].can_be("of", "comma") and not tokens[at].can_be("documents"):
        comma = comma or tokens[at].can_be("comma")
        at -= 1
    if at < 0 or (comma and words.language == "zh"):
        return ""
    if tokens[at].can_be("titled"):
        return tokens[at].text.strip("《》")
    start = at
    while start >= 0 and tokens[start].can_be("symbol", "number", "di", "digits"):
        start -= 1
    if start < at and any(token.can_be("symbol") for token in tokens[start + 1 : at + 1]):
        symbol = next(t.text for t in tokens[start + 1 : at + 1] if t.can_be("symbol"))
        if "/" in symbol and symbol[0].isalpha():
            return _unless_source(words, start, symbol)
        if start >= 0 and tokens[start].can_be("documents"):
            return _unless_source(words, start - 1, symbol)
        return ""
    if not tokens[at].can_be("documents"):
        return ""
    start = at
    while start > 0 and _is_name(tokens[start - 1]) and at - start < _WITHIN_NAME:
        start -= 1
    if start and tokens[start - 1].can_be("this"):
        return ""
    return " ".join(token.text for token in tokens[start : at + 1] if not token.can_be("di"))


def _unless_source(words: Lexed, before: int, symbol: str) -> str:
    """“According to resolution 56/183, paragraph 26 …”: what is named is not what is numbered."""
    led = before >= 0 and words.tokens[before].can_be("also")
    return "" if led else symbol


def _is_name(token: Token) -> bool:
    return not token.roles or token.can_be("symbol", "number", "di")


def _named_after(mention: Mention, words: Lexed) -> str:
    """The document that a mention is said to be of: “of the Charter”, «резолюции 56/183»."""
    tokens, at = words.tokens, mention.end
    linked = False
    while at < len(tokens) and (tokens[at].can_be("of", "open") or tokens[at].text in _ARTICLES):
        linked = True
        at += 1
    name: list[str] = []
    for token in tokens[at : at + _WITHIN_NAME]:
        if token.can_be("report", "this") and not token.can_be("documents"):
            return ""
        if token.can_be("documents"):
            return " ".join((*name, token.text, *_rest_of_name(tokens, token)))
        if token.can_be("titled", "symbol"):
            return token.text.strip("《》") if linked else ""
        written = words.text[token.start : token.end]
        if _ABBREVIATION.fullmatch(written) and not token.can_be("roman"):
            return written
        if token.roles and token.text not in _ARTICLES and not token.can_be("of", "also"):
            return ""
        if not token.text.isalpha():
            return ""
        name.append(token.text)
    return ""


def _rest_of_name(tokens: tuple[Token, ...], document: Token) -> list[str]:
    """What else a document is called after its kind: resolution 56/183, the Law on Water."""
    name: list[str] = []
    for token in tokens[tokens.index(document) + 1 :][:_WITHIN_NAME]:
        if not (
            token.can_be("symbol", "of", "about") or (not token.roles and token.text.isalpha())
        ):
            break
        name.append(token.text)
    return name
