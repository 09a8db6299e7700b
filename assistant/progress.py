"""Bars on the error stream for what takes long; nothing where nobody looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from index.embedding import Progress

T = TypeVar("T")
_DELAY = 0.3  # seconds; what is done sooner needs no bar


@contextmanager
def embedding(name: str) -> Iterator[Progress]:
    """A bar that is told how many passages of a report are embedded, of how many."""
    from tqdm import tqdm

    with tqdm(desc=name, unit=" passages", leave=False, disable=None, delay=_DELAY) as bar:

        def moved(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield moved


def watched(items: Iterable[T], total: int, unit: str) -> Iterator[T]:
    """The items, and a bar that moves with each."""
    from tqdm import tqdm

    yield from tqdm(items, total=total, unit=f" {unit}", leave=False, disable=None, delay=_DELAY)
