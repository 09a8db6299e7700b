"""The two links under a question: edit it, or ask it again.

They say which turn the next question takes the place of; `asking.js` does the rest.
"""

from __future__ import annotations

from assistant.model import Conversation
from assistant.page.safety import inert_line
from assistant.wording import Wording


def revising(place: int, words: Wording) -> str:
    """The links for the turn at a place, from 0."""
    links = "".join(
        f'<a class="revise" role="button" href="#{deed}={place}">{inert_line(label)}</a>'
        for deed, label in (("edit", words.page.edit), ("again", words.reading.again))
    )
    return f'<div class="revising">{links}</div>'


def before(conversation: Conversation, place: str) -> Conversation:
    """What was said before the turn at a place, as the page sends it; all of it for none.

    >>> before(Conversation(id="c"), "").id, before(Conversation(id="c"), "7").turns
    ('c', ())
    """
    if not place.isdecimal():
        return conversation
    return Conversation(conversation.turns[: int(place)], conversation.id)
