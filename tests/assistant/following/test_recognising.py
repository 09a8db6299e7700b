"""What a question does with what was said before it."""

from __future__ import annotations

import pytest

from assistant.following.grammar import Grammar, grammar
from assistant.following.recognising import Move, fragment, recognise


def table(language: str) -> Grammar:
    found = grammar(language)
    assert found
    return found


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("zh", "那第二阶段呢？", "instead"),
        ("zh", "记者呢", "instead"),
        ("zh", "那为什么呢？", "about"),
        ("zh", "要讨论什么？", "about"),
        ("zh", "期限是哪年", "about"),
        ("zh", "罗马那次是哪天？", "about"),
        ("zh", "再详细说说第三点", "pick"),
        ("zh", "这是第几段写的？", "source"),
        ("zh", "这话在哪里写的", "source"),
        ("zh", "在哪里？", "about"),
        ("zh", "谁设计的？", "about"),
        ("zh", "怎么解决的？", "about"),
        ("zh", "花了多少钱？", "about"),
        ("zh", "由哪些人组成？", "about"),
        ("zh", "面积多大？", "about"),
        ("zh", "后来采纳了吗？", "about"),
        ("zh", "谁来推动它们？", "about"),
        ("zh", "第三次会议在哪天开的？", "about"),
        ("zh", "前一份有什么目标？", "pick"),
        ("en", "Where can I read them?", "about"),
        ("en", "And who decided to split it?", "about"),
        ("en", "Did many people attend these?", "about"),
        ("en", "When was ITU's?", "about"),
        ("en", "Is there more?", "more"),
        ("en", "where did you read that?", "source"),
        ("es", "¿Por qué se dividió en dos?", "about"),
        ("ar", "ماذا تقول الأولى؟", "pick"),
        ("zh", "还有其他内容吗", "more"),
        ("zh", "那还是说回刚才那个概念，它是什么意思？", "return"),
        ("en", "who chaired it?", "about"),
        ("en", "who ran the Paris one?", "about"),
        ("en", "So who did?", "about"),
        ("en", "and for Tunis?", "instead"),
        ("en", "tell me more about the second point", "pick"),
        ("en", "where does it say that?", "source"),
        ("fr", "Développe la dernière.", "pick"),
        ("es", "¿Y la sociedad civil?", "instead"),
        ("ru", "Почему?", "about"),
        ("ar", "والجمعية العامة؟", "instead"),
    ],
)
def test_a_move_is_known_by_its_signs(language: str, question: str, kind: str) -> None:
    assert recognise(question, table(language)).kind == kind


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("zh", "谁资助了首脑会议？"),
        ("zh", "怎么做红烧肉？"),
        ("zh", "做个蛋糕要多久？"),
        ("zh", "北京下雨了吗？"),
        ("es", "¿Dónde comer en Madrid?"),
        ("en", "Is it going to rain?"),
        ("zh", "什么叫信息社会？"),
        ("zh", "居住权是什么？"),
        ("zh", "侵害他人权利的如何处理？"),
        ("zh", "这份报告讲了什么？"),
        ("zh", "哪个乐队是第一个民间乐队？"),
        ("zh", "如果没有约定，是先还本金还是先还利息呢？"),
        ("zh", "全权代表会议 1998 决议"),
        ("zh", "你是谁？"),
        ("en", "What is cybersecurity?"),
        ("en", "When did the Council say it would meet?"),
        ("en", "Which university has its origins in a school of medicine?"),
        ("en", "What time is it?"),
        ("en", "And what is the weather like today?"),
        ("en", "funding"),
        ("fr", "Combien l'Union a-t-elle versé pour le Sommet ?"),
        ("fr", "Et le secteur privé, quel rôle a-t-il joué dans les préparatifs ?"),
        ("es", "¿Qué pasó con la tasa de deforestación en la región entre 2004 y 2014?"),
        ("ru", "Сколько лет было Петрову, когда он выиграл кубок?"),
        ("ar", "ما هي الشركة التي تم تكليفها بالبحث؟"),
    ],
)
def test_a_question_without_signs_stands_alone(language: str, question: str) -> None:
    assert recognise(question, table(language)) == Move("alone", question)


def test_a_new_topic_is_left_with_its_question_alone() -> None:
    assert recognise("换个话题，谁出的钱？", table("zh")) == Move("alone", "谁出的钱？")
    assert recognise("New question: who paid?", table("en")) == Move("alone", "who paid?")


def test_a_correction_that_is_a_whole_question_is_that_question() -> None:
    move = recognise("No, I was asking who paid for the Summit", table("en"))
    assert move == Move("alone", "who paid for the Summit")


def test_a_name_with_a_question_mark_is_asked_about_instead() -> None:
    assert fragment("Tunis?", table("en")) == Move("instead", "Tunis")
    assert fragment("记者？", table("zh")) == Move("instead", "记者")
    assert fragment("when?", table("zh")) is None, "it is written in another language"
    assert fragment("Tunis", table("en")) is None, "without the mark it is what to search for"
