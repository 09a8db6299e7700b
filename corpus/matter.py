"""What stands around a report's text: its title, its front matter and its starred notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.headings import is_summary_label, is_title
from corpus.joining import ends_sentence, joined, width
from corpus.lists import list_mark

_STARS = re.compile(r"(?:\*{1,5}|[†‡]{1,3})(?=\s|$|[^*†‡\s])")
_STARRED = re.compile(r"(?<=[^\s*†‡])(\*{1,5}|[†‡]{1,3})(?![*†‡])")
_MOST_TITLE_LINES = 3
_PROSE = 100  # columns: a block this wide is prose even without a full stop
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
            self._seen.update(_STARRED.findall(line))

    def begins_note(self, line: str) -> bool:
        """Tell whether a line begins with stars that were met before."""
        stars = _STARS.match(line)
        return stars is not None and stars.group() in self._seen


def title_in(blocks: Sequence[tuple[str, ...]]) -> tuple[str, list[tuple[str, ...]]]:
    """Find the report's title in what stands before its text: of all possible, the widest.

    Around a title stand shorter lines: the body, the session, the date.

    Returns:
        The title, or `""`, and the blocks without it.
    """
    best, place, row = "", -1, -1
    for block, lines in enumerate(blocks):
        # Two lines may be one title in two; more, with short ones above, are a cover's lines.
        as_one = len(lines) <= _MOST_TITLE_LINES and all(
            width(line) > _SHORT for line in lines[:-1]
        )
        rows = [(-1, joined(lines))] if as_one or len(lines) == 2 else list(enumerate(lines))
        for number, text in rows:
            possible = is_title(text) and list_mark(text) is None and not _STARRED.search(text)
            if possible and not is_summary_label(text) and width(text) > width(best):
                best, place, row = text, block, number
    rest = list(blocks)
    if place >= 0:
        rest[place] = () if row < 0 else (*blocks[place][:row], *blocks[place][row + 1 :])
    return best, rest


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
