"""What a question asks about: “women” in “How many women came?”, 预算 in “预算是多少？”.

A paragraph that shares everything with a question but this does not answer it.
"""

from __future__ import annotations

import re

from assistant.expecting import question_words
from corpus.language import detect
from index.lexical import is_unspaced, question_terms, terms
from index.sought import Sought

_WORD = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(r"[\u4e00-\u9fff]{2}")


def focus_span(question: str) -> tuple[int, int] | None:
    """Where the word stands that a question asks about; None if it has no such word.

    In Chinese two characters beside the question word, elsewhere the first word of substance
    after it.

    >>> [question[slice(*focus_span(question))]
    ...  for question in ("How many women came?", "预算是多少？", "有哪些国家参加？")]
    ['women', '预算', '国家']
    """
    if any(map(is_unspaced, question)):
        after = question_words("asked_after").search(question)
        if after and _PAIR.match(question, after.end()):
            return after.end(), after.end() + 2
        before = question_words("asked_before").search(question)
        return before.span(1) if before else None
    asked = question_words("interrogatives").search(question)
    if not asked:
        return None
    language = detect(question)
    telling = frozenset(question_terms(question, language))
    return next(
        (
            word.span()
            for word in _WORD.finditer(question, asked.end())
            if not telling.isdisjoint(terms(word[0], language))
        ),
        None,
    )


def foreign(question: str, sought: Sought) -> frozenset[str]:
    """The terms of a Chinese question in Latin letters: names, which it is about as well.

    >>> foreign("Python怎么用？", Sought({"python": (), "怎么": ()}, {}, "zh"))
    frozenset({'python'})
    """
    if not any(map(is_unspaced, question)):
        return frozenset()
    return frozenset(t for t in sought.forms if len(t) > 1 and t.isascii() and t.isalpha())


def focus(question: str, sought: Sought) -> frozenset[str]:
    """The terms of a question that are what it asks about."""
    span = focus_span(question)
    if span is None:
        return frozenset()
    word = question[slice(*span)]
    if is_unspaced(word):
        return frozenset(t for t in sought.forms if len(t) > 1 and (t in word or word in t))
    language = detect(question) if sought.across else sought.language
    return frozenset(terms(word, language)) & sought.forms.keys()
