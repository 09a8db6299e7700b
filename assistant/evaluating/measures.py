"""What is measured, and what each figure means in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.evaluating.asking import Asked, Ranked

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Measure(Generic[T]):
    """A share of some questions.

    `of` names the questions it is a share of, so that measures of the same ones can stand beside
    one n; `score` is from 0 to 1, or None for a question that does not count. Whether `high` is
    good decides how a figure is shown.
    """

    key: str
    name: str
    of: str
    says: str
    score: Callable[[T], float | None]
    high: bool = True


def _answerable(asked: Asked, value: bool) -> float | None:
    return float(value) if asked.is_answerable else None


def _unanswerable(asked: Asked) -> float | None:
    counts = not asked.is_answerable and not asked.is_off_topic
    return float(asked.is_answered) if counts else None


ANSWERING: tuple[Measure[Asked], ...] = (
    Measure(
        "right",
        "answered right",
        "answerable",
        "Of the questions that the report answers: a right paragraph is cited, and every right"
        " paragraph where all are needed.",
        lambda asked: _answerable(asked, asked.is_right),
    ),
    Measure(
        "first",
        "first citation right",
        "answerable",
        "Of the same questions: the first paragraph cited is a right one. One that got no answer"
        " counts as wrong.",
        lambda asked: _answerable(asked, asked.is_first_right),
    ),
    Measure(
        "refused",
        "false refusals",
        "answerable",
        "Of the same questions: nothing was cited, although the report answers.",
        lambda asked: _answerable(asked, not asked.is_answered),
        high=False,
    ),
    Measure(
        "precision",
        "citation precision",
        "answered",
        "Of those among them that got an answer: the share of its citations that belong to it,"
        " taken answer by answer.",
        lambda asked: asked.precision if asked.is_answerable else None,
    ),
    Measure(
        "false",
        "false answers",
        "unanswerable",
        "Of the questions that the report does not answer, those off its topic left out: something"
        " was cited all the same.",
        _unanswerable,
        high=False,
    ),
    Measure(
        "strayed",
        "off-topic answers",
        "off topic",
        "Of the questions that have nothing to do with the report: something was cited all the"
        " same.",
        lambda asked: float(asked.is_answered) if asked.is_off_topic else None,
        high=False,
    ),
)


def _within(limit: int) -> Callable[[Ranked], float]:
    return lambda ranked: float(0 < ranked.place <= limit)


def _first_in(ranking: str) -> Callable[[Ranked], float]:
    return lambda ranked: float(ranked.places.get(ranking) == 1)


RANKING: tuple[Measure[Ranked], ...] = (
    Measure("first", "first place", "answerable", "A right paragraph is ranked first.", _within(1)),
    Measure("three", "in first three", "answerable", "One is among the first three.", _within(3)),
    Measure("five", "in first five", "answerable", "One is among the first five.", _within(5)),
    Measure(
        "lexical",
        "full text alone: first",
        "answerable",
        "One is ranked first by full text (BM25) alone.",
        _first_in("lexical"),
    ),
    Measure(
        "dense",
        "vectors alone: first",
        "answerable",
        "One is ranked first by the vectors alone, as far as they are trusted.",
        _first_in("dense"),
    ),
    Measure(
        "late",
        "word by word alone: first",
        "answerable",
        "One is ranked first by comparing word with word alone, as far as that is trusted.",
        _first_in("late"),
    ),
)
