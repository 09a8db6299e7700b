"""How sure are we that the report answers a question?

One piece of evidence: how much of the question's weight the best paragraph covers. The curve is
fitted, not guessed: `benchmarks/confidence.py` asks the questions of labelled sets twice, with the
answering paragraph present and hidden. 0.5 lies where 1% of the questions answered right would be
refused, so it orders answers rightly but is not yet a calibrated chance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.lexical import findable, terms
from index.model import Hit

THRESHOLD = 0.5  # below it the answer is no

INTERCEPT = -3.20
COVERAGE = 12.05


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about the best paragraph.

    `coverage` is the share (0 to 1) of the question's term weight that it holds.
    """

    coverage: float


def evidence(hits: Sequence[Hit], weights: Mapping[str, float], language: str) -> Evidence:
    """Gather the evidence for the best of some hits.

    Args:
        hits: Of one report, best first.
        weights: What each term of the question is worth there, as `Index.weigh` gives it.
        language: The report's.
    """
    best = hits[0]
    held = set(terms(findable(best.paragraph), language))
    total = sum(weights.values())
    covered = sum(weight for term, weight in weights.items() if term in held)
    return Evidence(covered / total if total else 0.0)


def confidence(known: Evidence) -> float:
    """How likely the report answers, from 0 to 1; not yet a calibrated chance.

    >>> confidence(Evidence(coverage=0.0)) < THRESHOLD < confidence(Evidence(coverage=1.0))
    True
    """
    return 1 / (1 + math.exp(-(INTERCEPT + COVERAGE * known.coverage)))
