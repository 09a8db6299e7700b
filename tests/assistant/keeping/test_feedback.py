from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import UnwritableHistoryError
from assistant.evaluating.gold import read_gold
from assistant.keeping.feedback import Feedback, Judgement, judgement
from assistant.keeping.gold import gold_file
from corpus.errors import MalformedLineError


@pytest.fixture
def feedback(tmp_path: Path) -> Feedback:
    return Feedback(tmp_path / "folder" / "feedback.jsonl")


def judged(conversation, place, verdict, *meant: str) -> Judgement:
    return judgement(
        conversation.turns[place],
        verdict,
        conversation=conversation.id,
        place=place,
        report="wsis-2004",
        meant=meant,
    )


def test_judgements_are_kept_and_read(feedback, said) -> None:
    conversation = said("第24-26段", "报告怎样谈火星移民？")
    given = [judged(conversation, 0, "right"), judged(conversation, 1, "wrong_paragraph", "p8")]
    for one in given:
        feedback.add(one)
    assert list(feedback.judgements()) == given
    assert given[0].cited == ("p24", "p25", "p26")
    assert given[1].meant == ("p8",)


def test_the_last_word_on_an_answer_counts(feedback, said) -> None:
    conversation = said("第26段")
    feedback.add(judged(conversation, 0, "right"))
    feedback.add(judged(conversation, 0, "should_say_no"))
    (kept,) = feedback.judgements()
    assert kept.verdict == "should_say_no"


def test_another_question_in_the_same_place_is_another_answer(feedback, said) -> None:
    before = said("第26段")
    edited = said("第27段", kept_as=before.id)
    feedback.add(judged(before, 0, "right"))
    feedback.add(judged(edited, 0, "should_say_no"))
    assert [one.verdict for one in feedback.judgements()] == ["right", "should_say_no"]


def test_no_file_is_no_feedback(feedback) -> None:
    assert feedback.judgements() == ()


@pytest.mark.parametrize("line", ["{", "[]", '{"verdict": "right"}'])
def test_a_broken_line_is_named(feedback, said, line: str) -> None:
    feedback.add(judged(said("第26段"), 0, "right"))
    with feedback.path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(MalformedLineError, match="line 2"):
        feedback.judgements()


def test_an_unknown_verdict_is_named(feedback, said) -> None:
    feedback.add(judged(said("第26段"), 0, "right"))
    text = feedback.path.read_text("utf-8").replace('"right"', '"splendid"')
    feedback.path.write_text(text, "utf-8")
    with pytest.raises(MalformedLineError, match="splendid"):
        feedback.judgements()


def test_a_file_that_cannot_be_written_is_told(tmp_path, said) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(UnwritableHistoryError):
        Feedback(tmp_path / "file" / "feedback.jsonl").add(judged(said("第26段"), 0, "right"))


def gold(*judgements: Judgement) -> list[tuple[str, list[str]]]:
    lines = map(json.loads, gold_file(judgements).lines)
    return [(line["question"], line["gold"]) for line in lines]


def test_judgements_become_gold_that_evaluate_reads(said, tmp_path) -> None:
    conversation = said("第24-26段", "首脑会议的经费从哪里来？", "报告怎样谈火星移民？")
    file = gold_file(
        [
            judged(conversation, 0, "right"),
            judged(conversation, 1, "wrong_paragraph", "p8", "p9"),
            judged(conversation, 2, "right"),
        ]
    )
    path = tmp_path / "gold.jsonl"
    path.write_text(file.text, "utf-8")
    questions = [case.turns[0] for case in read_gold(path)]
    assert [question.gold for question in questions] == [("p24", "p25", "p26"), ("p8", "p9"), ()]
    assert [question.match for question in questions] == ["any", "any", "none"]
    assert {question.language for question in questions} == {"zh"}


def test_should_have_said_no_is_empty_gold(said) -> None:
    assert gold(judged(said("第26段"), 0, "should_say_no")) == [("第26段", [])]


def test_a_wrong_answer_whose_right_one_nobody_named_is_left_out_and_counted(said) -> None:
    file = gold_file([judged(said("第26段"), 0, "wrong_paragraph")])
    assert (file.lines, file.unnamed) == ((), 1)


def test_a_question_judged_again_elsewhere_is_asked_once(said) -> None:
    file = gold_file(
        [judged(said("第26段"), 0, "right"), judged(said(" 第26段 "), 0, "should_say_no")]
    )
    assert [json.loads(line)["gold"] for line in file.lines] == [[]]
    assert file.replaced == 1


def test_a_follow_up_is_asked_as_it_was_understood_to_stand_alone(said) -> None:
    conversation = said("首脑会议的经费从哪里来？", "那第二阶段呢？")
    ((question, _),) = gold(judged(conversation, 1, "right"))
    assert question == conversation.turns[1].answer.query.standalone != "那第二阶段呢？"
