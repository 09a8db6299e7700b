"""What the page does with files that a visitor adds: it takes them in, and stops when told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

# Gradio resolves the annotation of a handler's request by name, so it has to be one here.
import gradio as gr

from assistant.asking import Assistant
from assistant.page.presenting import Shown, present
from assistant.page.rendering import notice_html
from assistant.page.telling import sentence_of, told
from assistant.page.uploading import Uploading
from assistant.page.waiting import Waits, finished, session_of
from assistant.wording import Wording, wording


class Receiving:
    """The handlers of uploads.

    Args:
        assistant: Whose library they are added to.
        uploading: Who adds them, beside the events of the page.
        waits: Who waits for an answer: it is called off where another report is shown.
    """

    def __init__(self, assistant: Assistant, uploading: Uploading, waits: Waits) -> None:
        self._assistant = assistant
        self._uploading = uploading
        self._waits = waits

    def add(
        self, uploads: str | Sequence[str], language: str, request: gr.Request | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """Add uploaded reports, telling how far it is; the uploads are deleted afterwards.

        Yields:
            The button, shut meanwhile, the one that cancels, and what `Shown` changes.
        """
        words = wording(language)
        paths = [Path(uploads)] if isinstance(uploads, str) else list(map(Path, uploads))
        upload = self._uploading.begin(paths, session_of(request))
        assert upload.future is not None
        while not upload.given_up and not finished(upload.future):
            ready = self._assistant.index.ready
            notice = upload.notice(words, ready=ready, several=len(paths) > 1)
            yield (*_adding(words), *Shown(notice=notice))
        try:
            if not upload.given_up:
                upload.future.result()
            sentence = upload.sentence(words, lambda error: sentence_of(error, words))
            added = [one.added.report.id for one in upload.outcomes if one.added is not None]
            if not added:
                tone = "plain" if upload.called_off.is_set() else "error"
                yield (*_may_add(), *Shown(notice=notice_html(sentence, words, tone)))
                return
            self._waits.call_off(session_of(request))
            shown = present(self._assistant, added[-1], words)
        except Exception as error:
            yield (*_may_add(), *Shown(notice=told(error, words)))
            return
        yield (*_may_add(), *shown._replace(notice=notice_html(sentence, words, "plain")))

    def cancel(self, request: gr.Request | None = None) -> Any:
        """Stop what is being added; the button can't be pressed twice."""
        self._uploading.cancel(session_of(request))
        return gr.Button(interactive=False)


def _adding(words: Wording) -> tuple[Any, Any]:
    return gr.UploadButton(interactive=False), gr.Button(words.page.cancel, visible=True)


def _may_add() -> tuple[Any, Any]:
    return gr.UploadButton(interactive=True), gr.Button(visible=False, interactive=True)
