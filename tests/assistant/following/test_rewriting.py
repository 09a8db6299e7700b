"""Questions made to stand alone, by what was said before."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant.following import Followed, follow
from assistant.model import NOTHING_SAID, Answer, Citation, Conversation, Query, Turn
from corpus.model import Paragraph


def looked_up(question: str, number: int) -> Turn:
    cited = Citation(1, Paragraph("r", number, str(number), "body", "话。", f"p{number}"), 0, 2)
    return Turn(
        question, Answer("answered", "", Query(question, question, "lookup"), 1.0, (cited,))
    )


def test_the_first_question_is_what_it_is() -> None:
    assert follow("那第二阶段呢？", NOTHING_SAID) == Followed("那第二阶段呢？")


def test_polite_words_around_a_question_are_left_out(last: Callable[..., str]) -> None:
    assert last("Who chaired the committee?", "Thanks! And the working group?") == (
        "Who chaired the committee? (the working group)"
    )


def test_small_talk_does_not_break_the_thread(last: Callable[..., str]) -> None:
    assert last("首脑会议第一阶段在哪里？", "谢谢", "那第二阶段呢？") == "首脑会议第二阶段在哪里？"


def test_nothing_of_an_earlier_topic_leaks_into_a_later_one(last: Callable[..., str]) -> None:
    asked = "首脑会议第一阶段在哪里？", "换个话题，临时主席团怎么组成？", "主席是谁"
    assert last(*asked) == "临时主席团主席是谁"


def test_a_request_for_a_topic_makes_it_the_topic(last: Callable[..., str]) -> None:
    assert last("Háblame del grupo de trabajo sobre Internet", "¿Quién lo creó?") == (
        "¿Quién lo creó? (grupo de trabajo sobre Internet)"
    )


def test_what_was_carried_gives_way_to_a_new_topic(last: Callable[..., str]) -> None:
    asked = "من ترأس لجنة القمة؟", "متى أنشئت؟", "ماذا عن التمويل؟"
    assert last(*asked) == "متى أنشئت؟ (التمويل)"


def test_a_question_joined_to_the_last_one_is_about_the_same(last: Callable[..., str]) -> None:
    asked = "¿Quién organizó la primera fase?", "¿Y cuántos países participaron?"
    assert last(*asked) == "¿Cuántos países participaron? (la primera fase)"


def test_what_has_several_attributes_is_not_confused_with_one_of_them(
    last: Callable[..., str],
) -> None:
    assert last("临时主席团怎么组成？", "主席是谁", "任务是什么") == "临时主席团任务是什么"


def test_going_back_without_a_name_is_to_the_topic_before(last: Callable[..., str]) -> None:
    asked = (
        "什么叫信息社会？",
        "换个话题，临时主席团怎么组成？",
        "主席是谁",
        "回到刚才的话题，它有什么目标？",
    )
    assert last(*asked) == "信息社会有什么目标？"


def test_a_person_is_the_name_that_was_mentioned_last(last: Callable[..., str]) -> None:
    asked = "What did Kofi Annan say in Geneva?", "How long was the speech?", "When did he leave?"
    assert last(*asked) == "When did Kofi Annan leave?"


def test_a_conversation_may_change_its_language(last: Callable[..., str]) -> None:
    assert last("首脑会议第一阶段在哪里？", "who attended it?") == (
        "who attended 首脑会议第一阶段?"
    )


def test_more_leaves_out_all_that_was_quoted_for_the_question() -> None:
    first = looked_up("谁参加了？", 3)
    asked = replace(
        first, answer=replace(first.answer, query=replace(first.answer.query, kind="search"))
    )
    said = Conversation((looked_up("第9段", 9), asked))
    assert follow("还有呢", said) == Followed("谁参加了？", (("r", 3),))


def test_what_a_question_stays_within_holds_for_what_follows_on_it() -> None:
    section = (("r", 28), ("r", 29))
    query = Query("第五节怎么说第一阶段？", "怎么说第一阶段？", "search", within=section)
    said = Conversation((Turn(query.asked, Answer("answered", "", query, 1.0)),))
    assert follow("那第二阶段呢？", said) == Followed("怎么说第二阶段？", within=section)
    assert follow("换个话题，谁出的钱？", said).within == ()


def test_more_of_a_paragraph_that_was_looked_up_is_the_next_one() -> None:
    assert follow("继续", Conversation((looked_up("第9段", 9),))).standalone == "para. 10"


def test_a_lookup_is_asked_again_of_another_number_only(last: Callable[..., str]) -> None:
    said = Conversation((looked_up("What does paragraph 27 say?", 27),))
    assert follow("and 28?", said).standalone == "What does paragraph 28 say?"
    assert follow("who paid for the Summit?", said) == Followed("who paid for the Summit?")


def test_what_points_at_a_paragraph_that_was_looked_up_stays_within_it() -> None:
    said = Conversation((looked_up("What does paragraph 26 say?", 26),))
    asked = "who ran the Paris one?"
    assert follow(asked, said) == Followed(asked, within=(("r", 26),))


def test_a_place_carries_on_with_its_preposition(last: Callable[..., str]) -> None:
    asked = "What was adopted in Geneva?", "Where can I read them?"
    assert last(*asked) == "Where can I read them? (in Geneva)"


def test_at_that_time_is_when_what_was_asked_about_took_place(last: Callable[..., str]) -> None:
    asked = "第一阶段来了多少人？", "企业界来了多少家？", "同期的其他活动有多少场？"
    assert last(*asked) == "同期的其他活动有多少场？（第一阶段）"


@pytest.mark.parametrize(
    "question", ["那第二阶段呢？😀", "\u200f那第二阶段呢？\u200f", "那第二\x07阶段呢？"]
)
def test_what_cannot_be_read_does_not_stand_in_the_way(question: str, say: Any) -> None:
    assert follow(question, say("第一阶段在哪里？")).standalone == "第二阶段在哪里？"


def test_what_is_named_after_a_look_up_is_sought_within_it() -> None:
    said = Conversation((looked_up("What does paragraph 26 say?", 26),))
    assert follow("and the workshops?", said).within == (("r", 26),)


def test_two_hundred_turns_cost_no_more_than_a_few(say: Any) -> None:
    long = Conversation(say("第一阶段在哪里？", "那第二阶段呢？").turns * 100)
    before = time.perf_counter()
    assert follow("为什么？", long).standalone == "第二阶段在哪里？为什么？"
    assert time.perf_counter() - before < 1


@pytest.mark.parametrize(
    "noise", ["？", "🙂🙂", "\u202eабв\u202c", "\x00它\x07呢", "(" * 50, "那" * 500]
)
def test_no_text_is_too_odd_to_follow(noise: str, say: Any) -> None:
    assert follow(noise, say("第一阶段在哪里？")).standalone
