"""What a report has words for."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from assistant.following import follow
from assistant.following.knowing import is_known
from corpus.bundled import bundled_report

KNOWS = partial(is_known, [bundled_report()])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "记者"),
        ("zh", "民间社会"),
        ("en", "journalists"),
        ("en", "civil society"),
        ("fr", "le secteur privé"),
        ("es", "las empresas"),
        ("ru", "журналисты"),
        ("ar", "الصحفيون"),
    ],
)
def test_what_a_report_speaks_of_is_known_in_any_language(language: str, text: str) -> None:
    assert KNOWS(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "股票"),
        ("en", "pizza"),
        ("fr", "la météo"),
        ("es", "una pizza"),
        ("ru", "погода"),
        ("ar", "الطقس"),
    ],
)
def test_what_it_does_not_speak_of_is_not(language: str, text: str) -> None:
    assert not KNOWS(text, language)


def test_where_words_cannot_be_looked_up_they_are_supposed_to_be_known() -> None:
    assert KNOWS("die Presse", "de")
    assert is_known([], "pizza", "en")


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("首脑会议的经费是怎么来的？", "股票涨了吗？"),
        ("Why was the Summit held in two phases?", "Pizza?"),
        ("Why was the Summit held in two phases?", "what about football?"),
        ("Quel rôle le secteur privé a-t-il joué ?", "Et une pizza ?"),
        ("¿Qué papel tuvo la sociedad civil?", "¿Una pizza?"),
        ("كم عدد الصحفيين في القمة؟", "والبيتزا؟"),
    ],
)
def test_a_question_off_the_topic_goes_on_with_nothing_however_it_is_put(
    before: str, question: str, say: Any
) -> None:
    said = say(before)
    assert follow(question, said).standalone != question, "its form alone would have it go on"
    assert follow(question, said, KNOWS).standalone == question


def test_what_points_back_goes_on_whatever_words_it_has(say: Any) -> None:
    said = say("Who chaired the committee?")
    assert follow("Did it order pizza?", said, KNOWS).standalone == "Did the committee order pizza?"
