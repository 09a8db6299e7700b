"""Full-text ranking of one report's paragraphs.

The score is BM25, given as the share of the best that any paragraph could reach: 1 would be a
paragraph full of every question term. A term that may stand as several words counts as the best
of them, each held back by how unlikely a translation it is.

Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from index.library import Postings
from index.sought import Form, Forms

K1 = 1.2  # how soon repeating a term stops helping
B = 0.75  # how much a long paragraph is held back

Scores = NDArray[np.float64]


def rank(forms: Forms, postings: Postings) -> tuple[Scores, dict[str, float]]:
    """Score every paragraph of one report, with that report's own statistics.

    Args:
        forms: As what each term of the question may stand in the report.
        postings: The report's; only the terms of the forms need be there.

    Returns:
        The shares of a perfect match, shape (paragraphs,), 0 to 1, higher is better; and what
        each term of the question is worth here. A term that is nowhere counts in full against a
        perfect match, so a question about something else scores near 0 by itself.
    """
    length = postings.lengths.astype(np.float64)
    norm = K1 * (1 - B + B * length / (length.mean() if length.any() else 1.0))
    scores = np.zeros(len(length))
    weights: dict[str, float] = {}
    for term, ways in forms.items():
        best = np.zeros(len(length))
        worth = 0.0
        for form in ways:
            times = _times(form, postings)
            holders = int(np.count_nonzero(times))
            if holders:
                weight = form.chance * _idf(holders, len(length))
                best = np.maximum(best, weight * times * (K1 + 1) / (times + norm))
                worth = max(worth, weight)
        scores += best
        weights[term] = worth or _idf(0, len(length))
    ideal = sum(weights.values()) * (K1 + 1)
    return scores / ideal if ideal else scores, weights


def _times(form: Form, postings: Postings) -> Scores:
    """How often a form stands in each paragraph: as often as the rarest of its terms."""
    least: Scores | None = None
    for term in form.terms:
        times = np.zeros(len(postings.lengths))
        if term in postings.terms:
            ordinals, counts = postings.terms[term]
            times[ordinals.astype(np.intp) - 1] = counts
        least = times if least is None else np.minimum(least, times)
    return np.zeros(len(postings.lengths)) if least is None else least


def _idf(holders: int, paragraphs: int) -> float:
    return math.log(1 + (paragraphs - holders + 0.5) / (holders + 0.5))
