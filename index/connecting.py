"""Connections to the library file: one a thread, and SQLite's errors put into our words."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from index.errors import (
    DamagedLibraryError,
    LibraryError,
    LockedLibraryError,
    UnwritableLibraryError,
)
from index.schema import MIGRATIONS, layout, layout_in_header, migrate

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
}
_PAUSE = 0.01


class Connections:
    """Every thread's connection to one library file, made when first needed.

    SQLite allows many readers and one writer at a time, in any number of processes; a writer
    waits up to `patience` seconds for its turn.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self.path = path
        self.patience = patience
        self._open: dict[threading.Thread, sqlite3.Connection] = {}
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnwritableLibraryError(path, error.strerror or str(error)) from error
        self._prepare()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read one consistent state, whatever is written meanwhile.

        Raises:
            LibraryError: the file cannot be used; which child tells why.
        """
        with self._translated(), _transaction(self._connection(), "BEGIN") as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Change all or nothing: an exception inside undoes everything.

        Raises:
            LibraryError: the file cannot be used; which child tells why.
        """
        # IMMEDIATE, since a reader that turns writer fails at once instead of waiting its turn.
        with self._translated(), _transaction(self._connection(), "BEGIN IMMEDIATE") as connection:
            # A newer Pincite may have migrated the file while this process was running.
            if layout(connection, self.path) != len(MIGRATIONS):
                migrate(connection, self.path)
            yield connection

    def close(self) -> None:
        """Close every thread's connection; a later use opens a new one."""
        with self._lock:
            connections = list(self._open.values())
            self._open.clear()
        for connection in connections:
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        thread = threading.current_thread()
        found = self._open.get(thread)
        if found is None:
            found = self._connect()
            with self._lock:
                for ended in [other for other in self._open if not other.is_alive()]:
                    self._open.pop(ended).close()
                self._open[thread] = found
        return found

    def _connect(self, mode: str = "rwc") -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self.path.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=self.patience,
            isolation_level=None,
            # Each thread has its own; only close() and the clearing up reach across.
            check_same_thread=False,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        # With WAL, NORMAL keeps the file whole but may forget the last commits when the power
        # fails. A report that was said to be added stays; an fsync a batch is not noticed.
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def _prepare(self) -> None:
        """Make or migrate the file; refuse one that is not ours before anything touches it."""
        with self._translated():
            if self._is_current():
                return
            deadline = time.monotonic() + self.patience
            while True:
                try:
                    with contextlib.closing(self._connect()) as connection:
                        self._layout(connection)
                        connection.execute("PRAGMA journal_mode = WAL")
                        with _transaction(connection, "BEGIN IMMEDIATE"):
                            migrate(connection, self.path)
                    return
                except sqlite3.OperationalError as error:
                    # While two processes switch a new file to WAL, one is told "busy" at once,
                    # without the wait that `timeout` promises.
                    if _code(error) not in _LOCKED or time.monotonic() > deadline:
                        raise
                    time.sleep(_PAUSE)

    def _is_current(self) -> bool:
        """Look at a file without so much as a lock, or a companion left beside it."""
        try:
            if self.path.with_name(f"{self.path.name}-wal").exists():
                # The newest header may be in there; reading leaves both as they are.
                with contextlib.closing(self._connect("ro")) as connection:
                    return self._layout(connection) == len(MIGRATIONS)
            with self.path.open("rb") as opened:
                return layout_in_header(opened.read(100), self.path) == len(MIGRATIONS)
        except (OSError, sqlite3.OperationalError):
            # Not there yet, or with a journal that only a writer may roll back.
            return False

    def _layout(self, connection: sqlite3.Connection) -> int:
        # One transaction: another process may be making the library between two questions.
        with _transaction(connection, "BEGIN"):
            return layout(connection, self.path)

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._in_words(error) from error

    def _in_words(self, error: sqlite3.Error) -> LibraryError | sqlite3.Error:
        code = _code(error)
        if code in _DAMAGED:
            return DamagedLibraryError(self.path, str(error))
        if code in _LOCKED:
            return LockedLibraryError(self.path, self.patience)
        if code in _UNWRITABLE:
            return UnwritableLibraryError(self.path, str(error))
        return error


def _code(error: sqlite3.Error) -> int:
    # The low byte is the primary code; the rest tells it finer. The module's own errors have none.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[sqlite3.Connection]:
    connection.execute(begin)
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself; then there is nothing left to undo.
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise
