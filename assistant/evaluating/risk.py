"""Risk and coverage: what answering more questions would cost.

Questions are taken by falling confidence. At each coverage, the share answered, the risk is the
share of those that go wrong: the best paragraph is no right one, or the report does not answer.
Because the best paragraph is known for a refused question too (it is shown as nearest), the curve
goes on beyond the threshold.

Source: El-Yaniv and Wiener, On the Foundations of Noise-free Selective Classification, JMLR 11
(2010).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evaluating.asking import Asked


@dataclass(frozen=True, slots=True)
class Point:
    """`answered` questions are those with at least this `confidence`; `wrong` of them go wrong."""

    confidence: float
    answered: int
    wrong: int
    total: int

    @property
    def coverage(self) -> float:
        """The share of all questions that is answered."""
        return self.answered / self.total

    @property
    def risk(self) -> float:
        """The share of the answered ones that goes wrong."""
        return self.wrong / self.answered


def weighed(asked: Sequence[Asked]) -> list[Asked]:
    """The questions whose answer is a matter of confidence: searched, and asked as written.

    Paragraphs asked for by number are resolved, not weighed.
    """
    return [one for one in asked if one.manner != "alone" and one.answer.query.kind == "search"]


def risk_coverage(asked: Sequence[Asked]) -> tuple[Point, ...]:
    """The curve, from the surest question on; those of equal confidence come in together."""
    ordered = sorted(weighed(asked), key=lambda one: -one.answer.confidence)
    points = []
    wrong = 0
    for answered, one in enumerate(ordered, start=1):
        wrong += not one.is_best_right
        following = ordered[answered : answered + 1]
        if not following or following[0].answer.confidence < one.answer.confidence:
            points.append(Point(one.answer.confidence, answered, wrong, len(ordered)))
    return tuple(points)


def at_coverage(points: Sequence[Point], coverage: float) -> Point:
    """The first point that answers at least this share of the questions."""
    return next((point for point in points if point.coverage >= coverage), points[-1])


def at_threshold(points: Sequence[Point], threshold: float) -> Point | None:
    """The last point that a threshold lets through; None if it lets nothing through."""
    through = [point for point in points if point.confidence >= threshold]
    return through[-1] if through else None
