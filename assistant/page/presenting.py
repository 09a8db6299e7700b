"""A report put before a visitor: selected, opened, with questions to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import gradio as gr

from assistant.asking import Assistant
from assistant.model import NOTHING_SAID, Conversation
from assistant.page.examples import example_questions, questions_across
from assistant.page.knowing import ALL, Known, known
from assistant.page.reader import empty_reader_html, reader_html
from assistant.page.rendering import Mark, messages, notice_html
from assistant.page.safety import straight
from assistant.page.updating import choices, focus, placeholder
from assistant.wording import Wording
from corpus.model import Report
from index.records import ReportSummary


class Choice(NamedTuple):
    """What a visitor has before them: the report selected, or `ALL`, and the language."""

    report: str | None = None
    language: str = ""


class Shown(NamedTuple):
    """What a change of report changes: the parts of the page, what was said, what is chosen."""

    selector: Any = gr.skip()
    chat: Any = gr.skip()
    reader: Any = gr.skip()
    notice: Any = gr.skip()
    conversation: Any = gr.skip()
    choice: Any = gr.skip()


def present(
    assistant: Assistant,
    report_id: str | None,
    words: Wording,
    conversation: Conversation = NOTHING_SAID,
    marked: Sequence[Mark] = (),
) -> Shown:
    """Select a report, by default the first one, or all, with what was said and is marked in it.

    Where all are selected, the reader opens the one that was cited last.

    Raises:
        UnknownReportError: If the library does not hold it.
    """
    held = assistant.library.reports()
    several = report_id == ALL and len(held) > 1
    wanted = None if report_id == ALL else report_id
    wanted = wanted or _cited_last(conversation, held) or next((each.id for each in held), None)
    report = assistant.index.report(wanted) if wanted else None
    selected = ALL if several else wanted
    view = known(assistant, selected)
    said: Any = messages(conversation, words, view)
    return Shown(
        selector=gr.Dropdown(
            choices=choices(held, words),
            value=selected,
            label=words.page.report,
        ),
        chat=gr.Chatbot(
            value=said,
            placeholder=placeholder(report, words, len(held) if several else 1),
            examples=[{"text": straight(question)} for question in _examples(view, report, words)],
        ),
        reader=gr.HTML(
            value=reader_html(report, words, named=several) if report else empty_reader_html(words),
            **(focus(marked) if marked else {}),
        ),
        notice=notice_html("", words),
        conversation=conversation,
        choice=Choice(selected, words.language),
    )


def opened(assistant: Assistant, report_id: str, words: Wording) -> Any:
    """The reader at a report that is not selected: a citation led there.

    Raises:
        UnknownReportError: If the library does not hold it.
    """
    return gr.HTML(value=reader_html(assistant.index.report(report_id), words, named=True))


def _examples(view: Known, report: Report | None, words: Wording) -> Sequence[str]:
    if report is None:
        return ()
    if not view.asks_several:
        return example_questions(report, words)
    return questions_across(tuple(view.reports.values()), words)


def _cited_last(conversation: Conversation, held: Sequence[ReportSummary]) -> str | None:
    """The report that the last answer with citations quotes, if it is still there."""
    ids = {each.id for each in held}
    cited = (turn.answer.citations for turn in reversed(conversation.turns))
    last = next((citations[0].paragraph.report_id for citations in cited if citations), None)
    return last if last in ids else None
