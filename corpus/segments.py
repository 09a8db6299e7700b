"""Lines cut where something begins: a numbered paragraph, a heading, a block of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.headings import HeadingMark, heading_marks, is_title
from corpus.joining import ends_sentence, joined
from corpus.layout import Line
from corpus.marks import Mark
from corpus.model import Block

_MOST_TITLE_LINES = 3
Begins = Literal["number", "heading", "note", "text"]


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines that belong together; `begins` tells what.

    A numbered paragraph's lines come without its number, a heading's are its title's. `block` is
    the block that they stand in, and `whole` tells that they are all of it.
    """

    begins: Begins
    lines: tuple[str, ...]
    block: Block
    whole: bool = False
    number: Mark | None = None
    headings: tuple[HeadingMark, ...] = ()


def cut(
    lines: Sequence[Line], blocks: Sequence[Block], accepted: Mapping[int, Mark]
) -> tuple[Segment, ...]:
    """Cut a report's lines; `accepted` are the numbers proved, by line."""
    return tuple(_Cutter(lines, blocks, accepted).segments())


def textless(segments: Sequence[Segment]) -> tuple[int, ...]:
    """Find the numbers that no text follows; returns their places among the numbered segments."""
    pairs = zip(segments, [*segments[1:], None], strict=False)
    numbered = [pair for pair in pairs if pair[0].begins == "number"]
    return tuple(
        place
        for place, (segment, following) in enumerate(numbered)
        if not segment.lines and (following is None or following.begins != "text")
    )


class _Cutter:
    def __init__(
        self, lines: Sequence[Line], blocks: Sequence[Block], accepted: Mapping[int, Mark]
    ) -> None:
        self._lines = lines
        self._blocks = blocks
        self._accepted = accepted
        self._ends = {line.block: index + 1 for index, line in enumerate(lines)}

    def segments(self) -> Iterator[Segment]:
        index = 0
        while index < len(self._lines):
            line = self._lines[index]
            block = self._blocks[line.block]
            heading = None if index in self._accepted else self._heading(index)
            if block.role in ("heading", "footnote"):
                after = self._block_end(index)
                role: Begins = "heading" if block.role == "heading" else "note"
                text = joined(self._texts(index, after))
                yield Segment(role, (text,), block, True, headings=heading_marks(text))
            elif heading is not None:
                title, after = heading
                yield Segment("heading", (title,), block, headings=tuple(heading_marks(line.text)))
            else:
                after = self._text_end(index)
                number = self._accepted.get(index)
                texts = self._texts(index, after)
                if number is not None:
                    texts[0] = texts[0][number.end :].lstrip()
                    texts = texts if texts[0] else texts[1:]
                whole = line.first and after == self._block_end(index)
                begins: Begins = "text" if number is None else "number"
                yield Segment(begins, tuple(texts), block, whole, number)
            index = after

    def _texts(self, start: int, end: int) -> list[str]:
        return [line.text for line in self._lines[start:end]]

    def _block_end(self, index: int) -> int:
        return self._ends[self._lines[index].block]

    def _text_end(self, index: int) -> int:
        end = self._block_end(index)
        for after in range(index + 1, end):
            if after in self._accepted or self._heading(after) is not None:
                return after
        return end

    def _heading(self, index: int) -> tuple[str, int] | None:
        """Read the title of the numbered heading at a line, and where what follows begins."""
        line = self._lines[index]
        marks = heading_marks(line.text)
        if not marks or not self._may_be_heading(index):
            return None
        title = line.text[marks[0].end :]
        if title:
            return (title, index + 1) if is_title(title) else None
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
        return ("", index + 1) if marks[0].stands_alone else None

    def _may_be_heading(self, index: int) -> bool:
        """Inside a block, a heading follows a finished sentence or precedes a paragraph."""
        if self._lines[index].first:
            return True
        following = index + 1
        return ends_sentence(self._lines[index - 1].text) or (
            following in self._accepted
            or (following < len(self._lines) and bool(heading_marks(self._lines[following].text)))
        )
