from pathlib import Path

import pytest

from assistant.evaluating.asking import ask_all, rank_all, times_asked
from assistant.evaluating.gold import Case, Question
from assistant.evaluating.places import places

FILE = Path("gold.jsonl")


@pytest.fixture
def names(assistant):
    return places(assistant.index.report("wsis-2004"))


def single(text, *gold, **more):
    return Case(text, FILE, 1, (Question(text, gold, **more),))


def test_a_question_is_answered_and_its_gold_found(assistant, names):
    (one,) = ask_all(assistant, [single("第24-25段", "24", "25", match="all")], names, "wsis-2004")
    assert (one.manner, one.turn, one.is_right, one.precision) == ("single", 1, True, 1.0)
    (one,) = ask_all(assistant, [single("第24段", "25", also_ok=("24",))], names, "wsis-2004")
    assert (one.is_right, one.is_first_right, one.precision) == (False, False, 1.0)


def test_later_turns_are_asked_twice_where_they_can_be_asked_alone(assistant, names):
    turns = (
        Question("第24段", ("24",)),
        Question("那下一段呢", ("25",), standalone="第25段"),
        Question("谢谢", (), match="none"),
    )
    case = Case("d", FILE, 1, turns, is_dialogue=True)
    asked = list(ask_all(assistant, [case], names, "wsis-2004"))
    assert [(one.turn, one.manner) for one in asked] == [
        (1, "first"),
        (2, "later"),
        (2, "alone"),
        (3, "later"),
    ]
    assert asked[2].is_right
    assert asked[2].answer.query.asked == "第25段"
    assert len(asked) == times_asked([case])


def test_the_best_paragraph_of_a_refusal_is_the_nearest(assistant, names):
    (one,) = ask_all(assistant, [single("第99段", "36")], names, "wsis-2004")
    assert not one.is_answered
    assert one.is_best_right
    assert not one.is_first_right


def test_a_right_paragraph_is_looked_for_in_every_ranking(assistant, names):
    cases = [single("因特网治理工作组由谁设立？", "25"), single("谁？")]
    (one,) = rank_all(assistant, cases, names, "wsis-2004")
    assert one.place == 1
    assert one.places["lexical"] == 1
