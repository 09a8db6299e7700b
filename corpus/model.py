"""What a report is made of, once it has been read.

A format emits `Block`s; numbering turns them into `Paragraph`s under `Heading`s; together they
are a `Report`. All are immutable values: nothing here reads a file or knows of a screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["heading", "body", "item", "table", "footnote"]
Kind = Literal["body", "summary", "front", "note"]
NumberingStatus = Literal["complete", "gaps", "none"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text as a format emits it, before its number is understood.

    `number` is what the format itself knows to be a number and keeps out of the text (Word's
    automatic ones, an `<ol>`, a number in the margin, a field of a JSON line), as it would be
    printed, its signs with it: `"26."`, `"(a)"`, `"第三条"`. A number typed into the text stays in
    `text`. `level` is the depth of a heading or of a list's entry, from 1; `page` counts from 1.
    """

    text: str
    role: Role = "body"
    number: str = ""
    level: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as printed; `ordinal` is that of the first paragraph below it."""

    number: str
    title: str
    level: int
    ordinal: int

    @property
    def label(self) -> str:
        """Number and title on one line.

        >>> Heading("四.", "成果", 1, 12).label
        '四. 成果'
        """
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list inside a paragraph: `text[start:end]`, without its mark.

    `label` is as printed (`a`, `iii`); an unlettered bullet is counted, so the second is `b`.
    """

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The unit that is retrieved and cited.

    `ordinal` is its place in the report, from 1, and unique; `number` is its own, as printed
    without the closing dot (`"26"`, `"第三条"`, or `""`), and may repeat or restart; `series` then
    tells which sequence it counts in: `""` for the plain one, `"article"`, `"recital"`, a
    language where a report is in two, or the heading below which numbers start afresh
    (`"Annex I"`). `anchor` is unique within its report and what links use: `p26`, `p13-2` for a
    second 13, `summary`, `front-1`, `note-1`. Offsets of items count characters (code points) of
    `text`.
    """

    report_id: str
    ordinal: int
    number: str
    kind: Kind
    text: str
    anchor: str
    items: tuple[Item, ...] = ()
    headings: tuple[Heading, ...] = ()
    page: int | None = None
    series: str = ""

    @property
    def label(self) -> str:
        """What a person calls it, in no particular language.

        >>> Paragraph("r", 1, "26", "body", "…", "p26").label
        '¶ 26'
        >>> Paragraph("r", 1, "3", "body", "…", "p3-2", series="Annex I").label
        'Annex I, ¶ 3'
        """
        if not self.number:
            return self.anchor
        if not self.number[0].isdigit():
            return self.number
        if self.series == "recital":
            return f"recital {self.number}"
        return f"{self.series}, ¶ {self.number}" if self.series else f"¶ {self.number}"


@dataclass(frozen=True, slots=True)
class Series:
    """The verdict on one sequence of numbers; `name` is its paragraphs' `series`.

    `first` and `last` are its ends as printed.
    """

    name: str
    status: NumberingStatus
    numbered: int
    first: str
    last: str
    gaps: tuple[str, ...] = ()
    doubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbering:
    """The verdict on a report's numbers, with its evidence.

    `gaps` and `doubles` name the missing and the repeated numbers; `doubted` quotes lines that
    look like a paragraph's beginning but were not taken for one; `warnings` are sentences.
    `series` are the verdicts on its parts, in order.
    """

    status: NumberingStatus
    numbered: int
    gaps: tuple[str, ...] = ()
    doubles: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    `id` is a readable slug; `symbol` is the document's own (`"A/80/81"`) or `""`, and without one
    `short_title`, or `""`, is what citations call it by; `date` is ISO 8601 or `""`; `language` is
    a BCP 47 tag or `"und"`; `source` tells where it was read from, or is `""`; `digest` is the
    SHA-256 of the paragraphs' content, in hexadecimal.
    """

    id: str
    title: str
    symbol: str
    date: str
    language: str
    source: str
    digest: str
    paragraphs: tuple[Paragraph, ...]
    outline: tuple[Heading, ...]
    numbering: Numbering
    short_title: str = ""
