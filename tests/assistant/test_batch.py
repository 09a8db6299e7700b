import io
import json
import os
import subprocess
import sys

import pytest

from assistant.batch import answer_batch, search_batch

CITATION = {"report", "ordinal", "number", "kind", "item", "quote", "start", "end"}


@pytest.fixture
def batch(assistant, tmp_path, capsys):
    """Run a door on lines given as objects or raw text; gives the parsed lines that come out."""

    def run(door, *lines, **options):
        path = tmp_path / "in.jsonl"
        raw = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        path.write_text("\n".join(raw) + "\n", "utf-8")
        code = door(assistant, str(path), (), **options)
        out = capsys.readouterr().out
        assert code == 0
        return [json.loads(line) for line in out.splitlines()]

    return run


def test_hits_come_out_in_the_order_of_the_questions(batch):
    lines = batch(
        search_batch,
        {"id": "a", "question": "因特网治理工作组由谁设立？"},
        {"id": "b", "question": "临时主席团由多少成员组成？", "report": "wsis-2004"},
        limit=3,
    )
    assert [line["id"] for line in lines] == ["a", "b"]
    assert [line["hits"][0]["number"] for line in lines] == ["25", "35"]
    assert all(len(line["hits"]) == 3 for line in lines)
    assert set(lines[0]["hits"][0]) == {"report", "ordinal", "number", "kind", "score"}
    scores = [hit["score"] for hit in lines[0]["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_the_turns_of_a_conversation_are_answered_one_by_one(batch):
    lines = batch(answer_batch, {"id": "d", "turns": ["第26段", "谢谢", "今晚的足球比分是多少"]})
    assert [(line["turn"], line["status"]) for line in lines] == [
        (1, "answered"),
        (2, "smalltalk"),
        (3, "not_found"),
    ]
    assert set(lines[0]) == {
        "id", "turn", "status", "standalone", "text", "confidence", "citations", "nearest",
    }  # fmt: skip
    assert set(lines[0]["citations"][0]) == CITATION
    assert not lines[2]["citations"]
    assert set(lines[2]["nearest"][0]) == CITATION
    assert all(0 <= line["confidence"] <= 1 for line in lines)


def test_a_quote_is_the_exact_span_of_its_paragraph(batch, assistant):
    (line,) = batch(answer_batch, {"id": 1, "question": "临时主席团由多少成员组成？"})
    texts = {p.ordinal: p.text for p in assistant.index.report("wsis-2004").paragraphs}
    for citation in line["citations"]:
        text = texts[citation["ordinal"]]
        assert text[citation["start"] : citation["end"]] == citation["quote"]


@pytest.mark.parametrize("door", [search_batch, answer_batch])
def test_a_bad_line_gives_an_error_and_the_batch_goes_on(batch, door):
    lines = batch(
        door,
        "not json",
        "[1, 2]",
        {"id": "none"},
        {"id": "number", "question": 7},
        {"id": "empty", "question": "  "},
        {"id": "long", "question": "长" * 100_000},
        {"id": "report", "question": "x", "report": "nope"},
        {"id": "within", "question": "x", "report": ["nope"]},
        "",
        {"id": "good", "question": "突尼斯"},
        **({"limit": 1} if door is search_batch else {}),
    )
    assert [line["id"] for line in lines] == [
        None, None, "none", "number", "empty", "long", "report", "within", "good",
    ]  # fmt: skip
    assert all(line["error"] and "turn" in line for line in lines[:-1])
    assert "error" not in lines[-1]


def test_a_bad_turn_does_not_end_its_conversation(batch):
    lines = batch(answer_batch, {"id": "d", "turns": ["第26段", "", "第27段"]})
    assert [line["turn"] for line in lines] == [1, 2, 3]
    assert "error" in lines[1]
    assert lines[2]["citations"][0]["number"] == "27"


def test_half_a_character_in_a_question_does_not_break_the_output(batch):
    (line,) = batch(answer_batch, '{"id": "\\ud800", "question": "突尼斯 \\ud800"}')
    assert line["status"] in {"answered", "not_found"}


def test_bytes_that_are_not_utf8_are_a_bad_line(assistant, monkeypatch, capsys):
    raw = b'{"id": "\xff"}\n{"id": "good", "question": "x"}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    answer_batch(assistant, "-", ())
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert "error" in first
    assert second["id"] == "good"


def test_each_answer_is_flushed_before_the_next_question_comes(tmp_path):
    environment = os.environ | {"PINCITE_LIBRARY": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", "ask", "--batch", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as process:
        for number in ("1", "2"):
            question = json.dumps({"id": number, "question": f"第{number}段"})
            process.stdin.write(question.encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert answer["citations"][0]["number"] == number
        process.stdin.close()
    assert process.returncode == 0


def test_a_line_nested_too_deeply_is_an_error_like_any_other(batch):
    lines = batch(answer_batch, "[" * 100_000, {"id": "b", "question": "第26段"})
    assert "not JSON" in lines[0]["error"]
    assert lines[1]["status"] == "answered"
