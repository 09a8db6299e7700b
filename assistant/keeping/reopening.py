"""A past conversation on the library of today: its quotes found again in its reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.keeping.model import Kept
from assistant.model import Answer, Citation, Conversation
from corpus.model import Paragraph, Report
from index.errors import UnknownReportError


@dataclass(frozen=True, slots=True)
class Reopened:
    """A conversation that can go on.

    `gone` are the ids of reports that are no longer there, `changed` of those in which a quote
    is no longer found: it is kept as it was.
    """

    conversation: Conversation
    gone: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def reopened(kept: Kept, report: Callable[[str], Report]) -> Reopened:
    """Find a kept conversation's quotes again.

    A quote is looked for in the paragraph of the same anchor, for that is what links name; it may
    have moved inside it.

    Args:
        kept: The conversation.
        report: Gives a report by its id, or raises `UnknownReportError`.
    """
    found: dict[str, dict[str, Paragraph] | None] = {}
    changed: dict[str, None] = {}

    def paragraphs(report_id: str) -> dict[str, Paragraph] | None:
        if report_id not in found:
            try:
                held = report(report_id).paragraphs
                found[report_id] = {paragraph.anchor: paragraph for paragraph in held}
            except UnknownReportError:
                found[report_id] = None
        return found[report_id]

    def settled(citation: Citation) -> Citation:
        was = citation.paragraph
        held = paragraphs(was.report_id)
        if held is None:
            return citation
        moved = _moved(citation, held.get(was.anchor))
        if moved is None:
            changed[was.report_id] = None
            return citation
        return moved

    def answer(old: Answer) -> Answer:
        return replace(
            old,
            citations=tuple(settled(each) for each in old.citations),
            nearest=tuple(settled(each) for each in old.nearest),
            parallels=tuple(settled(each) for each in old.parallels),
        )

    turns = tuple(replace(turn, answer=answer(turn.answer)) for turn in kept.conversation.turns)
    gone = tuple(report_id for report_id, held in found.items() if held is None)
    return Reopened(replace(kept.conversation, turns=turns), gone, tuple(changed))


def _moved(citation: Citation, paragraph: Paragraph | None) -> Citation | None:
    """The citation in the paragraph of today, or None if that does not say so any more."""
    if paragraph is None:
        return None
    start = citation.start
    if paragraph.text[start : citation.end] != citation.quote:
        start = paragraph.text.find(citation.quote)
    if start < 0:
        return None
    return replace(citation, paragraph=paragraph, start=start, end=start + len(citation.quote))
