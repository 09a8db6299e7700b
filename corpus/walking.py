"""One pass over a report's segments, in which everything printed finds its one place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.captions import is_article_title
from corpus.dating import has_only_a_date
from corpus.drafting import Drafting
from corpus.formulas import is_closing, is_enacting, is_speaker
from corpus.headings import (
    Depths,
    is_section_label,
    is_summary_label,
    is_title,
    number_and_title,
)
from corpus.identity import is_symbol
from corpus.joining import joined, width
from corpus.lists import ListMark, list_mark
from corpus.marks import SELF_NAMING
from corpus.matter import NoteMarks, front_groups
from corpus.segments import Segment
from corpus.titling import is_byline, is_masthead, start_of, without_title

_MOST_STACKED = 3  # headings without a number, one right above the other
_WIDEST_LABEL = 60  # columns
_NUMBERED_NOTE = re.compile(r"[\[(]?(?P<n>\d{1,3})[\])]?[.)]?\s+(?=\S)")


class Walk:
    """Walks the segments of a report and drafts its paragraphs."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.drafting = Drafting()
        self.title, self._segments = without_title(segments)
        numbered = [
            place for place, segment in enumerate(self._segments) if segment.begins == "number"
        ]
        self._numbered = bool(numbered)
        self._last = numbered[-1] if numbered else len(self._segments)
        self._closed = False
        self._depths = Depths()
        self._notes = NoteMarks()
        self._pending: ListMark | None = None
        self._waiting: Segment | None = None
        self._title_level = 0
        self._front: list[Sequence[str]] = []
        self._in_summary = False

    def run(self) -> None:
        """Walk, once."""
        start = start_of(self._segments)
        for place, segment in enumerate(self._segments):
            if segment.begins == "text" and not segment.lines:
                continue  # it was the title
            if segment.begins == "text" and place < start and self._numbered:
                self._before_start(segment, place)
            else:
                self._leave_front()
                self._enter(segment, place)
            self._notes.see(segment.lines)
        self._leave_front()
        self._begin_waiting()

    def _is_label(self, place: int) -> bool:
        """What a first part is usually called, or any title right above the first number."""
        text = self._segments[place].lines[0]
        if is_section_label(text):
            return True
        following = self._segments[place + 1 : place + 2]
        above = bool(following) and following[0].begins == "number"
        of_cover = is_masthead(text) or is_byline(text) or has_only_a_date(text) or is_symbol(text)
        lone = is_title(text) and not of_cover and width(text) <= _WIDEST_LABEL
        return above and lone and bool(self._front or self.title)

    def _before_start(self, segment: Segment, place: int) -> None:
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
        elif segment.whole and len(lines) == 1 and self._is_label(place):
            self._leave_front()
            self.drafting.open_heading("", lines[0], level=1)
            return
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
            self._number(segment, self._segments[place + 1 : place + 3])
        elif segment.begins == "note" or self._notes.begins_note(segment.lines[0]):
            self._note(segment)
        elif self._waiting is not None and not self._waiting.lines and self._is_its_title(place):
            self._begin_waiting(joined(segment.lines))
        elif self._is_unnumbered_heading(segment, place):
            level = self._depths.enter_unnumbered()
            self.drafting.open_heading("", joined(segment.lines), level)
        else:
            self._begin_waiting()
            self._closed = self._closed or self._is_closing(segment, place)
            apart = self._closed or self._is_formula(segment)
            if apart or not self._numbered or not self.drafting.resume():
                self.drafting.begin("body", page=segment.block.page)
            self._text(segment)

    def _number(self, segment: Segment, following: Sequence[Segment]) -> None:
        self._begin_waiting()
        self._pending = None
        if self._title_level and segment.number and segment.number.family in SELF_NAMING:
            # What the article above is called says nothing about this one.
            self.drafting.close_headings(self._title_level)
        if segment.caption:
            self._title_level = self._depths.below()
            self.drafting.open_heading("", segment.caption, self._title_level)
        if segment.block.role != "heading" and not _has_title(segment, following):
            self._begin(segment)
            self._text(segment)
            return
        # The number is a heading, "Article 5": its title may follow, and then its text.
        self.drafting.close_headings(segment.block.level or self._title_level or 99)
        self._title_level = 0
        self._waiting = segment

    def _is_its_title(self, place: int) -> bool:
        """Whether the text below a number is the title of its article, as more text follows."""
        waiting = self._waiting
        return waiting is not None and _has_title(waiting, self._segments[place : place + 2])

    def _begin(self, segment: Segment) -> None:
        mark = segment.number
        if mark is not None:
            value = ".".join(map(str, mark.value))
            self.drafting.begin("body", mark.printed, value, segment.block.page, segment.series)

    def _begin_waiting(self, title: str = "") -> None:
        """Begin the paragraph whose number stood in a heading, now that its text comes."""
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        own = title or joined(waiting.lines)
        if own:
            level = waiting.block.level + 1 if waiting.block.level else self._depths.below()
            self._title_level = level
            self.drafting.open_heading("", own, level)
        self._begin(waiting)

    def _heading(self, segment: Segment) -> None:
        title, level = segment.lines[0], segment.block.level
        number = ""
        self._pending = None
        if self._waiting is not None and segment.is_title and not self._waiting.lines:
            self._begin_waiting(title)
            return
        self._begin_waiting()
        if segment.block.role == "heading":
            number, title = number_and_title(title)
        if segment.headings:
            mark, depth = self._depths.enter(segment.headings)
            number = mark.printed
        else:
            depth = self._depths.enter_unnumbered()
        self.drafting.open_heading(number, title, level or depth)

    def _note(self, segment: Segment) -> None:
        text = joined(segment.lines)
        numbered = _NUMBERED_NOTE.match(text) if segment.begins == "note" else None
        number = numbered["n"] if numbered else ""
        self.drafting.begin("note", number, page=segment.block.page)
        self.drafting.add(text[numbered.end() :] if numbered else text)

    def _text(self, segment: Segment) -> None:
        """Add lines to the paragraph in the making: text going on, or entries of a list."""
        for place, line in enumerate(segment.lines):
            mark = list_mark(line) if self._numbered and segment.block.role != "table" else None
            may_begin = place == 0 or self.drafting.announces_list
            may_begin = may_begin or (mark is not None and mark.parted)
            if self._pending is not None:
                self.drafting.add_item(line, self._pending)
                self._pending = None
            elif mark is not None and may_begin and self.drafting.takes(mark):
                if mark.end < len(line):
                    self.drafting.add_item(line[mark.end :], mark)
                else:
                    self._pending = mark
            elif place == 0 or segment.block.role == "table":
                self.drafting.add(line)
            else:
                self.drafting.go_on(line)

    def _is_formula(self, segment: Segment) -> bool:
        """Words that stand between the parts of a law, or below it, and are none of them."""
        text = segment.lines[0]
        if is_enacting(text):
            return True
        return segment.whole and self.drafting.is_finished and is_closing(text)

    def _is_closing(self, segment: Segment, place: int) -> bool:
        """Text below the last paragraph that goes on with it neither by sense nor by look."""
        if not self._numbered or place <= self._last or not segment.whole:
            return False
        text = joined(segment.lines)
        if not self.drafting.is_finished or list_mark(text) is not None:
            return False
        return is_title(text) or self._is_formula(segment)

    def _is_unnumbered_heading(self, segment: Segment, place: int) -> bool:
        """A short block on its own, after a finished sentence and right above what begins."""
        return (
            self._numbered
            and self._pending is None
            and self._leads_on(place, _MOST_STACKED)
            and self._may_end_here(segment)
        )

    def _leads_on(self, place: int, most: int) -> bool:
        """Words on their own above a number or a heading, or above one more of these."""
        if most <= 0 or place + 1 >= len(self._segments):
            return False
        segment, following = self._segments[place], self._segments[place + 1]
        if not segment.whole or segment.begins != "text" or segment.block.role != "body":
            return False
        # A heading may be a question: "Does Article 8 apply?"
        title = is_title(joined(segment.lines).rstrip("?？")) or is_speaker(segment.lines[0])
        return bool(
            title
            and self._is_unlisted(segment.lines[0])
            and (following.begins in ("number", "heading") or self._leads_on(place + 1, most - 1))
        )

    def _is_unlisted(self, text: str) -> bool:
        """No entry of a list; "(a) General principles" may be a heading where no list is open."""
        mark = list_mark(text)
        if mark is None:
            return True
        return bool(mark.label) and not (mark.on_own_line or self.drafting.in_list)

    def _may_end_here(self, segment: Segment) -> bool:
        """What stands above is a whole sentence, or a clause of a resolution."""
        return self.drafting.is_finished or (
            self.drafting.ends_clause and not segment.lines[0][:1].islower()
        )


def _has_title(segment: Segment, following: Sequence[Segment]) -> bool:
    """Tell whether a number is that of an article with a title: "Article 5. Scope", then text."""
    if segment.number is None or segment.number.family not in SELF_NAMING or not segment.whole:
        return False
    own = joined(segment.lines)
    rest = following[: 1 if own else 2]
    if len(rest) < (1 if own else 2) or rest[-1].begins != "text":
        return False
    if not own and rest[0].is_title:
        return True
    if rest[0].begins != "text":
        return False
    title = own or joined(rest[0].lines)
    return is_article_title(title) and list_mark(title) is None
