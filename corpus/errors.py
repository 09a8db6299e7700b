"""What can go wrong while reading a report.

CorpusError
├── UnreadableFileError      the file is missing, empty, a folder, too large, or may not be read
├── UnknownFormatError       no format reads files of this type
├── NotTextError             a text format met bytes that are no text
├── StoppedError             whoever watched the reading said to stop
└── MalformedLineError       one line of a structured file is not what it should be
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class CorpusError(Exception):
    """Something about a report that its owner can mend. `str()` is a sentence for people."""


class UnreadableFileError(CorpusError):
    """The file cannot be read at all; `reason` tells why."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path.name}: {reason}")


class UnknownFormatError(CorpusError):
    """No format reads this suffix; `known` lists those that some format does."""

    def __init__(self, path: Path, known: Sequence[str]) -> None:
        self.path = path
        self.known = tuple(known)
        kind = f"files ending in {path.suffix}" if path.suffix else "files without an ending"
        super().__init__(
            f"{path.name}: {kind} can't be read. Pincite reads {', '.join(self.known)};"
            " save the report as one of these."
        )


class NotTextError(CorpusError):
    """A file that should hold text holds something else."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path.name}: this is not a text file ({reason}).")


class MalformedLineError(CorpusError):
    """A line of a structured file is wrong; `line` counts from 1."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.path = path
        self.line = line
        self.reason = reason
        super().__init__(f"{path.name}, line {line}: {reason}")


class StoppedError(CorpusError):
    """Whoever watched a file being added said to stop; nothing of it is kept."""

    def __init__(self) -> None:
        super().__init__("It was stopped. Nothing of it was kept.")
