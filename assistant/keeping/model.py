"""What a past conversation is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import uuid4

from assistant.model import Conversation
from corpus.model import Report

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Summary:
    """A kept conversation without its words.

    `report` is what was chosen to ask when it began, a report or all; the times are ISO 8601,
    in UTC.
    """

    id: str
    name: str
    report: str
    began_at: str
    changed_at: str
    questions: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept conversation; `covers` are the reports it quotes, without their paragraphs."""

    summary: Summary
    conversation: Conversation
    covers: tuple[Report, ...]


def name_of(question: str) -> str:
    r"""What a conversation is called: its first question, on one line.

    >>> name_of(" Who\n pays? ")
    'Who pays?'
    """
    name = " ".join(question.split())
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def cover(report: Report) -> Report:
    """All that a citation needs to know of a report: what it is called, not what it says."""
    return replace(report, paragraphs=(), outline=(), source="")


def identified(conversation: Conversation) -> Conversation:
    """The conversation with an id to keep it under, its own if it has one."""
    return conversation if conversation.id else replace(conversation, id=uuid4().hex)
