"""What a reference is narrowed down to, step by step."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.referring.model import Missing, Place, Standing
from corpus.model import Heading, Paragraph, Report


@dataclass(slots=True)
class Narrowing:
    """The paragraphs of a report that are still meant.

    `headings` are the sections reached so far; `places` are set once paragraphs, or parts of one,
    were told, and `missing` holds what was told and isn't there.
    """

    report: Report
    standing: Standing | None
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...] = ()
    places: tuple[Place, ...] | None = None
    missing: list[Missing] = field(default_factory=list)

    def settle(self, places: list[Place]) -> None:
        """Keep certain places and their paragraphs."""
        self.places = tuple(dict.fromkeys(places))
        self.paragraphs = tuple(dict.fromkeys(place.paragraph for place in places))
