"""Blocks into paragraphs: front matter, summary, headings, numbered paragraphs, lists and notes.

`arranged` walks the report once, after `corpus.numbering` has proved which lines begin a
paragraph. Everything printed ends up in exactly one place: a paragraph, a heading or the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.drafting import Arrangement, Drafting
from corpus.headings import Depths, is_summary_label, is_title, number_and_title
from corpus.joining import ends_sentence, joined, width
from corpus.layout import candidates, lines_of
from corpus.lists import ListMark, list_mark
from corpus.matter import NoteMarks, front_groups, title_in
from corpus.model import Block, Numbering
from corpus.numbering import Proof, proved
from corpus.segments import Segment, cut, textless

_PROSE = 100  # columns: a block this wide that ends as a sentence is a paragraph of prose
_MOST_PROSE = 2  # a report with numbers has at most so many paragraphs without, for each with one


def arranged(blocks: Sequence[Block]) -> Arrangement:
    """Arrange a report whose numbers are to be read from its text."""
    proof, segments = _proof(blocks)
    if not proof.accepted and len(blocks) == 1:
        # Without numbers or blank lines, the lines are all the structure there is.
        lines = blocks[0].text.split("\n")
        proof, segments = _proof(tuple(replace(blocks[0], text=line) for line in lines))
    walk = _Walk(segments)
    walk.run()
    paragraphs = walk.drafting.paragraphs()
    numbering = proof.numbering
    if not proof.accepted:
        warning = (
            f"No numbered paragraphs were found: the text was read as {len(paragraphs)} paragraphs"
            " without numbers, which can be quoted but not cited by number."
        )
        numbering = replace(numbering, warnings=(warning,))
    return Arrangement(walk.title, paragraphs, walk.drafting.outline(), numbering)


def _proof(blocks: Sequence[Block]) -> tuple[Proof, tuple[Segment, ...]]:
    """Prove the numbers; one with no text after it is a page's or a table's, and is set aside."""
    lines = lines_of(blocks)
    possible = candidates(lines, blocks)
    while True:
        proof = proved(possible)
        segments = cut(lines, blocks, {found.line: found.mark for found in proof.accepted})
        empty = {proof.accepted[place].line for place in textless(segments)}
        if not empty:
            break
        possible = tuple(
            replace(candidate, evidence=-1.0) if candidate.line in empty else candidate
            for candidate in possible
        )
    if sum(map(_is_unnumbered_prose, segments)) > _MOST_PROSE * len(proof.accepted) > 0:
        # A few numbers in much prose are those of a list.
        doubted = tuple(candidate.quote for candidate in proof.accepted)
        proof = Proof((), Numbering("none", 0, doubted=doubted))
        segments = cut(lines, blocks, {})
    return proof, segments


def _is_unnumbered_prose(segment: Segment) -> bool:
    if segment.begins != "text" or not segment.whole:
        return False
    return width(joined(segment.lines)) > _PROSE and ends_sentence(segment.lines[-1])


class _Walk:
    """One pass over the segments."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.drafting = Drafting()
        self.title = ""
        self._segments = segments
        self._numbered = any(segment.begins == "number" for segment in segments)
        self._depths = Depths()
        self._notes = NoteMarks()
        self._pending: ListMark | None = None
        self._front: list[Sequence[str]] = []
        self._in_summary = False

    def run(self) -> None:
        """Walk, once."""
        start = next(
            (
                place
                for place, segment in enumerate(self._segments)
                if segment.begins == "number" or segment.headings
            ),
            len(self._segments),
        )
        before = self._segments[:start] if self._numbered else self._segments[:1]
        alone = len(self._segments) == 1
        texts = [segment.lines if segment.begins == "text" else () for segment in before]
        if not alone:
            self.title, untitled = title_in(texts)
            self._segments = [
                replace(segment, lines=lines) if segment.begins == "text" else segment
                for segment, lines in zip(before, untitled, strict=True)
            ] + list(self._segments[len(before) :])
        for place, segment in enumerate(self._segments):
            if segment.begins == "text" and not segment.lines:
                continue  # it was the title
            if segment.begins == "text" and place < start and self._numbered:
                self._before_start(segment)
            else:
                self._leave_front()
                self._enter(segment, place)
            self._notes.see(segment.lines)
        self._leave_front()

    def _before_start(self, segment: Segment) -> None:
        lines = segment.lines
        if self._notes.begins_note(lines[0]):
            self._leave_front()
            self._note(segment)
            return
        if is_summary_label(lines[0]):
            self._leave_front()
            self.drafting.open_heading("", lines[0], level=1)
            self._in_summary = True
            lines = lines[1:]
        if not self._in_summary:
            self._front.append(lines)
        elif lines:
            if self.drafting.kind != "summary":
                self.drafting.begin("summary", page=segment.block.page)
            self.drafting.add(joined(lines))

    def _leave_front(self) -> None:
        """End the summary, and settle the front matter gathered so far."""
        if self._in_summary:
            self.drafting.close_headings(1)
            self._in_summary = False
        for group in front_groups(self._front):
            self.drafting.begin("front")
            for line in group:
                self.drafting.add(line)
        self._front = []

    def _enter(self, segment: Segment, place: int) -> None:
        if segment.begins == "heading":
            self._heading(segment)
        elif segment.number is not None:
            mark = segment.number
            self._pending = None
            self.drafting.begin("body", mark.printed, str(mark.value), segment.block.page)
            self._text(segment)
        elif segment.begins == "note" or self._notes.begins_note(segment.lines[0]):
            self._note(segment)
        elif self._is_unnumbered_heading(segment, place):
            level = self._depths.enter_unnumbered()
            self.drafting.open_heading("", joined(segment.lines), level)
        else:
            if not self._numbered or not self.drafting.resume():
                self.drafting.begin("body", page=segment.block.page)
            self._text(segment)

    def _heading(self, segment: Segment) -> None:
        title, level = segment.lines[0], segment.block.level
        number = ""
        self._pending = None
        if segment.block.role == "heading":
            number, title = number_and_title(title)
        if segment.headings:
            mark, depth = self._depths.enter(segment.headings)
            number = mark.printed
        else:
            depth = self._depths.enter_unnumbered()
        self.drafting.open_heading(number, title, level or depth)

    def _note(self, segment: Segment) -> None:
        self.drafting.begin("note", page=segment.block.page)
        self.drafting.add(joined(segment.lines))

    def _text(self, segment: Segment) -> None:
        """Add lines to the paragraph in the making: text going on, or entries of a list."""
        for place, line in enumerate(segment.lines):
            mark = list_mark(line) if self._numbered else None
            may_begin = place == 0 or self.drafting.announces_list
            if self._pending is not None:
                self.drafting.add_item(line, self._pending)
                self._pending = None
            elif mark is not None and may_begin and self.drafting.takes(mark):
                if mark.end < len(line):
                    self.drafting.add_item(line[mark.end :], mark)
                else:
                    self._pending = mark
            elif place == 0:
                self.drafting.add(line)
            else:
                self.drafting.go_on(line)

    def _is_unnumbered_heading(self, segment: Segment, place: int) -> bool:
        """A short block on its own, after a finished sentence and right above what begins."""
        following = self._segments[place + 1 : place + 2]
        return (
            self._numbered
            and segment.whole
            and bool(following)
            and following[0].begins in ("number", "heading")
            and self._pending is None
            and is_title(joined(segment.lines))
            and list_mark(segment.lines[0]) is None
            and self.drafting.is_finished
        )
