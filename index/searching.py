"""Reports in, ranked hits out: the index over everything in the library."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.language import detect, script_of
from corpus.model import Report
from corpus.reading import renamed
from index.bm25 import Scores, rank
from index.embedding import Embedding, Progress
from index.fusion import trust
from index.identity import identity
from index.lexical import count, findable, terms
from index.library import Library, Postings
from index.model import Embedder, Encoded, Hit, Measure, Vectors, VectorStore
from index.passages import check_lengths
from index.ranking import ranked
from index.segment import Segment
from index.sought import Form, Forms, Sought, forms_within
from index.spelling import MEANT, names, neighbours
from index.stores.flat import FlatStore
from index.translation import LANGUAGES, Lexicon, bundled_lexicon, forms_across

_SAMPLE = 64  # passages that tell how much of a report an embedder can read


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: `report` is as it is kept now."""

    report: Report
    outcome: Literal["added", "updated", "unchanged"]


class Index:
    """Searches the reports of a library.

    A report's ranking is its own: statistics, vectors and scores come from that report alone, so
    nothing else in the library can change them. Safe to use from several threads.
    """

    def __init__(
        self,
        library: Library,
        embedder: Embedder,
        store: Callable[[Vectors], VectorStore] = FlatStore,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.library = library
        self.embedder = embedder
        self._embedding = Embedding(library, embedder)
        self._store = store
        self._lexicon = lexicon or bundled_lexicon()
        self._reports: dict[str, Report] = {}
        self._segments: dict[tuple[str, str], Segment] = {}
        self._revision = -1
        # Two, so that a report can be read while another one is being embedded.
        self._reading, self._building = threading.Lock(), threading.Lock()
        self.ready = False

    def report(self, report_id: str) -> Report:
        """A report as it is kept now; needs no model.

        Raises:
            UnknownReportError: If the library does not hold it.
        """
        with self._reading:
            revision = self.library.revision()
            if revision != self._revision:
                self._reports.clear()
                self._revision = revision
            if report_id not in self._reports:
                self._reports[report_id] = self.library.report(report_id)
            return self._reports[report_id]

    def reports(self) -> tuple[Report, ...]:
        """Every report, in the order of adding; needs no model."""
        return tuple(self.report(summary.id) for summary in self.library.reports())

    def add(self, report: Report, progress: Progress | None = None) -> Added:
        """Keep a report and make it searchable, or recognise one that is already there.

        A file of the same name that shares paragraphs with the report kept under it is its newer
        version; only what changed is embedded. One that shares none is a report of its own.

        Raises:
            LongParagraphError: If what was read as a paragraph is too long to be one.
        """
        check_lengths(report)
        same = self.library.find_digest(report.digest)
        if same is not None:
            return Added(self.report(same), "unchanged")
        kept = renamed(report, identity(report, self.library))
        updated = kept.id in {summary.id for summary in self.library.reports()}
        self._embedding.store(kept, _postings(kept), progress)
        return Added(kept, "updated" if updated else "added")

    def keep(self, report: Report) -> None:
        """Keep a report without embedding it yet: that happens at the first search."""
        self.library.store(report, _postings(report))

    def warm_up(self, progress: Progress | None = None) -> None:
        """Load the model and make every report searchable, so that a first question is quick."""
        self.embedder.encode_query("?")
        for summary in self.library.reports():
            self._segment(self.report(summary.id), progress)
        self.ready = True

    def search(
        self,
        text: str,
        limit: int = 10,
        reports: Sequence[str] = (),
        within: Collection[tuple[str, int]] = (),
    ) -> tuple[Hit, ...]:
        """Rank paragraphs for a question, best first.

        Args:
            text: The question.
            limit: How many hits at the most.
            reports: The ids to stay within; none means all.
            within: The paragraphs to stay within, as report ids and ordinals; none means all.
                Their scores are the same as without: a report's ranking is its own.

        Raises:
            UnknownReportError: If one of `reports` is not in the library.
        """
        wanted = [self.report(report_id) for report_id in reports] or list(self.reports())
        if not wanted:
            return ()
        question = self.embedder.encode_query(text)
        known = _known(self.embedder.measure([text]))
        hits = [
            hit
            for report in wanted
            for hit in self._ranked(report, text, question, known, limit, frozenset(within))
        ]
        return tuple(sorted(hits, key=lambda hit: -hit.score)[:limit])

    def seek(self, text: str, report_id: str) -> Sought:
        """What a question looks for in one report, and what each term is worth there."""
        return self._lexical(text, self.report(report_id))[1]

    def _ranked(
        self,
        report: Report,
        text: str,
        question: Encoded,
        known: float,
        limit: int,
        within: Collection[tuple[str, int]],
    ) -> list[Hit]:
        segment = self._segment(report)
        lexical, sought = self._lexical(text, report)
        return ranked(
            report,
            segment,
            question,
            lexical,
            across=sought.across,
            trusted=trust(known, segment.known),
            limit=limit,
            within=within,
        )

    def _lexical(self, text: str, report: Report) -> tuple[Scores, Sought]:
        asked, printed = detect(text), report.language.split("-")[0]
        if asked == "und" and script_of(text) == "latin":
            asked = self._lexicon.language_of(text, printed)
        across = asked != printed and {asked, printed} <= LANGUAGES
        if across:
            forms = forms_across(text, asked, printed, self._lexicon)
        else:
            forms = forms_within(text, report.language)
            if asked in LANGUAGES:
                forms = self._respelled(text, asked, forms, report)
        wanted = [term for ways in forms.values() for form in ways for term in form.terms]
        postings = Postings(
            self.library.lengths(report.id), self.library.postings(report.id, wanted)
        )
        scores, weights = rank(forms, postings)
        return scores, Sought(forms, weights, report.language, across)

    def _respelled(self, text: str, language: str, forms: Forms, report: Report) -> Forms:
        """Seek each word that neither the report nor the lexicon has as its neighbours too."""
        unseen = forms.keys() - self.library.postings(report.id, list(forms)).keys()
        kept = frozenset(terms(" ".join(names(text)), report.language))
        near = {
            term: self.library.postings(report.id, neighbours(term))
            for term in unseen
            if term not in kept and neighbours(term) and not self._lexicon.knows(term, language)
        }
        return {
            term: (*ways, *(Form((other,), MEANT) for other in near.get(term, ())))
            for term, ways in forms.items()
        }

    def _segment(self, report: Report, progress: Progress | None = None) -> Segment:
        key = (report.id, report.digest)
        with self._building:
            if key not in self._segments:
                embedded = self._embedding.of(report, progress)
                self._segments = {
                    other: segment
                    for other, segment in self._segments.items()
                    if other[0] != key[0]
                }
                sample = [passage.text for passage in embedded.passages[:_SAMPLE]]
                self._segments[key] = Segment(
                    embedded,
                    len(report.paragraphs),
                    self._store,
                    _known(self.embedder.measure(sample)),
                )
            return self._segments[key]


def _postings(report: Report) -> Postings:
    return count((findable(paragraph) for paragraph in report.paragraphs), report.language)


def _known(measures: Sequence[Measure]) -> float:
    """The share of tokens that the embedder knows, 0 to 1."""
    tokens = sum(measure.tokens for measure in measures)
    unknown = sum(measure.unknown for measure in measures)
    return 1 - unknown / tokens if tokens else 1.0
