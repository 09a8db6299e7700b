"""What a question is about."""

from __future__ import annotations

import pytest

from assistant.following.grammar import grammar
from assistant.following.phrases import parts, phrases


@pytest.mark.parametrize(
    ("language", "question", "found"),
    [
        ("zh", "首脑会议第一阶段什么时候、在哪里举行？", ["首脑会议第一阶段"]),
        ("zh", "《行动计划》主要说什么？", ["《行动计划》"]),
        ("zh", "首脑会议的目的是什么？", ["首脑会议的目的"]),
        ("zh", "谁主持筹备委员会？", ["筹备委员会"]),
        ("en", "Who chaired the high-level committee?", ["the high-level committee"]),
        ("en", "What did the ITU Council decide on money?", ["the ITU Council", "money"]),
        ("en", "When was the first phase of the Summit held?", ["the first phase of the Summit"]),
        ("en", "Which documents guide the main stage?", ["documents", "the main stage"]),
        ("en", "When did the first phase take place?", ["the first phase"]),
        ("en", "Where did the Farmers' Forum meet?", ["the Farmers' Forum"]),
        ("zh", "手机应用花了多少钱？", ["手机应用"]),
        ("zh", "联大出钱了吗？", ["联大"]),
        ("ru", "Кто руководит секретариатом Программы?", ["секретариатом Программы"]),
        ("ru", "Сколько ферм охватывает основной этап?", ["ферм", "основной этап"]),
        ("fr", "Quand le Sommet a-t-il eu lieu ?", ["le Sommet"]),
        ("es", "¿Quién presidió el comité?", ["el comité"]),
        ("ru", "Кто возглавлял комитет высокого уровня?", ["комитет высокого уровня"]),
        ("ar", "من ترأس اللجنة الرفيعة المستوى؟", ["اللجنة الرفيعة المستوى"]),
    ],
)
def test_noun_phrases_are_found(language: str, question: str, found: list[str]) -> None:
    table = grammar(language)
    assert table
    assert [phrase.text for phrase in phrases(question, table)] == found


def test_a_phrase_knows_its_place_and_whether_it_is_what_is_asked_for() -> None:
    table = grammar("en")
    assert table
    question = "What role did civil society play in the preparations?"
    found = phrases(question, table)
    assert all(question[phrase.start : phrase.end] == phrase.text for phrase in found)
    assert [phrase.text for phrase in found if phrase.asked] == ["role"]


def test_a_phrase_comes_apart_at_its_joints() -> None:
    english, chinese = grammar("en"), grammar("zh")
    assert english
    assert chinese
    (phrase,) = phrases("Who wrote the objectives of the Plan?", english)
    assert [part.text for part in parts(phrase, english)] == ["the objectives", "the Plan"]
    (phrase,) = phrases("首脑会议的目的是什么？", chinese)
    assert [part.text for part in parts(phrase, chinese)] == ["首脑会议", "目的"]
