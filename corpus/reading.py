"""A file becomes a report: found format, blocks, paragraphs, language and digest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from corpus import formats
from corpus.errors import UnknownFormatError, UnreadableFileError
from corpus.identity import identified
from corpus.isolating import prepared_apart
from corpus.language import language_of_report
from corpus.model import Block, Paragraph, Report
from corpus.preparing import Stage as Stage
from corpus.preparing import Watch, prepared
from corpus.recognising import check_kind

_DETECTED_BY = 5_000  # characters
_LARGE = 200_000  # bytes: a smaller text is numbered in seconds, whatever stands in it


class Format(Protocol):
    """A module of `corpus.formats`."""

    __name__: str
    SUFFIXES: tuple[str, ...]

    def blocks(self, path: Path) -> Iterator[Block]:
        """Yield a file's blocks, in order."""


def read_report(path: Path, watch: Watch | None = None) -> Report:
    """Read a report from a file of any known format.

    Args:
        path: The file.
        watch: Told the stage that is reached, again and again while it takes its time; what it
            raises stops the reading.

    Raises:
        CorpusError: If the file can't be read as a report; the sentence says why.
    """
    reader = _format_of(path)
    apart = getattr(reader, "ISOLATED", False) or _is_large(path)
    prepare = prepared_apart if apart else prepared
    arrangement = prepare(reader.__name__, path, watch or (lambda _: None))
    if not arrangement.paragraphs:
        raise UnreadableFileError(path, "there is no text in it. Check that it is the right file.")
    report_id = slug(path.stem)
    # A file's name may be no valid text, its bytes then being half characters in Python's eyes.
    name, source = (_valid(part) for part in (path.stem, str(path.absolute())))
    paragraphs = tuple(
        replace(paragraph, report_id=report_id) for paragraph in arrangement.paragraphs
    )
    identity = identified(arrangement.title, arrangement.cover, arrangement.closing)
    return Report(
        id=report_id,
        title=arrangement.title or name,
        symbol=identity.symbol,
        date=identity.date,
        language=language_of_report("\n".join(_first_texts(paragraphs))),
        source=source,
        digest=digest_of(paragraphs),
        paragraphs=paragraphs,
        outline=arrangement.outline,
        numbering=arrangement.numbering,
    )


def renamed(report: Report, new_id: str) -> Report:
    """The same report under another id."""
    paragraphs = tuple(replace(paragraph, report_id=new_id) for paragraph in report.paragraphs)
    return replace(report, id=new_id, paragraphs=paragraphs)


def known_suffixes() -> tuple[str, ...]:
    """The file name endings that some format reads, sorted."""
    return tuple(sorted(_formats()))


def slug(name: str) -> str:
    """Make a readable id of a name: letters of any script and digits, parted by hyphens.

    >>> slug("wsis-2004.zh"), slug("Bericht (final) 2"), slug("???")
    ('wsis-2004-zh', 'bericht-final-2', 'report')
    """
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "report"


def digest_of(paragraphs: Sequence[Paragraph]) -> str:
    """Hash what the paragraphs say, whatever the report is called or where it lies.

    Returns:
        The SHA-256, in hexadecimal.
    """
    content = [
        [
            paragraph.number,
            paragraph.kind,
            paragraph.text,
            [[item.label, item.start, item.end] for item in paragraph.items],
            [heading.label for heading in paragraph.headings],
            *filter(None, [paragraph.series]),
        ]
        for paragraph in paragraphs
    ]
    canonical = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


@cache
def _formats() -> dict[str, Format]:
    """Find the modules in the formats' folder, by suffix."""
    found: dict[str, Format] = {}
    for module_info in iter_modules(formats.__path__):
        module = cast(Format, import_module(f"{formats.__name__}.{module_info.name}"))
        found.update(dict.fromkeys(module.SUFFIXES, module))
    return found


def _format_of(path: Path) -> Format:
    if path.is_dir():
        raise UnreadableFileError(path, "this is a folder. Name the files in it one by one.")
    if not path.exists():
        raise UnreadableFileError(path, "there is no such file. Check the name and the folder.")
    reader = _formats().get(path.suffix.lower())
    if reader is None:
        raise UnknownFormatError(path, known_suffixes())
    check_kind(path)
    return reader


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size > _LARGE
    except OSError:
        return False  # the format says why it can't be read


def _valid(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _first_texts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    length = 0
    for paragraph in paragraphs:
        yield paragraph.text
        length += len(paragraph.text)
        if length > _DETECTED_BY:
            return
