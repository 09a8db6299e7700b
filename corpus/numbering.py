"""The proof that a report's paragraph numbers are complete, or what is missing.

A line that begins like a numbered paragraph is only a candidate: it may as well be a
cross-reference, a year or an entry of a list. What decides is the sequence. Of all ways to
accept candidates, the one with the most evidence is chosen in which numbers rise, paying for
each gap, each double and each fresh start; then what is missing or doubled is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, log2

from corpus.marks import Mark
from corpus.model import Numbering, NumberingStatus

_WIDEST_GAP = 400  # more missing numbers than this are no gap: the number is something else
_YEARS = range(1500, 2200)
_WIDEST_GAP_BEFORE_A_YEAR = 5
_DOUBLE = 1.0  # what accepting a repeated number costs, in units of evidence
_FRESH_START = 2.0
_FRESH_START_BELOW_HEADING = 0.5
# A family that names itself is preferred to bare numbers, which its paragraphs may contain.
_SELF_NAMING = ("article", "section", "pilcrow")
_QUOTED = 80  # characters of a doubted line that are quoted


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that begins with a mark.

    `evidence` says how much the layout speaks for a paragraph (higher is more; what is not above
    zero is never accepted); `below_heading` that a heading stands between it and the candidate
    before it; `in_list` that the text before it announces a list.
    """

    line: int
    mark: Mark
    evidence: float
    quote: str
    below_heading: bool = False
    in_list: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """The candidates accepted, in order, and the verdict on them."""

    accepted: tuple[Candidate, ...]
    numbering: Numbering


def proved(candidates: Sequence[Candidate]) -> Proof:
    """Choose the sequence of numbered paragraphs, and say what is missing or doubled in it."""
    chain = _best_family(candidates)
    accepted = {candidate.line for candidate in chain}
    family = chain[0].mark.family if chain else ""
    doubted = tuple(
        candidate.quote[:_QUOTED]
        for candidate in candidates
        if candidate.line not in accepted and candidate.mark.family == family
    )
    gaps, doubles = _gaps_and_doubles(chain)
    warnings = _warnings(gaps, doubles)
    status: NumberingStatus = "complete"
    if not chain:
        status = "none"
    elif gaps or doubles:
        status = "gaps"
    return Proof(
        tuple(chain),
        Numbering(status, len(chain), gaps, doubles, doubted, warnings),
    )


def _best_family(candidates: Sequence[Candidate]) -> list[Candidate]:
    families: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.evidence > 0:
            families.setdefault(candidate.mark.family, []).append(candidate)
    chains = {family: _chain(members) for family, members in families.items()}
    for family in _SELF_NAMING:
        if len(chains.get(family, ())) >= 2:
            return chains[family]
    return max(chains.values(), key=_evidence, default=[])


def _evidence(chain: Sequence[Candidate]) -> float:
    return sum(candidate.evidence for candidate in chain)


def _chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best chain in which no list inside a paragraph is taken for paragraphs."""
    pool = list(candidates)
    while True:
        chain = _heaviest_chain(pool)
        refused = _nested_lists(chain) or _doubles_from_lists(chain, candidates)
        if not refused:
            return chain
        pool = [candidate for candidate in pool if candidate.line not in refused]


def _heaviest_chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Maximise evidence minus costs: the longest increasing run, with weights.

    A step's cost depends on the two values alone, so for each value only its heaviest ending so
    far matters: n candidates take n times the widest gap, not n squared.
    """
    weight: list[float] = []
    previous: list[int] = []
    heaviest_at: dict[int, int] = {}
    heaviest = -1
    for here, candidate in enumerate(candidates):
        value = candidate.mark.value
        best, best_weight = -1, -_gap_cost(value, value - 1)
        for before in range(value, max(0, value - _WIDEST_GAP) - 1, -1):
            cost = _DOUBLE if before == value else _gap_cost(value, value - before - 1)
            if heaviest < 0 or (before < value and best_weight >= weight[heaviest] - cost):
                break  # from here on nothing can be heavier: gaps only grow
            there = heaviest_at.get(before)
            if there is None or (before == value and candidate.in_list):
                continue
            if weight[there] - cost > best_weight:
                best, best_weight = there, weight[there] - cost
        if value == 1 and heaviest >= 0 and not candidate.in_list:
            start = _FRESH_START_BELOW_HEADING if candidate.below_heading else _FRESH_START
            if weight[heaviest] - start > best_weight:
                best, best_weight = heaviest, weight[heaviest] - start
        weight.append(best_weight + candidate.evidence)
        previous.append(best)
        if value not in heaviest_at or weight[here] >= weight[heaviest_at[value]]:
            heaviest_at[value] = here
        if heaviest < 0 or weight[here] > weight[heaviest]:
            heaviest = here
    chain: list[Candidate] = []
    while heaviest >= 0:
        chain.append(candidates[heaviest])
        heaviest = previous[heaviest]
    return chain[::-1]


def _gap_cost(value: int, missing: int) -> float:
    if missing <= 0:
        return 0.0
    widest = _WIDEST_GAP_BEFORE_A_YEAR if value in _YEARS else _WIDEST_GAP
    return inf if missing > widest else 0.5 + log2(missing + 1) / 2


def _nested_lists(chain: Sequence[Candidate]) -> set[int]:
    """Find fresh starts that were lists inside a paragraph: the outer numbers go on after them.

    Returns:
        The lines of the lists.
    """
    nested: set[int] = set()
    start, outer = -1, 0
    for place in range(1, len(chain)):
        before, here = chain[place - 1].mark.value, chain[place].mark.value
        if here < before or here == 1 == before:
            start, outer = place, before
        elif start >= 0 and here > outer >= before and here > before + 1:
            if not chain[start].below_heading:
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
        value = first.mark.value
        if value != second.mark.value or value == 1:
            continue
        for double in (second, first):
            place = places[double.line]
            before = candidates[max(0, place - value + 1) : place]
            if (
                [candidate.mark.value for candidate in before] == list(range(1, value))
                and accepted.isdisjoint(candidate.line for candidate in before)
                and before[0].in_list
            ):
                refused.add(double.line)
                break
    return refused


def _gaps_and_doubles(chain: Sequence[Candidate]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    gaps: list[str] = []
    doubles: list[str] = []
    before = 0
    for candidate in chain:
        value = candidate.mark.value
        if value == before and not (value == 1 and candidate.below_heading):
            doubles.append(candidate.mark.printed)
        elif value > before:
            gaps += map(str, range(before + 1, value))
        before = value
    return tuple(gaps), tuple(doubles)


def _warnings(gaps: Sequence[str], doubles: Sequence[str]) -> tuple[str, ...]:
    warnings = []
    if gaps:
        warnings.append(f"No paragraph was found for: {_enumerated(gaps)}.")
    if doubles:
        warnings.append(f"More than one paragraph has the number: {_enumerated(doubles)}.")
    return tuple(warnings)


def _enumerated(numbers: Sequence[str], most: int = 12) -> str:
    shown = ", ".join(numbers[:most])
    return shown if len(numbers) <= most else f"{shown} and {len(numbers) - most} more"
