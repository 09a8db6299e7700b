"""The page's parts and what happens when they are used; the look is in `style.css`."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import gradio as gr
from gradio.events import api

from assistant.model import Conversation
from assistant.page.keeping import Keeping
from assistant.page.presenting import Choice
from assistant.page.responding import Responding
from assistant.page.resuming import Resuming
from assistant.page.safety import inert
from assistant.page.updating import languages
from assistant.wording import wording
from assistant.words.choosing import FALLBACK
from corpus.decoding import MAX_BYTES
from corpus.gathering import ARCHIVE_SUFFIX
from corpus.reading import known_suffixes

# The reader's scripts share one scope, in this order.
_READER = (
    "places.js",
    "marking.js",
    "moving.js",
    "copying.js",
    "citing.js",
    "finding.js",
    "following.js",
    "loading.js",
    "asking.js",
    "reader.js",
)
# The choice of a language outlives a visit; these run around the handlers in the browser.
_KEEP_LANGUAGE = "(...all) => { localStorage.setItem('pincite-language', all[2]); return all; }"
_KEPT_LANGUAGE = "() => localStorage.getItem('pincite-language')"
_FILTER_AGAIN = "() => window.pinciteFilter()"
_REPLACING = "(...all) => [...all.slice(0, -1), window.pinciteReplacing ?? '']"
# The browser still knows it when the server does not. The selector's value goes along as text: a
# server started anew has no such choice.
_KEPT_CONVERSATION = (
    "(_, conversation, report, language) =>"
    " [window.pinciteConnection(report), conversation, null, language]"
)
_BRAND = (
    '<h1><span class="logo" aria-hidden="true">¶</span>'
    f"<span>{inert(wording(FALLBACK).page.page_title)}</span></h1>"
)


def build(responding: Responding, keeping: Keeping, resuming: Resuming) -> gr.Blocks:
    """The whole page, empty: a visitor's arrival fills it in their language."""
    words = wording(FALLBACK).page
    page = gr.Blocks(title="Pincite", fill_height=True, fill_width=True, analytics_enabled=False)
    with page:
        conversation = gr.State(Conversation())
        choice = gr.State(Choice())
        kept_language = gr.Textbox(visible=False)
        replacing = gr.Textbox(visible=False)
        resumed = gr.Textbox(visible=False)
        resume = gr.Button("", elem_id="resume", visible="hidden")
        with gr.Row(elem_id="header"):
            gr.HTML(_BRAND, elem_id="brand", js_on_load=None, apply_default_css=False)
            selector = gr.Dropdown(
                [],
                label=words.report,
                elem_id="selector",
                container=False,
                filterable=True,
                allow_custom_value=False,
                show_label=False,
            )
            add = gr.UploadButton(words.add_report, elem_id="add", size="sm", file_count="multiple")
            source = gr.Button(words.source, elem_id="source", size="sm")
            language = gr.Dropdown(
                languages(),
                value=FALLBACK,
                label=words.language,
                elem_id="language",
                container=False,
                filterable=False,
                show_label=False,
            )
            theme = gr.HTML("", elem_id="theme", js_on_load=None, apply_default_css=False)
        with gr.Row(elem_id="main"):
            with gr.Column(elem_id="left", min_width=320):
                with gr.Row(elem_id="chatbar"):
                    chat_title = gr.HTML("", js_on_load=None, apply_default_css=False)
                    shelf = gr.HTML(
                        "",
                        elem_id="keeping",
                        js_on_load=_read("keeping.js"),
                        past=None,
                        download=None,
                        judged=None,
                        apply_default_css=False,
                    )
                    fresh = gr.Button(words.new_chat, elem_id="fresh", size="sm")
                chat = gr.Chatbot(
                    elem_id="chat",
                    label=words.chat,
                    show_label=False,
                    container=False,
                    height=None,
                    layout="bubble",
                    buttons=[],
                    latex_delimiters=[],
                    allow_tags=False,
                    feedback_options=None,
                    autoscroll=False,
                )
                notice = gr.HTML("", elem_id="notice", js_on_load=None, apply_default_css=False)
                cancel = gr.Button(words.cancel, elem_id="cancel", size="sm", visible=False)
                box = gr.Textbox(
                    elem_id="ask",
                    label=words.question,
                    show_label=False,
                    container=False,
                    placeholder=words.placeholder,
                    submit_btn=words.ask,
                    max_lines=6,
                    autofocus=True,
                )
            with gr.Column(elem_id="right", min_width=320):
                reader = gr.HTML(
                    "",
                    elem_id="reader",
                    js_on_load="\n".join(map(_read, _READER)),
                    focus=None,
                    apply_default_css=False,
                    server_functions=[_plain(responding.rest)],
                )
        asked = [chat, box, reader, notice, conversation]
        shown = [selector, chat, reader, notice, conversation, choice]
        labels = [language, theme, add, source, chat_title, shelf, fresh, box]
        scope = [conversation, selector, language]
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

        submitted = box.submit(
            responding.ask,
            [box, *scope, replacing],
            asked,
            api_name="chat",
            concurrency_limit=8,
            js=_REPLACING,
            **quiet,
        )
        example = chat.example_select(
            responding.pressed, scope, asked, concurrency_limit=8, **quiet
        )
        option = chat.option_select(responding.pressed, scope, asked, concurrency_limit=8, **quiet)
        for answered in (submitted, example, option):
            answered.then(
                responding.keep,
                scope,
                notice,
                concurrency_limit=8,
                trigger_mode="multiple",
                **quiet,
            )
        reader.submit(responding.open, language, [reader, notice], concurrency_limit=8, **quiet)
        box.stop(responding.stop, scope, [chat, box, notice], **quiet)
        fresh.click(responding.renew, [selector, language], shown, **quiet)
        selector.input(responding.choose, [selector, language, choice], shown, **quiet)
        selector.focus(responding.refresh, language, selector, **quiet).then(None, js=_FILTER_AGAIN)
        add.upload(
            responding.receiving.add,
            [add, language],
            [add, cancel, *shown],
            concurrency_limit=2,
            **quiet,
        )
        shelf.submit(
            keeping.act,
            scope,
            [*shown, shelf],
            concurrency_limit=8,
            trigger_mode="multiple",  # what is typed into a search goes on meanwhile
            **quiet,
        )
        cancel.click(responding.receiving.cancel, None, cancel, **quiet)
        language.input(
            responding.relabel,
            [*scope, choice],
            [*shown, *labels],
            js=_KEEP_LANGUAGE,
            **quiet,
        )
        resume.click(
            resuming.resume,
            [resumed, *scope],
            shown,
            js=_KEPT_CONVERSATION,
            concurrency_limit=8,
            **quiet,
        )
        # For programs: the one endpoint that is meant to be called by others.
        api(responding.answer, api_name="ask", concurrency_limit=8)
        page.load(
            responding.load,
            kept_language,
            [*shown, *labels],
            js=_KEPT_LANGUAGE,
            **quiet,
        )
    return page


def _plain(method: Callable[[dict[str, str]], list[str]]) -> Callable[..., list[str]]:
    """A method as a function: Gradio sets a mark on what the page may call."""

    def rest(wanted: dict[str, str]) -> list[str]:
        return method(wanted)

    return rest


def head() -> str:
    """What goes into the page's head: the style, and the script that runs before Gradio's.

    Gradio rewrites a style given as `css=`, so it comes as an element of its own.
    """
    limits = json.dumps(
        {"suffixes": ",".join((*known_suffixes(), ARCHIVE_SUFFIX)), "bytes": MAX_BYTES}
    )
    scripts = "\n".join(map(_read, ("head.js", "selecting.js", "connection.js", "accessible.js")))
    script = f"window.pinciteLimits = {limits};\n{scripts}"
    style = "".join(map(_read, ("style.css", "reading.css", "keeping.css", "accessible.css")))
    return f"<style>{style}</style><script>{script}</script>"


def _read(name: str) -> str:
    return files("assistant.page").joinpath(name).read_text("utf-8")
