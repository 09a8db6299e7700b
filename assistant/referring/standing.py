"""Where a conversation stands: what “the next paragraph” is next to."""

from __future__ import annotations

from assistant.model import Citation, Conversation
from assistant.referring.model import Standing
from corpus.model import Paragraph


def standing(conversation: Conversation) -> Standing | None:
    """What was quoted last, or was shown as nearest; None if nothing was.

    After a look-up that is all that was quoted, from its first to its last. After a search it is
    the paragraph that answered first, with those quoted right beside it.
    """
    for turn in reversed(conversation.turns):
        answer = turn.answer
        shown = answer.citations or answer.nearest[:1]
        if not shown:
            continue
        report_id = shown[0].paragraph.report_id
        ours = [citation for citation in shown if citation.paragraph.report_id == report_id]
        looked_up = answer.query.kind == "lookup"
        paragraphs = tuple(dict.fromkeys(citation.paragraph for citation in ours))
        if not looked_up:
            paragraphs = _beside_first(ours)
        return Standing(report_id, paragraphs, looked_up, bool(answer.citations))
    return None


def _beside_first(citations: list[Citation]) -> tuple[Paragraph, ...]:
    """The first paragraph cited, with the run of neighbours that were cited too."""
    cited = {citation.paragraph.ordinal: citation.paragraph for citation in citations}
    low = high = citations[0].paragraph.ordinal
    while low - 1 in cited:
        low -= 1
    while high + 1 in cited:
        high += 1
    return tuple(cited[ordinal] for ordinal in range(low, high + 1))
