"""The title of a report, found among what stands before its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.headings import is_section_label, is_summary_label, is_title
from corpus.identity import is_symbol
from corpus.joining import ends_sentence, joined, width
from corpus.lists import list_mark
from corpus.matter import STARRED
from corpus.segments import Segment

_BYLINE = re.compile(
    r"(?:\w+ )?(?:Reports?|Note|Letter) (?:of|by|from) the (?:Secretary-General|Secretariat"
    r"|(?:Special|Independent) \w+|\w+ High Commissioner.{0,40}|Director-General|President)\W*$"
    r"|(?:Rapport|Note) d(?:u|e la) (?:Secrétaire général|Secrétariat)\W*$"
    r"|(?:Informe|Nota) (?:del Secretario General|de la Secretaría)\W*$"
    r"|(?:Доклад|Записка) (?:Генерального секретаря|Секретариата)\W*$|秘书长的?报告\W*$"
    r"|تقرير الأمين العام\W*$",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(
    r"(?:United Nations|Nations Unies|Naciones Unidas|Объединенные Нации|الأمم المتحدة|联合国"
    r"|General Assembly|Security Council|Economic and Social Council|Human Rights Council|大会"
    r"|(?:IL|LE) PR[EÉ]SIDENTE? DE(?:LLA| LA) R[EÉ]PU(?:BBLICA|BLIQUE)|Le Premier ministre"
    r"|International Court of Justice|Cour internationale de Justice|Year \d{4}"
    r"|Cour de cassation|Conseil d['’][EÉ]tat|République française|Au nom du peuple français"
    r"|Bundesgerichtshof|Bundesverfassungsgericht|Im Namen des Volkes|Urteil|Beschluss"
    r"|Российская Федерация"
    r"|Promulga|Emana|Decreta|Décrète|Arrête"
    r"|Distr|General|(?:European|Council of Europe) Treaty Series|No\. \d+"
    r"|Council of Europe|European Court of Human Rights|Judgment|Decision|Report"
    r"|\W)+",
    re.IGNORECASE,
)
_ADOPTION = re.compile(
    r"(?:Resolution|Decision) adopted |(?:Résolution|Décision) adoptée |(?:Resolución|Decisión) "
    r"(?:aprobada|adoptada) |(?:Резолюция|Решение), принят|Принят[оа]? |Одобрен[оа]? ",
    re.IGNORECASE,
)
_VERSUS = re.compile(r"\W*(?:v|vs|versus|c|gegen|contre|contra)\.?\W*", re.IGNORECASE)
_PARTIES = re.compile(r"\s(?:v\.?|vs\.?|c\.|gegen|against|contre|contra|против)\s")
_NUMBER_OF_ACT = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[（(]\d{4}[〕\]）)].{0,12}号")
_MOST_TITLE_LINES = 3
_SHORT = 40  # columns: a line this short was not broken by a margin
Lines = tuple[str, ...]


def start_of(segments: Sequence[Segment]) -> int:
    """Where the text begins after the front matter: at a number, or at a heading with one."""
    return next(
        (
            place
            for place, segment in enumerate(segments)
            if segment.begins == "number" or segment.headings
        ),
        len(segments),
    )


def without_title(segments: Sequence[Segment]) -> tuple[str, list[Segment]]:
    """Find the title, and leave it out of what is walked over.

    A heading that stands above all others is one; else it is sought before the text begins.
    """
    kept = list(segments)
    if len(kept) < 2:
        return "", kept
    start = start_of(kept)
    headings = _title_headings(kept, start)
    numbered = any(segment.begins == "number" for segment in kept)
    before = kept[:start] if numbered or headings else kept[:1]
    seen = [
        segment.lines
        if (segment.begins == "text" or segment.is_title) and segment.block.role != "table"
        else ()
        for segment in before
    ]
    if len(headings) > 1:
        # A title in several lines: "Federal Law", "On Water".
        for place, lines in enumerate(seen):
            if lines and joined(lines) in headings:
                kept[place] = replace(kept[place], begins="text", lines=())
        return joined(headings), kept
    title, untitled = title_in(seen, headings)
    for place, lines in enumerate(untitled):
        if lines != seen[place]:
            kept[place] = replace(kept[place], begins="text", lines=lines)
    return title, kept


def _title_headings(segments: Sequence[Segment], start: int) -> list[str]:
    """The headings that may be the title: the only one at the top, or the widest of no level.

    Headings of no level one right below the other are one title.
    """
    titles = [
        (place, segment)
        for place, segment in enumerate(segments[:start])
        if segment.is_title
        and segment.block.role == "heading"
        and not is_section_label(segment.lines[0])
        and not is_masthead(segment.lines[0])
    ]
    top = [
        segment.lines[0]
        for place, segment in titles
        if segment.block.level == 1
        and (
            place == 0  # above all, and more than the name of what comes first
            or sum(one.begins == "heading" and one.block.level == 1 for one in segments) == 1
        )
        and segments[place + 1].begins != "number"
    ]
    groups: list[list[int]] = []
    for place, segment in titles:
        follows = segments[place + 1].begins if place + 1 < len(segments) else ""
        if segment.block.level == 0 and follows != "number":
            adjacent = bool(groups) and groups[-1][-1] == place - 1
            groups = [*groups[:-1], [*groups[-1], place]] if adjacent else [*groups, [place]]
    widest = max(groups, key=lambda group: _length(segments, group), default=[])
    return top[:1] or [segments[place].lines[0] for place in widest[:_MOST_TITLE_LINES]]


def _length(segments: Sequence[Segment], places: Sequence[int]) -> int:
    return sum(len(segments[place].lines[0]) for place in places)


def title_in(blocks: Sequence[Lines], headings: Sequence[str] = ()) -> tuple[str, list[Lines]]:
    """Find the report's title in what stands before its text.

    A line above "Report of the Secretary-General" is one. Else it is `headings`' first, or of
    all possible lines the widest: around a title stand shorter ones, the body, the session, the
    date. Capitals and the "v." between parties count twice.

    Returns:
        The title, or `""`, and the blocks without it.
    """
    found = [row for block, lines in enumerate(blocks) for row in _rows(block, lines)]
    possible = [row for row in found if _may_be_title(row[0])]
    best, place, row = next(
        (
            above
            for above, below in pairwise(found)
            if above in possible and _BYLINE.match(below[0]) and not _BYLINE.match(above[0])
        ),
        ("", -1, -1),
    )
    if not best and (parties := _parties(found)):
        return parties, list(blocks)
    if not best and headings:
        best, place, row = next(row for row in found if row[0] == headings[0])
    elif not best:
        best, place, row = max(possible, key=lambda one: _weight(one[0]), default=("", -1, -1))
    rest = list(blocks)
    if place >= 0:
        rest[place] = () if row < 0 else (*blocks[place][:row], *blocks[place][row + 1 :])
    return best, rest


def is_masthead(text: str) -> bool:
    """Tell whether a line names who publishes or what kind of document it is, not its subject.

    >>> is_masthead("General Assembly"), is_masthead("UNITED NATIONS"), is_masthead("Water")
    (True, True, False)
    """
    return _MASTHEAD.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Tell whether a line names who wrote a report of the United Nations.

    >>> is_byline("Note by the Secretariat"), is_byline("Notes on water")
    (True, False)
    """
    return _BYLINE.match(text) is not None


def _parties(rows: Sequence[tuple[str, int, int]]) -> str:
    """The parties to a case, each on a line of its own around a "v"."""
    for above, between, below in zip(rows, rows[1:], rows[2:], strict=False):
        if _VERSUS.fullmatch(between[0]) and is_title(above[0]) and is_title(below[0]):
            return joined([above[0], between[0].strip(" -–—"), below[0]])
    return ""


def _rows(block: int, lines: Lines) -> list[tuple[str, int, int]]:
    if len(lines) > _MOST_TITLE_LINES and ends_sentence(lines[-1]) and width(lines[0]) > _SHORT:
        return []  # prose that a margin broke
    # Two lines may be one title in two; more, with short ones above, are a cover's lines.
    if len(lines) > 1 and _NUMBER_OF_ACT.fullmatch(lines[-1]):
        above = [(text, block, number) for number, text in enumerate(lines[:-1])]
        return [*above, (lines[-1], block, len(lines) - 1)]
    as_one = len(lines) <= _MOST_TITLE_LINES and all(width(line) > _SHORT for line in lines[:-1])
    parted = width(lines[0]) <= _SHORT and ends_sentence(lines[-1]) if lines else False
    if lines and (as_one or (len(lines) == 2 and not parted)):
        return [(joined(lines), block, -1)]
    return [(text, block, number) for number, text in enumerate(lines)]


def _may_be_title(text: str) -> bool:
    starred = STARRED.search(text) is not None and _BYLINE.match(text) is None
    return (
        is_title(text)
        and list_mark(text) is None
        and not (starred or is_masthead(text) or is_summary_label(text) or is_section_label(text))
        and not text.endswith((",", "，", "،"))
        and _ADOPTION.match(text) is None
        and not is_symbol(text)
    )


def _weight(text: str) -> int:
    told = text.isupper() or _PARTIES.search(text) is not None
    return width(text) * (2 if told else 1)
