"""A question asked anew takes the place of what it was."""

from __future__ import annotations

import pytest

from assistant.model import Answer, Conversation, Query, Turn
from assistant.page.revising import before

SAID = Conversation(
    tuple(
        Turn(asked, Answer("smalltalk", "Hello", Query(asked, asked, "smalltalk"), 1.0))
        for asked in ("one", "two", "three")
    ),
    "c",
)


@pytest.mark.parametrize(
    ("place", "left"),
    [
        ("", "one two three"),
        ("0", ""),
        ("1", "one"),
        ("9", "one two three"),
        ("-1", "one two three"),
    ],
)
def test_what_was_said_before_a_turn_is_left(place: str, left: str) -> None:
    found = before(SAID, place)
    assert " ".join(turn.question for turn in found.turns) == left
    assert found.id == "c"
