"""The user's reports on disk: one SQLite file, the one source of truth.

Everything that searching needs is in it, so nothing is read, split or embedded again at opening.
A change is one transaction: all of it or none, whatever is killed when.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.model import Paragraph, Report
from index.connecting import Connections
from index.describing import correct, corrections
from index.errors import DamagedLibraryError
from index.model import Passage
from index.records import (
    PARAGRAPH_COLUMNS,
    REPORT_COLUMNS,
    Counts,
    EmbeddedPassages,
    Postings,
    ReportSummary,
    counts_blob,
    counts_from,
    is_storable,
    now,
    paragraph_row,
    report_from,
    report_row,
    signs_from,
    summary_from,
    vectors_from,
)
from index.statements import (
    bump_revision,
    delete_report,
    read_paragraphs,
    report_key,
    write_passages,
)
from index.vectors import VectorCache, chunks, embedder_key, marks, prune

__all__ = ["Counts", "EmbeddedPassages", "Library", "Postings", "ReportSummary"]


class Library:
    """The reports in one file, safe to use from several threads and processes at once.

    `vectors` is the cache of what was embedded. A library that does not exist is made.

    Raises:
        LibraryError: from any method when the file cannot be used; which child tells why.
    """

    def __init__(self, path: Path, *, patience: float = 5.0) -> None:
        self.path = path
        self._connections = Connections(path, patience)
        self.vectors = VectorCache(self._connections)

    def close(self) -> None:
        """Close every thread's connection; a later call opens a new one."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def check(self) -> None:
        """Have SQLite read the whole file over.

        Raises:
            DamagedLibraryError: some page of it is corrupt.
        """
        with self._connections.reading() as connection:
            verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise DamagedLibraryError(self.path, str(verdict).splitlines()[-1])

    def revision(self) -> int:
        """A number that grows with every change of reports, by whatever process; cheap to ask."""
        with self._connections.reading() as connection:
            row = connection.execute("SELECT value FROM facts WHERE name = 'revision'").fetchone()
        return int(row[0])

    def reports(self) -> tuple[ReportSummary, ...]:
        """List the reports in the order in which they were first added."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                "SELECT id, title, symbol, date, language, source, digest,"
                " (SELECT count(*) FROM paragraphs WHERE report = reports.key), numbering, added_at"
                " FROM reports ORDER BY key"
            ).fetchall()
        return tuple(summary_from(row) for row in rows)

    def report(self, report_id: str) -> Report:
        """Read a whole report, equal to the one that was stored.

        Raises:
            UnknownReportError: there is none; those that exist are named.
        """
        with self._connections.reading() as connection:
            key = report_key(connection, report_id)
            row = connection.execute(
                f"SELECT {REPORT_COLUMNS} FROM reports WHERE key = ?", (key,)
            ).fetchone()
            return report_from(report_id, row, read_paragraphs(connection, key, report_id))

    def paragraphs(self, report_id: str) -> tuple[Paragraph, ...]:
        """Read a report's paragraphs in order.

        Raises:
            UnknownReportError: there is no such report.
        """
        with self._connections.reading() as connection:
            return read_paragraphs(connection, report_key(connection, report_id), report_id)

    def find_digest(self, digest: str) -> str | None:
        """Tell the id of the report with exactly this content, if there is one."""
        with self._connections.reading() as connection:
            row = connection.execute(
                "SELECT id FROM reports WHERE digest = ? ORDER BY key LIMIT 1", (digest,)
            ).fetchone()
        return str(row[0]) if row else None

    def lengths(self, report_id: str) -> Counts:
        """The number of terms of every paragraph, by `ordinal - 1`.

        Raises:
            UnknownReportError: there is no such report.
        """
        with self._connections.reading() as connection:
            key = report_key(connection, report_id)
            row = connection.execute("SELECT lengths FROM reports WHERE key = ?", (key,)).fetchone()
        return counts_from(row[0])

    def postings(self, report_id: str, terms: Sequence[str]) -> dict[str, tuple[Counts, Counts]]:
        """Where these terms are: ordinals and counts; terms that the report lacks are absent.

        Raises:
            UnknownReportError: there is no such report.
        """
        found: dict[str, tuple[Counts, Counts]] = {}
        with self._connections.reading() as connection:
            key = report_key(connection, report_id)
            for chunk in chunks([term for term in dict.fromkeys(terms) if is_storable(term)]):
                for term, ordinals, counts in connection.execute(
                    "SELECT term, ordinals, counts FROM postings"
                    f" WHERE report = ? AND term IN ({marks(chunk)})",
                    (key, *chunk),
                ):
                    found[term] = (counts_from(ordinals), counts_from(counts))
        return found

    def embedded(self, report: Report, fingerprint: str) -> EmbeddedPassages | None:
        """Read a report's passages with their vectors, in order.

        None if they were never made for this embedder, or if the library now holds another
        version of the report.
        """
        with self._connections.reading() as connection:
            made = connection.execute(
                "SELECT segmentations.key FROM segmentations"
                " JOIN reports ON reports.key = report"
                " WHERE id = ? AND digest = ? AND embedder = ?",
                (report.id, report.digest, embedder_key(connection, fingerprint)),
            ).fetchone()
            if made is None:
                return None
            rows = connection.execute(
                'SELECT ordinal, "start", "end", kind, vectors.vector, tokens FROM passages'
                " JOIN vectors ON vectors.key = passages.vector"
                " WHERE segmentation = ? ORDER BY place",
                made,
            ).fetchall()
        by_ordinal = {paragraph.ordinal: paragraph for paragraph in report.paragraphs}
        vectors = vectors_from([blob for *_, blob, _ in rows])
        return EmbeddedPassages(
            tuple(Passage(by_ordinal[ordinal], *rest) for ordinal, *rest, _, _ in rows),
            vectors,
            tuple(signs_from(tokens, vectors.shape[1]) for *_, tokens in rows),
        )

    def store(
        self,
        report: Report,
        postings: Postings,
        fingerprint: str = "",
        passages: Sequence[Passage] = (),
        digests: Sequence[bytes] = (),
    ) -> None:
        """Add a report, or replace the one of the same id completely, which keeps its place.

        `digests` are those of the strings embedded for `passages`; their vectors must have been
        added to `vectors` before. Without a fingerprint the report has no passages yet, see
        `store_passages`. A removal remembered for this id is forgotten.

        Raises:
            MissingVectorsError: some vectors are not there (any more); nothing was changed.
        """
        paragraphs = [paragraph_row(paragraph) for paragraph in report.paragraphs]
        terms = [
            (term, counts_blob(ordinals), counts_blob(counts))
            for term, (ordinals, counts) in sorted(postings.terms.items())
        ]
        row = (*report_row(report), counts_blob(postings.lengths), now())
        with self._connections.writing() as connection:
            corrected = corrections(connection, report.id)
            key, used = delete_report(connection, report.id)
            key = connection.execute(
                f"INSERT INTO reports (key, id, {REPORT_COLUMNS}, lengths, added_at)"
                f" VALUES (?, {marks(row)})",
                (key, *row),
            ).lastrowid
            correct(connection, report.id, corrected)
            connection.executemany(
                f"INSERT INTO paragraphs (report, {PARAGRAPH_COLUMNS})"
                f" VALUES ({key}, {marks(PARAGRAPH_COLUMNS.split(','))})",
                paragraphs,
            )
            connection.executemany(f"INSERT INTO postings VALUES ({key}, ?, ?, ?)", terms)
            if fingerprint:
                write_passages(connection, int(key or 0), fingerprint, passages, digests)
            prune(connection, used)
            connection.execute("DELETE FROM dismissed WHERE id = ?", (report.id,))
            bump_revision(connection)

    def store_passages(
        self,
        report: Report,
        fingerprint: str,
        passages: Sequence[Passage],
        digests: Sequence[bytes],
    ) -> bool:
        """Give a stored report passages for one more embedder.

        False, and nothing is kept, if the library no longer holds this version of the report.

        Raises:
            MissingVectorsError: some vectors are not there (any more); nothing was changed.
        """
        with self._connections.writing() as connection:
            row = connection.execute(
                "SELECT key FROM reports WHERE id = ? AND digest = ?", (report.id, report.digest)
            ).fetchone()
            if row is None:
                return False
            write_passages(connection, int(row[0]), fingerprint, passages, digests)
            return True

    def correct(self, report_id: str, changes: Mapping[str, str]) -> None:
        """Call a report otherwise: its title, short title, symbol, date or language.

        A newer version of the report is called so as well.

        Raises:
            UnknownReportError: there is none; those that exist are named.
        """
        with self._connections.writing() as connection:
            report_key(connection, report_id)
            correct(connection, report_id, changes)
            bump_revision(connection)

    def remove(self, report_id: str, *, dismiss: bool = False) -> None:
        """Take a report out, and the vectors that only it used.

        With `dismiss` it is remembered that this id was removed on purpose, as for the bundled
        report, which must not come back by itself.

        Raises:
            UnknownReportError: there is none; those that exist are named.
        """
        with self._connections.writing() as connection:
            report_key(connection, report_id)
            _, used = delete_report(connection, report_id)
            prune(connection, used)
            if dismiss:
                connection.execute("INSERT OR IGNORE INTO dismissed VALUES (?)", (report_id,))
            bump_revision(connection)

    def is_dismissed(self, report_id: str) -> bool:
        """Tell whether a report of this id was removed on purpose and not added since."""
        with self._connections.reading() as connection:
            row = connection.execute(
                "SELECT 1 FROM dismissed WHERE id = ?", (report_id,)
            ).fetchone()
        return row is not None
