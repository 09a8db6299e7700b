import pytest

from assistant.focusing import focus, focus_span
from index.sought import Form, Sought


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("How many women attended the summit?", "women"),
        ("What is the population of Tunisia?", "population"),
        ("Quel est le montant des contributions ?", "montant"),
        ("¿Qué empresas firmaron el plan?", "empresas"),
        ("Каков бюджет второго этапа?", "бюджет"),
        ("ما هي ميزانية الأمانة؟", "ميزانية"),
        ("《行动计划》的预算是多少？", "预算"),
        ("美国持什么立场？", "立场"),
        ("秘书处的主任是谁？", "主任"),
        ("委员会由谁主持？", "主持"),
        ("会议通过了哪两份文件？", "文件"),
    ],
)
def test_the_word_that_a_question_asks_about_is_found(question, word):
    span = focus_span(question)
    assert span
    assert question[slice(*span)] == word


@pytest.mark.parametrize(
    "question", ["", "Tell me more.", "网络安全", "为什么？", "Who?", "？", "一共开过几次？"]
)
def test_what_asks_about_no_word_has_none(question):
    assert focus_span(question) is None


def test_the_terms_of_that_word_are_those_that_are_sought():
    sought = Sought({"women": (Form(("妇女",)),), "summit": (Form(("首脑",)),)}, {}, "zh", True)
    assert focus("How many women attended the summit?", sought) == {"women"}
    assert focus("How many attended?", sought) == frozenset()


def test_in_chinese_they_are_the_pair_or_the_words_that_hold_it():
    sought = Sought({"预": (), "预算": (), "算是": (), "总预算": ()}, {}, "zh")
    assert focus("总预算是多少？", sought) == {"预算", "总预算"}
