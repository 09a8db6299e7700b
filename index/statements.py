"""Statements that the library's methods share, each inside its caller's transaction."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence

from corpus.model import Paragraph
from index.errors import MissingVectorsError, UnknownReportError
from index.model import Passage
from index.records import PARAGRAPH_COLUMNS, paragraph_from
from index.vectors import embedder_key, vector_keys


def report_key(connection: sqlite3.Connection, report_id: str) -> int:
    """The number that stands for a report inside the file.

    Raises:
        UnknownReportError: there is no such report.
    """
    row = None
    # A command line can hold half characters, which SQLite refuses; no id has any.
    with contextlib.suppress(UnicodeEncodeError):
        row = connection.execute("SELECT key FROM reports WHERE id = ?", (report_id,)).fetchone()
    if row is None:
        known = connection.execute("SELECT id FROM reports ORDER BY key")
        raise UnknownReportError(report_id, [other for (other,) in known])
    return int(row[0])


def read_paragraphs(
    connection: sqlite3.Connection, key: int, report_id: str
) -> tuple[Paragraph, ...]:
    """Read all paragraphs of a report in order."""
    rows = connection.execute(
        f"SELECT {PARAGRAPH_COLUMNS} FROM paragraphs WHERE report = ? ORDER BY ordinal", (key,)
    )
    return tuple(paragraph_from(report_id, row) for row in rows)


def delete_report(connection: sqlite3.Connection, report_id: str) -> tuple[int | None, list[int]]:
    """Delete a report if it is there; its key, and the vectors that its passages used."""
    row = connection.execute("SELECT key FROM reports WHERE id = ?", (report_id,)).fetchone()
    if row is None:
        return None, []
    used = connection.execute(
        "SELECT DISTINCT vector FROM passages"
        " JOIN segmentations ON segmentations.key = segmentation WHERE report = ?",
        row,
    ).fetchall()
    connection.execute("DELETE FROM reports WHERE key = ?", row)
    return int(row[0]), [vector for (vector,) in used]


def write_passages(
    connection: sqlite3.Connection,
    report: int,
    fingerprint: str,
    passages: Sequence[Passage],
    digests: Sequence[bytes],
) -> None:
    """Replace what an embedder's passages of a report were.

    Raises:
        MissingVectorsError: not all of their vectors are in the file.
    """
    embedder = embedder_key(connection, fingerprint)
    keys = vector_keys(connection, embedder, digests)
    if lost := [digest for digest in dict.fromkeys(digests) if digest not in keys]:
        raise MissingVectorsError(lost)
    if not embedder:
        connection.execute("INSERT INTO embedders (fingerprint) VALUES (?)", (fingerprint,))
        embedder = embedder_key(connection, fingerprint)
    connection.execute(
        "DELETE FROM segmentations WHERE report = ? AND embedder = ?", (report, embedder)
    )
    made = connection.execute(
        "INSERT INTO segmentations (report, embedder) VALUES (?, ?)", (report, embedder)
    ).lastrowid
    connection.executemany(
        f"INSERT INTO passages VALUES ({made}, ?, ?, ?, ?, ?, ?)",
        [
            (place, one.paragraph.ordinal, one.start, one.end, keys[digest], one.kind)
            for place, (one, digest) in enumerate(zip(passages, digests, strict=True))
        ],
    )


def bump_revision(connection: sqlite3.Connection) -> None:
    """Let every process know that reports have changed."""
    connection.execute("UPDATE facts SET value = value + 1 WHERE name = 'revision'")
