"""The line under an answer that asks whether it was right.

The links are buttons to `keeping.js`; they tell what is said, and of which answer. An answer that
says no can't have named a wrong paragraph, but it can be wrong.
"""

from __future__ import annotations

from assistant.keeping.feedback import answer_name
from assistant.model import Answer
from assistant.page.safety import inert_line
from assistant.wording import Wording, wording
from assistant.words.choosing import direction


def judging(answer: Answer, conversation: str, place: int, words: Wording) -> str:
    """Ask about the answer at a place, from 0, in a conversation that has an id.

    It speaks as the answer above it does: the question's language, else that of `words`.
    """
    if answer.status == "smalltalk" or not conversation:
        return ""
    if answer.query.language != "und":
        words = wording(answer.query.language)
    said = words.keeping
    choices = [("right", said.right)]
    if answer.status == "answered":
        choices += [
            ("wrong_paragraph", said.wrong_paragraph),
            ("should_say_no", said.should_say_no),
        ]
    else:
        choices += [("wrong_paragraph", said.should_answer)]
    name = answer_name(conversation, place, answer.query.asked)
    buttons = "".join(
        f'<a class="judge {verdict}" role="button" href="#judge={verdict}:{name}">'
        f"{inert_line(label)}</a>"
        for verdict, label in choices
    )
    return (
        f'<div class="judging" lang="{words.language}"'
        f' dir="{direction(words.language)}"><span>{inert_line(said.was_it_right)}</span>'
        f"{buttons}</div>"
    )
