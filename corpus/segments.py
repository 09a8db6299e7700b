"""Lines cut where something begins: a numbered paragraph, a heading, a block of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from corpus.captions import captioned, is_caption
from corpus.chains import Candidate
from corpus.formulas import is_operative
from corpus.headings import HeadingMark, heading_marks, is_annex_line, is_title, is_title_of
from corpus.joining import ends_sentence, joined, width
from corpus.layout import Line
from corpus.marks import SELF_NAMING, Mark
from corpus.model import Block
from corpus.numbering import Proof

_MOST_TITLE_LINES = 3
_MOST_STACKED = 3  # titles between a heading and the paragraph below it
Begins = Literal["number", "heading", "note", "text"]


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines that belong together; `begins` tells what.

    A numbered paragraph's lines come without its number, a heading's are its title's. `block` is
    the block that they stand in, and `whole` tells that they are all of it. `series` is what a
    number counts in, `line` where it begins, and `caption` the title of an article that stands
    above its number or behind it on one line.
    """

    begins: Begins
    lines: tuple[str, ...]
    block: Block
    whole: bool = False
    number: Mark | None = None
    headings: tuple[HeadingMark, ...] = ()
    series: str = ""
    line: int = -1
    caption: str = ""

    @property
    def is_title(self) -> bool:
        """Whether it is a heading without a number of its own, as a title of an article is."""
        return self.begins == "heading" and not self.headings


def cut(
    lines: Sequence[Line], blocks: Sequence[Block], candidates: Sequence[Candidate], proof: Proof
) -> tuple[Segment, ...]:
    """Cut a report's lines where its proved numbers and its headings are."""
    return tuple(_Cutter(lines, blocks, candidates, proof).segments())


def textless(segments: Sequence[Segment]) -> tuple[int, ...]:
    """Find the numbers that no text follows; returns their places among the numbered segments."""
    numbered = [place for place, segment in enumerate(segments) if segment.begins == "number"]
    return tuple(
        count
        for count, place in enumerate(numbered)
        if not segments[place].lines and not _has_text_below(segments, place)
    )


def _has_text_below(segments: Sequence[Segment], place: int) -> bool:
    number = segments[place].number
    named = number is not None and number.family in SELF_NAMING
    of_heading = named or segments[place].block.role == "heading"
    for following in segments[place + 1 :]:
        if following.begins == "text" or (of_heading and following.is_title):
            return True
        if following.begins != "note":
            return False
    return False


class _Cutter:
    def __init__(
        self,
        lines: Sequence[Line],
        blocks: Sequence[Block],
        candidates: Sequence[Candidate],
        proof: Proof,
    ) -> None:
        self._lines = lines
        self._blocks = blocks
        self._series = proof.series
        self._titles = _numbered_titles(proof.accepted)
        self._accepted = {
            found.line: found.mark for found in proof.accepted if found.line not in self._titles
        }
        self._refused = {found.line: found.mark for found in candidates} | self._titles
        self._ends = {line.block: index + 1 for index, line in enumerate(lines)}
        self._bare = self._bare_numbers()

    def segments(self) -> Iterator[Segment]:
        index = 0
        while index < len(self._lines):
            line = self._lines[index]
            block = self._blocks[line.block]
            heading = None if index in self._accepted else self._heading(index)
            if block.role in ("heading", "footnote") and index not in self._accepted:
                after = self._block_end(index)
                role: Begins = "heading" if block.role == "heading" else "note"
                text = joined(self._texts(index, after))
                yield Segment(role, (text,), block, True, headings=heading_marks(text))
            elif is_caption(self._lines, self._accepted, index):
                after = index + 1
            elif heading is not None:
                title, after = heading
                yield Segment("heading", (title,), block, headings=self._marks(index))
            else:
                after = self._text_end(index)
                number = self._accepted.get(index)
                texts = self._texts(index, after)
                if number is not None:
                    texts[0] = texts[0][number.end :].lstrip()
                    texts = texts if texts[0] else texts[1:]
                caption, texts = captioned(
                    self._lines, self._accepted, index, texts, lambda: self._margin
                )
                whole = line.first and after == self._block_end(index)
                begins: Begins = "text" if number is None else "number"
                series = self._series.get(index, "")
                yield Segment(
                    begins, tuple(texts), block, whole, number, (), series, index, caption
                )
            index = after

    @cached_property
    def _margin(self) -> int:
        return max(width(line.text) for line in self._lines)

    def _marks(self, index: int) -> tuple[HeadingMark, ...]:
        marks = heading_marks(self._lines[index].text)
        if marks or index not in self._refused:
            return marks
        mark = self._refused[index]
        return (HeadingMark("digit", f"{mark.printed}.", mark.value[-1], mark.end, False),)

    def _texts(self, start: int, end: int) -> list[str]:
        return [line.text for line in self._lines[start:end]]

    def _block_end(self, index: int) -> int:
        return self._ends[self._lines[index].block]

    def _text_end(self, index: int) -> int:
        end = self._block_end(index)
        for after in range(index + 1, end):
            if after in self._accepted or self._heading(after) is not None:
                return after
            if is_caption(self._lines, self._accepted, after):
                return after
        return end

    def _heading(self, index: int) -> tuple[str, int] | None:
        """Read the title of the numbered heading at a line, and where what follows begins."""
        line = self._lines[index]
        if self._blocks[line.block].role == "table":
            return None
        if self._is_alone(index) and is_operative(line.text):
            return line.text, index + 1
        refused = self._refused.get(index)
        if refused is not None and index not in self._accepted:
            rest = line.text[refused.end :].strip()
            if (index in self._bare if not rest else self._is_refused_title(index)) or (
                index in self._titles
            ):
                return rest, index + 1
        marks = heading_marks(line.text)
        if not marks or not self._may_be_heading(index):
            return None
        title = line.text[marks[0].end :]
        if title:
            return (title, index + 1) if is_title_of(marks[0], title) else None
        after = index + 1
        end = min(self._block_end(index), after + _MOST_TITLE_LINES)
        while after < end and after not in self._accepted:
            after += 1
        if after == index + 1 and after < len(self._lines) and after not in self._accepted:
            # A blank line may stand between the number and its title, not inside a long title.
            after = after + 1 if self._block_end(after) == after + 1 else after
        title = joined(self._texts(index + 1, after))
        if is_title(title) and not heading_marks(title):
            return title, after
        alone = marks[0].stands_alone or index in self._bare
        return ("", index + 1) if alone else None

    def _may_be_heading(self, index: int) -> bool:
        """Inside a block, a heading follows a finished sentence or precedes a paragraph."""
        if self._lines[index].first or is_annex_line(self._lines[index].text):
            return True
        following = index + 1
        return ends_sentence(self._lines[index - 1].text) or (
            following in self._accepted
            or is_caption(self._lines, self._accepted, following)
            or (following < len(self._lines) and bool(heading_marks(self._lines[following].text)))
        )

    def _bare_numbers(self) -> frozenset[int]:
        """Headings' numbers alone on their lines above a paragraph's or another: "II.", "1.", 4."""
        bare: set[int] = set()
        for index in reversed(range(len(self._lines) - 1)):
            following = index + 1
            leads_on = following in self._accepted or (
                following in bare and self._is_only_a_number(following)
            )
            if leads_on and self._is_alone(index):
                bare.add(index)
        return frozenset(bare)

    def _is_only_a_number(self, index: int) -> bool:
        text = self._lines[index].text
        marks = heading_marks(text)
        refused = self._refused.get(index)
        return (marks[0].end if marks else refused.end if refused else 0) == len(text)

    def _is_alone(self, index: int) -> bool:
        return self._lines[index].first and self._block_end(index) == index + 1

    def _is_refused_title(self, index: int) -> bool:
        """A number that no paragraph has, before a title on a line of its own: "1. Merits"."""
        line = self._lines[index]
        mark = self._refused[index]
        following = index + 1
        return (
            bool(self._accepted)
            and line.first
            and mark.family == "dot"
            and self._block_end(index) == following
            and (index == 0 or ends_sentence(self._lines[index - 1].text))
            and self._leads_on(following, _MOST_STACKED)
            and not line.given
            and is_title(line.text[mark.end :].strip())
        )

    def _leads_on(self, index: int, most: int) -> bool:
        """A paragraph begins here, or below one or two more titles: "(a) The applicant"."""
        if index in self._accepted:
            return True
        if not most or index + 1 >= len(self._lines) or not self._is_alone(index):
            return False
        return is_title(self._lines[index].text) and self._leads_on(index + 1, most - 1)


def _numbered_titles(accepted: Sequence[Candidate]) -> dict[int, Mark]:
    """Find the numbers of headings: 3 before 3.1, where nothing but a title stands between."""
    return {
        before.line: before.mark
        for before, here in pairwise(accepted)
        if len(here.value) > len(before.value)
        and here.value[: len(before.value)] == before.value
        and not here.mark.inserted
        and here.line == before.line + 1
        and is_title(before.quote[before.mark.end :].strip())
    }
