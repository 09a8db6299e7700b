"""What a reference is: as it is asked, and as a report has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.model import Heading, Paragraph

Unit = Literal[
    "annex", "section", "part", "article", "recital", "summary", "front", "note", "paragraph",
    "line", "sentence", "item",
]  # fmt: skip
SECTIONS: tuple[Unit, ...] = ("annex", "section", "part")  # what headings are called
Style = Literal["number", "roman", "letter", "compound", "place", "beside"]


@dataclass(frozen=True, slots=True)
class Label:
    """One name of a thing counted, read from a question.

    `place` counts from 1, or from the end with -1; `beside` is so many before (-1) or after (1)
    what was last spoken of, 0 being that itself. `text` is as written.
    """

    style: Style
    value: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """Things from one label to another, or one; `within` picks entries of the one picked."""

    first: Label
    last: Label | None = None
    within: tuple[Pick, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Things of one kind, such as paragraphs 3 and 5 to 7; without picks, all of them.

    `word` is what the question calls them ("chapter", "节"); `headings` are the sections meant
    where these are known already, by their titles.
    """

    unit: Unit
    picks: tuple[Pick, ...] = ()
    word: str = ""
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in a question, from its token `start` to before `end`.

    `steps` lead from the largest unit to the smallest: section IV, its last paragraph. `anchor` is
    what relative labels count from where that is said: the one before paragraph 26. `opening`
    means a section's own text, before its first part or before the part that is the last step.
    `elliptic` ones name no unit ("and the next?") and mean something only after a look-up;
    `excluded` ones say what of the others is not meant ("24 to 27 except 26").
    """

    steps: tuple[Step, ...]
    start: int
    end: int
    anchor: Mention | None = None
    opening: bool = False
    elliptic: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conversation stands: what was quoted last, in order.

    `looked_up` tells whether the question named it, rather than searched for it; `answered`
    whether it was quoted as the answer, not as what came nearest.
    """

    report_id: str
    paragraphs: tuple[Paragraph, ...]
    looked_up: bool = False
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """What a reference comes to: a stretch of a paragraph's text, or all of it.

    `item` is the label of the list entry that it is, or `""`.
    """

    paragraph: Paragraph
    start: int
    end: int
    item: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the paragraph."""
        return (self.start, self.end) == (0, len(self.paragraph.text))


@dataclass(frozen=True, slots=True)
class Missing:
    """What was asked for and isn't there.

    `unit` is its kind: nothing `before` the first paragraph or `after` the last, nothing `said`
    yet to count from, or no `text` under a heading. `labels` are its names as asked; `inside` is
    the paragraph that lacks an item, or the heading that lacks it; `nearest` are offered instead.
    """

    unit: Unit | Literal["before", "after", "said", "text"]
    labels: tuple[str, ...] = ()
    inside: Paragraph | Heading | None = None
    nearest: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """What a question refers to in one report.

    `places` are in the order asked for; `sections` the headings that were named. `rest` is what
    the question asks about these places, or `""` where it only wants to read them. `is_relative`
    tells that they were counted from what was quoted before.
    """

    places: tuple[Place, ...]
    missing: tuple[Missing, ...] = ()
    sections: tuple[Heading, ...] = ()
    rest: str = ""
    is_relative: bool = False

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs referred to, each once."""
        return tuple(dict.fromkeys(place.paragraph for place in self.places))
