"""A conversation as it leaves: every question, quote, citation and link, in no format yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from assistant.citing import cited
from assistant.model import Answer, Citation, Conversation, Status
from assistant.wording import Wording, wording
from corpus.model import Paragraph, Report


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote, its citation as the field writes it, and the link to its paragraph.

    `path` are the headings above it, outermost first; `anchor` is what the link names.
    """

    text: str
    citation: str
    link: str
    report: str
    anchor: str
    number: str
    item: str
    path: tuple[str, ...]
    page: int | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what was answered.

    `remarks` and `notes` are what is said before and after the quotes, in the question's
    language; `searched_as` is what was searched for, where that is not what was asked;
    `parallels` are the quoted paragraphs in another version of the report.
    """

    question: str
    status: Status
    remarks: tuple[str, ...]
    notes: tuple[str, ...]
    searched_as: str
    confidence: float
    quotes: tuple[Quoted, ...]
    nearest: tuple[Quoted, ...]
    parallels: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """All of a conversation; `language` is that of the words around it."""

    title: str
    note: str
    language: str
    exchanges: tuple[Exchange, ...]


def transcript(
    conversation: Conversation,
    reports: Mapping[str, Report],
    words: Wording,
    address: str,
    today: date,
) -> Transcript:
    """Write a conversation down.

    Args:
        conversation: What was said.
        reports: The reports that it quotes, by id; of one that is missing the id is cited.
        words: In which language the parts around questions and answers are.
        address: Where the page is, as `http://127.0.0.1:7860`; links begin with it.
        today: The day on which this is done.
    """

    def quoted(citation: Citation, said: Wording) -> Quoted:
        paragraph = citation.paragraph
        report = reports.get(paragraph.report_id)
        name = said.paragraph(paragraph, citation.item)
        return Quoted(
            citation.quote,
            cited(report, paragraph, said, citation.item)
            if report
            else f"{paragraph.report_id}, {name}",
            link_to(paragraph, address),
            paragraph.report_id,
            paragraph.anchor,
            paragraph.number,
            citation.item,
            tuple(heading.label for heading in paragraph.headings),
            paragraph.page,
        )

    def exchange(question: str, answer: Answer) -> Exchange:
        query = answer.query
        said = words if query.language == "und" else wording(query.language)
        return Exchange(
            question.strip(),
            answer.status,
            _before(answer),
            answer.notes,
            query.standalone if query.standalone != query.asked else "",
            round(answer.confidence, 4),
            tuple(quoted(each, said) for each in answer.citations),
            tuple(quoted(each, said) for each in answer.nearest),
            tuple(quoted(each, said) for each in answer.parallels),
        )

    titles = dict.fromkeys(report.title or report.id for report in reports.values())
    about = words.answers.list_comma.join(titles) or "Pincite"
    return Transcript(
        words.keeping.transcript_of.format(title=about),
        words.keeping.exported_on.format(date=today.isoformat()),
        words.language,
        tuple(exchange(turn.question, turn.answer) for turn in conversation.turns),
    )


def link_to(paragraph: Paragraph, address: str) -> str:
    """The link that opens a report at a paragraph, for as long as the report is in the library.

    >>> link_to(Paragraph("a-80-81", 26, "26", "body", "…", "p26"), "http://127.0.0.1:7860")
    'http://127.0.0.1:7860/?report=a-80-81#p26'
    """
    query = urlencode({"report": paragraph.report_id})
    return f"{address.rstrip('/')}/?{query}#{quote(paragraph.anchor, safe='')}"


def _before(answer: Answer) -> tuple[str, ...]:
    """What an answer says before its first quote."""
    before, _, _ = answer.text.partition("\n[1] ")
    return tuple(filter(str.strip, before.splitlines()))
