"""The heaviest sequence of rising numbers among lines that begin with one.

Of all ways to accept candidates, the one with the most evidence is chosen in which numbers rise,
paying for each gap, each double and each fresh start; a list inside a paragraph is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import inf, log2

from corpus.marks import SELF_NAMING, Mark, Value

_WIDEST_GAP = 400  # more missing numbers than this are no gap: the number is something else
_YEARS = range(1500, 2200)
_WIDEST_GAP_BEFORE_A_YEAR = 5
HUNDRED = 100  # a code may count its chapters' sections from each
_DOUBLE = 1.0  # what accepting a repeated number costs, in units of evidence
_FRESH_START = 2.0
_FRESH_START_BELOW_HEADING = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that begins with a mark.

    `evidence` says how much the layout speaks for a paragraph (higher is more; what is not above
    zero is never accepted); `below_heading` that a heading stands between it and the candidate
    before it, `under` what a sequence that starts afresh there is called, and `rank` how high that
    heading stands (3 an annex, 2 a chapter, 1 any); `in_list` that the text before it announces a
    list.
    """

    line: int
    mark: Mark
    evidence: float
    quote: str
    below_heading: bool = False
    in_list: bool = False
    under: str = ""
    rank: int = 0

    @property
    def value(self) -> Value:
        """The number."""
        return self.mark.value

    def starts_after(self, before: Candidate) -> bool:
        """Tell whether, in a chain, a new sequence starts here and not a double."""
        return self.value < before.value or (
            self.value == before.value and self.is_first and self.below_heading
        )

    @property
    def is_first(self) -> bool:
        """Whether a sequence may start with it: 1, or 1.1."""
        return set(self.value) == {1}


def missing_between(before: Value, here: Mark) -> list[Value] | None:
    """Name the numbers that are not there between two; None if one can't follow the other.

    `before` is `()` at the start. That a paragraph 3.1 follows 2.4 is no gap: 3 is its heading.

    >>> missing_between((2,), Mark("dot", "5", (5,), 2)), missing_between((2, 4), Mark("dot", "3.1",
    ... (3, 1), 4)), missing_between((2,), Mark("dot", "3.5", (3, 5), 4))
    ([(3,), (4,)], [], None)
    """
    value = here.value
    if here.is_coded:
        return [] if value > before else None
    depth = next(
        (place for place, (a, b) in enumerate(zip(before, value, strict=False)) if a != b),
        min(len(before), len(value)),
    )
    if depth == len(value):
        return None
    parent = value[:depth]
    last = before[depth] if depth < len(before) else 0
    deeper = value[depth + 1 :]
    if value[depth] <= last or (not here.inserted and any(part > 1 for part in deeper)):
        return None
    if last == 0 and depth and value[depth] > 1 and not here.inserted:
        return None  # the first below a number is its .1
    first = max(last + 1, here.first_inserted if depth else 1)
    found = [(*parent, number) for number in range(first, value[depth])]
    if here.inserted and deeper:
        found.append(value[: depth + 1])
        found += [(*value[: depth + 1], number) for number in range(here.first_inserted, deeper[0])]
    return found


def best_chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best chain in which no list inside a paragraph is taken for paragraphs."""
    pool = list(candidates)
    while True:
        chain = _heaviest_chain(pool)
        refused = _nested_lists(chain) or _doubles_from_lists(chain, candidates)
        if not refused:
            return chain
        pool = [candidate for candidate in pool if candidate.line not in refused]


class _Endings:
    """The heaviest chains so far, by the number that they end with, and by its beginnings."""

    def __init__(self) -> None:
        self.weight: list[float] = []
        self.heaviest = -1
        self._exact: dict[Value, int] = {}
        self._within: dict[Value, int] = {}

    def add(self, value: Value, weight: float) -> None:
        here = len(self.weight)
        self.weight.append(weight)
        for known, key in ((self._exact, value), *((self._within, value[: n + 1])
                           for n in range(len(value)))):  # fmt: skip
            if key not in known or weight >= self.weight[known[key]]:
                known[key] = here
        if self.heaviest < 0 or weight > self.weight[self.heaviest]:
            self.heaviest = here

    def before(self, candidate: Candidate) -> tuple[int, float]:
        """The best chain to go on with, -1 for none, and the weight that it brings."""
        value, mark = candidate.value, candidate.mark
        best, most = -1, -_start_cost(mark)
        if self.heaviest < 0:
            return best, most
        heaviest = self.weight[self.heaviest]
        for depth in range(len(value)):
            parent = value[:depth]
            for number, cost in zip(
                range(value[depth] - 1, -1, -1), _step_costs(mark, depth), strict=False
            ):
                key = (*parent, number) if number else parent
                if not key or (not number and value[depth] > 1 and not _may_skip(mark)):
                    break
                if most >= heaviest - cost:
                    break  # from here on nothing can be heavier: gaps only grow
                there = (self._within if number else self._exact).get(key)
                if there is not None and self.weight[there] - cost > most:
                    best, most = there, self.weight[there] - cost
        double = None if candidate.in_list else self._exact.get(value)
        if double is not None and self.weight[double] - _DOUBLE > most:
            best, most = double, self.weight[double] - _DOUBLE
        if candidate.is_first and not candidate.in_list:
            cost = _FRESH_START_BELOW_HEADING if candidate.below_heading else _FRESH_START
            if heaviest - cost > most:
                best, most = self.heaviest, heaviest - cost
        return best, most


def _heaviest_chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Maximise evidence minus costs: the longest increasing run, with weights.

    A step's cost depends on the two values alone, so for each value only its heaviest ending so
    far matters: n candidates take n times the widest gap, not n squared.
    """
    endings = _Endings()
    previous: list[int] = []
    for candidate in candidates:
        best, weight = endings.before(candidate)
        endings.add(candidate.value, weight + candidate.evidence)
        previous.append(best)
    chain: list[Candidate] = []
    here = endings.heaviest if endings.weight and endings.weight[endings.heaviest] > 0 else -1
    while here >= 0:
        chain.append(candidates[here])
        here = previous[here]
    return chain[::-1]


def _start_cost(mark: Mark) -> float:
    """What it costs to begin with a number; an extract of a code may begin with any."""
    costs = _step_costs(mark, 0)
    first = mark.value[0]
    if first <= len(costs):
        return costs[first - 1]
    return costs[-1] if costs and first > HUNDRED and mark.family in SELF_NAMING else inf


def _may_skip(mark: Mark) -> bool:
    """Whether the first below a number need not be its .1."""
    return mark.inserted or mark.is_coded


def _step_costs(here: Mark, depth: int) -> tuple[float, ...]:
    """What it costs to step to a number at this depth, by how many others lie between."""
    deeper = here.value[depth + 1 :]
    if here.is_coded:
        return _FREE
    if not here.inserted and any(part > 1 for part in deeper):
        return ()
    is_year = len(here.value) == 1 and here.value[0] in _YEARS
    widest = _WIDEST_GAP_BEFORE_A_YEAR if is_year else _WIDEST_GAP
    return _gap_costs(deeper[0] if here.inserted and deeper else 0, widest)


@cache
def _gap_costs(already_missing: int, widest: int) -> tuple[float, ...]:
    return tuple(
        0.5 + log2(missing + 1) / 2 if missing else 0.0
        for missing in range(already_missing, widest + 1)
    )


_FREE = (0.0,) * _WIDEST_GAP


def _follows(before: Candidate, here: Candidate) -> bool:
    return missing_between(before.value, here.mark) == []


def _nested_lists(chain: Sequence[Candidate]) -> set[int]:
    """Find fresh starts that were lists inside a paragraph: the outer numbers go on after them.

    Returns:
        The lines of the lists.
    """
    nested: set[int] = set()
    start = -1
    outer: Value = ()
    for place in range(1, len(chain)):
        before, here = chain[place - 1], chain[place]
        if here.value < before.value or (here.is_first and here.value == before.value):
            start, outer = place, before.value
        elif start >= 0 and here.value > outer >= before.value and not _follows(before, here):
            # Below a heading it may be an annex; below a lesser one hardly, where the number right
            # after the outer one comes.
            first = chain[start]
            if not first.below_heading or (
                first.rank <= 1 and missing_between(outer, here.mark) == []
            ):
                nested.update(candidate.line for candidate in chain[start:place])
            start = -1
    return nested


def _doubles_from_lists(chain: Sequence[Candidate], candidates: Sequence[Candidate]) -> set[int]:
    """Find doubles that go on with a list inside a paragraph whose start was refused.

    Returns:
        Their lines.
    """
    accepted = {candidate.line for candidate in chain}
    places = {candidate.line: place for place, candidate in enumerate(candidates)}
    refused: set[int] = set()
    for first, second in pairwise(chain):
        if first.value != second.value or len(first.value) > 1 or first.is_first:
            continue
        value = first.value[0]
        for double in (second, first):
            place = places[double.line]
            before = candidates[max(0, place - value + 1) : place]
            if (
                [candidate.value for candidate in before] == [(n,) for n in range(1, value)]
                and accepted.isdisjoint(candidate.line for candidate in before)
                and before[0].in_list
            ):
                refused.add(double.line)
                break
    return refused
