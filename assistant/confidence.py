"""How sure are we that the report answers a question?

Several pieces of evidence on the best paragraph are weighed by a logistic curve, one for questions
in the report's language and one for others. The curves are fitted, not guessed, and kept as data:
`benchmarks/confidence.py` asks the questions of labelled sets twice, with the answering paragraph
present and hidden, and writes `calibration.json`; `CALIBRATION.md` tells how good they are.

A curve belongs to the embedder that it was fitted with; any other gets a cautious one, of full
text alone, and is called uncalibrated.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from assistant.expecting import Expectation
from assistant.focusing import focus, foreign
from index.lexical import findable
from index.model import Hit
from index.sought import Sought

THRESHOLD = 0.3  # below it the answer is no, chosen on `benchmarks/questions.jsonl`
CALIBRATION = Path(__file__).parent / "calibration.json"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about the best paragraph; shares are of the question's term weight, 0 to 1.

    Attributes:
        coverage: The share that the paragraph holds.
        sentence: The share that its strongest sentence holds.
        missing: The share of the question's terms, by number, that the paragraph lacks.
        terms: The number of the question's terms, as a natural logarithm.
        unmet: 1 if the paragraph lacks the very word that the question asks about, the names in
            Latin letters of a Chinese one, or the month that it names; else 0.
        words: How near it comes to the question's words, on average, -1 to 1.
        weakest: How near one sentence comes to the quarter of them that it is farthest from.
        lead: How far it is above all others, word by word, or below the best of them.
        rivalry: The next paragraph's score over the best one's, 0 to 1.
    """

    coverage: float = 0.0
    sentence: float = 0.0
    missing: float = 1.0
    terms: float = 0.0
    unmet: float = 0.0
    words: float = 0.0
    weakest: float = 0.0
    lead: float = 0.0
    rivalry: float = 1.0


NONE = Evidence()


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve over evidence: log-odds are `intercept` plus each piece times its slope."""

    intercept: float
    slopes: Mapping[str, float]

    def __call__(self, known: Evidence) -> float:
        """The chance, 0 to 1, that the report answers."""
        odds = self.intercept + sum(
            slope * float(getattr(known, name)) for name, slope in self.slopes.items()
        )
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))


@dataclass(frozen=True, slots=True)
class Calibration:
    """The curves of one embedder."""

    within: Curve
    across: Curve

    def confidence(self, known: Evidence, *, across: bool) -> float:
        """How likely the report answers, 0 to 1; at least `THRESHOLD` means yes.

        Args:
            known: The evidence.
            across: Whether question and report differ in language.
        """
        if known == NONE:
            return 0.0
        return (self.across if across else self.within)(known)


@cache
def calibration(name: str) -> Calibration:
    """Read the curves that are kept under a name: `bundled` or `uncalibrated`."""
    kept = json.loads(CALIBRATION.read_text("utf-8"))[name]
    return Calibration(
        *(Curve(kept[way]["intercept"], kept[way]["slopes"]) for way in ("within", "across"))
    )


def evidence(question: str, hits: Sequence[Hit], sought: Sought, expected: Expectation) -> Evidence:
    """Gather the evidence for the best of some hits.

    Args:
        question: As it is searched for.
        hits: Of one report, best first.
        sought: What the question looks for there. Where it names a resolution or a document by
            number, a paragraph that names none of them is no evidence at all; nor is one that
            shares nothing with it but a small number, or nothing at all in the same language.
        expected: What it asks for. A paragraph without any date, figure or amount is no evidence
            where one is asked for.
    """
    best = hits[0]
    covered = sought.covered(findable(best.paragraph))
    documents = {term for term in sought.forms if _names_a_document(term)}
    if documents and documents.isdisjoint(covered):
        return NONE
    if expected.is_met_by(best.paragraph.text) is False:
        return NONE
    if not covered and not sought.across:
        return NONE
    if covered and all(term.isdigit() and len(term) < 3 for term in covered):
        return NONE
    asked_about = (focus(question, sought), foreign(question, sought))
    lacks = any(words and words.isdisjoint(covered) for words in asked_about)
    words, weakest = _words(best)
    return Evidence(
        coverage=sought.worth(covered),
        sentence=_strongest(best, sought),
        missing=1 - len(covered) / max(1, len(sought.forms)),
        terms=math.log1p(len(sought.forms)),
        unmet=float(lacks or not expected.is_of_its_time(best.paragraph.text)),
        words=words,
        weakest=weakest,
        lead=_late(best) - max(map(_late, hits[1:]), default=0.0),
        rivalry=min(1.0, hits[1].score / best.score) if len(hits) > 1 and best.score else 0.0,
    )


def _strongest(hit: Hit, sought: Sought) -> float:
    """The share of the question's weight that the strongest sentence holds."""
    sentences = [
        (like.score, sought.worth(sought.covered(hit.paragraph.text[like.start : like.end])))
        for like in hit.sentences
    ]
    return max(sentences, key=lambda one: one[0] + 2 * one[1], default=(0.0, 0.0))[1]


def _words(hit: Hit) -> tuple[float, float]:
    """How near a paragraph comes to the words, and its best sentence to the weakest of them."""
    if not hit.words:
        return 0.0, 0.0
    best = max((like.words for like in hit.sentences), key=sum, default=hit.words)
    weakest = sorted(best)[: max(1, len(best) // 4)]
    return sum(hit.words) / len(hit.words), sum(weakest) / len(weakest)


def _late(hit: Hit) -> float:
    return next((rank.score for rank in hit.ranks if rank.ranking == "late"), 0.0)


def _names_a_document(term: str) -> bool:
    return "/" in term and any(character.isdigit() for character in term)


PIECES = tuple(field.name for field in fields(Evidence))
