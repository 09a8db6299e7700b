"""The same question of something else."""

from __future__ import annotations

import pytest

from assistant.following.grammar import grammar
from assistant.following.parallels import instead, of_whom, without_rivals


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
            "en",
            "How many farmers attended the forum?",
            "journalists",
            "How many journalists attended the forum?",
        ),
        (
            "fr",
            "Combien d'agriculteurs ont participé au Forum ?",
            "de journalistes",
            "Combien de journalistes ont participé au Forum ?",
        ),
        (
            "es",
            "¿Cuántas granjas participaron en el foro?",
            "empresas",
            "¿Cuántas empresas participaron en el foro?",
        ),
        (
            "zh",
            "首脑会议第一阶段有多少代表出席？",
            "新闻记者",
            "首脑会议第一阶段有多少新闻记者出席？",
        ),
        (
            "en",
            "How much did nitrate fall in Orland?",
            "Marisia",
            "How much did nitrate fall in Marisia?",
        ),
        ("en", "Who paid for this?", "for Tunis", "Who paid for Tunis?"),
        (
            "en",
            "Who ran the Paris one? (the workshops)",
            "the Rome one",
            "Who ran the Rome one? (the workshops)",
        ),
        (
            "fr",
            "Qui a organisé celui de Paris ? (les séminaires)",
            "celui de Rome",
            "Qui a organisé celui de Rome ? (les séminaires)",
        ),
        ("zh", "巴黎那场是谁办的？（研讨会）", "罗马的", "罗马那场是谁办的？（研讨会）"),
        ("en", "When was ITU's? (the workshops)", "ICANN's", "When was ICANN's? (the workshops)"),
        (
            "ru",
            "Когда он был создан? (комитет)",
            "третье заседание",
            "Когда он был создан? (третье заседание, комитет)",
        ),
        ("ar", "متى أنشئت؟ (اللجنة)", "اجتماعها الثالث", "متى أنشئت؟ (اجتماعها الثالث، اللجنة)"),
        ("zh", "二期工程什么时候完工？", "面积", "二期工程面积"),
        ("zh", "筹备委员会一共开过几次会？", "2004年6月那次", "筹备委员会2004年6月那次"),
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


@pytest.mark.parametrize(
    ("language", "question", "who", "expected"),
    [
        ("en", "Did the Assembly pay for this?", "who did?", "who did pay for this?"),
        ("es", "¿Pagó la Asamblea la Cumbre?", "¿quién?", "quién pagó la Cumbre?"),
        ("ru", "Ассамблея оплатила саммит?", "кто?", ""),
        ("zh", "联大出钱了吗？", "谁呢？", "谁出钱了？"),
        ("en", "Where did the Assembly meet?", "who did?", ""),
        ("en", "Did the Assembly pay for this?", "when?", ""),
    ],
)
def test_who_did_asks_for_the_subject_of_a_yes_or_no_question(
    language: str, question: str, who: str, expected: str
) -> None:
    table = grammar(language)
    assert table
    assert of_whom(question, who, table) == expected
