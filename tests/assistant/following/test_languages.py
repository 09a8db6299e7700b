"""Conversations in six languages, turn by turn, against what each turn should come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.following import follow

# What is said, and what it stands for; "" for what stands alone.
CONVERSATIONS = {
    "zh": [
        ("首脑会议第一阶段什么时候举行？", ""),
        ("那第二阶段呢？", "首脑会议第二阶段什么时候举行？"),
        ("要讨论什么？", "首脑会议第二阶段要讨论什么？"),
        ("谢谢", ""),
        ("不对，我问的是第一阶段", "首脑会议第一阶段要讨论什么？"),
        ("高级别组织委员会是谁主持的？", ""),
        ("它什么时候成立的？", "高级别组织委员会什么时候成立的？"),
        ("成员有哪些", "高级别组织委员会成员有哪些"),
        ("那筹备委员会呢", "筹备委员会成员有哪些"),
        ("今天天气怎么样？", ""),
        ("换个话题，因特网治理工作组由谁设立？", "因特网治理工作组由谁设立？"),
        ("为什么？", "因特网治理工作组由谁设立？为什么？"),
        ("回到经费，是谁出的？", "经费是谁出的？"),
    ],
    "en": [
        ("When was the first phase of the Summit held?", ""),
        ("and the second phase?", "When was the second phase of the Summit held?"),
        ("who attended it?", "who attended the second phase of the Summit?"),
        ("No, I meant the first one", "who attended the first phase of the Summit?"),
        ("thanks!", ""),
        ("Who chaired the high-level committee?", ""),
        ("when was it set up?", "when was the high-level committee set up?"),
        ("What about the working group?", "when was the working group set up?"),
        ("can you order me a pizza?", ""),
        ("By the way, who drafted the Declaration?", "who drafted the Declaration?"),
        ("why?", "who drafted the Declaration? why?"),
        ("Let's go back to the funding: who paid?", "who paid? (the funding)"),
        ("What does it say about money?", "What does the funding say about money?"),
    ],
    "fr": [
        ("Quand la première phase du Sommet a-t-elle eu lieu ?", ""),
        ("Et la deuxième phase ?", "Quand la deuxième phase du Sommet a-t-elle eu lieu ?"),
        ("Qui l'a présidée ?", "Qui l'a présidée ? (la deuxième phase du Sommet)"),
        (
            "Non, je parlais de la première phase",
            "Qui l'a présidée ? (la première phase du Sommet)",
        ),
        ("Merci", ""),
        ("Autre question : qui a rédigé la Déclaration ?", "qui a rédigé la Déclaration ?"),
        ("Et le secteur privé, quel rôle a-t-il joué ?", ""),
        ("Quel temps fait-il demain ?", ""),
    ],
    "es": [
        ("¿Cuándo se celebró la primera fase de la Cumbre?", ""),
        ("¿Y la segunda fase?", "¿Cuándo se celebró la segunda fase de la Cumbre?"),
        ("¿y quién la presidió?", "¿quién la presidió? (la segunda fase de la Cumbre)"),
        ("No, me refiero a la primera fase", "¿quién la presidió? (la primera fase de la Cumbre)"),
        ("gracias", ""),
        ("Cambiando de tema, ¿quién redactó la Declaración?", "¿quién redactó la Declaración?"),
        ("¿Qué hora es?", ""),
        ("¿Qué es la brecha digital?", ""),
    ],
    "ru": [
        ("Когда состоялась первая фаза саммита?", ""),
        ("А вторая фаза?", "Когда состоялась вторая фаза саммита?"),
        ("Кто её возглавлял?", "Кто её возглавлял? (вторая фаза саммита)"),
        ("Нет, я имел в виду первую фазу", "Кто её возглавлял? (первая фаза саммита)"),
        ("спасибо", ""),
        ("Другой вопрос: кто составил Декларацию?", "кто составил Декларацию?"),
        ("Который час?", ""),
        ("Что такое информационное общество?", ""),
    ],
    "ar": [
        ("متى عقدت المرحلة الأولى من القمة؟", ""),
        ("وماذا عن المرحلة الثانية؟", "متى عقدت المرحلة الثانية من القمة؟"),
        ("من ترأسها؟", "من ترأسها؟ (المرحلة الثانية من القمة)"),
        ("لا، أقصد المرحلة الأولى", "من ترأسها؟ (المرحلة الأولى من القمة)"),
        ("شكرا", ""),
        ("سؤال آخر: من صاغ الإعلان؟", "من صاغ الإعلان؟"),
        ("ما هو مجتمع المعلومات؟", ""),
        ("كم الساعة الآن؟", ""),
    ],
}


@pytest.mark.parametrize("language", CONVERSATIONS)
def test_each_turn_of_a_conversation_comes_to_what_it_stands_for(language: str, say: Any) -> None:
    turns = CONVERSATIONS[language]
    told = say(*(question for question, _ in turns)).turns
    found = [(turn.question, turn.answer.query.standalone) for turn in told]
    assert found == [(question, expected or question) for question, expected in turns]


@pytest.mark.parametrize("language", CONVERSATIONS)
def test_what_a_turn_stands_for_stands_alone_itself(language: str, say: Any) -> None:
    """It is shown to be edited: asked again as it is, it must come to itself."""
    told = say(*(question for question, _ in CONVERSATIONS[language]))
    changed = [turn.answer.query.standalone for turn in told.turns]
    assert [follow(question, told).standalone for question in changed] == changed


@pytest.mark.parametrize(
    ("language", "question"),
    [(language, turns[0][0]) for language, turns in CONVERSATIONS.items()],
)
def test_a_question_that_stands_alone_is_the_same_first_and_last(
    language: str, question: str, last: Callable[..., str]
) -> None:
    before = [asked for asked, _ in CONVERSATIONS[language]]
    assert last(question) == last(*before, question) == question


@pytest.mark.parametrize(
    ("question", "more"),
    [
        ("谁主持委员会会议？", "还有呢"),
        ("Who chaired the committee?", "anything else?"),
        ("Qui a présidé le comité ?", "Autre chose ?"),
        ("¿Quién presidió el comité?", "¿algo más?"),
        ("Кто возглавлял комитет?", "Что ещё?"),
        ("من ترأس اللجنة؟", "المزيد"),
    ],
)
def test_more_is_the_last_question_again(
    question: str, more: str, last: Callable[..., str]
) -> None:
    assert last(question, more) == question
