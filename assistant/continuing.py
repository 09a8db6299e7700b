"""What looks like a reference to a section and goes on with the last question.

After "When did the pilot stage end?", "And the main stage?" is that question again, though a
section may bear the name; after "How many parts has the plan?", "the first part" is the plan's.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.following import follow
from assistant.model import Conversation
from assistant.referring import Reference
from assistant.referring.mentions import read
from assistant.referring.vocabulary import TITLE


def continues(question: str, references: Iterable[Reference], conversation: Conversation) -> bool:
    """Whether a question that seems to name sections is rather a follow-up of a search.

    One that says "section", "chapter" or a number, or calls a section as most reports do ("the
    conclusions"), is no follow-up.
    """
    if not all(reference.sections for reference in references):
        return False
    said = [turn for turn in conversation.turns if turn.answer.status != "smalltalk"]
    if not said or said[-1].answer.query.kind != "search":
        return False
    words, mentions = read(question)
    if mentions:
        steps = [step for mention in mentions for step in mention.steps]
        last = read(said[-1].answer.query.standalone)[0]
        parted = any(token.can_be("part") for token in last.tokens)
        return parted and all(step.unit == "part" for step in steps)
    if any(role.startswith(TITLE) for token in words.tokens for role in token.roles):
        return False
    return follow(question, conversation).standalone != question
