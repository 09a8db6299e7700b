"""Files that are archives inside (.docx, .odt, .zip), opened without trusting what they promise."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from corpus.decoding import file_bytes
from corpus.errors import UnreadableFileError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_MEMBERS = 5_000
MOST_UNPACKED = 300 * 1024 * 1024
_CHUNK = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what old and what encrypted Office files begin with
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800


class Package:
    """An archive whose members are read into memory, within bounds; nothing is put on disk."""

    def __init__(self, path: Path) -> None:
        """Open a file.

        Raises:
            UnreadableFileError: If it is none, is encrypted, or holds too many members.
        """
        self._path = path
        self._left = MOST_UNPACKED
        content = file_bytes(path)
        if content.startswith(_OLE) and b"E\0n\0c\0r\0y\0p\0t" in content:
            raise UnreadableFileError(path, PROTECTED)
        if content.startswith(_OLE):
            raise UnreadableFileError(
                path,
                "it is an old Word document, whatever its name says. Save it as .docx, or give its"
                " name the ending .doc.",
            )
        if not content.startswith(b"PK"):
            raise UnreadableFileError(
                path,
                f"this is no {path.suffix} file, whatever its name says. Save it again as one.",
            )
        try:
            self._archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise UnreadableFileError(path, DAMAGED) from error
        members = self._archive.infolist()
        if len(members) > MOST_MEMBERS:
            self._archive.close()
            raise UnreadableFileError(
                path,
                f"it holds {len(members):,} files; at most {MOST_MEMBERS:,} can be read. Split it"
                " into parts.",
            )
        self._members = {member.filename: member for member in members if not member.is_dir()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._archive.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names, in order."""
        return tuple(self._members)

    def readable(self, name: str) -> str:
        """A member's name as people know it: old archives don't say how theirs is encoded."""
        if self._members[name].flag_bits & _UTF8_NAME or name.isascii():
            return name
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            return name
        for encoding in ("utf-8", "gb18030"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
        return name

    def read(self, name: str) -> bytes:
        """Unpack a member.

        Raises:
            UnreadableFileError: If it is damaged or encrypted, or if all that was unpacked by now
                is more than `MOST_UNPACKED`, whatever the archive says of its size.
        """
        member = self._members[name]
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableFileError(self._path, PROTECTED)
        pieces: list[bytes] = []
        try:
            with self._archive.open(member) as stream:
                while piece := stream.read(_CHUNK):
                    pieces.append(piece)
                    self._left -= len(piece)
                    if self._left < 0:
                        raise UnreadableFileError(self._path, _TOO_LARGE)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise UnreadableFileError(self._path, DAMAGED) from error
        return b"".join(pieces)

    def xml(self, name: str) -> _Element | None:
        """Parse a member as XML; None if there is no such member.

        Entities are not expanded and nothing outside is fetched.

        Raises:
            UnreadableFileError: If it is damaged, or declares entities.
        """
        if name not in self._members:
            return None
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            # The library bounds nesting and the length of a text by itself.
            bounded = "xcessive depth" in str(error) or "too long" in str(error)
            raise UnreadableFileError(self._path, _TOO_DEEP if bounded else DAMAGED) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableFileError(
                self._path,
                "its XML declares entities, as no word processor does. It can't be trusted.",
            )
        return root


PROTECTED = (
    "the file is protected by a password. Open it with the password, save it without one, and add"
    " that."
)
DAMAGED = "the file is damaged or cut off. Copy or download it again."
_TOO_DEEP = "its parts are nested too deeply, or one is too long, to be read. Save it anew."
_TOO_LARGE = (
    f"unpacked it is larger than {MOST_UNPACKED // 1024 // 1024} MB, which is the most that can be"
    " read. Split it into parts."
)
