"""What can go wrong while keeping and searching reports.

IndexingError
├── UnknownReportError        no report of that id is in the library
├── LibraryError              the library file cannot be used
│   ├── DamagedLibraryError   SQLite calls it corrupt or not a database
│   ├── NewerLibraryError     a later version of Pincite wrote it
│   ├── ForeignLibraryError   it is another program's database
│   ├── LockedLibraryError    another process held it for too long
│   └── UnwritableLibraryError  the folder cannot be written, or the disk is full
├── LongParagraphError        a paragraph is too long to be one
├── MissingVectorsError       vectors that a report needs were pruned meanwhile
├── UnknownModelError         no embedding model of that name is on this machine
└── UnfetchableModelError     a model could not be downloaded
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class IndexingError(Exception):
    """Something about the index that the user can act on. `str()` is a sentence for people."""


class UnknownReportError(IndexingError):
    """No such report; `known` lists the ids that exist."""

    def __init__(self, report_id: str, known: Sequence[str]) -> None:
        self.report_id = report_id
        self.known = tuple(known)
        have = f"It holds {', '.join(self.known)}." if self.known else "It is empty."
        super().__init__(f"The library has no report “{report_id}”. {have}")


class LibraryError(IndexingError):
    """The library file at `path` cannot be used."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(sentence)


class DamagedLibraryError(LibraryError):
    """SQLite itself calls the file corrupt or not a database."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"The library {path} is damaged ({reason}).")


class NewerLibraryError(LibraryError):
    """A later version of Pincite wrote the file; touching it could lose something."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        self.found = found
        self.known = known
        super().__init__(
            path,
            f"The library {path} was written by a newer Pincite (layout {found}, this one knows"
            f" {known}). Update Pincite, or choose another library with --library.",
        )


class ForeignLibraryError(LibraryError):
    """A sound database, but another program's; it is left as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"{path} is a database of another program, not a Pincite library. It was left as it"
            " is; choose another library with --library.",
        )


class LockedLibraryError(LibraryError):
    """Another process held the file longer than we wait."""

    def __init__(self, path: Path, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(
            path,
            f"The library {path} has been locked by another program for {seconds:g} seconds."
            " Nothing was changed; try again when that program is done.",
        )


class UnwritableLibraryError(LibraryError):
    """The folder may not be written, or the disk is full."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(
            path,
            f"The library {path} can't be written ({reason}). Nothing was changed; make room or"
            " choose another folder with --library.",
        )


class LongParagraphError(IndexingError):
    """A paragraph of the report has `length` characters: its text was never parted into any.

    It would take hours to embed, and a citation of it would lead nowhere.
    """

    def __init__(self, report_id: str, length: int, limit: int) -> None:
        self.report_id = report_id
        self.length = length
        self.limit = limit
        super().__init__(
            f"{report_id}: one of its paragraphs has {length:,} characters; at most {limit:,} make"
            " a paragraph. Part the text by empty lines, then add it again."
        )


class MissingVectorsError(IndexingError):
    """A report was to be stored before all of its vectors; nothing was changed.

    Another process may remove a report, and with it vectors that both share, while this one is
    still embedding. `digests` names what to embed before trying again.
    """

    def __init__(self, digests: Sequence[bytes]) -> None:
        self.digests = tuple(digests)
        super().__init__(f"{len(self.digests)} passages have no vector in the library yet.")


class UnknownModelError(IndexingError):
    """No such embedding model on this machine."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(
            f"The embedding model “{name}” can't be loaded ({reason}). Give the folder of a"
            " sentence-transformers model, or fetch one by name with: pincite model get NAME"
        )


class UnfetchableModelError(IndexingError):
    """A model was asked for by name and could not be downloaded."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(
            f"The embedding model “{name}” can't be fetched ({reason}). Check the name and the"
            " connection, or copy the model's folder here and give its path."
        )
