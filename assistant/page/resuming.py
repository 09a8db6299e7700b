"""A conversation brought back after the server was away.

Gradio keeps what a visitor said in the server's memory alone, and forgets it when either end
goes. The browser still shows the questions; asked again in their order they give the same
conversation, since the same question gets the same answer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from assistant.asking import Assistant
from assistant.errors import AssistantError
from assistant.model import NOTHING_SAID, Conversation, Turn
from assistant.page.knowing import scope
from assistant.page.presenting import Shown, present
from assistant.page.rendering import notice_html
from assistant.wording import wording
from corpus.errors import CorpusError
from index.errors import IndexingError

_MOST_QUESTIONS = 50  # what comes from a browser is bounded; the latest count


@dataclass(frozen=True, slots=True)
class Kept:
    """What a browser still knows: the report selected, `""` for none, and what was asked."""

    report: str
    questions: tuple[str, ...]

    @classmethod
    def read(cls, text: str) -> Kept:
        """Read what the browser sent; of what makes no sense, nothing is left.

        >>> Kept.read('{"report": "a", "questions": ["b", 3]}'), Kept.read("[")
        (Kept(report='a', questions=('b',)), Kept(report='', questions=()))
        """
        try:
            sent = json.loads(text)
            report, questions = sent["report"], list(sent["questions"])
        except (ValueError, TypeError, KeyError, RecursionError):
            return cls("", ())
        asked = tuple(one for one in questions if isinstance(one, str))
        return cls(report if isinstance(report, str) else "", asked[-_MOST_QUESTIONS:])


class Resuming:
    """Takes up conversations over one assistant."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def resume(
        self, sent: str, conversation: Conversation, _: object, language: str | None
    ) -> Shown:
        """Show again what a browser had shown; nothing changes where the server still knows it.

        Args:
            sent: JSON, see `Kept`.
            conversation: What the server knows of it.
            _: The selector's value, which `sent` holds: a new server would not know it.
            language: The visitor's.
        """
        words = wording(language or "")
        again = notice_html(words.page.connected_again, words, "plain")
        kept = Kept.read(sent)
        if len(conversation.turns) >= len(kept.questions) and conversation.turns:
            return Shown(notice=again)
        try:
            said = self._asked_again(kept, words.language)
            return present(self._assistant, kept.report or None, words, said)._replace(notice=again)
        except (AssistantError, CorpusError, IndexingError) as error:
            return Shown(notice=notice_html(words.error(error), words))

    def _asked_again(self, kept: Kept, language: str) -> Conversation:
        said = NOTHING_SAID
        for question in kept.questions:
            answer = self._assistant.ask(question, said, scope(kept.report), language)
            said = said.with_turn(Turn(question, answer))
        return said
