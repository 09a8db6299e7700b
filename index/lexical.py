"""Texts as terms that full text can find, in any script.

Scripts written without spaces are read as characters and pairs of neighbours, everything else as
words, stemmed where the report's language has a stemmer.

Source: character bigrams for Chinese after Nie, Gao, Zhang and Zhou, "On the Use of Words and
N-grams for Chinese Information Retrieval" (2000).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np

from corpus.model import Paragraph
from corpus.normalising import folded
from index.library import Postings
from index.stopping import CHINESE, CHINESE_PARTICLES, PHRASES, WORDS

# Thai, kana, Han (three blocks) and Hangul.
_UNSPACED = (
    r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_TOKEN = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+(?:[/.'’\-][^\W_{_UNSPACED}]+)*")
_RUN = re.compile(rf"[{_UNSPACED}]")
_JOINT = re.compile(r"[/.'’\-]")

_STEMMED = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "ru": "russian",
}


def terms(text: str, language: str = "und") -> tuple[str, ...]:
    """List what a text can be found by, in order, repeats included.

    A compound such as a resolution number gives itself and its parts. `language` is the
    report's, for question and paragraph alike, so that both are stemmed the same way.

    >>> terms("第56/183号")
    ('第', '56/183', '56', '183', '号')
    >>> terms("信息社会")
    ('信', '息', '社', '会', '信息', '息社', '社会')
    >>> terms("11 000 delegates’ meetings", "en")
    ('11000', 'deleg', 'meet')
    """
    return tuple(_terms(text, _STEMMED.get(language.split("-")[0], "")))


def pieces(text: str) -> tuple[str, ...]:
    """Cut a text into words and unspaced runs, folded, as they are before they become terms.

    >>> pieces("WSIS决议56/183")
    ('wsis', '决议', '56/183')
    """
    return tuple(token[0] for token in _TOKEN.finditer(folded(text)))


def is_unspaced(piece: str) -> bool:
    """Tell whether a piece is of a script written without spaces."""
    return bool(_RUN.match(piece))


def _terms(text: str, stemmer: str) -> Iterator[str]:
    for word in pieces(text):
        if is_unspaced(word):
            yield from word
            yield from (word[i : i + 2] for i in range(len(word) - 1))
            continue
        parts = _JOINT.split(word)
        if len(parts) > 1 and any(part.isdigit() for part in parts):
            yield word
        yield from (_stem(part, stemmer) for part in parts if len(part) > 1 or part.isdigit())


@lru_cache(maxsize=65_536)
def _stem(word: str, stemmer: str) -> str:
    return str(_stemmer(stemmer).stemWord(word)) if stemmer and word.isalpha() else word


@lru_cache
def _stemmer(name: str) -> Any:
    from snowballstemmer import stemmer

    return stemmer(name)


def findable(paragraph: Paragraph) -> str:
    """The words that a paragraph can be found by: those of the headings above it, and its own.

    A paragraph often names its subject only in the heading ("the Council considered …").
    """
    return "\n".join([*(heading.title for heading in paragraph.headings), paragraph.text])


def question_terms(text: str, language: str = "und") -> tuple[str, ...]:
    """List the terms of a question that say what it is about, each once.

    Question words and function words are left out, unless nothing else is there.

    >>> question_terms("什么叫信息社会？")
    ('叫', '信', '息', '社', '会', '叫信', '信息', '息社', '社会')
    """
    telling = tuple(
        term
        for term in dict.fromkeys(terms(PHRASES.sub(" ", text), language))
        if term not in _stop_terms() and CHINESE_PARTICLES.isdisjoint(term)
    )
    return telling or tuple(dict.fromkeys(terms(text, language)))


@lru_cache
def _stop_terms() -> frozenset[str]:
    plain = {term for words in WORDS.values() for term in terms(words)}
    stemmed = {term for language, words in WORDS.items() for term in terms(words, language)}
    return CHINESE | plain | stemmed


def count(texts: Iterable[str], language: str = "und") -> Postings:
    """Count terms in a report's paragraphs, given in order, for keeping."""
    lengths: list[int] = []
    ordinals: dict[str, list[int]] = {}
    counts: dict[str, list[int]] = {}
    for ordinal, text in enumerate(texts, start=1):
        seen = Counter(terms(text, language))
        lengths.append(seen.total())
        for term, times in seen.items():
            ordinals.setdefault(term, []).append(ordinal)
            counts.setdefault(term, []).append(times)
    return Postings(
        np.array(lengths, np.uint32),
        {
            term: (np.array(ordinals[term], np.uint32), np.array(counts[term], np.uint32))
            for term in ordinals
        },
    )
