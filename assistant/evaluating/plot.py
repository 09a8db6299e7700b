"""The risk-coverage curve as coordinates of a drawing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.evaluating.risk import Point, at_threshold

WIDTH, HEIGHT = 680, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 20, 20, 48
_STEPS = (0.02, 0.05, 0.1, 0.2)  # between the lines of the risk axis
_LINES = 5


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid, at `place` in pixels, and what is written beside it."""

    place: float
    text: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the curve."""

    x: float
    y: float
    point: Point


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn: lines as SVG's `points`, the grid, and the threshold if it lets any through.

    `best` is the curve of a confidence that puts every right answer before every wrong one.
    """

    curve: str
    best: str
    dots: tuple[Dot, ...]
    coverages: tuple[Tick, ...]
    risks: tuple[Tick, ...]
    threshold: Dot | None


def plot(points: Sequence[Point], threshold: float) -> Plot:
    """Lay out a curve of at least one point; coverage to the right, risk upwards."""
    highest = max(max(point.risk for point in points), points[-1].risk, 0.05)
    step = next((step for step in _STEPS if highest <= step * _LINES), _STEPS[-1])
    top = min(1.0, step * math.ceil(round(highest / step, 6)))

    def x(coverage: float) -> float:
        return round(LEFT + coverage * (WIDTH - LEFT - RIGHT), 1)

    def y(risk: float) -> float:
        return round(HEIGHT - BOTTOM - risk / top * (HEIGHT - TOP - BOTTOM), 1)

    def line(places: Iterable[tuple[float, float]]) -> str:
        return " ".join(f"{x(coverage)},{y(risk)}" for coverage, risk in places)

    dots = tuple(Dot(x(point.coverage), y(point.risk), point) for point in points)
    reached = at_threshold(points, threshold)
    lines = range(round(top / step) + 1)
    return Plot(
        line((point.coverage, point.risk) for point in points),
        line(_best(points[-1])),
        dots,
        tuple(Tick(x(quarter / 4), f"{quarter * 25}%") for quarter in range(5)),
        tuple(Tick(y(n * step), f"{n * step:.0%}") for n in lines),
        Dot(x(reached.coverage), y(reached.risk), reached) if reached else None,
    )


def _best(last: Point) -> Iterable[tuple[float, float]]:
    right = last.total - last.wrong
    yield 0.0, 0.0
    for answered in range(max(right, 1), last.total + 1):
        yield answered / last.total, max(0, answered - right) / answered
