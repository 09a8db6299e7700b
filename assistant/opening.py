"""The only place where the parts are wired together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.asking import Assistant
from assistant.settings import Settings
from corpus.bundled import bundled_report
from index.embedders.bundled import bundled_embedder
from index.embedders.sentence_transformer import SentenceTransformerEmbedder
from index.library import Library
from index.salvaging import open_library
from index.searching import Index


def open_assistant(settings: Settings, say: Callable[[str], None]) -> Assistant:
    """Open the library and everything that works on it; no model is loaded yet.

    A new library holds the bundled report, unless the user has removed it.

    Args:
        settings: Where the library is, and which model to use.
        say: Told in one sentence if a damaged library had to be put aside.

    Raises:
        LibraryError: If the library can't be used; which child tells why.
        UnknownModelError: If `settings.model` names no model on this machine.
    """
    library, kept_aside = open_library(settings.library_file, patience=settings.patience)
    if kept_aside:
        say(
            f"The library {library.path} was damaged. It is kept as {kept_aside.name} in the same"
            " folder; a new one was made. Add your reports again."
        )
    embedder = SentenceTransformerEmbedder(settings.model) if settings.model else bundled_embedder()
    index = Index(library, embedder)
    bundled = bundled_report()
    held = {summary.id for summary in library.reports()}
    if bundled.id not in held and not library.is_dismissed(bundled.id):
        index.keep(bundled)
    return Assistant(index, is_calibrated=not settings.model)


def open_beside(assistant: Assistant, folder: Path) -> Assistant:
    """An assistant with the same model on a new, empty library, for what is not to be kept."""
    index = Index(Library(folder / "library.sqlite"), assistant.index.embedder)
    return Assistant(index, is_calibrated=assistant.is_calibrated)
