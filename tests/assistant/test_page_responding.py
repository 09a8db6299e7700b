"""What the page answers to, without a browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from assistant.asking import Assistant
from assistant.keeping.feedback import Feedback
from assistant.model import Answer, Conversation
from assistant.page.keeping import Keeping
from assistant.page.presenting import Choice, Shown
from assistant.page.responding import Responding

BUNDLED_ID = "wsis-2004"
ANOTHER = Choice("another", "zh")


def page_over(assistant: Assistant, folder: Path) -> Responding:
    keeping = Keeping(assistant, None, Feedback(folder / "feedback.jsonl"))
    return Responding(assistant, folder, keeping)


@pytest.fixture
def responding(assistant: Assistant, tmp_path: Path) -> Iterator[Responding]:
    page = page_over(assistant, tmp_path / "uploads")
    yield page
    page.close()


class Held(Assistant):
    """An assistant whose model does not load until it is let go."""

    def __init__(self, real: Assistant) -> None:
        super().__init__(real.index)
        self.go = threading.Event()

    def ask(self, question: str, *more: Any, **named: Any) -> Answer:
        if self.understand(question).kind == "search":
            assert self.go.wait(30)
        return super().ask(question, *more, **named)


@pytest.fixture
def held(assistant: Assistant) -> Iterator[Held]:
    waiting = Held(assistant)
    assistant.index.ready = False
    yield waiting
    waiting.go.set()


def asked(page: Responding, question: str, language: str = "zh") -> list[Any]:
    return list(page.ask(question, Conversation(), BUNDLED_ID, language))


def test_a_question_is_answered_and_remembered(responding: Responding) -> None:
    last = asked(responding, "第26段")[-1]
    assert [message["role"] for message in last.chat] == ["user", "assistant"]
    assert last.conversation.turns[0].question == "第26段"
    assert last.box.value == ""
    assert last.reader.props["focus"]["marks"][0]["anchor"] == "p26"


def test_the_next_question_follows_on_the_conversation(responding: Responding) -> None:
    said = asked(responding, "第26段")[-1].conversation
    last = list(responding.ask("第27段", said, BUNDLED_ID, "zh"))[-1]
    assert [turn.question for turn in last.conversation.turns] == ["第26段", "第27段"]


@pytest.mark.parametrize("question", ["", "   ", "长" * 100_000])
def test_a_refused_question_stays_in_the_box_and_is_explained(
    responding: Responding, question: str
) -> None:
    (last,) = asked(responding, question)
    assert last.box.value == question
    assert 'class="notice error"' in last.notice
    assert "问题" in last.notice


def test_asking_while_the_model_loads_waits_and_says_so(held: Held, tmp_path: Path) -> None:
    page = page_over(held, tmp_path)
    steps = page.ask("首脑会议的经费从哪里来？", Conversation(), BUNDLED_ID, "zh")
    first = next(steps)
    assert "模型仍在加载" in first.chat[-1]["content"]
    assert first.box.stop_btn == "停止"
    held.go.set()
    last = list(steps)[-1]
    assert len(last.conversation.turns) == 1
    page.close()


def test_a_paragraph_is_looked_up_at_once_while_the_model_loads(held: Held, tmp_path: Path) -> None:
    page = page_over(held, tmp_path)
    last = asked(page, "第26段")[-1]
    assert last.conversation.turns[0].answer.status == "answered"
    page.close()


def test_stopping_ends_the_wait_without_an_answer(held: Held, tmp_path: Path) -> None:
    page = page_over(held, tmp_path)
    steps = page.ask("首脑会议的经费从哪里来？", Conversation(), BUNDLED_ID, "zh")
    next(steps)
    page.stop(Conversation(), BUNDLED_ID, "zh")
    last = list(steps)[-1]
    assert last.box.submit_btn == "提问"
    assert last.chat == last.conversation == gr.skip()
    page.close()


def test_choosing_another_report_calls_off_only_ones_own_ask(held: Held, tmp_path: Path) -> None:
    page = page_over(held, tmp_path)
    mine, theirs = SimpleNamespace(session_hash="mine"), SimpleNamespace(session_hash="theirs")
    steps = page.ask("首脑会议的经费？", Conversation(), BUNDLED_ID, "zh", mine)  # type: ignore[arg-type]
    next(steps)
    page.choose(BUNDLED_ID, "zh", ANOTHER, theirs)  # type: ignore[arg-type]
    assert next(steps).box == gr.skip()
    page.choose(BUNDLED_ID, "zh", ANOTHER, mine)  # type: ignore[arg-type]
    assert list(steps)[-1].box.submit_btn == "提问"
    page.close()


def test_stopping_leaves_the_conversation_as_it_was(responding: Responding) -> None:
    said = asked(responding, "第26段")[-1].conversation
    chat, box, notice = responding.stop(said, BUNDLED_ID, "zh")
    assert len(chat) == 2
    assert box.stop_btn is False
    assert "已停止" in notice


def test_a_bug_is_told_without_its_details_and_written_to_the_log(
    responding: Responding,
    assistant: Assistant,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*_: Any, **__: Any) -> Answer:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(assistant, "ask", broken)
    (last,) = asked(responding, "第26段")
    assert last.box.value == "第26段"
    assert "secret" not in last.notice
    assert "secret detail" in caplog.text


def test_a_report_that_is_gone_is_explained_and_another_shown(responding: Responding) -> None:
    shown = responding.choose("gone", "en", ANOTHER)
    assert "no longer in the library" in shown.notice
    assert shown.selector.value == BUNDLED_ID


def test_choosing_a_report_starts_a_fresh_conversation(responding: Responding) -> None:
    shown = responding.choose(BUNDLED_ID, "zh", ANOTHER)
    assert shown.choice == Choice(BUNDLED_ID, "zh")
    assert shown.conversation == Conversation()
    assert shown.chat.value == [] or not shown.chat.value.root


def test_a_list_that_was_only_left_changes_nothing(responding: Responding) -> None:
    chosen = Choice(BUNDLED_ID, "zh")
    assert responding.choose(BUNDLED_ID, "zh", chosen) == Shown()
    assert responding.relabel(Conversation(), BUNDLED_ID, "zh", chosen) == gr.skip()


def uploaded(folder: Path, name: str, text: str) -> Path:
    (folder / "uploads" / "token").mkdir(parents=True)
    path = folder / "uploads" / "token" / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_upload_is_added_shown_judged_and_deleted(
    responding: Responding, tmp_path: Path
) -> None:
    path = uploaded(tmp_path, "ruling.txt", "A RULING\n\n1. One is first.\n\n2. Two.\n\n4. Four.\n")
    button, cancel, *shown = list(responding.receiving.add(str(path), "en"))[-1]
    selector, _, reader, notice, *_ = shown
    assert "missing&#58; 3" in notice
    assert selector.value == "ruling"
    assert 'id="p4"' in reader.value
    assert button.interactive is True
    assert cancel.visible is False
    assert not path.parent.exists()


def test_a_refused_upload_is_explained_and_deleted(responding: Responding, tmp_path: Path) -> None:
    path = uploaded(tmp_path, "<b>x</b>.pdf".replace("/", ""), "%PDF")
    _, _, *shown = list(responding.receiving.add(str(path), "zh"))[-1]
    assert 'class="notice error"' in shown[3]
    assert "<b>x" not in shown[3]
    assert not path.parent.exists()


def request(language: str, **query: str) -> Any:
    return SimpleNamespace(headers={"accept-language": language}, query_params=query)


def test_a_visitor_is_met_in_their_browsers_language(responding: Responding) -> None:
    *_, box = responding.load(None, request("zh-CN,en;q=0.5"))
    assert box.submit_btn == "提问"
    assert responding.visited.is_set()


def test_a_choice_made_before_holds_against_the_browsers(responding: Responding) -> None:
    *_, box = responding.load("en", request("zh-CN"))
    assert box.submit_btn == "Ask"


def test_a_link_to_a_report_that_is_gone_still_opens_the_page(responding: Responding) -> None:
    selector, *_ = responding.load(None, request("en", report="gone"))
    assert selector.value == BUNDLED_ID


def test_an_empty_library_is_a_page_that_says_so(
    responding: Responding, assistant: Assistant
) -> None:
    assistant.remove(BUNDLED_ID)
    selector, _, reader, *_ = responding.load(None, request("en"))
    assert selector.value is None
    assert "No report yet" in reader.value
    (last,) = responding.ask("What?", Conversation(), None, "en")
    assert 'class="notice error"' in last.notice


def test_a_file_outside_the_upload_folder_is_never_deleted(
    responding: Responding, tmp_path: Path
) -> None:
    mine = tmp_path / "mine" / "notes.txt"
    mine.parent.mkdir()
    mine.write_text("1. One.", encoding="utf-8")
    list(responding.receiving.add(str(mine), "en"))
    assert mine.exists()
