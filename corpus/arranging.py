"""Blocks into paragraphs: front matter, summary, headings, numbered paragraphs, lists and notes.

`corpus.numbering` proves which lines begin a paragraph; `corpus.walking` then walks the report
once. Everything printed ends up in exactly one place: a paragraph, a heading or the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.bilingual import parted_by_language
from corpus.chains import Candidate
from corpus.contents import with_contents_set_apart
from corpus.drafting import Arrangement, put_together
from corpus.joining import ends_sentence, joined, width
from corpus.layout import candidates, lines_of
from corpus.marks import SELF_NAMING
from corpus.model import Block, Numbering
from corpus.numbering import Proof, proved, renamed
from corpus.segments import Segment, cut, textless
from corpus.walking import Walk, cover_and_closing

_PROSE = 100  # columns: a block this wide that ends as a sentence is a paragraph of prose
_MOST_PROSE = 2  # a report with numbers has at most so many paragraphs without, for each with one


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
    possible = candidates(lines, blocks)
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
    if sum(map(_is_unnumbered_prose, segments)) > _MOST_PROSE * len(proof.accepted) > 0 and not (
        _names_itself(proof.accepted)
    ):
        # A few numbers in much prose are those of a list.
        doubted = tuple(candidate.quote for candidate in proof.accepted)
        proof = Proof((), Numbering("none", 0, doubted=doubted), {})
        segments = cut(lines, blocks, possible, proof)
    return proof, segments


def _names_itself(accepted: Sequence[Candidate]) -> bool:
    return any(candidate.mark.family in SELF_NAMING for candidate in accepted)


def _is_unnumbered_prose(segment: Segment) -> bool:
    if segment.begins != "text" or not segment.whole:
        return False
    return width(joined(segment.lines)) > _PROSE and ends_sentence(segment.lines[-1])
