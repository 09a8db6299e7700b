"""Plain text: its blocks, what its pages repeat at their edges, and the notes at their feet.

A program that turns a PDF into text parts its pages by form feeds, and leaves running heads, page
numbers and footnotes where they were printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.identity import is_symbol
from corpus.joining import ends_clause, ends_sentence, width
from corpus.marks import mark_of
from corpus.model import Block

Lines = list[str]
_EDGE = 3  # lines at a page's head, and at its foot, that may be there for the page's sake
_OFTEN = 0.3  # of the pages: left and right ones may differ
_LONGER_THAN_MARGINS = 180  # columns
_LONG, _FEWEST_LONG = 60, 3
_FEW = 0.1  # of the lines
_NUMBER = re.compile(r"\d+")
_GAP = re.compile(r"\s{2,}")
_RULE = re.compile(r"\s*(?:[_—–-]\s?){5,}")
_UNDERLINE = re.compile(r"\s*(?:-{3,}|={3,}|~{3,})\s*")
_NOTE = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z]|\*{1,4})[\])]?\s+\S")
_WORDS = re.compile(r"[^\W\d_]")


def one_a_line(lines: Sequence[str]) -> Sequence[str]:
    """Part lines by blank ones where each is a paragraph.

    Some are longer than any margin then, and hardly one breaks off in mid-sentence.
    """
    filled = [line for line in lines if line.strip()]
    long = sum(width(line) > _LONGER_THAN_MARGINS for line in filled)
    broken = sum(width(line) > _LONG and not ends_clause(line) for line in filled)
    if long < _FEWEST_LONG or long < len(filled) * _FEW or broken > len(filled) * _FEW:
        return lines
    parted: Lines = []
    for is_blank, group in groupby(lines, key=lambda line: not line.strip()):
        together = list(group)
        is_cover = all(width(line) <= _LONGER_THAN_MARGINS for line in together)
        if is_blank or is_cover:
            parted += together
        else:
            parted += [part for line in together for part in (line, "")]
    return parted


def text_blocks(lines: Sequence[str], page: int | None = None) -> Iterator[Block]:
    """Yield the blocks of a page, or of a text without pages, and its notes after them.

    Blank lines part blocks, and so do indents after finished sentences and the lines that a
    heading is underlined with.
    """
    text, notes = notes_apart(lines, to_the_end=page is not None)
    gathered: list[str] = []
    for line in [*text, ""]:
        underlined = bool(gathered) and _UNDERLINE.fullmatch(line) is not None
        if gathered and (not line.strip() or underlined or _is_indented_start(gathered[-1], line)):
            yield Block("\n".join(gathered), page=page)
            gathered = []
        if line.strip() and not underlined:
            gathered.append(line.rstrip())
    yield from (Block("\n".join(note), "footnote", page=page) for note in notes)


def _is_indented_start(above: str, line: str) -> bool:
    """Without a blank line, an indent after a finished sentence begins a new block."""
    return line[0].isspace() and not above[0].isspace() and ends_sentence(above)


def without_running_lines(pages: Sequence[Lines]) -> list[Lines]:
    """Drop the lines at pages' edges that others have too, but for a number.

    A symbol that heads each page stays on the first, where it tells what the document is.

    >>> without_running_lines([["A/80/1", "", "One.", "1"], ["A/80/1", "", "Two.", "2"]])
    [['A/80/1', '', '', 'One.'], ['', 'Two.']]
    """
    edges = [(_edge(page), _edge(page[::-1])) for page in pages]
    times = [Counter(key for edge in side for key in set(edge.values()))
             for side in zip(*edges, strict=True)]  # fmt: skip
    needed = max(2.0, len(pages) * _OFTEN)
    kept = []
    for number, (page, (head, foot)) in enumerate(zip(pages, edges, strict=True)):
        above = _length_of_running(head, times[0], needed)
        below = _length_of_running(foot, times[1], needed)
        heads = page[:above] if number == 0 else []
        symbols = [part for line in heads for part in _GAP.split(line.strip()) if is_symbol(part)]
        parted = [*symbols, ""] if symbols else []
        kept.append([*parted, *page[above : max(above, len(page) - below)]])
    return kept


def _edge(page: Sequence[str]) -> dict[int, str]:
    """The outermost lines of a page, by place, as they would be found on another page."""
    places = [place for place, line in enumerate(page) if line.strip()][:_EDGE]
    return {place: _NUMBER.sub("#", " ".join(page[place].split())) for place in places}


def _length_of_running(edge: dict[int, str], times: Counter[str], needed: float) -> int:
    """How many lines of an edge are repeated, from the outside in."""
    length = 0
    for place, key in edge.items():
        is_text = _WORDS.search(key) and (ends_sentence(key) or mark_of(key.replace("#", "1")))
        if times[key] < needed or is_text:
            break
        length = place + 1
    return length


def notes_apart(lines: Sequence[str], *, to_the_end: bool) -> tuple[Lines, list[Lines]]:
    """Take the notes below a rule out of some lines.

    Args:
        lines: Of a page, or of a whole text.
        to_the_end: Whether all below the rule is notes, as at a page's foot; else they end at the
            first blank line.

    Returns:
        The other lines, and those of each note.

    >>> notes_apart(["One.", "_____", "1  See A/59/50.", "2  Ibid."], to_the_end=True)
    (['One.'], [['1  See A/59/50.'], ['2  Ibid.']])
    """
    kept: Lines = []
    notes: list[Lines] = []
    inside = False
    for place, line in enumerate(lines):
        below = next(filter(str.strip, lines[place + 1 :]), "")
        if _RULE.fullmatch(line) and _NOTE.match(below):
            inside = True
        elif not inside or (not line.strip() and not to_the_end):
            inside = inside and not notes
            kept.append(line)
        elif _NOTE.match(line):
            notes.append([line.strip()])
        elif line.strip() and notes:
            notes[-1].append(line.strip())
    return kept, notes
