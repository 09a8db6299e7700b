"""Questions in, cited answers out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.composers.extractive import compose, nearest
from assistant.confidence import THRESHOLD, confidence, evidence
from assistant.errors import NoReportError
from assistant.model import NOTHING_SAID, Answer, Citation, Conversation, Query
from assistant.politeness import politeness
from assistant.references import Reference, number_value
from assistant.understanding import checked, understand
from assistant.wording import Wording, wording
from corpus.bundled import bundled_report
from corpus.model import Paragraph, Report
from corpus.reading import read_report
from corpus.sentences import sentence_spans
from index.embedding import Progress
from index.library import Library
from index.model import Hit
from index.searching import Added, Index

CANDIDATES = 8  # hits that an answer is composed from
NEAREST = 2  # paragraphs shown where nothing answers
WHOLE = 1_500  # characters up to which the paragraphs asked for are quoted whole
LEADS = 2  # sentences of each paragraph beyond that


class Assistant:
    """Answers questions about the reports of a library, by quoting them.

    Safe to use from several threads: what was said before comes in with each question.
    """

    def __init__(self, index: Index) -> None:
        self.index = index

    @property
    def library(self) -> Library:
        """The reports on disk."""
        return self.index.library

    def add(self, path: Path, progress: Progress | None = None, *, passing: bool = False) -> Added:
        """Read a file and keep it as a report.

        Args:
            path: The file.
            progress: Told how many passages are embedded, of how many.
            passing: Whether the file only passes through, as an upload does; then where it lay
                is not kept as the report's source.

        Raises:
            CorpusError: If the file can't be read.
            LibraryError: If it can't be kept.
        """
        report = read_report(path)
        return self.index.add(replace(report, source="") if passing else report, progress)

    def remove(self, report_id: str) -> None:
        """Take a report out; the bundled one stays away from then on.

        Raises:
            UnknownReportError: If the library does not hold it.
        """
        self.library.remove(report_id, dismiss=report_id == bundled_report().id)

    def search(self, question: str, limit: int, reports: Sequence[str] = ()) -> tuple[Hit, ...]:
        """Rank paragraphs for a question, best first, without composing an answer.

        Raises:
            EmptyQuestionError, QuestionTooLongError: If it can't be asked.
            UnknownReportError: If one of `reports` is not in the library.
        """
        return self.index.search(checked(question), limit, reports)

    def understand(self, question: str, reports: Sequence[str] = ()) -> Query:
        """What a question wants, found out without any model.

        Raises:
            EmptyQuestionError, QuestionTooLongError: If it can't be asked.
        """
        return understand(checked(question), self._scope(reports))[0]

    def ask(
        self,
        question: str,
        conversation: Conversation = NOTHING_SAID,
        reports: Sequence[str] = (),
    ) -> Answer:
        """Answer a question with quotes, or say that the reports don't answer it.

        Args:
            question: In any language.
            conversation: What was said before.
            reports: The ids to stay within; none means all.

        Raises:
            EmptyQuestionError, QuestionTooLongError: If it can't be asked.
            NoReportError: If the library is empty.
            UnknownReportError: If one of `reports` is not in the library.
        """
        scope = self._scope(reports)
        query, references = understand(checked(question), scope, conversation)
        words = wording(query.language)
        if query.kind == "smalltalk":
            said = words.greeting if politeness(query.asked) == "greeting" else words.thanks
            return Answer("smalltalk", said, query, confidence=1.0)
        if not scope:
            raise NoReportError
        if query.kind == "lookup":
            return _looked_up(query, references, scope, words)
        return self._searched(query, words)

    def _scope(self, reports: Sequence[str]) -> list[Report]:
        if reports:
            return [self.index.report(report_id) for report_id in dict.fromkeys(reports)]
        return list(self.index.reports())

    def _further(self, query: Query) -> tuple[Hit, ...]:
        """The hits for a question, without what was quoted already; unless nothing else is left."""
        found = self.index.search(query.standalone, CANDIDATES + len(query.beyond), query.scope)
        new = [h for h in found if (h.paragraph.report_id, h.paragraph.ordinal) not in query.beyond]
        return tuple(new[:CANDIDATES]) or found[:CANDIDATES]

    def _searched(self, query: Query, words: Wording) -> Answer:
        hits = self._further(query)
        report = self.index.report(hits[0].paragraph.report_id)
        within = [hit for hit in hits if hit.paragraph.report_id == report.id]
        sought = self.index.seek(query.standalone, report.id)
        exhausted = (hits[0].paragraph.report_id, hits[0].paragraph.ordinal) in query.beyond
        sure = 0.0 if exhausted else confidence(evidence(within, sought))
        if sure < THRESHOLD:
            near = nearest(within[:NEAREST], sought)
            text = "\n".join((words.not_answered, words.nearest_are, *_quoted(near, words)))
            return Answer("not_found", text, query, sure, nearest=near)
        citations = compose(within, sought)
        text = "\n".join((_lead(query, report, words), *_quoted(citations, words)))
        return Answer("answered", text, query, sure, citations)


def _looked_up(
    query: Query, references: Mapping[str, Reference], scope: Sequence[Report], words: Wording
) -> Answer:
    paragraphs = [p for reference in references.values() for p in reference.paragraphs]
    named = [report for report in scope if report.id in references]
    notes = [
        _no_such(references[report.id].missing, report, words)
        for report in named
        if references[report.id].missing
    ]
    if not paragraphs:
        near = _begun([p for report in named for p in _closest(references[report.id], report)])
        text = "\n".join((*notes, words.nearest_are, *_quoted(near, words)))
        return Answer("not_found", text, query, 0.0, nearest=near)
    long = len(paragraphs) > 1 and sum(len(p.text) for p in paragraphs) > WHOLE
    citations = _begun(paragraphs) if long else _whole(paragraphs)
    lead = _lead(query, named[0], words)
    text = "\n".join((*notes, lead, *_quoted(citations, words)))
    return Answer("answered", text, query, 1.0, citations)


def _lead(query: Query, report: Report, words: Wording) -> str:
    return words.quote_language_note(query.language, report.language) or words.report_says


def _whole(paragraphs: Sequence[Paragraph]) -> tuple[Citation, ...]:
    return tuple(Citation(n, p, 0, len(p.text)) for n, p in enumerate(paragraphs, start=1))


def _begun(paragraphs: Sequence[Paragraph]) -> tuple[Citation, ...]:
    """What each paragraph begins with."""
    return tuple(
        Citation(n, p, 0, sentence_spans(p.text)[:LEADS][-1][1])
        for n, p in enumerate(paragraphs, start=1)
    )


def _closest(reference: Reference, report: Report) -> list[Paragraph]:
    """For each number that a report lacks, the paragraph whose number is next to it."""
    numbered = [(value, p) for p in report.paragraphs if (value := number_value(p)) is not None]
    found = [
        min(numbered, key=lambda pair: (abs(pair[0] - int(number)), pair[0]))[1]
        for number in reference.missing[:NEAREST]
        if numbered
    ]
    return list(dict.fromkeys(found)) or list(report.paragraphs[:1])


def _no_such(missing: Sequence[str], report: Report, words: Wording) -> str:
    numbers = [p.number for p in report.paragraphs if p.kind == "body" and p.number]
    return words.no_such_paragraph(
        words.listed(missing), *((numbers[0], numbers[-1]) if numbers else ())
    )


def _quoted(citations: Sequence[Citation], words: Wording) -> list[str]:
    return [f"[{c.marker}] {words.paragraph(c.paragraph, c.item)}: {c.quote}" for c in citations]
