"""Blocks into paragraphs: front matter, summary, headings, numbered paragraphs, lists and notes.

`corpus.numbering` proves which lines begin a paragraph; `corpus.walking` then walks the report
once. Everything printed ends up in exactly one place: a paragraph, a heading or the title.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from corpus.bilingual import parted_by_language
from corpus.chains import Candidate
from corpus.contents import with_contents_set_apart
from corpus.drafting import Arrangement, put_together
from corpus.joining import ends_sentence, joined, width
from corpus.layout import Line, candidates, lines_of
from corpus.lists import list_mark
from corpus.marks import BARE, SELF_NAMING
from corpus.matter import cover_and_closing
from corpus.model import Block, Numbering
from corpus.naming import named_marks
from corpus.numbering import RECITAL, Proof, proved, renamed
from corpus.segments import Segment, cut, textless
from corpus.walking import Walk

_PROSE = 100  # columns: a block this wide that ends as a sentence is a paragraph of prose
_SHORT = 60  # columns: what is shorter may be an entry of a list
_MOST_PROSE = 2  # a report with numbers has at most so many paragraphs without, for each with one
_MOST_UNSIGNED = 0.5  # the same, where the numbers have no sign


def arranged(blocks: Sequence[Block]) -> Arrangement:
    """Arrange a report whose numbers are to be read from its text.

    One in two languages is arranged as two reports, one after the other, each series named by
    its language.
    """
    parted = parted_by_language(with_contents_set_apart(blocks))
    if len(parted) == 1:
        return _arranged(next(iter(parted.values())))
    return put_together(
        [_in_language(_arranged(mine), language) for language, mine in parted.items()]
    )


def _in_language(arrangement: Arrangement, language: str) -> Arrangement:
    paragraphs = tuple(
        replace(paragraph, series=language) if paragraph.number else paragraph
        for paragraph in arrangement.paragraphs
    )
    return replace(
        arrangement, paragraphs=paragraphs, numbering=renamed(arrangement.numbering, language)
    )


def _arranged(blocks: Sequence[Block]) -> Arrangement:
    proof, segments = _proof(blocks)
    if not proof.accepted and len(blocks) == 1:
        # Without numbers or blank lines, the lines are all the structure there is.
        lines = blocks[0].text.split("\n")
        proof, segments = _proof(tuple(replace(blocks[0], text=line) for line in lines))
    walk = Walk(segments)
    walk.run()
    paragraphs = walk.drafting.paragraphs()
    numbering = proof.numbering
    if not proof.accepted:
        warning = (
            f"No numbered paragraphs were found: the text was read as {len(paragraphs)} paragraphs"
            " without numbers, which can be quoted but not cited by number."
        )
        numbering = replace(numbering, warnings=(warning,))
    return Arrangement(
        walk.title, paragraphs, walk.drafting.outline(), numbering, *cover_and_closing(segments)
    )


def _proof(blocks: Sequence[Block]) -> tuple[Proof, tuple[Segment, ...]]:
    """Prove the numbers; one with no text after it is a page's or a table's, and is set aside."""
    lines = lines_of(blocks)
    found = candidates(lines, blocks)
    named = named_marks(lines, blocks)
    if named and _counts_below(proved(found), {lines[index].text for index in named}):
        found = candidates(lines, blocks, named)
    return _proof_of(lines, blocks, found)


def _counts_below(proof: Proof, headings: Set[str]) -> bool:
    """Whether numbers do no more than start again below each of these headings."""
    starts = [first for first, *_ in _runs(proof)]
    below = sum(start.under in headings for start in starts)
    return not _names_itself(proof.accepted) and below * 2 >= len(starts)


def _proof_of(
    lines: Sequence[Line], blocks: Sequence[Block], possible: Sequence[Candidate]
) -> tuple[Proof, tuple[Segment, ...]]:
    while True:
        proof = proved(possible)
        segments = cut(lines, blocks, possible, proof)
        numbered = [segment for segment in segments if segment.begins == "number"]
        empty = {numbered[place].line for place in textless(segments)}
        if not empty:
            break
        possible = tuple(
            replace(candidate, evidence=-1.0) if candidate.line in empty else candidate
            for candidate in possible
        )
    if proof.accepted and not _names_itself(proof.accepted) and _is_a_list(proof, segments):
        # A few numbers in much prose are those of a list.
        doubted = tuple(candidate.quote for candidate in proof.accepted)
        proof = Proof((), Numbering("none", 0, doubted=doubted), {})
        segments = cut(lines, blocks, possible, proof)
    return proof, segments


def _names_itself(accepted: Sequence[Candidate]) -> bool:
    return any(candidate.mark.family in SELF_NAMING for candidate in accepted)


def _is_a_list(proof: Proof, segments: Sequence[Segment]) -> bool:
    """Tell whether the numbers are those of lists in a text whose paragraphs have none."""
    alone = {id(below) for above, below in pairwise(segments) if above.number and not above.lines}
    prose = [one for one in segments if _is_unnumbered_prose(one) and id(one) not in alone]
    unsigned = proof.accepted[0].mark.family == BARE
    if unsigned and len(prose) > _MOST_UNSIGNED * len(proof.accepted):
        return True  # the numbers are those of pages
    if sum(_size(segment) > _PROSE for segment in prose) > _MOST_PROSE * len(proof.accepted):
        return True
    numbered = sum(_size(one) for one in segments if one.begins == "number" or id(one) in alone)
    # Lists that a colon announces, or that start again without a heading, are the less likely.
    starts = [here for here, *_ in _runs(proof)]
    doubtful = any(start.in_list or not start.below_heading for start in starts[1:]) or (
        starts[0].in_list and starts[0].under != RECITAL
    )
    return sum(map(_size, prose)) > numbered * (1 if doubtful else _MOST_PROSE)


def _runs(proof: Proof) -> list[list[Candidate]]:
    by_series: dict[str, list[Candidate]] = {}
    for candidate in proof.accepted:
        by_series.setdefault(proof.series[candidate.line], []).append(candidate)
    return list(by_series.values())


def _size(segment: Segment) -> int:
    return width(joined(segment.lines))


def _is_unnumbered_prose(segment: Segment) -> bool:
    if segment.begins != "text" or not segment.whole or list_mark(segment.lines[0]) is not None:
        return False
    return _size(segment) > _SHORT and ends_sentence(segment.lines[-1])
