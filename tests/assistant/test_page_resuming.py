"""A conversation is the same after the server was away."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from assistant.asking import Assistant
from assistant.keeping.feedback import Feedback
from assistant.keeping.history import History
from assistant.keeping.model import identified
from assistant.model import NOTHING_SAID
from assistant.page.keeping import Keeping
from assistant.page.knowing import ALL
from assistant.page.resuming import Kept, Resuming
from assistant.page.visitors import NAME

ASKED = ["第26段", "下一段呢？"]


def resumed(
    assistant: Assistant,
    sent: str,
    said: Any = NOTHING_SAID,
    history: History | None = None,
    owner: str = "me",
) -> Any:
    keeping = Keeping(assistant, history, Feedback(Path("never-written.jsonl")))
    visitor: Any = SimpleNamespace(cookies={NAME: owner}, session_hash="session")
    return Resuming(assistant, keeping).resume(sent, said, None, "en", visitor)


def kept(questions: list[str], report: str = "wsis-2004", known: str = "") -> str:
    return json.dumps({"report": report, "questions": questions, "id": known})


def test_the_same_questions_give_the_same_conversation(assistant: Assistant) -> None:
    shown = resumed(assistant, kept(ASKED))
    quoted = [turn.answer.citations[0].paragraph.number for turn in shown.conversation.turns]
    assert quoted == ["26", "27"]
    assert len(shown.chat.value) == 2 * len(ASKED)
    assert "Connected again" in shown.notice


def test_what_the_server_still_knows_is_left_alone(assistant: Assistant) -> None:
    said = resumed(assistant, kept(ASKED)).conversation
    shown = resumed(assistant, kept(ASKED), said)
    assert shown.chat == gr.skip()
    assert shown.conversation == gr.skip()
    assert "Connected again" in shown.notice


def test_a_page_on_which_nothing_was_asked_is_filled_again(assistant: Assistant) -> None:
    shown = resumed(assistant, kept([]))
    assert shown.conversation == NOTHING_SAID
    assert shown.selector.value == "wsis-2004"


def test_a_report_that_is_gone_is_told(assistant: Assistant) -> None:
    shown = resumed(assistant, kept(ASKED, "gone"))
    assert "gone" in shown.notice
    assert shown.conversation == gr.skip()


@pytest.mark.parametrize(
    "sent", ["", "[", "3", "[]", "{}", '{"report": 1, "questions": [[]]}', "[" * 100_000]
)
def test_nonsense_is_an_empty_conversation(assistant: Assistant, sent: str) -> None:
    assert Kept.read(sent) == Kept()
    assert resumed(assistant, sent).conversation == NOTHING_SAID


def test_what_is_asked_again_is_bounded(assistant: Assistant) -> None:
    assert len(resumed(assistant, kept(["第1段"] * 1000)).conversation.turns) == 50


def test_a_kept_conversation_goes_on_as_the_same_one(assistant: Assistant, tmp_path: Path) -> None:
    history = History(tmp_path / "history.sqlite")
    said = identified(resumed(assistant, kept(ASKED)).conversation)
    history.save("me", said, "wsis-2004", {})
    sent = kept(ASKED, known=said.id)
    assert resumed(assistant, sent, history=history).conversation == said
    assert resumed(assistant, sent, history=history, owner="another").conversation.id == ""
    more = kept([*ASKED, "第1段"], known=said.id)
    assert len(resumed(assistant, more, history=history).conversation.turns) == 3, "not all is kept"


def test_all_reports_stay_selected(assistant: Assistant) -> None:
    shown = resumed(assistant, kept(ASKED[:1], ALL))
    assert len(shown.conversation.turns) == 1
