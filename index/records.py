"""A report's values as rows of the library file, and back; and what comes back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.model import (
    Heading,
    Item,
    Numbering,
    NumberingStatus,
    Paragraph,
    Report,
    Series,
)
from index.model import Passage, Signs, Vectors

Row = tuple[Any, ...]
Counts = NDArray[np.uint32]

# Written out with their byte order, so that a library can be carried to any machine.
_COUNTS = np.dtype("<u4")
_FLOATS = np.dtype("<f4")

REPORT_COLUMNS = "title, short_title, symbol, date, language, source, digest, outline, numbering"
PARAGRAPH_COLUMNS = "ordinal, number, kind, text, anchor, items, headings, page, series"


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report without its text; `paragraphs` and `numbered` are how many it has."""

    id: str
    title: str
    symbol: str
    date: str
    language: str
    source: str
    digest: str
    paragraphs: int
    numbered: int
    numbering: NumberingStatus
    added_at: str


@dataclass(frozen=True, slots=True)
class EmbeddedPassages:
    """A report's passages, their vectors and the signs of their tokens' vectors, in step.

    `vectors` has the shape (len(passages), dimension); `signs` has for each passage what
    `index.late.signs` made of its tokens, which is kept of sentences only.
    """

    passages: tuple[Passage, ...]
    vectors: Vectors
    signs: tuple[Signs, ...]


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a report's terms are, as full text made them.

    `lengths[ordinal - 1]` is the number of terms of a paragraph; `terms[term]` is a pair of
    ordinals, ascending, and how often the term is in each. All are uint32.
    """

    lengths: Counts
    terms: Mapping[str, tuple[Counts, Counts]]


def report_row(report: Report) -> Row:
    """Put what a report says of itself into the order of its id and `REPORT_COLUMNS`."""
    return (
        report.id,
        report.title,
        report.short_title,
        report.symbol,
        report.date,
        report.language,
        report.source,
        report.digest,
        headings_json(report.outline),
        numbering_json(report.numbering),
    )


def report_from(report_id: str, row: Row, paragraphs: tuple[Paragraph, ...]) -> Report:
    """Make a report again from its columns after `id`."""
    title, short_title, symbol, date, language, source, digest, outline, numbering = row
    return Report(
        report_id,
        title,
        symbol,
        date,
        language,
        source,
        digest,
        paragraphs,
        headings_from(outline),
        numbering_from(numbering),
        short_title,
    )


def summary_from(row: Row) -> ReportSummary:
    """Make a summary from its columns, the whole verdict on numbers in place of its gist."""
    report_id, title, symbol, date, language, source, digest, paragraphs, text, added_at = row
    numbering = numbering_from(text)
    return ReportSummary(
        id=report_id,
        title=title,
        symbol=symbol,
        date=date,
        language=language,
        source=source,
        digest=digest,
        paragraphs=paragraphs,
        numbered=numbering.numbered,
        numbering=numbering.status,
        added_at=added_at,
    )


def now() -> str:
    """The moment of adding: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def paragraph_row(paragraph: Paragraph) -> Row:
    """Put a paragraph into the order of `PARAGRAPH_COLUMNS`."""
    return (
        paragraph.ordinal,
        paragraph.number,
        paragraph.kind,
        paragraph.text,
        paragraph.anchor,
        _json([astuple(item) for item in paragraph.items]),
        headings_json(paragraph.headings),
        paragraph.page,
        paragraph.series,
    )


def paragraph_from(report_id: str, row: Row) -> Paragraph:
    """Make the paragraph again that `paragraph_row` was given."""
    ordinal, number, kind, text, anchor, items, headings, page, series = row
    return Paragraph(
        report_id=report_id,
        ordinal=ordinal,
        number=number,
        kind=kind,
        text=text,
        anchor=anchor,
        items=tuple(Item(*item) for item in json.loads(items)),
        headings=headings_from(headings),
        page=page,
        series=series,
    )


def headings_json(headings: tuple[Heading, ...]) -> str:
    """Write headings as JSON."""
    return _json([astuple(heading) for heading in headings])


def headings_from(text: str) -> tuple[Heading, ...]:
    """Read what `headings_json` wrote."""
    return tuple(Heading(*heading) for heading in json.loads(text))


def numbering_json(numbering: Numbering) -> str:
    """Write a verdict on numbers as JSON, field by field."""
    return _json(
        {
            "status": numbering.status,
            "numbered": numbering.numbered,
            "gaps": numbering.gaps,
            "doubles": numbering.doubles,
            "doubted": numbering.doubted,
            "warnings": numbering.warnings,
            "series": [asdict(series) for series in numbering.series],
        }
    )


def numbering_from(text: str) -> Numbering:
    """Read what `numbering_json` wrote."""
    fields = json.loads(text)
    return Numbering(
        status=fields["status"],
        numbered=fields["numbered"],
        gaps=tuple(fields["gaps"]),
        doubles=tuple(fields["doubles"]),
        doubted=tuple(fields["doubted"]),
        warnings=tuple(fields["warnings"]),
        series=tuple(map(_series_from, fields.get("series", ()))),  # older libraries have none
    )


def _series_from(fields: dict[str, Any]) -> Series:
    lists = {name: tuple(fields[name]) for name in ("gaps", "doubles")}
    return Series(**(fields | lists))


def is_storable(text: str) -> bool:
    r"""Tell whether SQLite takes a string: it has no half characters, as a command line may have.

    >>> is_storable("a\N{GRINNING FACE}"), is_storable("a\ud83d")
    (True, False)
    """
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def counts_blob(values: NDArray[np.uint32]) -> bytes:
    """Write unsigned integers as bytes.

    >>> counts_from(counts_blob(np.array([1, 70000], np.uint32))).tolist()
    [1, 70000]
    """
    return np.asarray(values).astype(_COUNTS).tobytes()


def counts_from(blob: bytes) -> NDArray[np.uint32]:
    """Read what `counts_blob` wrote; the array can't be written to."""
    return np.frombuffer(blob, _COUNTS).astype(np.uint32, copy=False)


def vector_blob(vector: NDArray[np.float32]) -> bytes:
    """Write one vector as bytes."""
    return np.asarray(vector).astype(_FLOATS).tobytes()


def vectors_from(blobs: list[bytes]) -> NDArray[np.float32]:
    """Read vectors of one length; shape (len(blobs), dimension), (0, 0) when there are none."""
    if not blobs:
        return np.empty((0, 0), np.float32)
    joined = np.frombuffer(b"".join(blobs), _FLOATS).astype(np.float32, copy=False)
    return joined.reshape(len(blobs), -1)


def signs_from(blob: bytes, dimension: int) -> Signs:
    """Read the signs of tokens; shape (tokens, bytes that `dimension` bits take)."""
    return np.frombuffer(blob, np.uint8).reshape(-1, -(-dimension // 8))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
