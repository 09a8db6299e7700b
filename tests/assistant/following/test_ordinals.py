"""An ordinal without its noun."""

from __future__ import annotations

import pytest

from assistant.following.grammar import grammar
from assistant.following.ordinals import with_noun


@pytest.mark.parametrize(
    ("language", "question", "before", "expected"),
    [
        (
            "en",
            "How many countries came to the first?",
            "When will the second phase of the Summit be held?",
            "How many countries came to the first phase of the Summit?",
        ),
        ("en", "and the second one?", "When did the first phase end?", "and the second phase?"),
        (
            "fr",
            "Et à la deuxième ?",
            "Quand a eu lieu la première phase du Sommet ?",
            "Et à la deuxième phase du Sommet ?",
        ),
        (
            "es",
            "¿Cuántos periodistas asistieron a la primera?",
            "¿Cuándo se celebró la segunda fase?",
            "¿Cuántos periodistas asistieron a la primera fase?",
        ),
        (
            "ru",
            "Сколько журналистов было на первом?",
            "Когда проходил второй этап?",
            "Сколько журналистов было на первом? (первый этап)",
        ),
        (
            "ar",
            "كم عدد الصحفيين في الأولى؟",
            "متى عقدت المرحلة الثانية من القمة؟",
            "كم عدد الصحفيين في المرحلة الأولى من القمة؟",
        ),
    ],
)
def test_a_bare_ordinal_takes_the_noun_that_one_was_said_with(
    language: str, question: str, before: str, expected: str
) -> None:
    table = grammar(language)
    assert table
    assert with_noun(question, [before], table) == expected


@pytest.mark.parametrize(
    "question",
    ["What did the first meeting decide?", "Who spoke first?", "and the money?", "in the end?"],
)
def test_any_other_question_stays_as_it_is(question: str) -> None:
    table = grammar("en")
    assert table
    assert with_noun(question, ["When did the second phase end?"], table) == question


def test_without_an_earlier_ordinal_there_is_no_noun_to_take() -> None:
    table = grammar("en")
    assert table
    assert with_noun("And the second?", ["Who chaired the committee?"], table) == "And the second?"
