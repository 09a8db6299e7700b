"""Answers, hits and paragraphs as the JSON objects that other programs rely on."""

from __future__ import annotations

from typing import Any

from assistant.model import Answer, Citation
from corpus.model import Paragraph
from index.model import Hit

Record = dict[str, Any]


def hit_record(hit: Hit) -> Record:
    """A hit; a higher score is better."""
    return {**_identity(hit.paragraph), "score": round(hit.score, 6)}


def citation_record(citation: Citation) -> Record:
    """A citation; `start` and `end` count code points of the paragraph's text."""
    return {
        **_identity(citation.paragraph),
        "item": citation.item,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
    }


def answer_record(answer: Answer) -> Record:
    """An answer with everything that it stands on."""
    return {
        "status": answer.status,
        "standalone": answer.query.standalone,
        "text": answer.text,
        "confidence": round(answer.confidence, 4),
        "citations": [citation_record(citation) for citation in answer.citations],
        "nearest": [citation_record(citation) for citation in answer.nearest],
    }


def paragraph_record(paragraph: Paragraph) -> Record:
    """A paragraph as it is kept."""
    return {
        "ordinal": paragraph.ordinal,
        "number": paragraph.number,
        "kind": paragraph.kind,
        "text": paragraph.text,
        "items": [
            {"label": item.label, "start": item.start, "end": item.end} for item in paragraph.items
        ],
        "headings": [heading.label for heading in paragraph.headings],
        "page": paragraph.page,
        "anchor": paragraph.anchor,
        "series": paragraph.series,
    }


def _identity(paragraph: Paragraph) -> Record:
    return {
        "report": paragraph.report_id,
        "ordinal": paragraph.ordinal,
        "number": paragraph.number,
        "kind": paragraph.kind,
    }
