"""A file's blocks as lines, each with what its place and look tell about it.

Nothing is decided here: which lines begin a paragraph is for `corpus.numbering` to prove.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from corpus.chains import Candidate
from corpus.formulas import announces_recitals, is_about_sources, is_operative, is_recital
from corpus.headings import (
    PARTING,
    heading_marks,
    is_annex_line,
    is_summary_label,
    is_title,
    is_title_of,
)
from corpus.joining import ends_clause, ends_sentence, width, without_note_mark
from corpus.lists import list_mark
from corpus.marks import BARE, SELF_NAMING, Mark, given_mark, mark_of
from corpus.model import Block
from corpus.numbering import RECITAL

_TAIL = 40  # characters that tell what a text's end refers to
_PARTS_OF_QUANTITY = 2  # 3.5 may be one
_SMALL_START = 2.5  # the evidence against a paragraph that begins with a small letter
_OF_A_TITLE = 0.4  # the evidence of a title: enough where its number is missing otherwise
_SHORT = 0.7  # a line shorter than this part of the widest one ended before the margin
# What a number after it refers to, rather than begins: "…see paragraph / 26. above"
_REFERRING = re.compile(
    r"(?:第|见|参见|\b(?:(?:paras?|arts?|nos?|pp?|sects?|abs|ziff|rn)\.?|see|and|or|to|of"
    r"|paragraphs?|articles?|sections?|chapters?|annex|ziffer|point|alinéas?|paragraphes?))$",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(r"\s*(?:[*⁂✻]\s*)+")  # what parts a text: * * *
_GIVEN = 2.0  # the evidence that a format gives which knows a number to be one
_GOES_ON = re.compile(r"[,，、(（]$")
_CUT_OFF = re.compile(
    r"[,;:)，；：）、。]|(?:above|below|supra|infra|ibid)\b"
    r"|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
    r"|(?:Abs|Satz|Nr)\b"
    r"|(?-i:A?BGB|ZPO|GG|HGB|StGB|StPO|VwGO|VwVfG|InsO|AktG|GmbHG|EStG|UStG|AO|SGB|GVG|UWG|UrhG|ZGB"
    r"|TFEU|TEU|U\.S\.C\.)\b"
    r"|(?-i:of|du|des|de la|del|der|настоящ\w+)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `block` counts the blocks, `first` tells whether it begins its block.

    A number that the format gave stands at the beginning of `text`; `given` is its length.
    """

    text: str
    block: int
    first: bool
    given: int = 0

    @property
    def mark(self) -> Mark | None:
        """The number that the line begins with, if it does."""
        if not self.given:
            return mark_of(self.text)
        mark = given_mark(self.text[: self.given])
        return replace(mark, end=self.given) if mark else None


def lines_of(blocks: Sequence[Block]) -> tuple[Line, ...]:
    """Split blocks into lines without white space at their edges; ornaments are left out."""
    return tuple(
        Line(
            f"{block.number} {text.strip()}" if block.number and place == 0 else text.strip(),
            block_number,
            place == 0,
            len(block.number) if place == 0 else 0,
        )
        for block_number, block in enumerate(blocks)
        if not _ORNAMENT.fullmatch(block.text)
        for place, text in enumerate(filter(str.strip, block.text.split("\n")))
    )


def candidates(
    lines: Sequence[Line], blocks: Sequence[Block], named: Mapping[int, Mark] | None = None
) -> tuple[Candidate, ...]:
    """Find the lines that may begin a numbered paragraph, and weigh what speaks for each.

    `named` are marks found otherwise, by line.
    """
    found = []
    margin = max((width(line.text) for line in lines), default=0) * _SHORT
    above_it = _Above()
    among_sources = False
    for index, line in enumerate(lines):
        block = blocks[line.block]
        mark = line.mark if _may_be_numbered(block) else None
        mark = (named or {}).get(index, mark)
        if mark is None or (block.role == "heading" and mark.family not in SELF_NAMING):
            above_it.see(line, block)
            if block.role == "heading" or _is_whole_block(lines, index):
                among_sources = is_about_sources(line.text) or (
                    among_sources and block.role != "heading" and not begins_heading(line.text)
                )
            continue
        above = lines[index - 1] if index else None
        following = lines[index + 1] if index + 1 < len(lines) else None
        above_it.see_itself(line.text[mark.end :].lstrip())
        found.append(
            Candidate(
                index,
                mark,
                -1.0 if among_sources else _evidence(line, block, mark, above, margin, following),
                line.text,
                above_it.is_heading,
                above is not None and _announces(above),
                above_it.name,
                above_it.rank,
            )
        )
        if mark.family in SELF_NAMING or not (line.first and begins_heading(line.text)):
            above_it = _Above()
        else:
            above_it.see(line, block)  # "II. Merits" may be either
    alone = {index for index, line in enumerate(lines) if _is_whole_block(lines, index)}
    return tuple(_judged_by_kind(found, alone))


def _is_whole_block(lines: Sequence[Line], index: int) -> bool:
    return lines[index].first and (index + 1 == len(lines) or lines[index + 1].first)


def _judged_by_kind(found: Sequence[Candidate], alone: Set[int]) -> Iterator[Candidate]:
    """Weigh each candidate by how most of its family look: as sentences, with a capital."""
    starts: Counter[str] = Counter()
    small: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for candidate in found:
        family = candidate.mark.family
        starts[family] += 1
        small[family] += _starts_small(candidate)
        whole[family] += candidate.line in alone
        titles[family] += candidate.line in alone and _is_title(candidate)
    for candidate in found:
        family = candidate.mark.family
        evidence = candidate.evidence
        if _starts_small(candidate) and small[family] * 2 <= starts[family]:
            evidence -= _SMALL_START
        # Among paragraphs that end in full stops, "2. Merits" is a heading.
        if (
            candidate.line in alone
            and _is_title(candidate)
            and titles[family] * 2 <= whole[family]
            and evidence > 0
        ):
            evidence = _OF_A_TITLE
        yield replace(candidate, evidence=evidence)


def _is_title(candidate: Candidate) -> bool:
    rest = candidate.quote[candidate.mark.end :].strip()
    return candidate.mark.family not in SELF_NAMING and is_title(rest)


class _Above:
    """The headings between a candidate and the one before it; the highest names what starts."""

    def __init__(self) -> None:
        self.is_heading = False
        self.name = ""
        self.rank = 0

    def see(self, line: Line, block: Block) -> None:
        marks = heading_marks(line.text)
        if announces_recitals(line.text):
            self._take(4, RECITAL)
        elif is_operative(line.text):
            self._take(2, line.text.rstrip(",:，： "))
        elif block.role == "heading" or (
            begins_heading(line.text) if line.first else _is_annex(line, block)
        ):
            family = marks[0].family if marks else ""
            rank = 3 if family == "annex" else 2 if family in PARTING else 1
            self._take(rank, marks[0].printed if rank > 1 else line.text)

    def see_itself(self, words: str) -> None:
        """A candidate's own words may tell what starts with it."""
        if is_recital(words):
            self.rank, self.name = 4, RECITAL

    def _take(self, rank: int, name: str) -> None:
        self.is_heading = True
        if rank > self.rank:
            self.rank, self.name = rank, name


def _may_be_numbered(block: Block) -> bool:
    """Not a table or a note; an entry of a list inside a list only where its number says so."""
    if block.role == "item" and block.level > 1:
        return "." in block.number.rstrip(".")
    return block.role in ("body", "item", "heading")


def _is_annex(line: Line, block: Block) -> bool:
    return block.role == "body" and is_annex_line(line.text)


def _announces(line: Line) -> bool:
    return line.text.endswith((":", "："))


def _starts_small(candidate: Candidate) -> bool:
    """A small letter after the number goes on with a sentence, unless the report writes so.

    After 3.2.1 it begins a term that a standard defines.
    """
    return (
        len(candidate.value) <= _PARTS_OF_QUANTITY
        and candidate.quote[candidate.mark.end :].lstrip()[:1].islower()
    )


def begins_heading(text: str) -> bool:
    """Tell whether a line looks like a heading with a number, or announces a summary."""
    if is_summary_label(text):
        return True
    return any(is_title_of(mark, text[mark.end :] or "-") for mark in heading_marks(text))


def _may_be_a_pages(line: Line, rest: str, above: Line | None, following: Line | None) -> bool:
    """A number without a sign may be that of a page, which parts a sentence."""
    after = rest or (following.text if following is not None else "")
    ended = above is None or ends_sentence(above.text) or _is_apart(above, line)
    ended = ended or (above is not None and _announces(above))
    return not (line.first and ended) or (after[:1].islower() and list_mark(after) is None)


def _is_apart(above: Line, line: Line) -> bool:
    """Whether the line above is one by itself, and so a heading: "Annex", "The reference point"."""
    return above.first and line.first and (begins_heading(above.text) or is_title(above.text))


def _evidence(
    line: Line,
    block: Block,
    mark: Mark,
    above: Line | None,
    margin: float,
    following: Line | None,
) -> float:
    """Weigh a candidate by its place: above zero, it may be a paragraph's beginning."""
    rest = line.text[mark.end :].lstrip()
    if block.role == "heading":
        return 3.0 + _GIVEN
    if line.given:
        return 2.0 + _GIVEN
    if mark.family == BARE and _may_be_a_pages(line, rest, above, following):
        return -1.0
    if above is not None and (
        (_REFERRING.search(above.text[-_TAIL:]) and not _is_apart(above, line))
        # The recitals of a resolution end in commas, and its first paragraph stands below them.
        or (_GOES_ON.search(above.text) and not line.first)
    ):
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
    elif is_annex_line(above.text):
        evidence += 1.0
    elif not line.first and width(without_note_mark(above.text)) > margin:
        return -1.0  # the line above runs to the margin in mid-sentence: this one goes on with it
    return evidence
