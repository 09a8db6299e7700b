"""Answers to questions that are searched for: quotes, or a no with what came nearest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.composers.extractive import compose, merged, nearest
from assistant.confidence import THRESHOLD, Calibration, evidence
from assistant.contradicting import with_other_sides
from assistant.expecting import Expectation, expectation
from assistant.following import follow
from assistant.lookup import lead, quoted
from assistant.model import Answer, Conversation, Query, Turn
from assistant.parting import parts
from assistant.wording import Wording
from assistant.words.choosing import primary
from corpus.model import Report
from index.model import Hit
from index.searching import Index
from index.sought import Sought

CANDIDATES = 8  # hits that an answer is composed from
NEAREST = 2  # paragraphs shown where nothing answers
# First place across languages is below 0.6 on XQuAD: `index/weights/embedder/README.md`.
WEAK = frozenset({"ar", "ru"})
CLOSE = 0.6  # share of the best score that another paragraph must have to take its place
UNNUMBERED = 0.85  # what a paragraph without a number counts beside one that has one
SILENT = 0.2  # confidence below which the report is said not to answer a part of a question


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found for a question or a part of one, in one report."""

    asked: str
    hits: tuple[Hit, ...]
    sought: Sought
    expected: Expectation
    confidence: float


def searched(query: Query, index: Index, curves: Calibration, words: Wording) -> Answer:
    """Search for a question, and for each part of it where it asks several things.

    Args:
        query: Of kind `search`.
        index: Where to search.
        curves: How evidence becomes confidence with the index's embedder.
        words: In the question's language.
    """
    hits = _further(query, index)
    report = index.report(hits[0].paragraph.report_id)
    whole = _judged(query.standalone, hits, report, index, curves)
    if (report.id, hits[0].paragraph.ordinal) in query.beyond:
        return _refused(query, whole, report, words, 0.0)
    single = [_part(text, query, report, index, curves) for text in _parts(query.standalone)]
    sure = max([whole.confidence, *(part.confidence for part in single)])
    if sure < THRESHOLD:
        return _refused(query, whole, report, words, whole.confidence)
    answered = [part for part in single if part.confidence >= SILENT]
    citations = merged(
        citation
        for found in answered or [whole]
        for citation in compose(found.hits, found.sought, found.expected)
    )
    shown = with_other_sides(citations, whole.hits, whole.sought)
    silent = [part.asked for part in single if part not in answered] if answered else []
    notes = _weakness(query, whole.sought, words)
    notes += [words.not_said(silent)] if silent else []
    notes += [words.contradiction(one, other) for one, other in shown.pairs]
    text = "\n".join((lead(query, report, words), *quoted(shown.citations, words), *notes))
    return Answer("answered", text, query, sure, shown.citations, notes=tuple(notes))


def _further(query: Query, index: Index) -> tuple[Hit, ...]:
    """The hits for a question, without what was quoted already; unless nothing else is left."""
    found = index.search(
        query.standalone, CANDIDATES + len(query.beyond), query.scope, query.within
    )
    new = [h for h in found if (h.paragraph.report_id, h.paragraph.ordinal) not in query.beyond]
    return tuple(new[:CANDIDATES]) or found[:CANDIDATES]


def _judged(
    text: str, hits: Sequence[Hit], report: Report, index: Index, curves: Calibration
) -> _Found:
    sought, expected = index.seek(text, report.id), expectation(text)
    own = fitting([hit for hit in hits if hit.paragraph.report_id == report.id], expected)
    known = evidence(text, own, sought, expected)
    sure = curves.confidence(known, across=sought.across)
    return _Found(text, own, sought, expected, sure)


def fitting(hits: Sequence[Hit], expected: Expectation) -> tuple[Hit, ...]:
    """Put first the best paragraph that holds what is asked for and its time, if it is close.

    A summary or front matter says again what a paragraph with a number says: that one is cited.
    """
    hits = sorted(hits, key=_standing, reverse=True)
    fitting = [hit for hit in hits if expected.is_met_by(hit.paragraph.text) is not False]
    timely = [hit for hit in fitting if expected.is_of_its_time(hit.paragraph.text)]
    for first in (*timely[:1], *fitting[:1]):
        if first.score >= CLOSE * hits[0].score:
            return (first, *(hit for hit in hits if hit is not first))
    return tuple(hits)


def _standing(hit: Hit) -> float:
    return hit.score if hit.paragraph.number else UNNUMBERED * hit.score


def _part(text: str, query: Query, report: Report, index: Index, curves: Calibration) -> _Found:
    hits = index.search(text, CANDIDATES, (report.id,), query.within)
    return _judged(text, hits, report, index, curves)


def _parts(question: str) -> list[str]:
    """Each part of a question, made to stand alone as the follow-up of the first that it is."""
    first, *later = parts(question)
    if not later:
        return []
    query = Query(first, first, "search")
    said = Conversation((Turn(first, Answer("answered", "", query, 1.0)),))
    return [first, *(follow(part, said).standalone for part in later)]


def _refused(query: Query, found: _Found, report: Report, words: Wording, sure: float) -> Answer:
    near = nearest(found.hits[:NEAREST], found.sought, found.expected)
    said = _not_answered(query, report, words)
    notes = _weakness(query, found.sought, words)
    text = "\n".join((said, words.nearest_are, *quoted(near, words), *notes))
    return Answer("not_found", text, query, sure, nearest=near, notes=tuple(notes))


def _weakness(query: Query, sought: Sought, words: Wording) -> list[str]:
    """A word of honesty where question and report differ in a language that we are weak in."""
    if not sought.across:
        return []
    weak = WEAK.intersection((query.language, primary(sought.language)))
    return [
        words.answers.weak_language.format(language=words.languages.get(language, language))
        for language in sorted(weak)
    ]


def _not_answered(query: Query, report: Report, words: Wording) -> str:
    """Say no: of the report, or of the paragraphs that the question stays within."""
    within = [p for p in report.paragraphs if (report.id, p.ordinal) in query.within]
    if not any(p.number for p in within):
        return words.not_answered
    return words.answers.not_answered_within.format(numbers=words.ranges(within))
