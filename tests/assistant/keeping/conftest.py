from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.asking import Assistant
from assistant.keeping.model import identified
from assistant.model import Conversation, Turn
from corpus.bundled import bundled_report
from corpus.model import Report

Said = Callable[..., Conversation]


@pytest.fixture
def reports() -> dict[str, Report]:
    report = bundled_report()
    return {report.id: report}


@pytest.fixture
def said(assistant: Assistant) -> Said:
    """A conversation in which questions were asked, with an id."""

    def ask(*questions: str, kept_as: str = "") -> Conversation:
        conversation = Conversation(id=kept_as)
        for question in questions:
            answer = assistant.ask(question, conversation)
            conversation = conversation.with_turn(Turn(question, answer))
        return identified(conversation)

    return ask


@pytest.fixture
def symbolled(reports: dict[str, Report]) -> dict[str, Report]:
    """The same report, had it a symbol."""
    return {name: replace(report, symbol="A/80/81") for name, report in reports.items()}
