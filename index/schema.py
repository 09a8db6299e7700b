"""The layout of the library file, and how an older one becomes today's.

`MIGRATIONS[n]` leads from layout n to layout n + 1; SQLite's `user_version` tells which layout a
file has. Steps are only ever added at the end.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from index.errors import ForeignLibraryError, NewerLibraryError

APPLICATION_ID = int.from_bytes(b"Pinc")
_HEADER_SIZE = 100

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO facts VALUES ('revision', 0)",
        "CREATE TABLE dismissed (id TEXT PRIMARY KEY) WITHOUT ROWID",
        """CREATE TABLE reports (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            symbol TEXT NOT NULL,
            date TEXT NOT NULL,
            language TEXT NOT NULL,
            source TEXT NOT NULL,
            digest TEXT NOT NULL,
            outline TEXT NOT NULL,
            numbering TEXT NOT NULL,
            lengths BLOB NOT NULL,
            added_at TEXT NOT NULL
        )""",
        "CREATE INDEX reports_by_digest ON reports (digest)",
        """CREATE TABLE paragraphs (
            report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            number TEXT NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            anchor TEXT NOT NULL,
            items TEXT NOT NULL,
            headings TEXT NOT NULL,
            page INTEGER,
            PRIMARY KEY (report, ordinal)
        )""",
        """CREATE TABLE postings (
            report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
            term TEXT NOT NULL,
            ordinals BLOB NOT NULL,
            counts BLOB NOT NULL,
            PRIMARY KEY (report, term)
        ) WITHOUT ROWID""",
        "CREATE TABLE embedders (key INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE)",
        """CREATE TABLE vectors (
            key INTEGER PRIMARY KEY,
            embedder INTEGER NOT NULL REFERENCES embedders,
            digest BLOB NOT NULL,
            vector BLOB NOT NULL,
            UNIQUE (embedder, digest)
        )""",
        """CREATE TABLE segmentations (
            key INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
            embedder INTEGER NOT NULL REFERENCES embedders,
            UNIQUE (report, embedder)
        )""",
        """CREATE TABLE passages (
            segmentation INTEGER NOT NULL REFERENCES segmentations ON DELETE CASCADE,
            place INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            "start" INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            vector INTEGER NOT NULL REFERENCES vectors,
            PRIMARY KEY (segmentation, place)
        ) WITHOUT ROWID""",
        "CREATE INDEX passages_by_vector ON passages (vector)",
    ),
    ("ALTER TABLE paragraphs ADD COLUMN series TEXT NOT NULL DEFAULT ''",),
    (
        "ALTER TABLE reports ADD COLUMN short_title TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE reports ADD COLUMN corrections TEXT NOT NULL DEFAULT '{}'",
    ),
    ("ALTER TABLE passages ADD COLUMN kind TEXT NOT NULL DEFAULT 'window'",),
    ("ALTER TABLE vectors ADD COLUMN tokens BLOB NOT NULL DEFAULT x''",),
)


def layout(connection: sqlite3.Connection, path: Path) -> int:
    """Tell which layout a file has, 0 for an empty one; reads only.

    Raises:
        ForeignLibraryError: it is a database, but not one of ours.
        NewerLibraryError: it is ours, and from a later version.
    """
    owner, found, cookie = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("application_id", "user_version", "schema_version")
    )
    return _judged(path, owner, found, cookie)


def layout_in_header(header: bytes, path: Path) -> int | None:
    """As `layout`, from the first 100 bytes of a file that no program has open.

    None if they are not those of an SQLite database.

    Source: https://www.sqlite.org/fileformat.html, section 1.3.
    """
    if len(header) < _HEADER_SIZE or not header.startswith(b"SQLite format 3\x00"):
        return None
    cookie, found, owner = (int.from_bytes(header[at : at + 4]) for at in (40, 60, 68))
    return _judged(path, owner, found, cookie)


def _judged(path: Path, owner: int, found: int, cookie: int) -> int:
    """`cookie` counts the changes of a file's tables: 0 only where there never were any."""
    if owner != APPLICATION_ID:
        if owner or found or cookie:
            raise ForeignLibraryError(path)
        return 0
    if found > len(MIGRATIONS):
        raise NewerLibraryError(path, found, len(MIGRATIONS))
    return found


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file to today's layout, in the transaction that the caller has begun.

    Raises:
        ForeignLibraryError, NewerLibraryError: as `layout`.
    """
    for step in MIGRATIONS[layout(connection, path) :]:
        for statement in step:
            connection.execute(statement)
    # PRAGMA takes no parameters; both are our own integers.
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
