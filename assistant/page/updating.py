"""New values for the page's parts, in a language."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import gradio as gr

from assistant.page.knowing import ALL
from assistant.page.rendering import Mark
from assistant.page.safety import inert_line, straight
from assistant.page.shelf import shelf_html
from assistant.wording import Wording, wording
from assistant.words.choosing import FALLBACK, known_languages
from corpus.model import Report
from index.records import ReportSummary

_THEME_BUTTON = (
    '<button type="button" aria-label="{label}" title="{label}">'
    '<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
    ' stroke-width="2" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/>'
    '<path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor"/></svg></button>'
)


def choices(reports: Sequence[ReportSummary], words: Wording) -> list[tuple[str, str]]:
    """The reports to choose from, title and id; all of them too, where there are several."""
    everything = [(words.reading.all_reports, ALL)] if len(reports) > 1 else []
    return [*everything, *((straight(report.title or report.id), report.id) for report in reports)]


def languages() -> list[tuple[str, str]]:
    """The languages to choose from: what each calls itself, and its tag; in the UN's order.

    >>> [tag for _, tag in languages()]
    ['ar', 'zh', 'en', 'fr', 'ru', 'es']
    """
    named = wording(FALLBACK).languages
    ordered = sorted(known_languages(), key=lambda tag: named[tag])
    return [(wording(tag).name, tag) for tag in ordered]


def labels(words: Wording) -> tuple[Any, ...]:
    """The labels outside the panes, in the order of the layout."""
    page = words.page
    return (
        gr.Dropdown(languages(), value=words.language, label=page.language),
        gr.HTML(value=_THEME_BUTTON.format(label=inert_line(page.theme))),
        gr.UploadButton(label=page.add_report),
        gr.Button(value=page.source),
        gr.HTML(value=f"<h2>{inert_line(page.chat)}</h2>"),
        gr.HTML(value=shelf_html(words)),
        gr.Button(value=page.new_chat),
        askable(words),
    )


def placeholder(report: Report | None, words: Wording, reports: int = 1) -> str:
    """What the chat shows before anything was asked of a report, or of several."""
    page = words.page
    if report is None:
        about = page.no_report
    elif reports > 1:
        about = words.reading.asked_of.format(count=reports)
    else:
        about = page.empty_report.format(verdict=words.numbering_verdict(report))
    return (
        f"<h2>{inert_line(page.empty_title)}</h2><p>{inert_line(page.empty_text)}</p>"
        f'<p class="about">{inert_line(about)}</p>'
        f'<p class="keys">{_keys(words)}</p>'
    )


def _keys(words: Wording) -> str:
    names = {"slash": "/", "left": "←", "right": "→", "escape": "Esc"}
    shown = {name: f"<kbd>{inert_line(sign)}</kbd>" for name, sign in names.items()}
    return words.reading.keys.format(**shown)


def askable(words: Wording, text: str | None = None) -> Any:
    """The box, waiting for a question; with a `text`, that is in it."""
    update: dict[str, Any] = {} if text is None else {"value": text}
    return gr.Textbox(
        label=words.page.question,
        placeholder=words.page.placeholder,
        submit_btn=words.page.ask,
        stop_btn=False,
        **update,
    )


def stoppable(words: Wording) -> Any:
    """The box while an answer is on its way."""
    return gr.Textbox(value="", submit_btn=False, stop_btn=words.page.stop)


def focused(wanted: Sequence[Mark], report_id: str = "") -> Any:
    """Tell the reader what to mark, and in which report; `""` is the one that is open."""
    return gr.HTML(**focus(wanted, report_id))


def focus(wanted: Sequence[Mark], report_id: str = "") -> dict[str, Any]:
    """The reader's property that tells it what to mark."""
    # The moment makes each one new: an equal value would not be noticed.
    return {"focus": {"marks": list(wanted), "report": report_id, "moment": time.time_ns()}}
