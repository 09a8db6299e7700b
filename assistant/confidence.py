"""How sure are we that the report answers a question?

Within one language one piece of evidence tells: how much of the question's weight the best
paragraph covers. Across languages translations cover a little of everything, so there the score
of the best paragraph tells, and how far it is ahead of the next. The curves are fitted, not
guessed: `benchmarks/confidence.py` asks the questions of labelled sets twice, with the answering
paragraph present and hidden.

They order answers rightly, but are not yet calibrated chances: within one language 0.5 lies where
1% of the questions answered right would be refused, across languages where about 12% of those that
nothing answers would be answered.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from index.lexical import findable
from index.model import Hit
from index.sought import Sought

THRESHOLD = 0.5  # below it the answer is no


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about the best paragraph.

    `coverage` is the share (0 to 1) of the question's term weight that it holds; `score` its
    fused score and `lead` how far that is above the next paragraph's; `across` tells whether
    question and report differ in language.
    """

    coverage: float
    score: float
    lead: float
    across: bool


def evidence(hits: Sequence[Hit], sought: Sought) -> Evidence:
    """Gather the evidence for the best of some hits.

    Args:
        hits: Of one report, best first.
        sought: What the question looks for there. Where it names a resolution or a document by
            number, a paragraph that names none of them is no evidence at all.
    """
    best = hits[0]
    covered = sought.covered(findable(best.paragraph))
    documents = {term for term in sought.forms if _names_a_document(term)}
    if documents and documents.isdisjoint(covered):
        return Evidence(0.0, 0.0, 0.0, sought.across)
    return Evidence(
        coverage=sought.worth(covered),
        score=best.score,
        lead=best.score - hits[1].score if len(hits) > 1 else best.score,
        across=sought.across,
    )


def confidence(known: Evidence) -> float:
    """How likely the report answers, from 0 to 1; at least `THRESHOLD` means yes.

    >>> confidence(Evidence(0.0, 0.0, 0.0, False)) < THRESHOLD
    True
    >>> confidence(Evidence(1.0, 2.0, 1.0, True)) > THRESHOLD
    True
    """
    if known.across:
        odds = -1.90 + 1.63 * known.score + 7.67 * known.lead
    else:
        odds = -3.20 + 12.05 * known.coverage
    return 1 / (1 + math.exp(-odds))


def _names_a_document(term: str) -> bool:
    return "/" in term and any(character.isdigit() for character in term)
