import json

import pytest

from assistant import cli
from assistant.evaluating.command import evaluate, evaluate_on

QUESTIONS = (
    {"id": "a", "kind": "lookup", "question": "第26段", "gold": [26]},
    {"id": "b", "kind": "fact", "question": "因特网治理工作组由谁设立？", "gold": [25]},
    {"id": "c", "kind": "offtopic", "question": "今晚的足球比分是多少", "gold": []},
    {
        "id": "d",
        "turns": [
            {"question": "第15段", "gold": [15]},
            {"question": "那26呢", "gold": [26], "standalone": "第26段"},
            {"question": "谢谢", "gold": []},
        ],
    },
)
PARAGRAPHS = (
    {"number": "1", "text": "The Bureau has thirty members."},
    {"number": "2", "text": "The chair meets in Tunis."},
)


def lines(path, entries):
    path.write_text("\n".join(json.dumps(entry) for entry in entries), "utf-8")
    return str(path)


@pytest.fixture
def gold(tmp_path):
    return lines(tmp_path / "gold.jsonl", QUESTIONS)


@pytest.fixture
def measure(assistant, capsys):
    """Run the command on the bundled report, or on a file; gives what it prints."""

    def run(*arguments):
        asked = cli.parser().parse_args(["evaluate", *arguments])
        if asked.on:
            assert evaluate_on(assistant, asked) == 0
        else:
            assert evaluate(assistant, assistant.index.report("wsis-2004"), asked) == 0
        return capsys.readouterr().out

    return run


def row(record, title, name):
    (table,) = [table for table in record["tables"] if table["title"] == title]
    return next(row for row in table["rows"] if row["name"] == name)


def test_questions_and_conversations_are_scored(measure, gold):
    record = json.loads(measure(gold, "--json"))
    assert row(record, "The report answers: by kind", "lookup")["right"] == {
        "n": 1, "value": 1.0, "low": 0.025, "high": 1.0,
    }  # fmt: skip
    assert row(record, "The report does not answer: by language", "zh")["strayed"]["value"] == 0
    alone = row(record, "Conversations", "later turns asked alone")
    assert (alone["right"]["n"], alone["right"]["value"]) == (1, 1.0)
    assert [(q["id"], q["turn"], q["asked_as"]) for q in record["questions"]] == [
        ("a", 1, "single"), ("b", 1, "single"), ("c", 1, "single"),
        ("d", 1, "first"), ("d", 2, "later"), ("d", 2, "alone"), ("d", 3, "later"),
    ]  # fmt: skip
    assert (record["report"], record["embedder"]) == ("wsis-2004", "hashing-256-256")
    assert all(0 <= point["risk"] <= 1 for point in record["risk_coverage"])


def test_the_figures_are_printed_with_their_meaning(measure, gold):
    out = measure(gold)
    assert "**The report answers: by kind**" in out
    assert "- false refusals: " in out
    assert "95% interval" in out


def test_a_report_outside_the_library_is_not_kept(measure, assistant, tmp_path):
    on = lines(tmp_path / "wsis-2004.jsonl", PARAGRAPHS)
    gold = lines(tmp_path / "q.jsonl", [{"question": "Who meets in Tunis?", "gold": ["2"]}])
    out = json.loads(measure(gold, "--on", on, "--search", "--json"))
    assert out["tables"][0]["rows"][0]["first"]["value"] == 1.0
    assert out["questions"][0]["place"] == 1
    assert [summary.id for summary in assistant.library.reports()] == ["wsis-2004"]
    assert len(assistant.index.report("wsis-2004").paragraphs) > 30


def test_the_page_is_written_where_it_was_asked_for(measure, gold, tmp_path):
    measure(gold, "--html", str(tmp_path / "score.html"))
    assert (tmp_path / "score.html").read_text("utf-8").endswith("</html>")


@pytest.mark.parametrize(
    ("entries", "arguments", "said"),
    [
        ([{"question": "Who?", "gold": [99, "annex"]}], (), "no 99 (gold.jsonl, line 1), no annex"),
        ([{"question": "Who?"}], (), 'line 1: "gold" is missing'),
        ([{"question": "Who?", "gold": []}], ("--search",), "No question names a paragraph"),
        ([{"question": "Who?", "gold": [1]}], ("--report", "nope"), "nope"),
        ([{"question": "Who?", "gold": [1]}], ("--on", "none.txt"), "no such file"),
        (
            [{"question": "Who?", "gold": [1]}],
            ("--search", "--html", "x.html"),
            "--search or --html",
        ),
        ([{"question": "Who?", "gold": [1]}], ("--html", "none/x.html"), "can't be written"),
    ],
)
def test_bad_input_is_said_before_anything_is_done(
    tmp_path, monkeypatch, capsys, entries, arguments, said
):
    monkeypatch.setenv("PINCITE_LIBRARY", str(tmp_path / "library"))
    monkeypatch.chdir(tmp_path)
    lines(tmp_path / "gold.jsonl", entries)
    page = [] if "--search" in arguments else ["--html", "page.html"]
    with pytest.raises(SystemExit) as left:
        cli.main(["evaluate", "gold.jsonl", *page, *arguments])
    printed = capsys.readouterr()
    assert (left.value.code, printed.out) == (2, "")
    assert printed.err.startswith("pincite: ")
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert not (tmp_path / "page.html").exists()
