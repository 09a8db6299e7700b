"""What a question wants: a search, paragraphs by number, or just to be polite."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from assistant.continuing import continues
from assistant.errors import EmptyQuestionError, QuestionTooLongError
from assistant.following import follow, with_subject
from assistant.following.knowing import is_known
from assistant.model import NOTHING_SAID, Conversation, Query, QueryKind
from assistant.politeness import politeness
from assistant.referring import Reference, find_reference, standing
from assistant.wording import wording
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
    question: str,
    reports: Sequence[Report],
    conversation: Conversation = NOTHING_SAID,
    language: str = "und",
) -> tuple[Query, Mapping[str, Reference]]:
    """Find out what a question wants.

    Args:
        question: As typed, already `checked`.
        reports: Those it may be about.
        conversation: What was said before.
        language: The asker's, for a question that doesn't tell its own (“26”).

    Returns:
        The query and, for a lookup, what it refers to in each report that has it. A question that
        a reference only bounds is a search within the paragraphs that it names.
    """
    scope = tuple(report.id for report in reports)
    language = _language(question, conversation, language)
    if politeness(question):
        return Query(question, question, "smalltalk", scope, language), {}
    references: Mapping[str, Reference] = _references(question, reports, conversation)
    goes_on = bool(references) and continues(question, references.values(), conversation)
    if references and not goes_on:
        return _referring(Query(question, question, "lookup", scope, language), references)
    asked = with_subject(question, reports[0], conversation) if len(reports) == 1 else question
    followed = follow(asked, conversation, partial(is_known, reports))
    references = {}
    if followed.standalone != question and not goes_on:
        references = _references(followed.standalone, reports, conversation)
    kind: QueryKind = "lookup" if references else "search"
    query = Query(
        question, followed.standalone, kind, scope, language, followed.beyond, followed.within
    )
    return _referring(query, references)


def _language(question: str, conversation: Conversation, otherwise: str) -> str:
    """A question's language; of one too short to tell (“26”), the conversation's or the asker's."""
    language = detect(question)
    if language == "und" and conversation.turns:
        language = conversation.turns[-1].answer.query.language
    return otherwise if language == "und" else language


def _named(reference: Reference, language: str) -> str:
    """What a relative reference asks for, so that it stands alone: “What does para. 26 say?”."""
    words, paragraphs = wording(language), reference.paragraphs
    if len(paragraphs) == 1:
        return words.page.ask_paragraph.format(paragraph=words.paragraph(paragraphs[0]))
    if reference.sections:
        return words.page.ask_section.format(title=reference.sections[0].title)
    return words.page.ask_paragraph.format(paragraph=words.ranges(paragraphs))


def _references(
    question: str, reports: Sequence[Report], conversation: Conversation
) -> Mapping[str, Reference]:
    """What a question refers to in each report; in those that lack it only where all do."""
    here = standing(conversation)
    resolved = {
        report.id: find_reference(
            question, report, here if here and here.report_id == report.id else None
        )
        for report in reports
    }
    found = {report: reference for report, reference in resolved.items() if reference}
    return {report: each for report, each in found.items() if each.places} or found


def _referring(
    query: Query, references: Mapping[str, Reference]
) -> tuple[Query, Mapping[str, Reference]]:
    """A look-up as it is, or the search that its reference bounds."""
    found = [reference for reference in references.values() if reference.places]
    rest = next((reference.rest for reference in found if reference.rest), "")
    if not rest:
        said = _named(found[0], query.language) if found and found[0].is_relative else ""
        return replace(query, standalone=said or query.standalone), references
    within = tuple(
        (report, paragraph.ordinal)
        for report, found in references.items()
        for paragraph in found.paragraphs
    )
    return replace(query, kind="search", standalone=rest, within=within), {}
