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

    `number` is what the format itself knows to be a number (Word's automatic ones, a field of a
    JSON line); a number typed into the text stays in `text`. `level` is a heading's depth,
    from 1; `page` counts from 1.
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
    without the closing dot (`"26"`, `"第三条"`, or `""`), and may repeat or restart. `anchor` is
    unique within its report and what links use: `p26`, `p13-2` for a second 13, `summary`,
    `front-1`, `note-1`. Offsets of items count characters (code points) of `text`.
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

    @property
    def label(self) -> str:
        """What a person calls it, in no particular language.

        >>> Paragraph("r", 1, "26", "body", "…", "p26").label
        '¶ 26'
        """
        if self.number:
            return f"¶ {self.number}" if self.number[0].isdigit() else self.number
        return self.anchor


@dataclass(frozen=True, slots=True)
class Numbering:
    """The verdict on a report's numbers, with its evidence.

    `gaps` and `doubles` name the missing and the repeated numbers; `doubted` quotes lines that
    look like a paragraph's beginning but were not taken for one; `warnings` are sentences.
    """

    status: NumberingStatus
    numbered: int
    gaps: tuple[str, ...] = ()
    doubles: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    `id` is a readable slug; `symbol` is the document's own (`"A/80/81"`) or `""`; `date` is ISO
    8601 or `""`; `language` is a BCP 47 tag or `"und"`; `source` tells where it was read from, or
    is `""`; `digest` is the SHA-256 of the paragraphs' content, in hexadecimal.
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
