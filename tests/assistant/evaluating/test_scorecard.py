import json

import pytest

from assistant.confidence import THRESHOLD
from assistant.evaluating.records import scorecard_record
from assistant.evaluating.scorecard import scorecard, scorecard_text


@pytest.fixture
def card(bureau, asked):
    questions = (
        asked([1], [1], confidence=0.9),
        asked([1], [2], confidence=0.6, line=2),
        asked([], near=[2], kind="unanswerable", confidence=0.2, line=3),
        asked([1], [1], manner="first", line=4),
        asked([1], [2], manner="later", line=4, turn=2),
        asked([1], [1], manner="alone", line=4, turn=2),
    )
    return scorecard(bureau, "e" * 64, questions)


def test_a_terminal_is_told_the_figures_and_what_they_mean(card):
    text = scorecard_text(card)
    assert text.index("by kind") < text.index("Conversations") < text.index("- answered right:")
    assert "100 points fewer answered right" in text
    assert "4 of 5 searched questions are answered (80%)" in text
    assert "2 are wrong (50%)" in text


def test_a_program_gets_the_same(card):
    record = json.loads(json.dumps(scorecard_record(card)))
    assert (record["report"], record["embedder"], record["threshold"]) == (
        "bureau",
        "e" * 64,
        THRESHOLD,
    )
    assert record["later_turns_minus_alone"]["value"] == -1.0
    titles = [table["title"] for table in record["tables"]]
    assert titles == [table.title for table in card.tables]
    assert {key for table in record["tables"] for row in table["rows"] for key in row} <= {
        "name",
        *record["measures"],
    }
    assert record["risk_coverage"][-1] == {
        "confidence": 0.2, "coverage": 1.0, "risk": 0.6, "answered": 5, "wrong": 3,
    }  # fmt: skip
    assert record["questions"][1]["citations"][0]["number"] == "2"
