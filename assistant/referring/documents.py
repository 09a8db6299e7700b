"""Whose paragraph it is: one of the report that is asked, or one of another document.

“Article 19 of the Universal Declaration”, “第56/183号决议第3段”, “A/59/50, para. 3”.
"""

from __future__ import annotations

import re
from pathlib import Path

from assistant.referring.choosing import series_of
from assistant.referring.lexing import Lexed
from assistant.referring.model import Mention
from assistant.referring.naming import named_after, named_before
from assistant.referring.outline import is_article
from assistant.referring.symbols import has_number, is_symbol_of
from corpus.model import Report
from corpus.normalising import folded

_SHORT = 5  # letters of an abbreviation
_ENDING = 2  # letters that may differ between the forms of a word
_STEM = 4  # letters that may not
_BEGINNING = 3  # paragraphs
_ARTICLES = frozenset("the le la les l el los las de del du des of".split())
_ARTICLE = r"\b(?:article|art\.|artículo|статья|статьи|статье|المادة)"
_BEFORE_NAMES = _ARTICLES | {"an", "a", "une", "un", "una"}
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!/)\D*$")


def is_elsewhere(mention: Mention, words: Lexed, report: Report) -> bool:
    """Tell whether a mention is of another document than the report.

    Where a report's title is no more than its file's name, what a question calls a document may
    be the report itself.
    """
    if _names_organisation(mention, words):
        return True
    name = named_before(mention, words) or named_after(mention, words)
    if not name:
        return _is_anothers_article(mention, report)
    if not has_number(report.title):
        name = _YEAR.sub("", name)  # “the Constitution of 1993”
    if has_number(name):
        return not is_symbol_of(name, report)
    if report.title in (Path(report.source).stem, report.id):
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
