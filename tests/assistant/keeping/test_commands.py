from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import cli
from assistant.keeping.feedback import Feedback, judgement
from assistant.keeping.history import History
from assistant.model import Conversation


@pytest.fixture
def pincite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary):
    monkeypatch.setenv("PINCITE_LIBRARY", str(tmp_path / "library"))

    def run(*arguments: object) -> tuple[object, str, str]:
        with pytest.raises(SystemExit) as left:
            cli.main([str(argument) for argument in arguments])
        printed = capsysbinary.readouterr()
        return left.value.code, printed.out.decode(), printed.err.decode()

    return run


@pytest.fixture
def kept(tmp_path: Path, said, reports) -> Conversation:
    conversation = said("第26段", "报告怎样谈火星移民？", kept_as="abc123def456")
    history = History(tmp_path / "library" / "history.sqlite")
    history.save("a visitor", conversation, "wsis-2004", reports)
    return conversation


def test_conversations_are_listed_and_sought(pincite, kept) -> None:
    code, out, _ = pincite("history", "list")
    assert code == 0
    assert out.startswith("abc123de  20")
    assert out.endswith("第26段  (2 questions)\n")
    assert pincite("history", "list", "--search", "火星")[1] == out
    code, out, err = pincite("history", "list", "--search", "volcano")
    assert (code, out) == (0, "")
    assert "volcano" in err
    assert json.loads(pincite("history", "list", "--json")[1])[0]["id"] == kept.id


def test_nothing_kept_is_said(pincite) -> None:
    code, out, err = pincite("history", "list")
    assert (code, out) == (0, "")
    assert "No conversation is kept yet" in err


@pytest.mark.parametrize("name", ["abc123def456", "abc", "第26段"])
def test_a_conversation_is_shown_by_id_its_beginning_or_its_name(pincite, kept, name) -> None:
    code, out, _ = pincite("history", "show", name)
    assert code == 0
    assert out.startswith(f"> 第26段\n\n{kept.turns[0].answer.text}\n")


def test_a_conversation_that_is_not_there_is_told_without_a_traceback(pincite, kept) -> None:
    for arguments in (["show", "zzz"], ["delete", "zzz"], ["export", "zzz", "x.md"]):
        code, _, err = pincite("history", *arguments)
        assert code == 2
        assert err.startswith("pincite: There is no conversation “zzz”.")


def test_conversations_are_deleted_by_id_or_all(pincite, kept) -> None:
    assert pincite("history", "delete")[0] == 2
    assert pincite("history", "delete", "abc", "--all")[0] == 2
    assert pincite("history", "delete", "abc") == (0, "abc123de: deleted\n", "")
    assert pincite("history", "delete", "--all") == (0, "", "")
    assert pincite("history", "list")[1] == ""


def test_a_conversation_is_exported_in_the_format_of_the_files_name(
    pincite, kept, tmp_path
) -> None:
    for suffix, beginning in ((".md", b"# "), (".docx", b"PK"), (".json", b"{")):
        path = tmp_path / f"talk{suffix}"
        assert pincite("history", "export", "abc", path) == (0, "", "")
        assert path.read_bytes().startswith(beginning)
    assert pincite("history", "export", "abc", "-")[1].startswith("# 就《")
    assert json.loads(pincite("history", "export", "abc", "-", "--format", "json")[1])


def test_an_export_that_cannot_be_written_is_told(pincite, kept, tmp_path) -> None:
    assert ".docx" in pincite("history", "export", "abc", "talk.pdf")[2]
    code, _, err = pincite("history", "export", "abc", tmp_path / "nowhere" / "talk.md")
    assert code == 2
    assert "can't be written" in err


def test_a_damaged_history_is_told_and_stays(pincite, tmp_path) -> None:
    path = tmp_path / "library" / "history.sqlite"
    path.parent.mkdir()
    path.write_bytes(b"garbage" * 200)
    code, _, err = pincite("history", "list")
    assert code == 2
    assert "Move the file away" in err
    assert path.read_bytes() == b"garbage" * 200


def give(tmp_path: Path, conversation: Conversation, *verdicts: str) -> None:
    feedback = Feedback(tmp_path / "library" / "feedback.jsonl")
    for place, verdict in enumerate(verdicts):
        feedback.add(
            judgement(
                conversation.turns[place],
                verdict,  # type: ignore[arg-type]
                conversation=conversation.id,
                place=place,
                report="wsis-2004",
            )
        )


def test_feedback_is_listed_and_becomes_gold(pincite, kept, tmp_path) -> None:
    give(tmp_path, kept, "right", "wrong_paragraph")
    assert pincite("feedback")[1] == (
        "wsis-2004  right  第26段\nwsis-2004  wrong paragraph  报告怎样谈火星移民？\n"
    )
    path = tmp_path / "gold.jsonl"
    code, _, err = pincite("feedback", "--gold", path)
    assert code == 0
    assert "1 question; 1 left out" in err
    assert json.loads(path.read_text("utf-8"))["gold"] == ["p26"]
    assert json.loads(pincite("feedback", "--gold", "-")[1])["question"] == "第26段"


def test_feedback_that_makes_no_gold_is_told(pincite, kept, tmp_path) -> None:
    assert pincite("feedback")[:2] == (0, "")
    give(tmp_path, kept, "wrong_paragraph")
    code, out, err = pincite("feedback", "--gold", "-")
    assert (code, out) == (2, "")
    assert "no feedback that says which" in err
    assert pincite("feedback", "--gold", "-", "--report", "another")[0] == 2


def test_the_switch_for_history_is_understood() -> None:
    assert cli.parser().parse_args(["serve", "--no-history"]).history is False
    assert cli.parser().parse_args(["--history"]).history is True
    assert not hasattr(cli.parser().parse_args(["serve"]), "history")
