"""Opening a library whatever state its file is in: a damaged one is set aside, never deleted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from index.errors import DamagedLibraryError, UnwritableLibraryError
from index.library import Library

# SQLite keeps a file's newest changes in these two beside it.
_COMPANIONS = ("", "-wal", "-shm")


def open_library(path: Path, *, patience: float = 5.0) -> tuple[Library, Path | None]:
    """Open the library, or a new one where the old is damaged.

    Returns:
        The library, and where a damaged file was put, for the caller to say aloud; else None.

    Raises:
        LibraryError: it cannot be used for another reason; nothing was moved.
    """
    seen = _identity(path)
    try:
        return _sound(path, patience), None
    except DamagedLibraryError:
        # Another process may have met the same damage, and made a new library meanwhile.
        if _identity(path) != seen:
            return _sound(path, patience), None
        kept = _set_aside(path)
        return Library(path, patience=patience), kept


def _sound(path: Path, patience: float) -> Library:
    library = Library(path, patience=patience)
    try:
        library.check()
    except BaseException:
        library.close()
        raise
    return library


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _set_aside(path: Path) -> Path:
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    kept = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    count = 1
    while any(_beside(kept, ending).exists() for ending in _COMPANIONS):
        count += 1
        kept = path.with_name(f"{path.stem}.damaged-{stamp}-{count}{path.suffix}")
    try:
        # The companions first: left behind, they would be taken for those of the new file.
        for ending in reversed(_COMPANIONS):
            if _beside(path, ending).exists():
                _beside(path, ending).rename(_beside(kept, ending))
    except OSError as error:
        raise UnwritableLibraryError(path, error.strerror or str(error)) from error
    return kept


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
