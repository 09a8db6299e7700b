"""What the assistant hears and says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.errors import MisquotedError
from corpus.model import Paragraph

QueryKind = Literal["search", "lookup", "smalltalk"]
Status = Literal["answered", "not_found", "smalltalk"]


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood.

    `asked` is what the person wrote, `standalone` what is searched for; `scope` holds the ids of
    the reports to stay within, none meaning all; `language` is the question's, as a BCP 47 tag.
    `beyond` holds what was quoted already where more is asked for, as report ids and ordinals;
    `within` holds the paragraphs to stay within, likewise, none meaning all.
    """

    asked: str
    standalone: str
    kind: QueryKind
    scope: tuple[str, ...] = ()
    language: str = "und"
    beyond: tuple[tuple[str, int], ...] = ()
    within: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands: `paragraph.text[start:end]` IS the quote.

    `marker` counts an answer's citations from 1; `item` is the label of the list entry quoted,
    or `""`.

    Raises:
        MisquotedError: If the span is not inside the paragraph's text.
    """

    marker: int
    paragraph: Paragraph
    start: int
    end: int
    item: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.paragraph.text):
            raise MisquotedError(self.paragraph.label, self.start, self.end)

    @property
    def quote(self) -> str:
        """The words cited."""
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Answer:
    """The one thing that the command line, the page and the API render.

    `confidence` is the chance, from 0 to 1, that the report answers. When `status` is
    `not_found`, `citations` is empty and `nearest` holds what came closest, best first.
    `text` is the answer in plain text, in the question's language, with `[1]` markers; of its
    lines `remarks` come before the quotes (what isn't there) and `notes` after them (what the
    report does not say, or says twice and differently). `parallels` are the paragraphs cited as
    another version of the report, in the question's language, has them; their markers are those
    of the citations.
    """

    status: Status
    text: str
    query: Query
    confidence: float
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()
    remarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    parallels: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said so far, oldest first; `id` is what it is kept under, `""` before that."""

    turns: tuple[Turn, ...] = ()
    id: str = ""

    def with_turn(self, turn: Turn) -> Conversation:
        """A new conversation, one turn longer."""
        return replace(self, turns=(*self.turns, turn))


NOTHING_SAID = Conversation()
