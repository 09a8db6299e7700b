"""What a question is about, as far as the next one may leave it out."""

from __future__ import annotations

import pytest

from assistant.following.grammar import grammar
from assistant.following.topics import owner, topic_of


@pytest.mark.parametrize(
    ("language", "question", "topic"),
    [
        ("zh", "首脑会议第一阶段在日内瓦通过了什么？", ["首脑会议第一阶段"]),
        ("zh", "前一个主要说什么？（日内瓦会议）", ["日内瓦会议"]),
        ("zh", "再说说突尼斯", ["突尼斯"]),
        ("en", "So, who chaired the committee?", ["the committee"]),
        ("en", "when? (the committee, in 2004)", ["the committee", "in 2004"]),
        ("en", "What did the Council of Ministers decide?", ["the Council of Ministers"]),
        ("en", "What was adopted in Geneva?", ["in Geneva"]),
        ("ar", "أين عقدت المرحلة الأولى؟", ["المرحلة الأولى"]),
        ("fr", "Parle-moi du groupe de travail.", ["groupe de travail"]),
        ("ru", "Кто возглавлял комитет?", ["комитет"]),
    ],
)
def test_few_phrases_carry_on(language: str, question: str, topic: list[str]) -> None:
    table = grammar(language)
    assert table
    assert topic_of(question, table) == topic


def test_a_second_attribute_is_of_the_owner_of_the_first() -> None:
    table = grammar("zh")
    assert table
    assert owner("主席团的主席", "成员有哪些", table) == "主席团"
    assert owner("主席团的主席", "在哪里", table) == "主席团的主席"
