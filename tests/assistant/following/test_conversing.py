"""Follow-ups asked of the bundled report, from question to quotes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.asking import Assistant
from assistant.model import NOTHING_SAID, Answer, Conversation, Turn

DIALOGUES = Path(__file__).parent / "dialogues.jsonl"
RIVER = """Report on the river

1. The Scientific Committee has nine members.

2. It met twice, in Karlow and in Dornach.

3. The farms planted trees along the banks.
"""


def converse(assistant: Assistant, *questions: str) -> list[Answer]:
    said: Conversation = NOTHING_SAID
    for question in questions:
        said = said.with_turn(Turn(question, assistant.ask(question, said)))
    return [turn.answer for turn in said.turns]


def places(answer: Answer) -> set[int]:
    return {citation.paragraph.ordinal for citation in answer.citations}


def test_more_quotes_other_paragraphs_than_before(assistant: Assistant) -> None:
    first, second, third = converse(assistant, "联合国大会第56/183号决议", "还有呢？", "还有吗")
    assert places(first)
    assert not places(first) & places(second)
    assert not (places(first) | places(second)) & places(third)


def test_a_follow_up_is_searched_for_as_what_it_stands_for(assistant: Assistant) -> None:
    _, followed = converse(assistant, "首脑会议第一阶段有多少代表出席？", "那新闻记者呢？")
    assert followed.query.standalone == "首脑会议第一阶段有多少新闻记者出席？"
    assert "新闻记者" in "".join(citation.quote for citation in followed.citations)


def test_a_question_off_the_topic_gets_no_context(assistant: Assistant) -> None:
    _, off = converse(assistant, "首脑会议筹备工作的经费从哪里来？", "今天天气怎么样？")
    assert off == assistant.ask("今天天气怎么样？")
    assert off.status == "not_found"


def test_more_about_one_of_several_quotes_is_looked_up(assistant: Assistant) -> None:
    answers = converse(assistant, "第6段到第8段", "详细说说最后一个")
    assert answers[-1].query.kind == "lookup"
    assert [citation.paragraph.number for citation in answers[-1].citations] == ["8"]


def test_a_conversation_goes_on_in_the_report_that_was_asked_about_last(
    assistant: Assistant, tmp_path: Path
) -> None:
    other = tmp_path / "river.txt"
    other.write_text(RIVER, "utf-8")
    river = assistant.add(other).report.id
    asked = "第6段", "How many members has the Scientific Committee?", "and the next paragraph?"
    first, second, third = converse(assistant, *asked)
    assert first.citations[0].paragraph.report_id != river
    assert second.citations[0].paragraph.number == "1"
    assert [(c.paragraph.report_id, c.paragraph.number) for c in third.citations] == [(river, "2")]


def test_what_was_quoted_before_a_report_was_replaced_stays_as_it_was(
    assistant: Assistant, tmp_path: Path
) -> None:
    file = tmp_path / "river.txt"
    file.write_text(RIVER, "utf-8")
    river = assistant.add(file).report.id
    first = assistant.ask("paragraph 1", reports=(river,))
    said = NOTHING_SAID.with_turn(Turn("paragraph 1", first))
    file.write_text(RIVER.replace("nine", "ten"), "utf-8")
    assert assistant.add(file).report.id == river
    second = assistant.ask("How many members does it have?", said, (river,))
    assert "nine members" in first.citations[0].quote
    assert second.query.within == ((river, first.citations[0].paragraph.ordinal),)
    assert "ten members" in second.citations[0].quote


@pytest.mark.parametrize("line", DIALOGUES.read_text("utf-8").splitlines())
def test_a_dialogue_ends_with_what_it_would_be_without_the_rest(
    line: str, assistant: Assistant
) -> None:
    """What stands alone in these dialogues is answered as it would be first."""
    turns = json.loads(line)["turns"]
    answers = converse(assistant, *(turn["question"] for turn in turns))
    alone = [
        (answer, assistant.ask(turn["question"]))
        for turn, answer in zip(turns, answers, strict=True)
        if turn["question"] == turn["standalone"] and answer.status != "smalltalk"
    ]
    assert alone
    assert all(found == first for found, first in alone)
