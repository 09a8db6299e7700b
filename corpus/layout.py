"""A file's blocks as lines, each with what its place and look tell about it.

Nothing is decided here: which lines begin a paragraph is for `corpus.numbering` to prove.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.headings import heading_marks, is_summary_label, is_title
from corpus.joining import ends_clause, ends_sentence, width, without_note_mark
from corpus.marks import Mark, mark_of
from corpus.model import Block
from corpus.numbering import Candidate

_TAIL = 40  # characters that tell what a text's end refers to
_SMALL_START = 2.5  # the evidence against a paragraph that begins with a small letter
_SHORT = 0.7  # a line shorter than this part of the widest one ended before the margin
# What a number after it refers to, rather than begins: "…see paragraph / 26. above"
_REFERRING = re.compile(
    r"(?:第|见|参见|[,，、(（]|\b(?:(?:paras?|arts?|nos?|pp?|sects?|abs|ziff|rn)\.?|see|and|or|to|of"
    r"|paragraphs?|articles?|sections?|chapters?|annex|ziffer|point|alinéas?|paragraphes?))$",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(
    r"[,;:)，；：）、。]|(?:above|below|supra|infra|ibid)\b"
    r"|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `block` counts the blocks, `first` tells whether it begins its block."""

    text: str
    block: int
    first: bool


def lines_of(blocks: Sequence[Block]) -> tuple[Line, ...]:
    """Split blocks into lines without white space at their edges."""
    return tuple(
        Line(text.strip(), block_number, place == 0)
        for block_number, block in enumerate(blocks)
        for place, text in enumerate(filter(str.strip, block.text.split("\n")))
    )


def candidates(lines: Sequence[Line], blocks: Sequence[Block]) -> tuple[Candidate, ...]:
    """Find the lines that may begin a numbered paragraph, and weigh what speaks for each."""
    found = []
    margin = max((width(line.text) for line in lines), default=0) * _SHORT
    small_starts: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    heading_above = False
    for index, line in enumerate(lines):
        block = blocks[line.block]
        if block.role == "heading" or (line.first and begins_heading(line.text)):
            heading_above = True
        mark = mark_of(line.text) if block.role in ("body", "item") else None
        if mark is None:
            continue
        above = lines[index - 1] if index else None
        found.append(
            Candidate(
                index,
                mark,
                _evidence(line, mark, above, margin),
                line.text,
                heading_above,
                above is not None and _announces(above),
            )
        )
        starts[mark.family] += 1
        small_starts[mark.family] += _starts_small(found[-1])
        heading_above = False
    return tuple(
        replace(candidate, evidence=candidate.evidence - _SMALL_START)
        if _starts_small(candidate)
        and small_starts[candidate.mark.family] * 2 <= starts[candidate.mark.family]
        else candidate
        for candidate in found
    )


def _announces(line: Line) -> bool:
    return line.text.endswith((":", "："))


def _starts_small(candidate: Candidate) -> bool:
    """A small letter after the number goes on with a sentence, unless the report writes so."""
    return candidate.quote[candidate.mark.end :].lstrip()[:1].islower()


def begins_heading(text: str) -> bool:
    """Tell whether a line looks like a heading with a number, or announces a summary."""
    if is_summary_label(text):
        return True
    return any(is_title(text[mark.end :] or "-") for mark in heading_marks(text))


def _evidence(line: Line, mark: Mark, above: Line | None, margin: float) -> float:
    """Weigh a candidate by its place: above zero, it may be a paragraph's beginning."""
    rest = line.text[mark.end :].lstrip()
    if above is not None and _REFERRING.search(above.text[-_TAIL:]):
        return -1.0
    evidence = 1.0
    if not rest:
        evidence += 1.0
    elif _CUT_OFF.match(rest):
        return -1.0
    if line.first:
        evidence += 1.0
    if above is None or ends_sentence(above.text):
        evidence += 1.0
    elif ends_clause(above.text):
        # After a colon a list is as likely; after a semicolon, another paragraph of a resolution.
        evidence += -0.5 if _announces(above) else 1.0
    elif not line.first and width(without_note_mark(above.text)) > margin:
        return -1.0  # the line above runs to the margin in mid-sentence: this one goes on with it
    return evidence
