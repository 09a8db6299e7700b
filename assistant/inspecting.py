"""What a file would become, told before anything is stored: `pincite inspect FILE`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from assistant.citing import cited
from assistant.wording import Wording
from corpus.errors import CorpusError
from corpus.gathering import Document, check_readable, gathered
from corpus.model import Heading, Paragraph, Report
from corpus.reading import read_report

_SHOWN = 60  # characters of what a paragraph begins with


def inspect(typed: Sequence[str], words: Wording, *, as_json: bool = False) -> int:
    """Print what each file is read as; nothing is stored and no model is loaded.

    Args:
        typed: Files, folders, patterns, archives, or `-` for standard input.
        words: What to say it in.
        as_json: Whether to print objects for other programs instead.

    Returns:
        The exit code: 2 where some file can't be read.
    """
    records: list[dict[str, Any]] = []
    for name, found in _read(typed):
        if isinstance(found, CorpusError):
            print(f"pincite: {found}", file=sys.stderr)
            records.append({"file": name, "error": str(found)})
            continue
        records.append(inspection_record(name, found))
        if not as_json:
            print("\n".join(inspection(found, words)) + "\n")
    if as_json:
        print(json.dumps(records, ensure_ascii=False, indent=1))
    return 2 if any("error" in record for record in records) else 0


def _read(typed: Sequence[str]) -> Iterator[tuple[str, Report | CorpusError]]:
    for argument in typed:
        try:
            for document in gathered(argument):
                yield document.name, _report_or_error(document)
        except CorpusError as error:
            yield argument, error


def _report_or_error(document: Document) -> Report | CorpusError:
    try:
        check_readable(document)
        return read_report(document.path)
    except CorpusError as error:
        return error


def inspection(report: Report, words: Wording) -> Iterator[str]:
    """The lines that tell a person what a report is, what it counts, and how it is parted."""
    verdict = report.numbering
    told = {
        "symbol": report.symbol or "none printed",
        "date": report.date or "none printed",
        "language": words.languages.get(report.language, report.language),
        "numbering": words.numbering_verdict(report),
    }
    yield report.title
    yield from (f"  {name + ':':<11}{text}" for name, text in told.items())
    numbered = [one for one in report.paragraphs if one.kind == "body" and one.number]
    for paragraph in _ends_and_middle(numbered):
        yield f"  {cited(report, paragraph, words)}: {_begins(paragraph)}"
    yield from (f"  {warning}" for warning in verdict.warnings)
    if verdict.doubted:
        yield "  Lines that look like numbered paragraphs and were not taken for any:"
        yield from (f"    {line}" for line in verdict.doubted)
    if report.outline:
        yield "  Outline:"
        yield from (f"    {line}" for line in _outline(report, words))


def inspection_record(file: str, report: Report) -> dict[str, Any]:
    """A report without its text, as an object for other programs."""
    verdict = report.numbering
    return {
        "file": file,
        "title": report.title,
        "symbol": report.symbol,
        "date": report.date,
        "language": report.language,
        "paragraphs": len(report.paragraphs),
        "numbered": verdict.numbered,
        "numbering": verdict.status,
        "series": [asdict(series) for series in verdict.series],
        "gaps": list(verdict.gaps),
        "doubles": list(verdict.doubles),
        "doubted": list(verdict.doubted),
        "warnings": list(verdict.warnings),
        "outline": [
            {"label": heading.label, "level": heading.level, "ordinal": heading.ordinal}
            for heading in report.outline
        ],
    }


def _outline(report: Report, words: Wording) -> Iterator[str]:
    for place, heading in enumerate(report.outline):
        yield "  " * (heading.level - 1) + heading.label + _span(report, place, heading, words)


def _span(report: Report, place: int, heading: Heading, words: Wording) -> str:
    """The numbers that stand below a heading, up to the next one of its level."""
    following = (one for one in report.outline[place + 1 :] if one.level <= heading.level)
    end = next(following, None)
    last = end.ordinal if end else len(report.paragraphs) + 1
    below = [
        words.paragraph(one)
        for one in report.paragraphs[heading.ordinal - 1 : last - 1]
        if one.kind == "body" and one.number
    ]
    if not below:
        return ""
    return f" ({below[0]})" if len(below) == 1 else f" ({below[0]} – {below[-1]})"


def _ends_and_middle(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    places = dict.fromkeys((0, len(paragraphs) // 2, len(paragraphs) - 1))
    return [paragraphs[place] for place in places] if paragraphs else []


def _begins(paragraph: Paragraph) -> str:
    text = " ".join(paragraph.text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
