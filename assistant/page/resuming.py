"""A conversation brought back after the server was away.

Gradio keeps what a visitor said in the server's memory alone, and forgets it when either end
goes. Where past conversations are kept, it is taken from there, and goes on as the same one. Else
the questions that the browser still shows are asked again in their order: the same question gets
the same answer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

# Gradio resolves the annotation of a handler's request by name, so it has to be one here.
import gradio as gr

from assistant.asking import Assistant
from assistant.errors import AssistantError
from assistant.model import NOTHING_SAID, Conversation, Turn
from assistant.page.keeping import Keeping
from assistant.page.knowing import scope
from assistant.page.presenting import Shown, present
from assistant.page.rendering import notice_html
from assistant.wording import wording
from corpus.errors import CorpusError
from index.errors import IndexingError

_MOST_QUESTIONS = 50  # asked again; the latest count


@dataclass(frozen=True, slots=True)
class Kept:
    """What a browser still knows: the report selected, what was asked, and the conversation's id.

    Of what it does not know, report and id are `""`.
    """

    report: str = ""
    questions: tuple[str, ...] = ()
    id: str = ""

    @classmethod
    def read(cls, text: str) -> Kept:
        """Read what the browser sent; of what makes no sense, nothing is left.

        >>> Kept.read('{"report": "a", "questions": ["b", 3], "id": null}')
        Kept(report='a', questions=('b',), id='')
        """
        try:
            sent = json.loads(text)
            questions = list(sent["questions"])
            report, known = (
                value if isinstance(value := sent[key], str) else "" for key in ("report", "id")
            )
        except (ValueError, TypeError, KeyError, RecursionError):
            return cls()
        return cls(report, tuple(one for one in questions if isinstance(one, str)), known)


class Resuming:
    """Takes up conversations over one assistant."""

    def __init__(self, assistant: Assistant, keeping: Keeping) -> None:
        self._assistant = assistant
        self._keeping = keeping

    def resume(
        self,
        sent: str,
        conversation: Conversation,
        _: object,
        language: str | None,
        request: gr.Request | None = None,
    ) -> Shown:
        """Show again what a browser had shown; nothing changes where the server still knows it.

        Args:
            sent: JSON, see `Kept`.
            conversation: What the server knows of it.
            _: The selector's value, which `sent` holds: a new server would not know it.
            language: The visitor's.
            request: Who comes back.
        """
        words = wording(language or "")
        again = notice_html(words.page.connected_again, words, "plain")
        kept = Kept.read(sent)
        if len(conversation.turns) >= len(kept.questions) and conversation.turns:
            return Shown(notice=again)
        try:
            recalled = self._keeping.recall(kept.id, request)
            if recalled and len(recalled.turns) == len(kept.questions):
                said = recalled
            else:
                said = self._asked_again(kept, words.language)
            return present(self._assistant, kept.report or None, words, said)._replace(notice=again)
        except (AssistantError, CorpusError, IndexingError) as error:
            return Shown(notice=notice_html(words.error(error), words))

    def _asked_again(self, kept: Kept, language: str) -> Conversation:
        said = NOTHING_SAID
        for question in kept.questions[-_MOST_QUESTIONS:]:
            answer = self._assistant.ask(question, said, scope(kept.report), language)
            said = said.with_turn(Turn(question, answer))
        return said
