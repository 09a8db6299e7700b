"""The file of past conversations: made, opened, and its errors put into our words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from assistant.errors import (
    DamagedHistoryError,
    HistoryError,
    LockedHistoryError,
    UnwritableHistoryError,
)

APPLICATION_ID = int.from_bytes(b"PinH")
_LAYOUT = 1
_TABLES = (
    """CREATE TABLE conversations (
        id TEXT PRIMARY KEY,
        owner TEXT NOT NULL,
        name TEXT NOT NULL,
        report TEXT NOT NULL,
        began_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX conversations_by_owner ON conversations (owner, changed_at)",
    """CREATE TABLE turns (
        conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
        place INTEGER NOT NULL,
        record TEXT NOT NULL,
        covers TEXT NOT NULL,
        sought TEXT NOT NULL,
        PRIMARY KEY (conversation, place)
    ) WITHOUT ROWID""",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {_LAYOUT}",
)
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
}


class HistoryFile:
    """An SQLite file, opened anew for every use: uses are seldom, and short.

    Args:
        path: The file; it is made when it is first opened.
        patience: How many seconds one that another program holds is waited for.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self.path = path
        self._patience = patience

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """A connection; what was begun is committed at the end, and undone by an exception.

        Raises:
            HistoryError: The file can't be used; which child tells why.
        """
        try:
            self._make_private()
            connection = sqlite3.connect(
                self.path, timeout=self._patience, isolation_level=None, check_same_thread=False
            )
            with closing(connection):
                # What is deleted is overwritten, as whoever deletes it expects.
                connection.execute("PRAGMA secure_delete = ON")
                connection.execute("PRAGMA foreign_keys = ON")
                self._prepare(connection)
                yield connection
                if connection.in_transaction:
                    connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise self._in_words(error) from error

    def _make_private(self) -> None:
        """What people ask is for their eyes: on a shared machine not for every account's."""
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch(mode=0o600)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        if self._is_current(connection):
            return
        connection.execute("BEGIN IMMEDIATE")
        if not self._is_current(connection):  # another process may have been faster
            for statement in _TABLES:
                connection.execute(statement)
        connection.execute("COMMIT")

    def _is_current(self, connection: sqlite3.Connection) -> bool:
        owner, layout, tables = (
            int(connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("application_id", "user_version", "schema_version")
        )
        if owner == APPLICATION_ID and layout == _LAYOUT:
            return True
        if owner == APPLICATION_ID:
            raise DamagedHistoryError(self.path, "a newer Pincite wrote it")
        if owner or layout or tables:
            raise DamagedHistoryError(self.path, "another program wrote it")
        return False

    def _in_words(self, error: sqlite3.Error | OSError) -> HistoryError:
        if isinstance(error, OSError):
            return UnwritableHistoryError(self.path, error.strerror or str(error))
        code = int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
        if code in _LOCKED:
            return LockedHistoryError(self.path)
        if code in _UNWRITABLE:
            return UnwritableHistoryError(self.path, str(error))
        return DamagedHistoryError(self.path, str(error))
