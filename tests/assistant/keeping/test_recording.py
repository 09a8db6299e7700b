from __future__ import annotations

import json

import pytest

from assistant.keeping.recording import recorded, restored
from assistant.model import Query, Turn
from corpus.model import Paragraph, Report


def test_a_turn_is_the_same_after_it_was_written_as_json(said) -> None:
    for turn in said("第15段", "报告怎样谈火星移民？", "你好").turns:
        assert restored(Turn, json.loads(json.dumps(recorded(turn)))) == turn


def test_a_report_is_the_same_after_it_was_written_as_json(reports) -> None:
    (report,) = reports.values()
    assert restored(Report, json.loads(json.dumps(recorded(report)))) == report


def test_a_pair_of_values_stays_a_pair() -> None:
    query = Query("q", "q", "search", ("r",), beyond=(("r", 3), ("r", 4)))
    assert restored(Query, json.loads(json.dumps(recorded(query)))) == query


def test_a_record_of_another_version_is_read_as_far_as_it_goes() -> None:
    old = {
        "report_id": "r",
        "ordinal": 1,
        "number": "1",
        "kind": "body",
        "text": "T",
        "anchor": "p1",
    }
    assert restored(Paragraph, old | {"mood": "sunny"}) == Paragraph("r", 1, "1", "body", "T", "p1")


@pytest.mark.parametrize(
    "record", [None, 3, [], {}, {"question": "?"}, {"question": 1, "answer": 2}]
)
def test_what_is_no_record_is_refused(record: object) -> None:
    with pytest.raises(ValueError, match="Turn"):
        restored(Turn, record)
