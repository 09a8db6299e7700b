"""Full-text ranking that can read Chinese.

Scripts written without spaces are read as characters and pairs of neighbours, everything else as
words, stemmed where the report's language has a stemmer. The score is BM25, given as the share
of the best that any paragraph could reach: 1 would be a paragraph full of every question term.

Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009);
character bigrams for Chinese after Nie, Gao, Zhang and Zhou (2000).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.model import Paragraph
from corpus.normalising import folded
from index.library import Postings
from index.stopping import CHINESE, CHINESE_PARTICLES, WORDS

K1 = 1.2  # how soon repeating a term stops helping
B = 0.75  # how much a long paragraph is held back

# Thai, kana, Han (three blocks) and Hangul.
_UNSPACED = (
    r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_TOKEN = re.compile(
    rf"(?P<unspaced>[{_UNSPACED}]+)"
    rf"|(?P<word>[^\W_{_UNSPACED}]+(?:[/.'’\-][^\W_{_UNSPACED}]+)*)"
)
_JOINT = re.compile(r"[/.'’\-]")

_STEMMED = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "ru": "russian",
}

_NOWHERE = (np.empty(0, np.uint32), np.empty(0, np.uint32))


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
    return tuple(_terms(folded(text), _STEMMED.get(language.split("-")[0], "")))


def _terms(text: str, stemmer: str) -> Iterator[str]:
    for token in _TOKEN.finditer(text):
        run = token["unspaced"]
        if run:
            yield from run
            yield from (run[i : i + 2] for i in range(len(run) - 1))
            continue
        word = token["word"]
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
    found = tuple(dict.fromkeys(terms(text, language)))
    telling = tuple(
        term for term in found if term not in _stop_terms() and CHINESE_PARTICLES.isdisjoint(term)
    )
    return telling or found


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


@dataclass(frozen=True, slots=True)
class LexicalRanking:
    """Full text's opinion of every paragraph of one report.

    `scores` has shape (paragraphs,), from 0 to 1, higher is better: the share of a perfect
    match of ALL question terms, so a question in another language scores near 0 by itself.
    `weights` gives each question term's inverse document frequency, seen or not.
    """

    scores: NDArray[np.float64]
    weights: Mapping[str, float]


def rank(question: Sequence[str], postings: Postings) -> LexicalRanking:
    """Score every paragraph of one report by BM25, with that report's own statistics.

    Args:
        question: Distinct terms.
        postings: The report's; only the question's terms need be there.
    """
    paragraphs = len(postings.lengths)
    length = postings.lengths.astype(np.float64)
    norm = K1 * (1 - B + B * length / (length.mean() if length.any() else 1.0))
    scores = np.zeros(paragraphs)
    weights: dict[str, float] = {}
    for term in question:
        ordinals, counts = postings.terms.get(term, _NOWHERE)
        weights[term] = math.log(1 + (paragraphs - len(ordinals) + 0.5) / (len(ordinals) + 0.5))
        places, times = ordinals.astype(np.intp) - 1, counts.astype(np.float64)
        scores[places] += weights[term] * times * (K1 + 1) / (times + norm[places])
    ideal = sum(weights.values()) * (K1 + 1)
    return LexicalRanking(scores / ideal if ideal else scores, weights)
