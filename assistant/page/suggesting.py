"""What may be asked after an answer, made from what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.model import Answer, Conversation
from assistant.page.knowing import Known
from assistant.wording import Wording, wording
from corpus.model import Paragraph, Report

_AT_MOST = 3
_LONGEST_TITLE = 30


def suggestions(conversation: Conversation, words: Wording, known: Known) -> tuple[str, ...]:
    """At most three questions in the language of the last one, none of which was asked."""
    answer = conversation.turns[-1].answer
    if answer.query.language != "und":
        words = wording(answer.query.language)
    asked = {turn.question.strip() for turn in conversation.turns}
    # As a person would type it: print keeps some signs with their words by other spaces.
    made = dict.fromkeys(" ".join(each.split()) for each in _made(answer, words, known))
    return tuple(question for question in made if question not in asked)[:_AT_MOST]


def _made(answer: Answer, words: Wording, known: Known) -> Iterator[str]:
    cited = [citation.paragraph for citation in answer.citations or answer.nearest]
    # A number alone does not say of which report where several are asked.
    report = known.reports.get(cited[0].report_id) if cited and not known.asks_several else None
    if answer.status == "not_found":
        if report:
            yield from (_by_number(paragraph, words) for paragraph in cited if paragraph.number)
        return
    if answer.query.kind == "search" and cited:
        yield words.reading.ask_more
    if report is None:
        return
    following = _following(report, cited[-1])
    if following:
        yield _by_number(following, words)
    for heading in reversed(cited[0].headings):
        if 1 < len(heading.title) <= _LONGEST_TITLE:
            yield words.page.ask_section.format(title=heading.title)
            return


def _by_number(paragraph: Paragraph, words: Wording) -> str:
    name = words.numbered(paragraph.number, paragraph.series)
    return words.page.ask_paragraph.format(paragraph=name)


def _following(report: Report, paragraph: Paragraph) -> Paragraph | None:
    """The next numbered paragraph of the body."""
    return next(
        (
            later
            for later in report.paragraphs
            if later.ordinal > paragraph.ordinal and later.kind == "body" and later.number
        ),
        None,
    )
