"""A transcript as a file: Markdown for notes, Word for papers, JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass

from assistant.errors import UsageError
from assistant.keeping.markdown import markdown
from assistant.keeping.transcript import Transcript
from assistant.keeping.word import word_document

_UNSAFE = re.compile(r"[^\w]+")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a transcript; `name` is its key among the words of the page."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Transcript], bytes]


def _json(transcript: Transcript) -> bytes:
    return _encoded(json.dumps(asdict(transcript), ensure_ascii=False, indent=1) + "\n")


def _encoded(text: str) -> bytes:
    # A browser can send half a character; there is no UTF-8 for it.
    return text.encode(errors="replace")


FORMATS = (
    Format("markdown", ".md", "text/markdown", lambda told: _encoded(markdown(told))),
    Format(
        "word",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        word_document,
    ),
    Format("json", ".json", "application/json", _json),
)


def format_of(suffix: str) -> Format:
    """The format that files of a suffix are in.

    Raises:
        UsageError: If none is; it says which there are.
    """
    for known in FORMATS:
        if known.suffix == suffix.lower():
            return known
    known_suffixes = ", ".join(known.suffix for known in FORMATS)
    raise UsageError(f"“{suffix}” is no format to export to. Choose one of {known_suffixes}.")


def file_name(name: str, kind: Format) -> str:
    """What to call the file, after the conversation.

    >>> file_name("Who pays? / 谁付钱？", FORMATS[0])
    'Who pays 谁付钱.md'
    """
    kept = _UNSAFE.sub(" ", name).strip()[:_LONGEST_NAME].strip()
    return f"{kept or 'Pincite'}{kind.suffix}"
