"""What looks like a reference to a section and goes on with the last question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.model import NOTHING_SAID, Answer, Turn
from assistant.understanding import understand
from corpus.bundled import bundled_report
from corpus.model import Heading

REPORT = bundled_report()
TITLED = replace(REPORT, outline=(*REPORT.outline, Heading("VIII.", "The main stage", 1, 30)))


def asked(first: str, second: str, report=TITLED):
    query, _ = understand(first, [report])
    said = NOTHING_SAID.with_turn(Turn(first, Answer("answered", "", query, 1.0)))
    return understand(second, [report], said)[0]


def test_a_name_that_is_a_title_too_takes_the_place_of_another():
    query = asked("When did the pilot stage end?", "And the main stage?")
    assert (query.kind, query.standalone) == ("search", "When did the main stage end?")


def test_the_title_alone_is_looked_up():
    assert understand("the main stage", [TITLED])[0].kind == "lookup"


@pytest.mark.parametrize("question", ["And the conclusions?", "And section II?", "那第四节呢？"])
def test_a_section_that_is_called_one_is_looked_up(question):
    assert asked("When did the pilot stage end?", question).kind == "lookup"


def test_a_part_of_what_has_parts_is_no_part_of_the_report():
    query = asked("《行动计划》分几部分？", "第一部分讲什么？", REPORT)
    assert (query.kind, query.standalone) == ("search", "《行动计划》第一部分讲什么？")
    assert understand("第一部分讲什么？", [REPORT])[0].kind == "lookup"
