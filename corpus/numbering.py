"""The proof that a report's paragraph numbers are complete, or what is missing.

A line that begins like a numbered paragraph is only a candidate: it may as well be a
cross-reference, a year or an entry of a list. What decides is the sequence (`corpus.chains`).
A report may count in several: recitals before articles, each annex afresh. Each is proved by
itself; then what is missing or doubled in it is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from corpus.chains import HUNDRED, Candidate, best_chain, missing_between
from corpus.formulas import is_operative
from corpus.marks import BARE, SELF_NAMING
from corpus.model import Numbering, NumberingStatus, Series

__all__ = ["RECITAL", "Candidate", "Proof", "proved"]

RECITAL = "recital"
ANNEX = 3  # the rank of an annex's heading
CHAPTER = 2  # that of a chapter's
_NAMES = {
    "article": "article",
    "article-zh": "article",
    "article-code": "article",
    "section": "section",
}
_FEWEST_OF_EXTRACT = 3  # sections
_FEWEST_BESIDE = 2  # numbers that make a sequence beside the main one
_DOUBLE_WEIGHS = 3.0  # a family that repeats itself stands inside another
_QUOTED = 80  # characters of a doubted line that are quoted
Run = list[Candidate]


@dataclass(frozen=True, slots=True)
class Proof:
    """The candidates accepted, in order, the series that each counts in, and the verdict."""

    accepted: tuple[Candidate, ...]
    numbering: Numbering
    series: Mapping[int, str]


def proved(candidates: Sequence[Candidate]) -> Proof:
    """Choose the sequences of numbered paragraphs, and say what is missing or doubled in them."""
    chain = _best_family(candidates)
    runs = sorted([*_split(chain), *_beside(chain, candidates)], key=lambda run: run[0].line)
    named = list(_named(runs))
    accepted = tuple(candidate for _, run in named for candidate in run)
    series = tuple(_verdict(name, run) for name, run in named)
    lines = {candidate.line for candidate in accepted}
    family = chain[0].mark.family if chain else ""
    doubted = tuple(
        candidate.quote[:_QUOTED]
        for candidate in candidates
        if candidate.line not in lines and candidate.mark.family == family
    )
    gaps = tuple(_told(verdict, gap, series) for verdict in series for gap in verdict.gaps)
    doubles = tuple(
        _told(verdict, twice, series) for verdict in series for twice in verdict.doubles
    )
    status: NumberingStatus = "none" if not accepted else "gaps" if gaps or doubles else "complete"
    numbering = Numbering(
        status, len(accepted), gaps, doubles, doubted, _warnings(gaps, doubles), series
    )
    return Proof(accepted, numbering, {one.line: name for name, run in named for one in run})


def _best_family(candidates: Sequence[Candidate]) -> Run:
    families: dict[str, Run] = {}
    for candidate in candidates:
        if candidate.evidence > 0:
            families.setdefault(candidate.mark.family, []).append(candidate)
    chains = {family: best_chain(members) for family, members in families.items()}
    if BARE in chains and _verdict("", chains[BARE]).status != "complete":
        del chains[BARE]  # pages may be numbered so, or tables
    naming = [chains[family] for family in SELF_NAMING if len(chains.get(family, ())) >= 2]
    plain = [chain for family, chain in chains.items() if family not in SELF_NAMING]
    if any(_is_above(chain, named) for chain in plain for named in naming):
        naming = []
    # How an annex counts says nothing about the report before it.
    annex = min((one.line for one in candidates if one.rank == ANNEX), default=inf)
    return max(
        naming or chains.values(),
        key=lambda chain: (
            _weight([one for one in chain if one.line < annex]),
            _weight(chain),
        ),
        default=[],
    )


def _is_above(plain: Run, named: Run) -> bool:
    """Whether plain numbers are the paragraphs', and what names itself an article is not.

    They are more, and go on where articles are quoted, or come to an end before a decision's few
    articles. In a law they start afresh in each article, or number its recitals.
    """
    if len(plain) <= len(named) or plain[0].under == RECITAL:
        return False
    if any(here.starts_after(before) for before, here in pairwise(plain)):
        return False
    inside = sum(plain[0].line < one.line < plain[-1].line for one in named)
    return inside * 2 > len(named) or plain[-1].line < named[0].line


def _weight(chain: Run) -> float:
    """The evidence for a family, doubles paid for.

    What starts again without a heading stands inside the paragraphs of another, and is none.
    """
    weight, counts = 0.0, True
    for before, here in zip([None, *chain], chain, strict=False):
        if before is not None and here.starts_after(before):
            counts = here.below_heading
        elif before is not None and here.value == before.value:
            weight -= _DOUBLE_WEIGHS
        weight += here.evidence * counts
    return weight


def _split(chain: Run) -> Iterator[Run]:
    """Part a chain where numbers start afresh."""
    run: Run = []
    for candidate in chain:
        if run and candidate.starts_after(run[-1]):
            yield run
            run = []
        run.append(candidate)
    if run:
        yield run


def _beside(chain: Run, candidates: Sequence[Candidate]) -> Iterator[Run]:
    """Find what counts otherwise before the main sequence and between its parts: 1, 2, 3 of a
    law's recitals, or of its annex. It must be whole; before the main sequence only recitals are.
    """  # noqa: D205
    if not chain:
        return
    starts = [run[0].line for run in _split(chain)]
    ends = [run[-1].line for run in _split(chain)]
    others = [
        candidate
        for candidate in candidates
        if candidate.mark.family != chain[0].mark.family and candidate.evidence > 0
    ]
    last = max((candidate.line for candidate in candidates), default=0) + 1
    for after, until in zip([-1, *ends], [*starts, last], strict=True):
        region = [candidate for candidate in others if after < candidate.line < until]
        for part in _parts(region, before_all=after < 0):
            run = next(_split(_best_family(part)), [])
            if len(run) >= _FEWEST_BESIDE and not _verdict("", run).gaps:
                yield run


def _parts(region: Sequence[Candidate], *, before_all: bool) -> list[Run]:
    """Part a region where a number 1 stands below the name of recitals, an annex or a chapter.

    An article needs no such name.
    """
    parts: list[Run] = []
    for candidate in region:
        named = candidate.rank > 1 or candidate.mark.family in SELF_NAMING
        if (candidate.under == RECITAL if before_all else named) and candidate.is_first:
            parts.append([])
        if parts:
            parts[-1].append(candidate)
    return parts


def _named(runs: Sequence[Run]) -> Iterator[tuple[str, Run]]:
    """Give each sequence a name of its own."""
    used: dict[str, int] = {}
    for place, run in enumerate(runs):
        first = run[0]
        below = runs[place + 1 : place + 2]
        is_courts = bool(below) and is_operative(below[0][0].under)
        name = RECITAL if first.under == RECITAL and len(runs) > 1 and not is_courts else ""
        if not name and used:
            name = first.under if first.under != RECITAL else ""
        natural = _NAMES.get(first.mark.family, "")
        name = name if name and (name == RECITAL or natural in used or not natural) else natural
        used[name] = used.get(name, 0) + 1
        yield (name if used[name] == 1 else f"{name} ({used[name]})".strip()), run


def _verdict(name: str, run: Run) -> Series:
    gaps: list[str] = []
    doubles: list[str] = []
    before: tuple[int, ...] = ()
    is_extract = _is_extract(run)
    for candidate in run:
        if candidate.value == before:
            doubles.append(candidate.mark.printed)
        else:
            elsewhere = is_extract and (not before or _begins_hundred(candidate, run))
            missing = () if elsewhere else missing_between(before, candidate.mark) or ()
            gaps += [".".join(map(str, value)) for value in missing]
        before = candidate.value
    status: NumberingStatus = "gaps" if gaps or doubles else "complete"
    first, last = run[0].mark.printed, run[-1].mark.printed
    return Series(name, status, len(run), first, last, tuple(gaps), tuple(doubles))


def _is_extract(run: Run) -> bool:
    """Whether articles or sections are a part of a code, which has those before them."""
    first = run[0]
    named = first.mark.family in SELF_NAMING
    return named and first.value[0] > HUNDRED and len(run) >= _FEWEST_OF_EXTRACT


def _begins_hundred(candidate: Candidate, run: Run) -> bool:
    """Whether a chapter begins whose sections count from a hundred of their own: 101, 201, 301."""
    firsts = {candidate.value[0] % HUNDRED, run[0].value[0] % HUNDRED}
    return candidate.rank >= CHAPTER and firsts == {1}


def _told(verdict: Series, number: str, series: Sequence[Series]) -> str:
    plain = verdict.name in ("", *_NAMES.values()) or len(series) == 1 or not number[0].isdigit()
    return number if plain else f"{verdict.name}, {number}"


def renamed(numbering: Numbering, name: str) -> Numbering:
    """The same verdict, its first sequence called otherwise, and all others after it."""
    named = tuple(
        replace(one, name=f"{name}, {one.name}" if place else name)
        for place, one in enumerate(numbering.series)
    )
    return replace(numbering, series=named)


def together(verdicts: Sequence[Numbering]) -> Numbering:
    """One verdict on the texts of a report that were proved one by one."""
    series = tuple(one for verdict in verdicts for one in verdict.series)
    status: NumberingStatus = "complete"
    if not series:
        status = "none"
    elif any(verdict.status != "complete" for verdict in verdicts):
        status = "gaps"
    gaps = tuple(_told(one, gap, series) for one in series for gap in one.gaps)
    doubles = tuple(_told(one, twice, series) for one in series for twice in one.doubles)
    return Numbering(
        status,
        sum(verdict.numbered for verdict in verdicts),
        gaps,
        doubles,
        tuple(line for verdict in verdicts for line in verdict.doubted),
        _warnings(gaps, doubles),
        series,
    )


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
