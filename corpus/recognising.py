"""What a file is, by its content: a name may say anything."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from corpus.errors import UnreadableFileError

_HEAD = 1024


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what it is called, and the endings that its name may have."""

    name: str
    suffixes: tuple[str, ...]


PDF = Kind("a PDF", (".pdf",))
WORD = Kind("a Word document", (".docx", ".docm"))
OPEN_DOCUMENT = Kind("an OpenDocument text", (".odt",))
ARCHIVE = Kind("a zip archive", (".zip",))
# An encrypted .docx looks like an old document; a .doc may hold Rich Text.
OLD_WORD = Kind("an old Word document", (".doc", ".docx", ".docm", ".odt"))
RICH_TEXT = Kind("Rich Text", (".rtf", ".doc"))
PICTURE = Kind("a picture", ())
_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_WORD),
    (b"{\\rtf", RICH_TEXT),
    (b"\x89PNG\r\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
)


def kind_of(content: bytes) -> Kind | None:
    """Tell what a file is, from its first bytes; None for what may be any text.

    >>> kind_of(b"%PDF-1.7").name, kind_of(b"1. The General Assembly")
    ('a PDF', None)
    """
    if b"%PDF-" in content[:_HEAD]:
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return _packed_kind(content)
    return next((kind for magic, kind in _MAGIC if content.startswith(magic)), None)


def suffix_of(content: bytes) -> str:
    """The ending that a name for this content should have.

    >>> suffix_of(b"<!DOCTYPE html><p>"), suffix_of(b'{"text": "x"}'), suffix_of(b"1. One")
    ('.html', '.jsonl', '.txt')
    """
    kind = kind_of(content)
    if kind is not None and kind.suffixes:
        return kind.suffixes[0]
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return ".html"
    return ".jsonl" if head.startswith(b"{") else ".txt"


def check_kind(path: Path) -> None:
    """Refuse a file whose name says that it is something else.

    Raises:
        UnreadableFileError: If it is a document of another kind, or a picture.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            kind = kind_of(head + file.read() if head.startswith(b"PK") else head)
    except OSError:
        return  # the format says why it can't be read
    if kind is None or path.suffix.lower() in kind.suffixes:
        return
    if kind is PICTURE:
        raise UnreadableFileError(
            path, "it is a picture. Run OCR on it, and add the text or PDF that this gives."
        )
    raise UnreadableFileError(
        path,
        f"it is {kind.name}, whatever its name says. Give its name the ending {kind.suffixes[0]}.",
    )


def _packed_kind(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        names = set()
    if "[Content_Types].xml" in names or b"word/" in content[:_HEAD]:
        return WORD
    if "content.xml" in names or b"opendocument" in content[:_HEAD]:
        return OPEN_DOCUMENT
    return ARCHIVE
