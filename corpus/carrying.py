"""An arrangement as plain data, to be carried from one process to another."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from corpus.drafting import Arrangement
from corpus.model import Heading, Item, Numbering, Paragraph, Series


def as_data(arrangement: Arrangement) -> dict[str, Any]:
    """Write an arrangement as what JSON can hold."""
    return asdict(arrangement)


def from_data(data: dict[str, Any]) -> Arrangement:
    """Make an arrangement of what `as_data` gave."""
    numbering = dict(data["numbering"], series=_all(Series, data["numbering"]["series"]))
    return Arrangement(
        title=data["title"],
        paragraphs=tuple(map(_paragraph, data["paragraphs"])),
        outline=_all(Heading, data["outline"]),
        numbering=Numbering(**_tupled(numbering)),
        cover=tuple(data["cover"]),
        closing=tuple(data["closing"]),
    )


def _paragraph(data: dict[str, Any]) -> Paragraph:
    items, headings = _all(Item, data["items"]), _all(Heading, data["headings"])
    return Paragraph(**dict(data, items=items, headings=headings))


def _all(kind: type[Any], entries: list[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind(**_tupled(entry)) for entry in entries)


def _tupled(data: dict[str, Any]) -> dict[str, Any]:
    """JSON knows no tuples."""
    return {name: tuple(found) if isinstance(found, list) else found
            for name, found in data.items()}  # fmt: skip
