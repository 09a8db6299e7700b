"""What stands around a report's text: its cover, its front matter and its starred notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.joining import ends_sentence, joined, width
from corpus.segments import Segment

_STARS = re.compile(r"(?:\*{1,5}|[†‡]{1,3})(?=\s|$|[^*†‡\s])")
STARRED = re.compile(r"(?<=[^\s*†‡])(\*{1,5}|[†‡]{1,3})(?![*†‡])")
_PROSE = 100  # columns: a block this wide is prose even without a full stop
_MOST_COVER_LINES = 100
_CLOSING_BLOCKS = 4
_SHORT = 40  # columns: a line this short was not broken by a margin


class NoteMarks:
    """Remembers stars put after words: only then does a line beginning with them hold a note."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def see(self, lines: Sequence[str]) -> None:
        """Look for stars after words.

        >>> marks = NoteMarks()
        >>> marks.see(["暂定项目表* 项目86"])
        >>> marks.begins_note("*"), marks.begins_note("** E/2004/100")
        (True, False)
        """
        for line in lines:
            self._seen.update(STARRED.findall(line))

    def begins_note(self, line: str) -> bool:
        """Tell whether a line begins with stars that were met before."""
        stars = _STARS.match(line)
        return stars is not None and stars.group() in self._seen


def front_groups(blocks: Sequence[Sequence[str]]) -> list[list[str]]:
    """Group front matter into few paragraphs, each a list of lines.

    Short lines keep together (body, session, agenda item); a block of prose takes the short line
    right above it, its heading, with it.
    """
    groups: list[list[str]] = []
    short: list[str] = []
    for lines in blocks:
        text = joined(lines)
        if ends_sentence(text) or width(text) > _PROSE:
            heading = [short.pop()] if short else []
            groups += [short] if short else []
            groups.append([*heading, text])
            short = []
        else:
            short += lines if all(width(line) <= _SHORT for line in lines) else [text]
    return [*groups, short] if short else groups


def cover_and_closing(segments: Sequence[Segment]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines above the first paragraph, without notes, and the last lines of all."""
    notes = NoteMarks()
    cover: list[str] = []
    for segment in segments:
        if segment.begins == "number" or len(cover) > _MOST_COVER_LINES:
            break
        starred = bool(segment.lines) and notes.begins_note(segment.lines[0])
        if segment.begins != "note" and segment.block.role != "table" and not starred:
            cover += segment.lines
        notes.see(segment.lines)
    closing = [line for segment in segments[-_CLOSING_BLOCKS:] for line in segment.lines[-1:]]
    return tuple(cover), tuple(closing)
