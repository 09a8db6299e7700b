"""A report put before a visitor: selected, opened, with questions to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import gradio as gr

from assistant.asking import Assistant
from assistant.model import NOTHING_SAID, Conversation
from assistant.page.examples import example_questions
from assistant.page.reader import empty_reader_html, reader_html
from assistant.page.rendering import Mark, messages, notice_html
from assistant.page.updating import choices, focus, placeholder
from assistant.wording import Wording


class Shown(NamedTuple):
    """What a change of report changes: selector, chat, reader, notice and conversation."""

    selector: Any = gr.skip()
    chat: Any = gr.skip()
    reader: Any = gr.skip()
    notice: Any = gr.skip()
    conversation: Any = gr.skip()


def present(
    assistant: Assistant,
    report_id: str | None,
    words: Wording,
    conversation: Conversation = NOTHING_SAID,
    marked: Sequence[Mark] = (),
) -> Shown:
    """Show a report, by default the first one, with what was said about it and is marked in it.

    Raises:
        UnknownReportError: If the library does not hold it.
    """
    held = assistant.library.reports()
    wanted = report_id or next((summary.id for summary in held), None)
    report = assistant.index.report(wanted) if wanted else None
    examples = example_questions(report, words) if report else ()
    said: Any = messages(conversation, words, report.language) if report else []
    return Shown(
        selector=gr.Dropdown(choices=choices(held), value=wanted, label=words.page.report),
        chat=gr.Chatbot(
            value=said,
            placeholder=placeholder(report, words),
            examples=[{"text": question} for question in examples],
        ),
        reader=gr.HTML(
            value=reader_html(report, words) if report else empty_reader_html(words),
            **(focus(marked) if marked else {}),
        ),
        notice=notice_html("", words),
        conversation=conversation,
    )


def report_language(assistant: Assistant, report_id: str | None) -> str:
    """The BCP 47 tag of a report's language; "und" for one that isn't there."""
    held = assistant.library.reports()
    return next((summary.language for summary in held if summary.id == report_id), "und")
