"""The same question of something else."""

from __future__ import annotations

import pytest

from assistant.following.grammar import grammar
from assistant.following.parallels import instead, without_rivals


@pytest.mark.parametrize(
    ("language", "question", "x", "expected"),
    [
        ("zh", "第一阶段来了多少人？", "记者", "第一阶段记者来了多少人？"),
        ("zh", "第一阶段来了多少人？", "第二阶段的记者", "第二阶段记者来了多少人？"),
        ("zh", "私营部门发挥了什么作用？", "民间社会", "民间社会发挥了什么作用？"),
        ("zh", "首脑会议的目的是什么？", "背景", "首脑会议的背景是什么？"),
        ("zh", "《宣言》主要说什么？", "《行动计划》", "《行动计划》主要说什么？"),
        ("zh", "组织委员会成员有哪些？", "筹备委员会", "筹备委员会成员有哪些？"),
        ("zh", "2003年开过几次会？", "2004年", "2004年开过几次会？"),
        ("zh", "谁资助了会议？", "联合国大会", "谁资助了会议？（联合国大会）"),
        ("en", "Where was the meeting in Geneva?", "in Tunis", "Where was the meeting in Tunis?"),
        (
            "en",
            "What role did civil society play in the preparations?",
            "the private sector",
            "What role did the private sector play in the preparations?",
        ),
        ("en", "What happened in June 2003?", "the 2004 one", "What happened in June 2004?"),
        (
            "en",
            "Who paid for the Summit?",
            "the Assembly",
            "Who paid for the Summit? (the Assembly)",
        ),
        (
            "ru",
            "Как идёт подготовка первой фазы?",
            "вторая фаза",
            "Как идёт подготовка второй фазы?",
        ),
    ],
)
def test_what_is_named_takes_the_place_of_what_is_most_like_it(
    language: str, question: str, x: str, expected: str
) -> None:
    table = grammar(language)
    assert table
    assert instead(question, x, table) == expected


def test_a_topic_leaves_out_the_dates_for_which_a_question_has_its_own() -> None:
    table = grammar("en")
    assert table
    assert without_rivals("the June 2004 meeting", "was there one in March?", table) == (
        "the 2004 meeting"
    )
