"""Places where a report contradicts itself: the same said twice, with one figure different.

Two clauses contradict each other where they share most of their words and all of their figures
but one: “10 to 12 December 2003” here, “10 to 13 December 2003” there. Which is right is not for
us to say; both are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.kinds import MONTH
from assistant.model import Citation
from corpus.model import Paragraph
from corpus.sentences import sentence_spans
from index.lexical import question_terms
from index.model import Hit
from index.sought import Sought

SHARED = 0.6  # of the words of the clause with fewer
LEAST = 3  # words that both must share
_CLAUSE = re.compile(r"[^，,；;。：:()（）]+")
_FIGURE = re.compile(rf"\d+(?:[.,]\d+)*[年月日号]?|\b{MONTH}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause, its words and figures, and the span of the sentence around it."""

    text: str
    words: frozenset[str]
    figures: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contradictions:
    """Citations with the other sides added, and which markers contradict which."""

    citations: tuple[Citation, ...]
    pairs: tuple[tuple[int, int], ...]


def with_other_sides(
    citations: Sequence[Citation], hits: Sequence[Hit], sought: Sought
) -> Contradictions:
    """Add the sentences that say otherwise than what is quoted to answer.

    Args:
        citations: What is quoted, numbered from 1.
        hits: The paragraphs found for the question; only these are compared.
        sought: What the question looks for: only the clause that answers is compared.
    """
    shown = list(citations)
    pairs: list[tuple[int, int]] = []
    for citation in citations:
        said = _telling(citation, sought)
        for paragraph in (hit.paragraph for hit in hits if hit.paragraph != citation.paragraph):
            other = _other_side(said, paragraph, sought.language) if said else None
            if other is None:
                continue
            side = _shown(paragraph, other, shown)
            if side not in shown:
                shown.append(side)
            if (side.marker, citation.marker) not in pairs:
                pairs.append((citation.marker, side.marker))
    return Contradictions(tuple(shown), tuple(pairs))


def _telling(citation: Citation, sought: Sought) -> _Clause | None:
    """The clause of a quote that covers most of the question, if it holds figures."""
    clauses = _clauses(citation.paragraph, citation.start, citation.end, sought.language)
    return max(
        (clause for clause in clauses if len(clause.figures) > 1),
        key=lambda clause: sought.worth(sought.covered(clause.text)),
        default=None,
    )


def _other_side(said: _Clause, paragraph: Paragraph, language: str) -> _Clause | None:
    clauses = _clauses(paragraph, 0, len(paragraph.text), language)
    return next((clause for clause in clauses if _contradict(said, clause)), None)


def _shown(paragraph: Paragraph, clause: _Clause, shown: Sequence[Citation]) -> Citation:
    """The citation that shows a clause already, or a new one of its sentence."""
    for citation in shown:
        if citation.paragraph == paragraph and citation.start <= clause.start < citation.end:
            return citation
    return Citation(len(shown) + 1, paragraph, clause.start, clause.end)


def _clauses(paragraph: Paragraph, start: int, end: int, language: str) -> Iterator[_Clause]:
    for first, last in sentence_spans(paragraph.text):
        if last <= start or first >= end:
            continue
        for match in _CLAUSE.finditer(paragraph.text, max(first, start), min(last, end)):
            figures = tuple(_FIGURE.findall(match[0]))
            if figures:
                plain = _FIGURE.sub(" ", match[0])
                words = frozenset(question_terms(plain, language))
                yield _Clause(match[0], words, figures, first, last)


def _contradict(one: _Clause, other: _Clause) -> bool:
    shared = len(one.words & other.words)
    if shared < max(LEAST, SHARED * min(len(one.words), len(other.words))):
        return False
    if len(one.figures) != len(other.figures):
        return False
    return sum(a != b for a, b in zip(one.figures, other.figures, strict=True)) == 1
