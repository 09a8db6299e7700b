"""What deserves a word back and no search, and what only stands around a question."""

from __future__ import annotations

import pytest

from assistant.politeness import politeness, without_courtesy


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("谢谢，清楚了", "thanks"),
        ("Hello!", "greeting"),
        ("Merci, c'est parfait.", "thanks"),
        ("muchas gracias", "thanks"),
        ("Спасибо, понятно!", "thanks"),
        ("شكرا", "thanks"),
        ("السلام عليكم", "greeting"),
        ("谢谢谁资助了会议？", None),
    ],
)
def test_courtesy_is_known_in_six_languages(said: str, kind: str | None) -> None:
    assert politeness(said) == kind


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("谢谢，那第二阶段呢？", "那第二阶段呢？"),
        ("Hello! Who chaired it? Thanks!", "Who chaired it?"),
        ("Merci. Et la deuxième phase ?", "Et la deuxième phase ?"),
        ("lol ok. can you order me a pizza", "can you order me a pizza"),
        ("Who thanked the host, and why?", "Who thanked the host, and why?"),
        ("谢谢", "谢谢"),
        ("", ""),
    ],
)
def test_courtesy_around_a_question_is_no_part_of_it(said: str, question: str) -> None:
    assert without_courtesy(said) == question
