"""What the page does when somebody asks, chooses a report or changes the language.

Work that may take long runs beside the event that asked for it, so that the page can say what is
being waited for and be told to stop.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

# Gradio resolves the annotation of a handler's request by name, so it has to be one here. Nothing
# imports this module before the page is asked for.
import gradio as gr

from assistant.asking import Assistant
from assistant.keeping.model import identified
from assistant.model import NOTHING_SAID, Answer, Conversation, Turn
from assistant.page.keeping import Keeping
from assistant.page.knowing import known, scope
from assistant.page.presenting import Choice, Shown, opened, present
from assistant.page.reader import empty_reader_html, rest_html
from assistant.page.receiving import Receiving
from assistant.page.rendering import (
    cited_report,
    marks,
    messages,
    notice_html,
    question_message,
    waiting_message,
)
from assistant.page.revising import before
from assistant.page.telling import EXPECTED, told
from assistant.page.updating import askable, choices, focused, labels, stoppable
from assistant.page.uploading import Uploading
from assistant.page.waiting import Waits, finished, session_of
from assistant.records import answer_record
from assistant.wording import wording
from assistant.words.choosing import known_languages, preferred_language
from index.errors import UnknownReportError


class Asked(NamedTuple):
    """What an ask changes: the chat, the box, the reader, the notice, the conversation."""

    chat: Any = gr.skip()
    box: Any = gr.skip()
    reader: Any = gr.skip()
    notice: Any = gr.skip()
    conversation: Any = gr.skip()


class Responding:
    """The page's handlers over one assistant. Nothing of a visitor is kept in it.

    Args:
        assistant: Who answers.
        uploads: The folder that uploads arrive in, each in one of its own.
        keeping: Who keeps what was said.
    """

    def __init__(self, assistant: Assistant, uploads: Path, keeping: Keeping) -> None:
        self._assistant = assistant
        self._keeping = keeping
        self._workers = ThreadPoolExecutor(max_workers=8, thread_name_prefix="page")
        self._waits = Waits()
        uploading = Uploading(assistant, uploads, self._workers)
        self.receiving = Receiving(assistant, uploading, self._waits)
        self.visited = threading.Event()

    def close(self) -> None:
        """Take no more work."""
        self._workers.shutdown(wait=False, cancel_futures=True)

    def ask(
        self,
        question: str,
        conversation: Conversation,
        report_id: str | None,
        language: str,
        request: gr.Request | None = None,
        replacing: str = "",
    ) -> Iterator[Asked]:
        """Answer a question, telling what is waited for; a refused one stays in the box.

        It takes the place of the turn `replacing`, if that is a number, and of all that follow.
        """
        words = wording(language)
        called_off = self._waits.begin(session_of(request))
        said = before(conversation, replacing)
        try:
            reports = scope(report_id)
            view = known(self._assistant, report_id)
            query = self._assistant.understand(question, reports, said)
            future = self._workers.submit(self._assistant.ask, question, said, reports, language)
            if not finished(future):
                loading = query.kind == "search" and not self._assistant.index.ready
                sentence = words.page.loading if loading else words.page.searching
                shown = messages(said, words, view)
                shown += [question_message(question), waiting_message(sentence)]
                yield Asked(shown, stoppable(words), notice=notice_html("", words))
            while not called_off.is_set() and not finished(future):
                yield Asked()
            if called_off.is_set():
                yield Asked(box=askable(words))
                return
            answer: Answer = future.result()
        except Exception as error:  # whatever it is, what was typed must come back
            shown = messages(conversation, words, known(self._assistant, report_id))
            yield Asked(shown, askable(words, question), notice=told(error, words))
            return
        finally:
            self._waits.end(session_of(request), called_off)
        said = identified(said.with_turn(Turn(question, answer)))
        yield Asked(
            messages(said, words, view),
            askable(words, ""),
            focused(marks(answer), cited_report(answer)),
            notice_html("", words),
            said,
        )

    def keep(
        self,
        conversation: Conversation,
        report_id: str | None,
        language: str,
        request: gr.Request | None = None,
    ) -> Any:
        """Keep what was said: the notice where that fails.

        An event of its own, for while one goes on its trigger does nothing: whoever asks again at
        once need not wait for the disk.
        """
        words = wording(language)
        not_kept = conversation.turns and self._keeping.keep(
            conversation, report_id, words, request
        )
        return notice_html(not_kept, words, "plain") if not_kept else gr.skip()

    def answer(self, question: str, report: str = "") -> dict[str, Any]:
        """Answer a program: the same object that `pincite ask --json` prints.

        Raises:
            gr.Error: If the question can't be asked; the sentence says why.
        """
        try:
            return answer_record(self._assistant.ask(question, reports=(report,) if report else ()))
        except EXPECTED as error:
            raise gr.Error(str(error), print_exception=False) from error

    def stop(
        self,
        conversation: Conversation,
        report_id: str | None,
        language: str,
        request: gr.Request | None = None,
    ) -> tuple[Any, Any, Any]:
        """Give up waiting: the chat, the box and the notice as they were before the question."""
        self._waits.call_off(session_of(request))
        words = wording(language)
        shown = messages(conversation, words, known(self._assistant, report_id))
        return shown, askable(words), notice_html(words.page.stopped, words, "plain")

    def choose(
        self,
        report_id: str | None,
        language: str,
        choice: Choice,
        request: gr.Request | None = None,
    ) -> Shown:
        """Show another report, with a fresh conversation.

        An answer on its way belongs to the report and the conversation it was asked in: it is
        called off. Nothing happens where the report is before the visitor already: Gradio says
        that one was chosen whenever a list is left, too.
        """
        if report_id == choice.report:
            return Shown()
        self._waits.call_off(session_of(request))
        return self._chosen(report_id, language)

    def renew(
        self, report_id: str | None, language: str, request: gr.Request | None = None
    ) -> Shown:
        """Begin a fresh conversation on the same report."""
        self._waits.call_off(session_of(request))
        shown = self._chosen(report_id, language)
        return shown._replace(selector=gr.skip(), reader=focused([]))

    def load(self, kept_language: str | None, request: gr.Request) -> tuple[Any, ...]:
        """A visitor arrives: their language, the report they came for, every word on the page.

        Returns:
            What `Shown` changes, and the labels.
        """
        language = kept_language or ""
        if language not in known_languages():
            language = preferred_language(request.headers.get("accept-language", ""))
        words = wording(language)
        shown = self._chosen(request.query_params.get("report"), language)
        self.visited.set()
        return (*shown, *labels(words))

    def relabel(
        self, conversation: Conversation, report_id: str | None, language: str, choice: Choice
    ) -> Any:
        """Say everything in another language: what `Shown` changes, and the labels.

        The conversation goes on, and what was quoted last stays marked.
        """
        if language == choice.language:  # the list was only left
            return gr.skip()
        shown = self._chosen(report_id, language, conversation)
        return (*shown, *labels(wording(language)))

    def refresh(self, language: str) -> Any:
        """The selector's choices: a report may have been added by another program."""
        return gr.Dropdown(choices=choices(self._assistant.library.reports(), wording(language)))

    def open(self, event: gr.EventData, language: str) -> tuple[Any, Any]:
        """Open another report in the reader, where a citation leads there: reader and notice."""
        words = wording(language)
        try:
            return opened(self._assistant, str(event._data.get("report", "")), words), gr.skip()
        except Exception as error:
            return gr.skip(), told(error, words)

    def rest(self, wanted: dict[str, str]) -> list[str]:
        """What is left of a long report, for `loading.js`; nothing of one that went away."""
        try:
            report = self._assistant.index.report(wanted["report"])
        except UnknownReportError:
            return []
        return rest_html(report, wording(wanted["language"]))

    def pressed(
        self,
        event: gr.SelectData,
        conversation: Conversation,
        report_id: str,
        language: str,
        request: gr.Request | None = None,
    ) -> Iterator[Asked]:
        """Ask the example or the suggestion that was pressed."""
        value = event.value
        question = value["text"] if isinstance(value, dict) else str(value)
        yield from self.ask(question, conversation, report_id, language, request)

    def _chosen(
        self, report_id: str | None, language: str, said: Conversation = NOTHING_SAID
    ) -> Shown:
        """The report asked for, else the first one, else none; with the reason why."""
        words = wording(language)
        try:
            return present(self._assistant, report_id, words, said)
        except Exception as error:
            notice = told(error, words)
        try:
            return present(self._assistant, None, words)._replace(notice=notice)
        except Exception:  # the same trouble again: the library can't be read
            return Shown(reader=gr.HTML(value=empty_reader_html(words)), notice=notice)
