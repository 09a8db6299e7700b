"""Files, folders, patterns, archives and a pipe added one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from assistant.asking import Assistant
from assistant.errors import AssistantError
from assistant.progress import Watch, adding
from corpus.errors import CorpusError, StoppedError
from corpus.gathering import STANDARD_INPUT, Document, check_readable, gathered
from index.errors import IndexingError
from index.searching import Added

Watching = Callable[[str], AbstractContextManager[Watch]]
"""Opens a watch on the adding of a file of that name."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the file of this name: it was added, or `error` tells why not."""

    name: str
    added: Added | None = None
    error: AssistantError | CorpusError | IndexingError | None = None


def add_all(
    assistant: Assistant, typed: Iterable[str], watching: Watching = adding
) -> Iterator[Outcome]:
    """Add everything that is meant; what can't be read is told, and the rest goes on.

    Args:
        assistant: Whose library it is added to.
        typed: Files, folders, patterns, archives, or `-` for standard input.
        watching: Opens a watch for each file.

    Raises:
        StoppedError: If a watch says so; what was added before stays.
    """
    for argument in typed:
        documents = gathered(argument)
        while True:
            try:
                document = next(documents, None)
            except CorpusError as error:
                yield Outcome(argument, error=error)
                break
            if document is None:
                break
            yield add_one(assistant, document, watching)


def add_one(
    assistant: Assistant,
    document: Document,
    watching: Watching = adding,
    *,
    source: str | None = None,
) -> Outcome:
    """Add one document.

    Args:
        assistant: Whose library it is added to.
        document: The document.
        watching: Opens a watch on it.
        source: What to keep as the place that a passing one came from; by default its name.

    Raises:
        StoppedError: If the watch says so.
    """
    if source is None:
        piped = document.name.startswith("standard-input")
        source = STANDARD_INPUT if piped else str(Path(document.name).absolute())
    try:
        check_readable(document)
        with watching(document.path.name) as watch:
            added = assistant.add(document.path, watch, passing=document.passing, source=source)
    except StoppedError:
        raise
    except (AssistantError, CorpusError, IndexingError) as error:
        return Outcome(document.name, error=error)
    return Outcome(document.name, added)
