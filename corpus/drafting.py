"""Paragraphs in the making: texts grow line by line, then anchors and headings are settled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from corpus.joining import ends_sentence, joined, without_note_mark
from corpus.lists import ListMark
from corpus.model import Heading, Item, Kind, Numbering, Paragraph
from corpus.nesting import Nesting
from corpus.numbering import together

_LIST_GOES_ON = re.compile(r"[;；.。,，](?:\s*(?:and|or|et|ou|y|o|и|или|und|oder|和|及|或))?\s*$")
_TAIL = 40  # characters that tell how a line ends
_NOT_IN_ANCHORS = re.compile(r"[^0-9A-Za-z.-]+")


@dataclass(slots=True)
class _Entry:
    """A line of a paragraph's text, from the old layout's lines.

    An entry of a list has a label, and its words begin at `start`.
    """

    lines: list[str]
    label: str | None = None
    start: int = 0


@dataclass(slots=True)
class _Draft:
    kind: Kind
    number: str
    value: str
    headings: tuple[int, ...]
    page: int | None
    series: str = ""
    entries: list[_Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a report's blocks say: `title` is `""` if none is printed.

    `cover` are the lines above its first paragraph, without notes, and `closing` those below its
    last: where a document says what it is.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    outline: tuple[Heading, ...]
    numbering: Numbering
    cover: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


def put_together(arrangements: Sequence[Arrangement]) -> Arrangement:
    """Put the texts of one report one after the other: places go on, anchors stay unique."""
    paragraphs: list[Paragraph] = []
    outline: list[Heading] = []
    anchors = _Anchors()
    for arrangement in arrangements:
        before = len(paragraphs)
        moved = {heading: replace(heading, ordinal=heading.ordinal + before)
                 for heading in arrangement.outline}  # fmt: skip
        outline += moved.values()
        for paragraph in arrangement.paragraphs:
            paragraphs.append(
                replace(
                    paragraph,
                    ordinal=paragraph.ordinal + before,
                    anchor=anchors.unique(paragraph.anchor),
                    headings=tuple(moved[heading] for heading in paragraph.headings),
                )
            )
    title = next((one.title for one in arrangements if one.title), "")
    numbering = together([arrangement.numbering for arrangement in arrangements])
    first = arrangements[0]
    return Arrangement(
        title, tuple(paragraphs), tuple(outline), numbering, first.cover, first.closing
    )


class Drafting:
    """Collects a report's paragraphs and headings in the order in which they are met."""

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []
        self._current: _Draft | None = None
        self._interrupted: _Draft | None = None
        self._headings: list[tuple[str, str, int, int]] = []
        self._open: list[int] = []
        self._nesting = Nesting()

    def begin(
        self,
        kind: Kind,
        number: str = "",
        value: str = "",
        page: int | None = None,
        series: str = "",
    ) -> None:
        """Begin a paragraph; `value` is its number as anchors write it, if not as printed."""
        self._current = _Draft(kind, number, value or number, tuple(self._open), page, series)
        self._drafts.append(self._current)
        if kind != "note":
            self._interrupted = self._current if kind == "body" else None
            self._nesting = Nesting()

    def resume(self) -> bool:
        """Go back from a note to the paragraph that it interrupted, if there is one to go on with.

        A heading ends what stood above it.
        """
        if self._interrupted is None:
            return False
        self._current = self._interrupted
        return True

    def add(self, text: str) -> None:
        """Begin a new line of the paragraph's text."""
        self._entries.append(_Entry([text]))

    def add_item(self, text: str, mark: ListMark) -> None:
        """Begin an entry of a list; one without a label is counted."""
        # A printed label belongs to the text, a bullet to the layout.
        line = joined([mark.printed, text]) if mark.on_own_line else mark.printed + text
        label = self._nesting.enter(mark)
        self._entries.append(_Entry([line], label, len(line) - len(text)))

    def go_on(self, text: str) -> None:
        """Go on with the line begun last, where the old layout broke it."""
        if self._entries:
            self._entries[-1].lines.append(text)
        else:
            self.add(text)

    @property
    def _entries(self) -> list[_Entry]:
        return self._current.entries if self._current else []

    @property
    def kind(self) -> Kind | None:
        """The kind of the paragraph in the making; None before the first and below a heading."""
        return self._current.kind if self._current else None

    @property
    def is_finished(self) -> bool:
        """Whether the paragraph in the making could end here, or none has begun."""
        if not self._drafts:
            return True
        entries = self._drafts[-1].entries
        return bool(entries) and ends_sentence(entries[-1].lines[-1])

    @property
    def ends_clause(self) -> bool:
        """Whether the paragraph in the making ends with a semicolon, as a resolution's do."""
        return bool(self._entries) and without_note_mark(
            self._entries[-1].lines[-1][-_TAIL:]
        ).endswith((";", "；"))

    @property
    def announces_list(self) -> bool:
        """Whether the next line could begin an entry of a list, though no blank line is above."""
        if not self._entries:
            return True
        above = self._entries[-1].lines[-1][-_TAIL:]
        return above.endswith((":", "：")) or (
            bool(self._nesting) and _LIST_GOES_ON.search(above) is not None
        )

    @property
    def in_list(self) -> bool:
        """Whether the paragraph in the making holds a list."""
        return bool(self._nesting)

    def takes(self, mark: ListMark) -> bool:
        """Whether a mark begins a list or goes on with one: "(26) of the Charter" does not."""
        return self._nesting.takes(mark)

    def open_heading(self, number: str, title: str, level: int) -> None:
        """Put what follows below a heading, and close those of its level and deeper."""
        self.close_headings(level)
        self._headings.append((number, title, level, len(self._drafts)))
        self._open.append(len(self._headings) - 1)
        self._current = self._interrupted = None

    def close_headings(self, level: int) -> None:
        """Close the headings of a level and deeper."""
        self._open = [index for index in self._open if self._headings[index][2] < level]

    def outline(self) -> tuple[Heading, ...]:
        """All headings, in order."""
        filled = [0, *accumulate(bool(draft.entries) for draft in self._drafts)]
        return tuple(
            Heading(number, title, level, filled[drafts] + 1)
            for number, title, level, drafts in self._headings
        )

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs that hold anything, numbered through and anchored."""
        outline = self.outline()
        anchors = _Anchors()
        finished: list[Paragraph] = []
        for ordinal, draft in enumerate((d for d in self._drafts if d.entries), start=1):
            text, items = _text_and_items(draft.entries)
            finished.append(
                Paragraph(
                    report_id="",
                    ordinal=ordinal,
                    number=draft.number,
                    kind=draft.kind,
                    text=text,
                    anchor=anchors.next(draft.kind, draft.value),
                    items=items,
                    headings=tuple(outline[index] for index in draft.headings),
                    page=draft.page,
                    series=draft.series,
                )
            )
        return tuple(finished)


class _Anchors:
    """Hands out names for links, each once."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._counts: dict[str, int] = {}

    def next(self, kind: Kind, value: str) -> str:
        if kind == "summary":
            return self.unique("summary")
        if value:
            slug = _NOT_IN_ANCHORS.sub("-", value).strip("-.") or "x"
            return self.unique(f"p{slug}" if kind == "body" else f"{kind}-{slug}")
        stem = "u" if kind == "body" else f"{kind}-"
        self._counts[stem] = self._counts.get(stem, 0) + 1
        return self.unique(f"{stem}{self._counts[stem]}")

    def unique(self, anchor: str) -> str:
        """The anchor, or its next variant where it is taken."""
        unique = anchor
        while unique in self._used:
            self._counts[anchor] = self._counts.get(anchor, 1) + 1
            unique = f"{anchor}-{self._counts[anchor]}"
        self._used.add(unique)
        return unique


def _text_and_items(entries: Sequence[_Entry]) -> tuple[str, tuple[Item, ...]]:
    pieces: list[str] = []
    items = []
    length = 0
    for entry in entries:
        piece = joined(entry.lines) if len(entry.lines) > 1 else entry.lines[0]
        if entry.label is not None:
            items.append(Item(entry.label, length + entry.start, length + len(piece)))
        pieces.append(piece)
        length += len(piece) + 1
    return "\n".join(pieces), tuple(items)
