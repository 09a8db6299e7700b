"""Questions in, cited answers out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from assistant.answering import searched
from assistant.confidence import calibration
from assistant.errors import NoReportError
from assistant.lookup import all_of_it, looked_up, quoted
from assistant.model import NOTHING_SAID, Answer, Conversation, Query
from assistant.paralleling import parallels, sister
from assistant.politeness import politeness
from assistant.progress import Watch
from assistant.understanding import checked, understand
from assistant.wording import Wording, wording
from corpus.bundled import bundled_report
from corpus.model import Report
from corpus.reading import read_report
from index.library import Library
from index.model import Hit
from index.searching import Added, Index


class Assistant:
    """Answers questions about the reports of a library, by quoting them.

    Safe to use from several threads: what was said before comes in with each question.
    `is_calibrated` tells whether confidence was fitted with the index's embedder.
    """

    def __init__(self, index: Index, *, is_calibrated: bool = False) -> None:
        self.index = index
        self.is_calibrated = is_calibrated
        self._curves = calibration("bundled" if is_calibrated else "uncalibrated")

    @property
    def library(self) -> Library:
        """The reports on disk."""
        return self.index.library

    def add(
        self,
        path: Path,
        watch: Watch | None = None,
        *,
        passing: bool = False,
        source: str = "",
    ) -> Added:
        """Read a file and keep it as a report.

        Args:
            path: The file.
            watch: Told the stage that is reached, and how many passages are embedded of how many.
                A `StoppedError` that it raises stops the adding, and nothing is kept.
            passing: Whether the file only passes through, as an upload does; then where it lay
                is not kept as the report's source, but `source`.
            source: Where a passing file came from.

        Raises:
            CorpusError: If the file can't be read.
            LibraryError: If it can't be kept.
        """
        if watch is None:
            report, progress = read_report(path), None
        else:
            report = read_report(path, lambda stage: watch(stage, 0, 0))
            progress = partial(watch, "embedding")
            progress(0, 0)  # the model may have to be loaded first
        return self.index.add(replace(report, source=source) if passing else report, progress)

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

    def understand(
        self,
        question: str,
        reports: Sequence[str] = (),
        conversation: Conversation = NOTHING_SAID,
    ) -> Query:
        """What a question wants, found out without any model.

        Raises:
            EmptyQuestionError, QuestionTooLongError: If it can't be asked.
        """
        return understand(checked(question), self._scope(reports), conversation)[0]

    def ask(
        self,
        question: str,
        conversation: Conversation = NOTHING_SAID,
        reports: Sequence[str] = (),
        language: str = "und",
    ) -> Answer:
        """Answer a question with quotes, or say that the reports don't answer it.

        Args:
            question: In any language.
            conversation: What was said before.
            reports: The ids to stay within; none means all.
            language: The asker's, to answer in where the question doesn't tell its own (“26”).

        Raises:
            EmptyQuestionError, QuestionTooLongError: If it can't be asked.
            NoReportError: If the library is empty.
            UnknownReportError: If one of `reports` is not in the library.
        """
        scope = self._scope(reports)
        query, references = understand(checked(question), scope, conversation, language)
        words = wording(query.language)
        if query.kind == "smalltalk":
            said = words.greeting if politeness(query.asked) == "greeting" else words.thanks
            return Answer("smalltalk", said, query, confidence=1.0)
        if not scope:
            raise NoReportError
        if query.kind == "lookup":
            return self._beside(looked_up(query, references, scope, words), words)
        answer = searched(query, self.index, self._curves, words)
        if answer.status == "not_found" and len(query.within) == 1:
            answer = all_of_it(answer, self.index.report(query.within[0][0]), words)
        return self._beside(answer, words)

    def _beside(self, answer: Answer, words: Wording) -> Answer:
        """Put the version in the question's language beside an answer, if the library has one."""
        if not answer.citations:
            return answer
        report = self.index.report(answer.citations[0].paragraph.report_id)
        version = sister(report, answer.query.language, self.index.reports())
        own = [c for c in answer.citations if c.paragraph.report_id == report.id]
        beside = parallels(own, version) if version else ()
        if not version or not beside:
            return answer
        lines = (answer.text, words.same_in(version.language), *quoted(beside, words))
        return replace(answer, text="\n".join(lines), parallels=beside)

    def _scope(self, reports: Sequence[str]) -> list[Report]:
        if reports:
            return [self.index.report(report_id) for report_id in dict.fromkeys(reports)]
        return list(self.index.reports())
