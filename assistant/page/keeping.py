"""What the page does to keep a conversation, find it again, carry it off, and judge answers."""

from __future__ import annotations

import base64
import logging
import re
import time
from datetime import date
from typing import Any, get_args

import gradio as gr

from assistant.asking import Assistant
from assistant.errors import AssistantError, HistoryError, UsageError
from assistant.keeping.exporting import file_name, format_of
from assistant.keeping.feedback import Feedback, Verdict, answer_name, judgement
from assistant.keeping.history import History, quoted_reports
from assistant.keeping.model import Kept, name_of
from assistant.keeping.reopening import Reopened, reopened
from assistant.keeping.transcript import transcript
from assistant.model import Conversation
from assistant.page.knowing import ALL
from assistant.page.presenting import Shown, present
from assistant.page.rendering import marks, notice_html
from assistant.page.visitors import NAME
from assistant.showing import select
from assistant.wording import Wording, wording
from corpus.errors import CorpusError
from corpus.model import Report
from index.errors import IndexingError, UnknownReportError

_LOG = logging.getLogger(__name__)
_EXPECTED = (AssistantError, CorpusError, IndexingError)
_BETWEEN = re.compile(r"[,;，；、،]")
_ADDRESS = re.compile(r"https?://[\w.\[\]:-]+")

Done = tuple[Shown, dict[str, Any]]


class Keeping:
    """The handlers of what is kept. No trouble with a file ever stands in an answer's way.

    Args:
        assistant: Whose answers they are.
        history: Where conversations are kept; None keeps none.
        feedback: Where judgements are kept.
    """

    def __init__(self, assistant: Assistant, history: History | None, feedback: Feedback) -> None:
        self._assistant = assistant
        self._history = history
        self._feedback = feedback

    def keep(
        self,
        conversation: Conversation,
        report_id: str | None,
        words: Wording,
        request: gr.Request | None,
    ) -> str:
        """Keep what was said; gives a sentence for the visitor if that fails, else `""`."""
        owner = _owner(request)
        if self._history is None or not owner:
            return ""
        try:
            covers = self._reports(conversation)
            self._history.save(owner, conversation, report_id or "", covers)
        except Exception as error:
            return words.keeping.not_kept.format(reason=_sentence(error, words))
        return ""

    def recall(self, conversation_id: str, request: gr.Request | None) -> Conversation | None:
        """A conversation of the visitor's own as it is kept, if it is."""
        if self._history is None:
            return None
        try:
            kept = self._history.kept(conversation_id, _owner(request))
        except HistoryError:
            return None
        return reopened(kept, self._assistant.index.report).conversation

    def act(
        self,
        event: gr.EventData,
        conversation: Conversation,
        report_id: str | None,
        language: str,
        request: gr.Request,
    ) -> tuple[Any, ...]:
        """Do what was chosen: what `Shown` changes, and what `keeping.js` is told."""
        words = wording(language)
        asked = {key: value for key, value in event._data.items() if isinstance(value, str)}
        try:
            if asked.get("action") == "judge":
                shown, told = self._judge(asked, conversation, report_id, words)
            elif asked.get("action") == "export":
                shown, told = self._export(asked, conversation, words)
            else:
                shown, told = self._remember(asked, conversation, report_id, words, request)
        except Exception as error:
            key = "judged" if asked.get("action") == "judge" else "past"
            reason = _sentence(error, words)
            if asked.get("action") == "export":
                shown, told = Shown(notice=notice_html(reason, words)), {}
            else:
                shown, told = Shown(), {key: {"trouble": reason}}
        moment = time.time_ns()  # an equal value would not be noticed
        told = {name: {**value, "moment": moment} for name, value in told.items()}
        return (*shown, gr.HTML(**told) if told else gr.skip())

    def _remember(
        self,
        asked: dict[str, str],
        conversation: Conversation,
        report_id: str | None,
        words: Wording,
        request: gr.Request,
    ) -> Done:
        """List, open or delete past conversations."""
        history, owner = self._history, _owner(request)
        if history is None:
            return Shown(), {"past": {"off": True}}
        shown, chosen = Shown(), asked.get("id", "")
        if asked.get("action") == "open":
            kept = history.kept(chosen, owner)
            return self._open(kept, words)
        if asked.get("action") == "delete":
            history.delete(chosen, owner)
            if conversation.id == chosen:
                shown = present(self._assistant, report_id, words)
        sought = asked.get("sought", "")
        titles = {held.id: held.title for held in self._assistant.library.reports()}
        titles[ALL] = words.reading.all_reports
        entries = [
            {
                "id": each.id,
                "name": each.name,
                "at": each.changed_at,
                "questions": each.questions,
                "report": titles.get(each.report, each.report),
            }
            for each in (history.summaries(owner, sought) if owner else ())
        ]
        return shown, {"past": {"entries": entries, "sought": sought.strip()}}

    def _open(self, kept: Kept, words: Wording) -> Done:
        found = reopened(kept, self._assistant.index.report)
        said = found.conversation
        last = marks(said.turns[-1].answer)
        try:
            shown = present(self._assistant, kept.summary.report or None, words, said, last)
        except UnknownReportError:
            shown = present(self._assistant, None, words, said)
        sentence = _reopened_as(kept, found, words)
        shown = shown._replace(notice=notice_html(sentence, words, "plain"))
        given = {
            one.answer: one.verdict
            for one in self._feedback.judgements()
            if one.conversation == said.id
        }
        return shown, {"past": {"done": True}, "judged": {"given": given}}

    def _export(self, asked: dict[str, str], conversation: Conversation, words: Wording) -> Done:
        kind = format_of(asked.get("format", ""))
        if not conversation.turns:
            sentence = words.keeping.nothing_to_export
            return Shown(notice=notice_html(sentence, words, "plain")), {}
        address = asked.get("address", "")
        if not _ADDRESS.fullmatch(address):
            raise UsageError(f"“{address}” is no address of a page.")
        told = transcript(conversation, self._reports(conversation), words, address, date.today())
        name = file_name(name_of(conversation.turns[0].question), kind)
        content = base64.b64encode(kind.write(told)).decode()
        sentence = words.keeping.exported.format(name=_isolated(name))
        return Shown(notice=notice_html(sentence, words, "plain")), {
            "download": {"name": name, "type": kind.media_type, "content": content}
        }

    def _judge(
        self,
        asked: dict[str, str],
        conversation: Conversation,
        report_id: str | None,
        words: Wording,
    ) -> Done:
        chosen = asked.get("answer", "")
        verdict: Verdict | None = next(
            (known for known in get_args(Verdict) if known == asked.get("verdict")), None
        )
        place = next(
            (
                place
                for place, turn in enumerate(conversation.turns)
                if answer_name(conversation.id, place, turn.answer.query.asked) == chosen
            ),
            None,
        )
        if verdict is None or place is None:
            raise UsageError("This answer is not part of the conversation.")
        turn = conversation.turns[place]
        quoted = quoted_reports([turn])
        report = quoted[0] if quoted else report_id or ""
        wanted = asked.get("meant", "")
        try:
            meant = self._places(report, wanted)
        except UsageError:
            raise UsageError(words.keeping.no_such_place.format(text=wanted.strip())) from None
        self._feedback.add(
            judgement(
                turn, verdict, conversation=conversation.id, place=place, report=report, meant=meant
            )
        )
        notice = notice_html(words.keeping.judged, words, "plain")
        return Shown(notice=notice), {"judged": {"given": {chosen: verdict}}}

    def _places(self, report_id: str, typed: str) -> list[str]:
        names = [name for name in _BETWEEN.split(typed) if name.strip()]
        if not names:
            return []
        report = self._assistant.index.report(report_id)
        return [paragraph.anchor for name in names for paragraph in select(report, name)]

    def _reports(self, conversation: Conversation) -> dict[str, Report]:
        """The reports that are quoted, those that are still there."""
        wanted = quoted_reports(conversation.turns)
        return {
            report.id: report for report in self._assistant.index.reports() if report.id in wanted
        }


def _reopened_as(kept: Kept, found: Reopened, words: Wording) -> str:
    said = words.keeping
    template = said.report_gone if found.gone else said.report_changed if found.changed else ""
    return (template or said.reopened).format(name=_isolated(kept.summary.name))


def _isolated(name: str) -> str:
    """A name that keeps its own direction in a sentence of another."""
    return f"\u2068{name}\u2069"


def _owner(request: gr.Request | None) -> str:
    return str(request.cookies.get(NAME, "")) if request is not None else ""


def _sentence(error: Exception, words: Wording) -> str:
    if isinstance(error, _EXPECTED):
        return words.error(error)
    _LOG.error("What was asked for could not be kept or found", exc_info=error)
    return words.errors.Unexpected
