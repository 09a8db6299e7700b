"""Which files are meant by what is typed or dropped: files, folders, patterns, archives, a pipe."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from corpus.decoding import MAX_BYTES
from corpus.errors import UnknownFormatError, UnreadableFileError
from corpus.packages import Package
from corpus.reading import known_suffixes
from corpus.recognising import suffix_of

ARCHIVE_SUFFIX = ".zip"
STANDARD_INPUT = "-"
_HIDDEN = (".", "__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be read as one report; `name` is what people call it.

    `passing` tells that it lies where it does only until the next one is asked for.
    """

    path: Path
    name: str
    passing: bool = False


def gathered(typed: str, standard_input: BinaryIO | None = None) -> Iterator[Document]:
    """Yield the documents that an argument means.

    Args:
        typed: A file, a folder (with all below it), a pattern (`reports/*.pdf`), or `-`.
        standard_input: What to read for `-`; by default the process's own.

    Raises:
        UnreadableFileError: If a folder or archive holds nothing to read.
    """
    path = Path(typed)
    if typed == STANDARD_INPUT:
        yield from _piped(standard_input or sys.stdin.buffer)
    elif path.is_dir():
        yield from _in_folder(path)
    elif not path.exists() and has_magic(typed):
        # A quoted pattern, or a shell that leaves them to the program, as Windows' does.
        found = sorted(map(Path, glob(typed, recursive=True)))  # noqa: PTH207 (absolute ones too)
        if not found:
            raise UnreadableFileError(path, "no file matches. Check the pattern and the folder.")
        for one in found:
            yield from _in_folder(one) if one.is_dir() else documents_in(one)
    else:
        yield from documents_in(path)


def documents_in(path: Path) -> Iterator[Document]:
    """Yield a file; or, if it is an archive, each document in it, unpacked for the moment.

    A member's own folders are never made, so no name in the archive leads anywhere.

    Raises:
        UnreadableFileError: If it is no archive, damaged, encrypted, too large, empty, or holds
            names that lead out of it.
    """
    if path.suffix.lower() != ARCHIVE_SUFFIX:
        yield Document(path, str(path))
        return
    with (
        Package(path) as package,
        tempfile.TemporaryDirectory(prefix="pincite-", ignore_cleanup_errors=True) as folder,
    ):
        members = [name for name in package.names if not _is_hidden(name)]
        _check(path, members)
        for name in members:
            member = PurePosixPath(package.readable(name))
            suffix = member.suffix.lower()
            if suffix == ARCHIVE_SUFFIX or suffix not in known_suffixes():
                yield Document(Path(member.name), f"{path}/{member}", passing=True)
                continue
            file = Path(folder) / member.name
            file.write_bytes(package.read(name))
            yield Document(file, f"{path}/{member}", passing=True)
            file.unlink(missing_ok=True)


def check_readable(document: Document) -> None:
    """Refuse what was not even unpacked.

    Raises:
        UnreadableFileError: If it is an archive in an archive.
        UnknownFormatError: If no format reads it.
    """
    if document.path.suffix.lower() == ARCHIVE_SUFFIX:
        raise UnreadableFileError(
            document.path, "an archive in an archive is not unpacked. Unpack it, and add its files."
        )
    if document.passing and document.path.suffix.lower() not in known_suffixes():
        raise UnknownFormatError(document.path, known_suffixes())


def _check(path: Path, members: list[str]) -> None:
    if not members:
        raise UnreadableFileError(path, "there is no document in this archive. Check its content.")
    for name in members:
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if ".." in parts or parts[0] == "/" or parts[0].endswith(":"):
            raise UnreadableFileError(
                path,
                f"a name in it leads out of the archive ({name!r}), as no honest one's does."
                " Nothing was unpacked.",
            )


def _in_folder(folder: Path) -> Iterator[Document]:
    suffixes = (*known_suffixes(), ARCHIVE_SUFFIX)
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in suffixes
        and path.is_file()
        and not _is_hidden(path.relative_to(folder).as_posix())
    ]
    if not found:
        raise UnreadableFileError(
            folder, f"there is no report in this folder. Pincite reads {', '.join(suffixes)}."
        )
    for path in found:
        yield from documents_in(path)


def _piped(stream: BinaryIO) -> Iterator[Document]:
    content = stream.read(MAX_BYTES + 1)
    with tempfile.TemporaryDirectory(prefix="pincite-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"standard-input{suffix_of(content)}"
        path.write_bytes(content)
        for document in documents_in(path):
            yield Document(document.path, document.name.removeprefix(f"{folder}/"), passing=True)


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(_HIDDEN) and part != ".." for part in parts)
