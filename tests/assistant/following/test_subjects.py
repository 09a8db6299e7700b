"""What a report is about, where a question only points at it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.following import with_subject
from assistant.model import NOTHING_SAID
from corpus.bundled import bundled_report

SUMMIT = bundled_report()
RIVER = replace(
    SUMMIT, title="Report of the Velna River Commission on its Programme", language="en"
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("这个会最早是谁提议的？", "信息社会世界首脑会议最早是谁提议的？"),
        ("办这个会图什么", "办信息社会世界首脑会议图什么"),
        ("本次会议花了多少钱？", "信息社会世界首脑会议花了多少钱？"),
        ("这次峰会在哪开？", "信息社会世界首脑会议在哪开？"),
    ],
)
def test_the_subject_is_named_as_the_title_has_it(question: str, expected: str) -> None:
    assert with_subject(question, SUMMIT, NOTHING_SAID) == expected


def test_it_is_named_in_languages_with_spaces_too() -> None:
    asked = "Who founded this commission?"
    assert with_subject(asked, RIVER, NOTHING_SAID) == "Who founded the Velna River Commission?"


@pytest.mark.parametrize(
    "question",
    [
        "这份报告讲了什么？",
        "应该会怎样？",
        "这些会议在哪开？",
        "who proposed this summit?",
        "谁主持？",
    ],
)
def test_other_questions_stay_as_they_are(question: str) -> None:
    assert with_subject(question, SUMMIT, NOTHING_SAID) == question


def test_what_was_spoken_of_by_that_noun_is_what_is_pointed_at(say: Any) -> None:
    said = say("哈马马特的筹备会议是什么时候？")
    assert with_subject("这个会议讨论什么？", SUMMIT, said) == "这个会议讨论什么？"
