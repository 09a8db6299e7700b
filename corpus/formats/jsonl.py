"""JSON Lines: one `{"number": ..., "text": ..., "headings"?: [...]}` a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.decoding import file_text
from corpus.errors import MalformedLineError
from corpus.model import Block

SUFFIXES = (".jsonl",)
NUMBERS_ARE_GIVEN = True


def blocks(path: Path) -> Iterator[Block]:
    """Yield a block per line, after one for each heading that is new there.

    A heading with no text closes those of its level and deeper.

    Raises:
        UnreadableFileError: If the file can't be read, or holds nothing.
        NotTextError: If its bytes are no text.
        MalformedLineError: If a line is no such object.
    """
    open_path: list[str] = []
    for line_number, line in enumerate(file_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            number, text, headings = _entry(line)
        except ValueError as error:
            raise MalformedLineError(path, line_number, str(error)) from error
        kept = 0
        while kept < min(len(open_path), len(headings)) and open_path[kept] == headings[kept]:
            kept += 1
        if kept < len(open_path):
            yield Block("", "heading", level=kept + 1)
        for level, heading in enumerate(headings[kept:], start=kept + 1):
            yield Block(heading, "heading", level=level)
        open_path = headings
        yield Block(text, number=number)


def _entry(line: str) -> tuple[str, str, list[str]]:
    try:
        entry = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(
            f'this is not JSON ({error}). Write one {{"number": ..., "text": ...}} a line.'
        ) from error
    if not isinstance(entry, dict):
        raise ValueError('expected an object like {"number": ..., "text": ...}.')
    number, text = entry.get("number", ""), entry.get("text")
    if number is None:
        number = ""
    if isinstance(number, bool) or not isinstance(number, (str, int, float)):
        raise ValueError(f'"number" must be a string or a number, not {_named(number)}.')
    if not isinstance(text, str):
        raise ValueError(f'"text" must be a string, not {_named(text)}.')
    if not text.strip():
        raise ValueError('"text" is empty. Leave the line out, or give the paragraph\'s text.')
    headings = _headings(entry.get("headings"))
    if any("\ud800" <= letter <= "\udfff" for letter in "".join([str(number), text, *headings])):
        raise ValueError(r"half a character, as \ud83d alone is, can't be kept. Write it whole.")
    return str(number).strip(), text.strip(), headings


def _headings(headings: Any) -> list[str]:
    """Headings are labels, or objects as `pincite show --json` writes them."""
    if headings is None:
        return []
    if not isinstance(headings, list):
        raise ValueError(f'"headings" must be a list of strings, not {_named(headings)}.')
    labels = []
    for heading in headings:
        if isinstance(heading, dict):
            heading = f"{heading.get('number', '')} {heading.get('title', '')}"
        if not isinstance(heading, str) or not heading.strip():
            raise ValueError('"headings" must hold strings that are not empty.')
        labels.append(heading.strip())
    return labels


def _named(value: Any) -> str:
    return "missing" if value is None else json.dumps(value, ensure_ascii=False)[:40]
