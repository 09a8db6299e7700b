"""Bars on the error stream for what takes long; nothing where nobody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from corpus.reading import Stage

T = TypeVar("T")
Watch = Callable[[Stage, int, int], None]
"""Told what is being done to a file, and how many passages are embedded, of how many."""
_DELAY = 0.3  # seconds; what is done sooner needs no bar


@contextmanager
def embedding(name: str) -> Iterator[Callable[..., None]]:
    """A bar that is told how many passages of a report are embedded, of how many."""
    from tqdm import tqdm

    with tqdm(desc=name, unit=" passages", leave=False, disable=None, delay=_DELAY) as bar:

        def moved(done: int, total: int, description: str = name) -> None:
            bar.total = total or None
            bar.set_description(description, refresh=False)
            bar.update(done - bar.n)

        yield moved


@contextmanager
def adding(name: str) -> Iterator[Watch]:
    """A bar that tells the stage of a file's adding, and how many passages are embedded."""
    with embedding(name) as moved:

        def watch(stage: Stage, done: int, total: int) -> None:
            moved(done, total, f"{name}: {stage}")

        yield watch


def watched(items: Iterable[T], total: int, unit: str) -> Iterator[T]:
    """The items, and a bar that moves with each."""
    from tqdm import tqdm

    yield from tqdm(items, total=total, unit=f" {unit}", leave=False, disable=None, delay=_DELAY)
