"""Questions in, cited answers out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assistant.composers.extractive import compose, nearest
from assistant.confidence import THRESHOLD, confidence, evidence
from assistant.errors import NoReportError
from assistant.lookup import lead, looked_up, quoted
from assistant.model import NOTHING_SAID, Answer, Conversation, Query
from assistant.politeness import politeness
from assistant.understanding import checked, understand
from assistant.wording import Wording, wording
from corpus.bundled import bundled_report
from corpus.model import Report
from corpus.reading import read_report
from index.embedding import Progress
from index.library import Library
from index.model import Hit
from index.searching import Added, Index

CANDIDATES = 8  # hits that an answer is composed from
NEAREST = 2  # paragraphs shown where nothing answers


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
            return looked_up(query, references, scope, words)
        return self._searched(query, words)

    def _scope(self, reports: Sequence[str]) -> list[Report]:
        if reports:
            return [self.index.report(report_id) for report_id in dict.fromkeys(reports)]
        return list(self.index.reports())

    def _further(self, query: Query) -> tuple[Hit, ...]:
        """The hits for a question, without what was quoted already; unless nothing else is left."""
        found = self.index.search(
            query.standalone, CANDIDATES + len(query.beyond), query.scope, query.within
        )
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
            said = _not_answered(query, report, words)
            text = "\n".join((said, words.nearest_are, *quoted(near, words)))
            return Answer("not_found", text, query, sure, nearest=near)
        citations = compose(within, sought)
        text = "\n".join((lead(query, report, words), *quoted(citations, words)))
        return Answer("answered", text, query, sure, citations)


def _not_answered(query: Query, report: Report, words: Wording) -> str:
    """Say no: of the report, or of the paragraphs that the question stays within."""
    numbers = [
        paragraph.number
        for paragraph in report.paragraphs
        if (report.id, paragraph.ordinal) in query.within and paragraph.number
    ]
    if not numbers:
        return words.not_answered
    said = words.from_to(numbers[0], numbers[-1])
    return words.answers.not_answered_within.format(numbers=said)
