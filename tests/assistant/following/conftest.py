"""Conversations made of questions alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from assistant.following import follow
from assistant.model import NOTHING_SAID, Answer, Conversation, Query, Turn
from assistant.politeness import politeness
from corpus.language import detect

Say = Callable[..., Conversation]


@pytest.fixture
def say() -> Say:
    """Ask questions one after another; `answers` are the last ones' citations, if any."""

    def said(*questions: str, answers: Sequence[Answer] = ()) -> Conversation:
        conversation = NOTHING_SAID
        for question in questions:
            status = "smalltalk" if politeness(question) else "answered"
            standalone = follow(question, conversation).standalone
            language = detect(question)
            if language == "und" and conversation.turns:
                language = conversation.turns[-1].answer.query.language
            query = Query(question, standalone, "search", language=language)
            answer = Answer(status, "", query, 1.0)  # type: ignore[arg-type]
            conversation = conversation.with_turn(Turn(question, answer))
        return conversation

    return said


@pytest.fixture
def last(say: Say) -> Callable[..., str]:
    """What the last of some questions comes to."""

    def standalone(*questions: str) -> str:
        return say(*questions).turns[-1].answer.query.standalone

    return standalone
