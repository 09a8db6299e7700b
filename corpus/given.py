"""Paragraphs whose numbers their format gives as data."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.drafting import Arrangement, Drafting
from corpus.headings import number_and_title
from corpus.model import Block, Numbering, NumberingStatus


def arranged_as_given(blocks: Sequence[Block]) -> Arrangement:
    """Arrange a report whose format gives each paragraph's number; texts stay as they are.

    Numbers are never judged as a sequence: any string will do, in any order. A heading without
    text closes those of its level and deeper.
    """
    drafting = Drafting()
    numbered = 0
    for block in blocks:
        if block.role == "heading":
            drafting.close_headings(block.level)
            if block.text:
                drafting.open_heading(*number_and_title(block.text), level=block.level)
            continue
        drafting.begin("body", number=block.number, page=block.page)
        drafting.add(block.text)
        numbered += bool(block.number)
    paragraphs = drafting.paragraphs()
    unnumbered = len(paragraphs) - numbered
    status: NumberingStatus = "complete"
    warnings: tuple[str, ...] = ()
    if unnumbered:
        status = "gaps" if numbered else "none"
        warnings = (f"{unnumbered} of {len(paragraphs)} paragraphs have no number.",)
    return Arrangement(
        "", paragraphs, drafting.outline(), Numbering(status, numbered, (), (), (), warnings)
    )
