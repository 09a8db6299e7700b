"""The vectors that were ever computed, kept so that none is computed twice.

A vector belongs to an embedder (its fingerprint) and to the exact string that was embedded (its
digest). Batches are written as they come, so an add that is killed has lost at most one.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from index.connecting import Connections
from index.errors import MissingVectorsError
from index.late import signs
from index.model import Encoded, Signs, Vectors
from index.records import signs_from, vector_blob, vectors_from

_T = TypeVar("_T")

# SQLite's own bound on the parameters of a statement was 999 for long.
_AT_ONCE = 500


def text_digest(text: str) -> bytes:
    """Name a string by its SHA-256, 32 bytes.

    >>> text_digest("a").hex()[:8]
    'ca978112'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


class VectorCache:
    """Vectors by fingerprint and digest, in the library file."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def missing(self, fingerprint: str, digests: Sequence[bytes]) -> tuple[bytes, ...]:
        """Tell which strings are still to be embedded: each once, in the order given."""
        with self._connections.reading() as connection:
            known = vector_keys(connection, embedder_key(connection, fingerprint), digests)
        return tuple(digest for digest in dict.fromkeys(digests) if digest not in known)

    def add(self, fingerprint: str, digests: Sequence[bytes], encoded: Sequence[Encoded]) -> None:
        """Keep a batch, by one short transaction; those already known stay as they are."""
        rows = [
            (digest, vector_blob(one.vector), signs(one.tokens).tobytes())
            for digest, one in zip(digests, encoded, strict=True)
        ]
        with self._connections.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO embedders (fingerprint) VALUES (?)", (fingerprint,)
            )
            embedder = embedder_key(connection, fingerprint)
            connection.executemany(
                "INSERT OR IGNORE INTO vectors (embedder, digest, vector, tokens)"
                " VALUES (?, ?, ?, ?)",
                [(embedder, *row) for row in rows],
            )

    def discard(self, fingerprint: str, digests: Sequence[bytes]) -> None:
        """Forget those of these vectors that no report uses."""
        with self._connections.writing() as connection:
            keys = vector_keys(connection, embedder_key(connection, fingerprint), digests)
            prune(connection, keys.values())

    def get(self, fingerprint: str, digests: Sequence[bytes]) -> Vectors:
        """Look vectors up; shape (len(digests), dimension).

        Raises:
            MissingVectorsError: some were never added, or were pruned since.
        """
        return vectors_from(self._blobs("vector", fingerprint, digests))

    def signs(self, fingerprint: str, digests: Sequence[bytes]) -> tuple[Signs, ...]:
        """Look up the signs of the tokens' vectors, as `index.late.signs` made them.

        Raises:
            MissingVectorsError: as `get`.
        """
        dimension = self.get(fingerprint, digests[:1]).shape[1]
        return tuple(
            signs_from(blob, dimension) for blob in self._blobs("tokens", fingerprint, digests)
        )

    def _blobs(self, column: str, fingerprint: str, digests: Sequence[bytes]) -> list[bytes]:
        with self._connections.reading() as connection:
            embedder = embedder_key(connection, fingerprint)
            found: dict[bytes, bytes] = {}
            for chunk in chunks(list(dict.fromkeys(digests))):
                found |= connection.execute(
                    f"SELECT digest, {column} FROM vectors"
                    f" WHERE embedder = ? AND digest IN ({marks(chunk)})",
                    (embedder, *chunk),
                )
        if lost := [digest for digest in dict.fromkeys(digests) if digest not in found]:
            raise MissingVectorsError(lost)
        return [found[digest] for digest in digests]


def embedder_key(connection: sqlite3.Connection, fingerprint: str) -> int:
    """The number that stands for a fingerprint inside the file; 0, which none has, if unknown."""
    row = connection.execute(
        "SELECT key FROM embedders WHERE fingerprint = ?", (fingerprint,)
    ).fetchone()
    return int(row[0]) if row else 0


def vector_keys(
    connection: sqlite3.Connection, embedder: int, digests: Sequence[bytes]
) -> dict[bytes, int]:
    """The rows of those vectors that are there, by digest."""
    found: dict[bytes, int] = {}
    for chunk in chunks(list(dict.fromkeys(digests))):
        found |= connection.execute(
            f"SELECT digest, key FROM vectors WHERE embedder = ? AND digest IN ({marks(chunk)})",
            (embedder, *chunk),
        )
    return found


def prune(connection: sqlite3.Connection, keys: Iterable[int]) -> None:
    """Forget those of these vectors that no passage uses any more.

    Only what a removed report used is looked at: a vector that no report uses YET belongs to an
    add under way, perhaps in another process.
    """
    connection.executemany(
        "DELETE FROM vectors WHERE key = ?1"
        " AND NOT EXISTS (SELECT 1 FROM passages WHERE vector = ?1)",
        [(key,) for key in keys],
    )


def chunks(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Cut a sequence into runs that a statement can take as parameters."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def marks(values: Sequence[object]) -> str:
    """The placeholders for as many parameters.

    >>> marks("abc")
    '?,?,?'
    """
    return ",".join("?" * len(values))
