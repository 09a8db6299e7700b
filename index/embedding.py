"""Passages and their vectors, made once and kept in the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from corpus.errors import StoppedError
from corpus.model import Report
from index.errors import MissingVectorsError
from index.library import EmbeddedPassages, Library, Postings
from index.model import Embedder, Passage
from index.passages import embedded_texts, passages
from index.vectors import text_digest

BATCH = 64  # passages embedded, and kept, at a time

Progress = Callable[[int, int], None]
"""Told how many passages are embedded, of how many; of 0 while they are still being cut.

A `StoppedError` that it raises stops the embedding, and nothing of it is left behind.
"""

_Kept = TypeVar("_Kept")


class Embedding:
    """What one embedder makes of the reports in a library."""

    def __init__(self, library: Library, embedder: Embedder) -> None:
        self._library = library
        self._embedder = embedder

    def store(self, report: Report, postings: Postings, progress: Progress | None = None) -> None:
        """Embed a report's passages, then keep the report with them.

        When `progress` is told that all are embedded, nothing is kept yet; then it is, at once.
        """
        tell = progress or _nothing
        made = passages(report.paragraphs, self._embedder, lambda: tell(0, 0))
        fingerprint = self._embedder.fingerprint
        self._embed(
            made,
            lambda digests: self._library.store(report, postings, fingerprint, made, digests),
            tell,
        )

    def of(self, report: Report, progress: Progress | None = None) -> EmbeddedPassages:
        """The passages of a report that is kept, embedded now if they never were."""
        fingerprint = self._embedder.fingerprint
        found = self._library.embedded(report, fingerprint)
        if found is not None:
            return found
        tell = progress or _nothing
        made = passages(report.paragraphs, self._embedder, lambda: tell(0, 0))

        def keep(digests: Sequence[bytes]) -> EmbeddedPassages:
            self._library.store_passages(report, fingerprint, made, digests)
            kept = self._library.vectors
            return EmbeddedPassages(
                made, kept.get(fingerprint, digests), kept.signs(fingerprint, digests)
            )

        return self._embed(made, keep, tell)

    def _embed(
        self,
        made: Sequence[Passage],
        keep: Callable[[Sequence[bytes]], _Kept],
        tell: Progress,
    ) -> _Kept:
        """Make sure that passages have vectors, then keep what refers to them by digest.

        Each batch is kept as soon as it is made. Another process may remove a report meanwhile
        and with it vectors that were counted on; then those are made again.
        """
        strings = embedded_texts(made, self._embedder, lambda: tell(0, 0))
        digests = [text_digest(string) for string in strings]
        texts = dict(zip(digests, strings, strict=True))
        while True:
            self._embed_missing(texts, tell)
            with suppress(MissingVectorsError):
                return keep(digests)

    def _embed_missing(self, texts: Mapping[bytes, str], tell: Progress) -> None:
        fingerprint = self._embedder.fingerprint
        missing = self._library.vectors.missing(fingerprint, list(texts))
        by_length = sorted(missing, key=lambda digest: len(texts[digest]))
        there = len(texts) - len(missing)
        try:
            tell(there, len(texts))
            for start in range(0, len(by_length), BATCH):
                batch = by_length[start : start + BATCH]
                encoded = self._embedder.encode_documents([texts[digest] for digest in batch])
                self._library.vectors.add(fingerprint, batch, encoded)
                tell(there + start + len(batch), len(texts))
        except StoppedError:
            self._library.vectors.discard(fingerprint, by_length)
            raise


def _nothing(done: int, total: int) -> None:
    """Nobody looks."""
