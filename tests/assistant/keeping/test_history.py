from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from assistant.errors import UnknownConversationError
from assistant.keeping.history import History
from assistant.model import Conversation


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "folder" / "history.sqlite")


def names(history: History, owner: str | None, sought: str = "") -> list[str]:
    return [summary.name for summary in history.summaries(owner, sought)]


def test_a_conversation_is_found_again_as_it_was_had(history, said, reports) -> None:
    conversation = said("第24-26段", "报告怎样谈火星移民？", "第15段")
    history.save("me", conversation, "wsis-2004", reports)
    kept = History(history.path).kept(conversation.id, "me")
    assert kept.conversation == conversation
    assert kept.summary.name == "第24-26段"
    assert kept.summary.report == "wsis-2004"
    assert kept.summary.questions == 3
    (cover,) = kept.covers
    assert (cover.title, cover.paragraphs) == (reports["wsis-2004"].title, ())


def test_a_conversation_grows_by_what_is_new_in_it(history, said, reports) -> None:
    conversation = said("第1段", "第2段", "第3段")
    for length in (1, 2, 3):
        part = Conversation(conversation.turns[:length], conversation.id)
        history.save("me", part, "", reports)
        assert history.kept(conversation.id, "me").conversation == part


def test_turns_that_could_not_be_kept_at_their_time_are_kept_later(history, said, reports) -> None:
    conversation = said("第1段", "第2段", "第3段")
    history.save("me", conversation, "", reports)
    assert len(history.kept(conversation.id, "me").conversation.turns) == 3


def test_a_question_asked_anew_replaces_what_came_of_it(history, said, reports) -> None:
    conversation = said("第1段", "第2段", "第3段")
    history.save("me", conversation, "", reports)
    other = said("第1段", "第9段", kept_as=conversation.id)
    history.save("me", other, "", reports)
    assert history.kept(conversation.id, "me").conversation == other


def test_the_latest_conversation_comes_first(history, said, reports) -> None:
    first, second = said("第1段"), said("第2段")
    for conversation in (first, second, first):
        history.save("me", conversation, "", reports)
    assert names(history, "me") == ["第1段", "第2段"]


def test_nobody_sees_deletes_or_overwrites_anothers_conversation(history, said, reports) -> None:
    mine = said("第26段")
    history.save("me", mine, "", reports)
    assert names(history, "you") == names(history, "") == []
    for stranger in ("you", ""):
        with pytest.raises(UnknownConversationError):
            history.kept(mine.id, stranger)
        with pytest.raises(UnknownConversationError):
            history.delete(mine.id, stranger)
        with pytest.raises(UnknownConversationError):
            history.save(stranger, said("第2段", kept_as=mine.id), "", reports)
    assert history.kept(mine.id, "me").conversation == mine


def test_whoever_the_machine_belongs_to_sees_all(history, said, reports) -> None:
    history.save("me", said("第26段"), "", reports)
    history.save("you", said("第27段"), "", reports)
    assert names(history, None) == ["第27段", "第26段"]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("经费", ["首脑会议的经费从哪里来？"]),
        ("經費", ["首脑会议的经费从哪里来？"]),
        ("第26段", ["第26段"]),
        ("秘书处 日内瓦", ["第26段"]),
        ("秘书处 火星", []),
        ("  ", ["第26段", "首脑会议的经费从哪里来？"]),
        ("100%_'", []),
    ],
)
def test_words_are_sought_in_questions_and_answers(history, said, reports, sought, found) -> None:
    history.save("me", said("首脑会议的经费从哪里来？"), "", reports)
    history.save("me", said("第26段"), "", reports)
    assert names(history, "me", sought) == found


def test_what_is_deleted_is_no_longer_in_the_file(history, said, reports) -> None:
    keep, drop = said("第1段"), said("第26段 zanzibar")
    for conversation in (keep, drop):
        history.save("me", conversation, "", reports)
    assert b"zanzibar" in history.path.read_bytes()
    history.delete(drop.id, "me")
    assert names(history, "me") == ["第1段"]
    assert b"zanzibar" not in history.path.read_bytes()


def test_the_file_does_not_hold_the_visitors_secret(history, said, reports) -> None:
    history.save("a-secret-of-mine", said("第1段"), "", reports)
    assert b"a-secret-of-mine" not in history.path.read_bytes()


def test_looking_makes_no_file(history) -> None:
    assert history.summaries("me") == ()
    with pytest.raises(UnknownConversationError):
        history.kept("x", None)
    assert not history.path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes there")
def test_other_accounts_of_the_machine_cannot_read_the_file(history, said, reports) -> None:
    history.save("me", said("第1段"), "", reports)
    assert stat.S_IMODE(history.path.stat().st_mode) == 0o600
