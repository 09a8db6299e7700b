"""Which of several things in an answer is meant."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.following import follow
from assistant.following.grammar import grammar
from assistant.following.naming import picked
from assistant.model import Answer, Citation, Conversation, Query, Turn
from corpus.model import Item, Paragraph


def turn(question: str, *paragraphs: Paragraph) -> Turn:
    cited = tuple(Citation(n, p, 0, len(p.text)) for n, p in enumerate(paragraphs, start=1))
    query = Query(question, question, "search", language="zh")
    return Turn(question, Answer("answered", "", query, 1.0, cited))


def paragraph(number: int, text: str, items: Sequence[Item] = ()) -> Paragraph:
    return Paragraph(
        "r", number, str(number), "body", text, f"p{number}", tuple(items), headings=()
    )


CHINESE = grammar("zh")
assert CHINESE
DOCUMENTS = turn("通过了哪两份文件？", paragraph(17, "两个文件：《原则宣言》和《行动计划》。"))
SEVERAL = turn("有哪些做法？", *(paragraph(n, "一项做法。") for n in (6, 7, 8)))
LISTED = turn("谁参加了？", paragraph(15, "包括：甲乙", [Item("a", 3, 4), Item("b", 4, 5)]))


def test_the_former_and_the_latter_are_the_titles_that_an_answer_quoted() -> None:
    said = Conversation((DOCUMENTS,))
    assert follow("前一个主要说什么？", said).standalone == "《原则宣言》主要说什么？"
    assert follow("后者主要说什么？", said).standalone == "《行动计划》主要说什么？"


def test_a_title_may_stand_in_straight_quotation_marks() -> None:
    asked = turn("Which documents?", paragraph(9, 'There is a "Handbook" and a "Plan of Work".'))
    said = Conversation((asked,))
    assert follow("What does the latter say?", said).standalone == 'What does "Plan of Work" say?'


def test_a_person_is_who_the_last_question_was_answered_with() -> None:
    asked = turn("Who runs it?", paragraph(3, "It is headed by Ms. Ilse Brandt."))
    followed = follow("When was she appointed?", Conversation((asked,)))
    assert followed.standalone == "When was Ms. Ilse Brandt appointed?"


def test_the_latter_of_two_is_still_known_after_a_question_about_the_former() -> None:
    query = Query("前一个主要说什么？", "《原则宣言》主要说什么？", "search", language="zh")
    said = Conversation((DOCUMENTS, Turn(query.asked, Answer("answered", "", query, 1.0))))
    assert follow("后一个呢？", said).standalone == "《行动计划》主要说什么？"


def test_more_about_one_of_several_quotes_is_its_paragraph() -> None:
    said = Conversation((SEVERAL,))
    assert follow("再详细说说第三点", said).standalone == "第8段"
    assert follow("详细说说最后一个", said).standalone == "第8段"


def test_the_entries_of_a_quoted_list_come_before_its_paragraph() -> None:
    assert picked(1, [LISTED], CHINESE, whole=True) == "第15段（b）"


def test_nothing_is_picked_where_nothing_has_several_parts() -> None:
    assert picked(0, [turn("谁？", paragraph(1, "一个人。"))], CHINESE, whole=False) == ""
