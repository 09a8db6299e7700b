"""Whose paragraph it is: one of the report that is asked, or one of another document.

“Article 19 of the Universal Declaration”, “第56/183号决议第3段”, “A/59/50, para. 3”.
"""

from __future__ import annotations

import re
from pathlib import Path

from assistant.referring.choosing import series_of
from assistant.referring.lexing import Lexed, Token
from assistant.referring.model import Mention
from assistant.referring.outline import is_article
from corpus.joining import is_unspaced
from corpus.model import Report
from corpus.normalising import folded

_SHORT = 5  # letters of an abbreviation
_ENDING = 2  # letters that may differ between the forms of a word
_STEM = 4  # letters that may not
_BEGINNING = 3  # paragraphs
_WITHIN_NAME = 8  # tokens of a document's name, at the most
_ABBREVIATION = re.compile(r"[A-Z]{3,}[A-Z0-9]*")
_CYRILLIC = re.compile(r"[А-ЯЁ]{2,}")
_ARTICLES = frozenset("the le la les l el los las de del du des of".split())
_ARTICLE = r"\b(?:article|art\.|artículo|статья|статьи|статье|المادة)"
_BEFORE_NAMES = _ARTICLES | {"an", "a", "une", "un", "una"}
_WORD = re.compile(r"\w+")


def is_elsewhere(mention: Mention, words: Lexed, report: Report) -> bool:
    """Tell whether a mention is of another document than the report.

    Where a report's title is no more than its file's name, what a question calls a document may
    be the report itself.
    """
    if _names_organisation(mention, words):
        return True
    name = _named_before(mention, words) or _named_after(mention, words)
    if not name:
        return _is_anothers_article(mention, report)
    if report.title in (Path(report.source).stem, report.id) and not _numbers(name):
        return words.language == report.language[:2] == "zh" and not _is_begun_with(name, report)
    own = folded(f"{report.title} {report.symbol} {report.id.replace('-', ' ')}")
    return not _is_own(folded(name), own)


def _is_begun_with(name: str, report: Report) -> bool:
    """Whether a report without a title speaks of what it is called by at its beginning."""
    subject = re.sub(r"\s|法典?$|本|中华人民共和国", "", name)
    subject = subject if len(subject) != 1 else name
    begun = "".join(p.text for p in report.paragraphs[:_BEGINNING])
    return folded(subject) in folded(begun + report.id)


def _is_own(name: str, own: str) -> bool:
    if name in own or own in name:
        return True
    own_words = _WORD.findall(own)
    initials = "".join(word[0] for word in own_words)
    return all(
        any(_is_form(word, other) for other in own_words)
        or (1 < len(word) < _SHORT and word.isalpha() and word in initials)
        for word in _WORD.findall(name)
        if word not in _ARTICLES
    )


def _is_form(word: str, other: str) -> bool:
    """Whether two words are one but for their endings: «Конституции», «Конституция»."""
    kept = max(len(word), len(other)) - _ENDING
    return word == other or (kept >= _STEM and word[:kept] == other[:kept])


def _names_organisation(mention: Mention, words: Lexed) -> bool:
    """“Article 19 (the NGO)” is called so; none of its paragraphs is."""
    if len(mention.steps) > 1 or mention.steps[0].unit != "article":
        return False
    tokens, at = words.tokens, mention.end
    while at < len(tokens) and (
        tokens[at].can_be("open", "comma", "quote", "dash") or tokens[at].text in _BEFORE_NAMES
    ):
        at += 1
    around = (*tokens[max(0, mention.start - 1) : mention.start], *tokens[at : at + 1])
    return any(token.can_be("organisation") for token in around)


def _is_anothers_article(mention: Mention, report: Report) -> bool:
    """Whether a report that has no articles, or clauses, speaks of that of another text.

    A judgment speaks of Article 6 of the Convention; its own paragraph 6 is not meant then.
    """
    step = mention.steps[0]
    label = step.picks[0].first if step.picks else None
    if step.unit not in ("article", "item") or label is None or label.style != "number":
        return False
    if any(series_of(p) == step.unit for p in report.paragraphs) or any(
        map(is_article, report.outline)
    ):
        return False
    said = re.compile(
        rf"(?:{_ARTICLE}|\b{re.escape(step.word)}) {label.value}\b|第{label.value}条", re.IGNORECASE
    )
    return any(said.search(p.text) for p in report.paragraphs)


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
        return _standard(mention, words)
    start = at
    while start > 0 and _is_name(tokens[start - 1]) and at - start < _WITHIN_NAME:
        start -= 1
    if start and tokens[start - 1].can_be("this"):
        return ""
    space = "" if is_unspaced(tokens[at].text[0]) else " "
    return space.join(token.text for token in tokens[start : at + 1] if not token.can_be("di"))


def _standard(mention: Mention, words: Lexed) -> str:
    """What is called by letters and a number, or whose articles are: ISO 27001, the ECHR."""
    tokens, at = words.tokens, mention.start - 1
    counted = tokens[at].can_be("digits", "amount", "compound")
    named = at - counted
    if named < 0 or not (counted or mention.steps[0].unit == "article"):
        return ""
    written = words.text[tokens[named].start : tokens[named].end]
    return written if _ABBREVIATION.fullmatch(written) and not tokens[named].can_be("roman") else ""


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
        cyrillic = mention.steps[0].unit == "article" and _CYRILLIC.fullmatch(written)
        if (cyrillic or _ABBREVIATION.fullmatch(written)) and not token.can_be("roman"):
            return written
        if _is_short_name(written) and linked:
            name.append(token.text)
            continue
        if token.roles and token.text not in _ARTICLES and not token.can_be("of", "also"):
            return ""
        if not token.text.isalpha():
            return ""
        name.append(token.text)
    return ""


def _is_short_name(written: str) -> bool:
    """“UN” and “EU” before what a document is called."""
    return len(written) == 2 and written.isupper()


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
