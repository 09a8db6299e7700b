"""What a question wants: a search, paragraphs by number, or just to be polite."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from assistant.errors import EmptyQuestionError, QuestionTooLongError
from assistant.following import follow
from assistant.model import NOTHING_SAID, Conversation, Query, QueryKind
from assistant.politeness import politeness
from assistant.references import Reference, find_reference
from corpus.language import detect
from corpus.model import Report

LONGEST_QUESTION = 4_000


def checked(question: str) -> str:
    """A question fit to be asked: valid text, without the space around it.

    Raises:
        EmptyQuestionError: If nothing is left.
        QuestionTooLongError: If it has more than `LONGEST_QUESTION` characters.
    """
    text = question.encode("utf-8", "replace").decode("utf-8").strip()
    if len(text) > LONGEST_QUESTION:
        raise QuestionTooLongError(len(text), LONGEST_QUESTION)
    if not any(unicodedata.category(c)[0] in "LNS" for c in text):
        raise EmptyQuestionError
    return text


def understand(
    question: str, reports: Sequence[Report], conversation: Conversation = NOTHING_SAID
) -> tuple[Query, Mapping[str, Reference]]:
    """Find out what a question wants.

    Args:
        question: As typed, already `checked`.
        reports: Those it may be about.
        conversation: What was said before.

    Returns:
        The query and, for a lookup, what it refers to in each report that has it.
    """
    scope = tuple(report.id for report in reports)
    language = detect(question)
    if politeness(question):
        return Query(question, question, "smalltalk", scope, language), {}
    references = _references(question, reports)
    if references:
        return Query(question, question, "lookup", scope, language), references
    followed = follow(question, conversation)
    if language == "und" and conversation.turns:
        language = conversation.turns[-1].answer.query.language
    if followed.standalone != question:
        references = _references(followed.standalone, reports)
    kind: QueryKind = "lookup" if references else "search"
    query = Query(question, followed.standalone, kind, scope, language, followed.beyond)
    return query, references


def _references(question: str, reports: Sequence[Report]) -> Mapping[str, Reference]:
    resolved = {report.id: find_reference(question, report) for report in reports}
    return {report: found for report, found in resolved.items() if found}
