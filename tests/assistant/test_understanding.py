import pytest

from assistant.errors import EmptyQuestionError, QuestionTooLongError
from assistant.politeness import politeness
from assistant.understanding import LONGEST_QUESTION, checked, understand
from corpus.bundled import bundled_report


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("第26段", "lookup"),
        ("谁主持了高级别组织委员会？", "search"),
        ("谢谢，清楚了", "smalltalk"),
        ("Hello!", "smalltalk"),
        ("Merci, c'est parfait.", "smalltalk"),
        ("你好，谁主持了高级别组织委员会？", "search"),
        ("Thanks to whom was the Summit held?", "search"),
        ("Hi, what is an information society?", "search"),
        ("paragraph 28 of decision 1/CP.21", "search"),
        ("第60/252号决议第3段", "search"),
        ("paragraph 5 of resolution 56/183", "search"),
    ],
)
def test_the_kind_of_a_question_is_told_without_a_model(question, kind):
    query, references = understand(question, [bundled_report()])
    assert query.kind == kind
    assert bool(references) == (kind == "lookup")


def test_thanks_and_greetings_are_told_apart():
    assert politeness("谢谢") == "thanks"
    assert politeness("Good morning") == "greeting"


@pytest.mark.parametrize("question", ["", "   ", "\n\t", "？！…", "\u200b"])
def test_an_empty_question_says_what_to_do(question):
    with pytest.raises(EmptyQuestionError, match="Type what you want to know"):
        checked(question)


def test_a_question_of_100_000_characters_is_refused_in_words():
    with pytest.raises(QuestionTooLongError, match="100,000 characters") as caught:
        checked("长" * 100_000)
    assert caught.value.limit == LONGEST_QUESTION


def test_half_a_character_does_not_break_a_question():
    assert checked("首脑会议\ud800").encode("utf-8")


def test_a_question_that_does_not_tell_its_language_is_taken_for_the_askers() -> None:
    report = bundled_report()
    assert understand("26", [report], language="ar")[0].language == "ar"
    assert understand("第26段", [report], language="ar")[0].language == "zh"
    assert understand("26", [report])[0].language == "und"
