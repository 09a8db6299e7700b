"""A file's bytes as text, whatever their encoding, or a sentence why they are none."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from corpus.errors import NotTextError, UnreadableFileError

MAX_BYTES = 50 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = (
    ("\t", "\r"),
    (" ", "\u06ff"),
    ("\u2000", "\u206f"),
    ("\u3000", "\u30ff"),
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uff00", "\uffef"),
)
_OLDER = ["cp1252", "cp1251", "koi8_r", "cp1256", "big5"]
_SAMPLE = 64 * 1024
_CONTROLS = re.compile("[\0-\x08\x0e-\x1f\ufffd]")
_DECLARED_WITHIN = 4096
# https://encoding.spec.whatwg.org/#names-and-labels
_AS_BROWSERS_READ = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}


def file_bytes(path: Path) -> bytes:
    """Read a file that is there, is a file, and is not larger than `MAX_BYTES`.

    Raises:
        UnreadableFileError: If it can't be read; a too large one is refused unread.
    """
    try:
        if not path.exists():
            raise UnreadableFileError(path, "there is no such file. Check the name and the folder.")
        if path.is_dir():
            raise UnreadableFileError(path, "this is a folder. Name the files in it one by one.")
        if not path.is_file():
            raise UnreadableFileError(path, "this is not an ordinary file. Save it as one first.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFileError(
                path,
                f"the file is too large ({size / 1e6:,.0f} MB; at most {MAX_BYTES / 1e6:,.0f} MB"
                " can be read). Split it into parts.",
            )
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFileError(
            path, f"the file can't be read ({reason}). Check that you may open it."
        ) from error
    if not content.strip(b"\0 \t\r\n\f\v"):
        raise UnreadableFileError(path, "the file is empty. Check that it was saved completely.")
    return content


def file_text(path: Path, declared: re.Pattern[bytes] | None = None) -> str:
    r"""Read a text file: Unicode, GB18030 or an older encoding, and line ends as `\n`.

    Args:
        path: The file.
        declared: Finds where a file of its format names its encoding, as group 1. That is
            believed unless the bytes are valid UTF-8, which no other encoding is by chance.

    Raises:
        UnreadableFileError: If it can't be read, or holds nothing.
        NotTextError: If its bytes are no text.
    """
    content = file_bytes(path)
    found = declared.search(content[:_DECLARED_WITHIN]) if declared else None
    text = _decoded(path, content, found[1].decode("ascii", "replace") if found else "")
    if text.isspace() or not text:
        raise UnreadableFileError(path, "the file is empty. Check that it was saved completely.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(path: Path, content: bytes, declared: str) -> str:
    for encoding in _encodings(content, declared):
        try:
            text = content.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if _is_text(text) and (declared or _fits(encoding, content, text)):
            return text
    older = _older_encoding(content[:_SAMPLE])
    if older:
        return content.decode(older, "replace")
    raise NotTextError(
        path,
        "its bytes are text in no encoding that could be told; open it in the program that made it"
        " and save it as plain text in UTF-8",
    )


def _older_encoding(content: bytes) -> str:
    """Guess which of the encodings before Unicode fits best; `""` if none does."""
    from charset_normalizer import from_bytes

    best = from_bytes(content, cp_isolation=_OLDER).best()
    return "" if best is None else best.encoding


def _encodings(content: bytes, declared: str) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return (encoding,)
    named = (_AS_BROWSERS_READ.get(declared.lower(), declared),) if declared else ()
    return ("utf-8", *named, "gb18030", "utf-16-le", "utf-16-be")


def _fits(encoding: str, content: bytes, text: str) -> bool:
    """Tell whether a text is likely, where an encoding would read nearly anything."""
    if encoding == "gb18030":
        return _looks_chinese(content[:_SAMPLE])
    if encoding in ("utf-16-le", "utf-16-be"):
        return _looks_in_order(text[:_SAMPLE])
    return True


def _looks_in_order(text: str) -> bool:
    """Tell UTF-16 from other bytes, and from itself with the bytes of each pair exchanged.

    Exchanged, a Latin letter becomes a character whose low byte is zero, which few are; a Chinese
    one becomes anything.
    """
    likely = sum(
        (character in "\n\r\t一\u3000" or ord(character) % 256 != 0)
        and any(first <= character <= last for first, last in _LIKELY)
        for character in text
    )
    return likely >= len(text) * 0.9


def _looks_chinese(content: bytes) -> bool:
    """Tell GB18030 from other encodings whose bytes it would accept.

    In Chinese text most characters are the common ones, and they and the punctuation share one
    region: all of the WSIS report, 70% of traditional text; of Big5 40%, of Windows-1252 none.
    """
    common = pairs = place = 0
    while place + 1 < len(content):
        lead, trail = content[place], content[place + 1]
        if lead < 0x80:
            place += 1
        elif 0x30 <= trail <= 0x39:
            pairs += 1
            place += 4
        else:
            pairs += 1
            common += trail >= 0xA1 and (0xA1 <= lead <= 0xA9 or 0xB0 <= lead <= 0xD7)
            place += 2
    return common >= pairs * 0.55


def _is_text(text: str) -> bool:
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    return "\0" not in text and controls * 200 <= min(len(text), _SAMPLE)
