"""What stands around a report's text: its title, its front matter and its starred notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.headings import is_summary_label, is_title
from corpus.joining import ends_sentence, joined, width
from corpus.lists import list_mark

_STARS = re.compile(r"(?:\*{1,5}|[†‡]{1,3})(?=\s|$|[^*†‡\s])")
_STARRED = re.compile(r"(?<=[^\s*†‡])(\*{1,5}|[†‡]{1,3})(?![*†‡])")
_BYLINE = re.compile(
    r"(?:\w+ )?(?:Reports?|Note|Letter) (?:of|by|from) the (?:Secretary-General|Secretariat"
    r"|(?:Special|Independent) \w+|\w+ High Commissioner.{0,40}|Director-General|President)\W*$"
    r"|(?:Rapport|Note) d(?:u|e la) (?:Secrétaire général|Secrétariat)\W*$"
    r"|(?:Informe|Nota) (?:del Secretario General|de la Secretaría)\W*$"
    r"|(?:Доклад|Записка) (?:Генерального секретаря|Секретариата)\W*$|秘书长的?报告\W*$"
    r"|تقرير الأمين العام\W*$",
    re.IGNORECASE,
)
_PARTIES = re.compile(r"\s(?:v\.?|vs\.?|c\.|gegen|against|contre|contra|против)\s")
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

    Around a title stand shorter lines: the body, the session, the date. Capitals and the "v."
    between parties count twice; a line above "Report of the…" is the title whatever its width.

    Returns:
        The title, or `""`, and the blocks without it.
    """
    found: list[tuple[str, int, int]] = []
    for block, lines in enumerate(blocks):
        # Two lines may be one title in two; more, with short ones above, are a cover's lines.
        as_one = len(lines) <= _MOST_TITLE_LINES and all(
            width(line) > _SHORT for line in lines[:-1]
        )
        rows = [(-1, joined(lines))] if as_one or len(lines) == 2 else list(enumerate(lines))
        for number, text in rows:
            possible = is_title(text) and list_mark(text) is None and not _STARRED.search(text)
            if possible and not is_summary_label(text) and not text.endswith((",", "，")):
                found.append((text, block, number))
    best, place, row = _chosen(found)
    rest = list(blocks)
    if place >= 0:
        rest[place] = () if row < 0 else (*blocks[place][:row], *blocks[place][row + 1 :])
    return best, rest


def _chosen(found: Sequence[tuple[str, int, int]]) -> tuple[str, int, int]:
    for above, below in pairwise(found):
        if _BYLINE.match(below[0]) and not _BYLINE.match(above[0]):
            return above
    return max(found, key=lambda one: _weight(one[0]), default=("", -1, -1))


def _weight(text: str) -> int:
    told = text.isupper() or _PARTIES.search(text) is not None
    return width(text) * (2 if told else 1)


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
