"""Old Word documents (.doc) and Rich Text, which LibreOffice turns into .docx where it is there.

The binary format is Word's own, and no well-kept library reads its numbering; LibreOffice does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus.decoding import file_bytes
from corpus.errors import UnreadableFileError
from corpus.formats.word.reading import blocks as word_blocks
from corpus.model import Block
from corpus.packages import DAMAGED, PROTECTED

SUFFIXES = (".doc", ".rtf")
ISOLATED = True
_MOST_SECONDS = 100  # LibreOffice may take; the whole reading has its own limit
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_SECTOR = 512
_WORD_MAGIC = b"\xec\xa5"  # what the stream with the text begins with, [MS-DOC] 2.5.2
_ENCRYPTED = 0x01  # in the twelfth byte after it
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
)
# No macros, nothing fetched, no links brought up to date.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def blocks(path: Path) -> Iterator[Block]:
    """Yield the blocks of what LibreOffice makes of a document.

    Raises:
        UnreadableFileError: If it is damaged, encrypted or no such document, if LibreOffice is not
            installed, or can't convert it.
    """
    _check(path)
    program = _libreoffice()
    if program is None:
        raise UnreadableFileError(
            path,
            f"{path.suffix.lower()} files are read with LibreOffice, which is not installed here."
            " Install it, or save the report as .docx.",
        )
    with tempfile.TemporaryDirectory(prefix="pincite-") as folder:
        converted = _converted(path, program, Path(folder))
        if converted is None:
            raise UnreadableFileError(path, DAMAGED)
        yield from word_blocks(converted)


def _check(path: Path) -> None:
    content = file_bytes(path)
    if content.startswith(b"PK"):
        raise UnreadableFileError(
            path, "it is a newer document inside. Give its name the ending .docx, or .odt."
        )
    if not content.startswith((_OLE, _RTF)):
        raise UnreadableFileError(
            path,
            f"this is no {path.suffix} file, whatever its name says. Save the report again, as"
            " .docx.",
        )
    for start in range(_SECTOR, len(content) - 12, _SECTOR):
        if content.startswith(_WORD_MAGIC, start) and content[start + 11] & _ENCRYPTED:
            raise UnreadableFileError(path, PROTECTED)


def _libreoffice() -> str | None:
    for program in _PROGRAMS:
        found = shutil.which(program)
        if found is not None:
            return found
    return next((str(place) for place in _PLACES if place.exists()), None)


def _converted(path: Path, program: str, folder: Path) -> Path | None:
    """Convert a copy, in a folder and with a profile that are made for it; None if it failed."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
    source = folder / f"report{path.suffix.lower()}"
    shutil.copyfile(path, source)
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    try:
        subprocess.run(
            command,
            check=True,
            timeout=_MOST_SECONDS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"HOME": str(folder)},
        )
    except (subprocess.SubprocessError, OSError):
        return None
    converted = folder / "out" / "report.docx"
    return converted if converted.exists() else None
