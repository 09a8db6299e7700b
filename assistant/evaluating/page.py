"""The scorecard as one page that needs nothing else: no script, no network, light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from assistant.errors import UsageError
from assistant.evaluating import plot
from assistant.evaluating.asking import Asked
from assistant.evaluating.figures import row
from assistant.evaluating.measures import ANSWERING
from assistant.evaluating.risk import Point, at_coverage
from assistant.evaluating.scorecard import ABOUT_INTERVALS, Scorecard
from assistant.evaluating.tables import columns, count, gap_text
from assistant.wording import wording

_COVERAGES = (0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Fault:
    """Questions that went wrong in the same way."""

    title: str
    says: str
    asked: tuple[Asked, ...]


def write_page(path: Path, card: Scorecard) -> None:
    """Write the page; a page that was there is replaced.

    Raises:
        UsageError: If it can't be written.
    """
    try:
        path.write_text(page(card, date.today()), "utf-8")
    except OSError as error:
        raise UsageError(f"{path} can't be written ({error.strerror}).") from error


def page(card: Scorecard, day: date) -> str:
    """The whole page; every word of a question or a report is escaped."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    words = wording("en")
    folder = files("assistant.evaluating")
    single = [one for one in card.asked if one.manner == "single"]
    written = [one for one in card.asked if one.manner != "alone"]
    return environment.from_string(folder.joinpath("page.html").read_text("utf-8")).render(
        style=folder.joinpath("page.css").read_text("utf-8"),
        card=card,
        day=day.isoformat(),
        version=version("pincite"),
        files=dict.fromkeys(one.case.file.name for one in card.asked),
        questions=len(single),
        turns=len(written) - len(single),
        conversations=len({one.case.key for one in written if one.case.is_dialogue}),
        headline=row("", single or written, ANSWERING),
        measures=ANSWERING,
        columns=columns,
        count=count,
        gap=gap_text(card.gap) if card.gap else "",
        intervals=ABOUT_INTERVALS,
        drawing=plot.plot(card.curve, card.threshold) if card.curve else None,
        size=plot,
        levels=levels(card.curve),
        faults=faults(written),
        paragraphs={paragraph.ordinal: paragraph for paragraph in card.report.paragraphs},
        name=lambda citation: words.paragraph(citation.paragraph, citation.item),
        label=words.paragraph,
    )


def levels(curve: Sequence[Point]) -> list[Point]:
    """The points at a quarter, a half, three quarters and all of the questions."""
    return list(dict.fromkeys(at_coverage(curve, share) for share in _COVERAGES)) if curve else []


def faults(asked: Sequence[Asked]) -> tuple[Fault, ...]:
    """What went wrong, the worst first; a question stands in one group at most."""
    answered = [one for one in asked if one.is_answered]
    groups = (
        Fault(
            "Answered, although the report does not",
            "Nothing should have been cited.",
            tuple(one for one in answered if not one.is_answerable),
        ),
        Fault(
            "Answered with the wrong paragraphs",
            "A right paragraph is missing from what was cited.",
            tuple(one for one in answered if one.is_answerable and not one.is_right),
        ),
        Fault(
            "Refused, although the report answers",
            "Nothing was cited; what came nearest is shown.",
            tuple(one for one in asked if one.is_answerable and not one.is_answered),
        ),
        Fault(
            "Answered right, with more than belongs",
            "Some of what was cited is beside the point.",
            tuple(one for one in answered if one.gold and one.is_right and one.precision != 1.0),
        ),
    )
    return tuple(group for group in groups if group.asked)
