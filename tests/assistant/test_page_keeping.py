"""What the page keeps, without a browser."""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from assistant.asking import Assistant
from assistant.keeping.feedback import Feedback, answer_name
from assistant.keeping.history import History
from assistant.model import Conversation
from assistant.page.keeping import Keeping
from assistant.page.presenting import Shown
from assistant.page.responding import Asked, Responding
from assistant.page.visitors import NAME
from assistant.wording import wording

WSIS = "wsis-2004"
Act = Callable[..., SimpleNamespace]


def visitor(name: str) -> Any:
    return SimpleNamespace(cookies={NAME: name} if name else {}, session_hash=name)


@pytest.fixture
def keeping(assistant: Assistant, tmp_path: Path) -> Keeping:
    history = History(tmp_path / "history.sqlite", patience=0)
    return Keeping(assistant, history, Feedback(tmp_path / "feedback.jsonl"))


@pytest.fixture
def responding(assistant: Assistant, keeping: Keeping, tmp_path: Path) -> Iterator[Responding]:
    page = Responding(assistant, tmp_path / "uploads", keeping)
    yield page
    page.close()


@pytest.fixture
def ask(responding: Responding) -> Callable[..., list[Asked]]:
    def asked(question: str, said: Conversation | None = None, by: str = "me") -> list[Asked]:
        before = said or Conversation()
        told = list(responding.ask(question, before, WSIS, "en", visitor(by)))
        notice = responding.keep(told[-1].conversation, WSIS, "en", visitor(by))
        return told if notice == gr.skip() else [*told, Asked(notice=notice)]

    return asked


@pytest.fixture
def act(keeping: Keeping) -> Act:
    """Do something on the page; gives what it changes, and what its script is told."""

    def done(action: str, said: Conversation | None = None, by: str = "me", **more: Any) -> Any:
        event = SimpleNamespace(_data={"action": action, **more})
        *shown, told = keeping.act(
            event,  # type: ignore[arg-type]
            said or Conversation(),
            WSIS,
            "en",
            visitor(by),
        )
        props = {} if told == gr.skip() else told.props
        return SimpleNamespace(**Shown(*shown)._asdict(), told=props)

    return done


def entries(act: Act, **more: Any) -> list[str]:
    return [entry["name"] for entry in act("list", **more).told["past"]["entries"]]


def test_what_was_asked_is_listed_sought_and_opened_again(ask, act) -> None:
    said = ask("第26段")[-1].conversation
    ask("第27段", said)
    assert entries(act) == entries(act, sought="第27段") == ["第26段"]
    assert entries(act, sought="volcano") == []
    opened = act("open", id=said.id)
    assert [turn.question for turn in opened.conversation.turns] == ["第26段", "第27段"]
    assert opened.reader.props["focus"]["marks"][0]["anchor"] == "p27"
    assert "is open again" in opened.notice
    assert opened.told["past"]["done"] is True


def test_nobody_finds_anothers_conversation_nor_one_without_a_name(ask, act) -> None:
    said = ask("第26段")[-1].conversation
    for stranger in ("you", ""):
        assert entries(act, by=stranger) == []
        for action in ("open", "delete"):
            refused = act(action, by=stranger, id=said.id)
            assert "no longer there" in refused.told["past"]["trouble"]
            assert refused.conversation == gr.skip()
    assert entries(act) == ["第26段"]


def test_whoever_refuses_the_cookie_is_answered_and_not_kept(ask, act, tmp_path) -> None:
    assert ask("第26段", by="")[-1].conversation.turns
    assert not (tmp_path / "history.sqlite").exists()


def test_the_conversation_that_is_open_ends_when_it_is_deleted(ask, act) -> None:
    said, other = ask("第26段")[-1].conversation, ask("第27段")[-1].conversation
    assert act("delete", said, id=other.id).conversation == gr.skip()
    gone = act("delete", said, id=said.id)
    assert gone.conversation == Conversation()
    assert gone.told["past"]["entries"] == []


def test_a_locked_history_stands_in_no_answers_way(ask, act, tmp_path) -> None:
    said = ask("第26段")[-1].conversation
    with closing(sqlite3.connect(tmp_path / "history.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        answered, told = ask("第27段", said)
        assert len(answered.conversation.turns) == 2
        assert "could not be kept" in told.notice
        assert "Another program" in act("list").told["past"]["trouble"]
        other.execute("ROLLBACK")
    ask("第28段", answered.conversation)
    assert len(act("open", id=said.id).conversation.turns) == 3


def test_a_damaged_history_stands_in_no_answers_way(ask, act, tmp_path) -> None:
    (tmp_path / "history.sqlite").write_bytes(b"garbage" * 500)
    answered, told = ask("第26段")
    assert answered.conversation.turns
    assert "history&#46;sqlite" in told.notice
    assert "damaged" in act("list").told["past"]["trouble"]


def test_no_history_is_kept_where_that_was_chosen(assistant, tmp_path) -> None:
    keeping = Keeping(assistant, None, Feedback(tmp_path / "feedback.jsonl"))
    said = Conversation((), "x")
    assert keeping.keep(said, WSIS, wording("en"), visitor("me")) == ""
    event = SimpleNamespace(_data={"action": "list"})
    *_, told = keeping.act(event, said, WSIS, "en", visitor("me"))  # type: ignore[arg-type]
    assert told.props["past"]["off"] is True


def test_a_report_that_is_gone_is_told_when_its_conversation_opens(ask, act, assistant) -> None:
    said = ask("第26段")[-1].conversation
    assistant.remove(WSIS)
    opened = act("open", id=said.id)
    assert opened.conversation == said
    assert "no longer in the library" in opened.notice


@pytest.mark.parametrize(
    ("suffix", "beginning"), [(".md", b"# "), (".docx", b"PK"), (".json", b"{")]
)
def test_a_conversation_is_exported_with_links_to_this_page(ask, act, suffix, beginning) -> None:
    said = ask("第26段")[-1].conversation
    done = act("export", said, format=suffix, address="http://127.0.0.1:7861")
    file = done.told["download"]
    assert file["name"] == f"第26段{suffix}"
    content = base64.b64decode(file["content"])
    assert content.startswith(beginning)
    if suffix == ".json":
        (exchange,) = json.loads(content)["exchanges"]
        assert exchange["quotes"][0]["link"] == f"http://127.0.0.1:7861/?report={WSIS}#p26"
    assert "was saved as" in done.notice


@pytest.mark.parametrize(
    "wrong", [{"format": ".exe"}, {"format": ".md", "address": "javascript:alert(1)"}, {}]
)
def test_an_export_that_makes_no_sense_is_refused_in_words(ask, act, wrong) -> None:
    done = act("export", ask("第26段")[-1].conversation, **wrong)
    assert 'class="notice error"' in done.notice
    assert done.told == {}


def test_nothing_said_is_nothing_to_export(act) -> None:
    assert "nothing to export" in act("export", format=".md", address="http://localhost").notice


def test_an_answer_is_judged_and_the_judgement_is_shown_again(ask, act, keeping) -> None:
    said = ask("第26段")[-1].conversation
    answer = answer_name(said.id, 0, "第26段")
    done = act("judge", said, answer=answer, verdict="right")
    assert done.told["judged"]["given"] == {answer: "right"}
    assert "Thank you" in done.notice
    act("judge", said, answer=answer, verdict="wrong_paragraph", meant="8, 9-10；摘要")
    (kept,) = keeping._feedback.judgements()
    assert kept.meant == ("p8", "p9", "p10", "summary")
    assert act("open", id=said.id).told["judged"]["given"] == {answer: "wrong_paragraph"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": "splendid"},
        {"answer": "another:0:00000000"},
        {"answer": "7"},
        {"answer": ""},
        {"meant": "99"},
        {"meant": "<b>"},
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused_in_words(ask, act, keeping, wrong) -> None:
    said = ask("第26段")[-1].conversation
    given = {"answer": answer_name(said.id, 0, "第26段"), "verdict": "right"} | wrong
    assert act("judge", said, **given).told["judged"]["trouble"]
    assert keeping._feedback.judgements() == ()
