"""Which report of a library a file is: a newer version of one, or another."""

from __future__ import annotations

from corpus.model import Report
from index.library import Library

SAME_REPORT = 0.1  # the share of unchanged paragraphs that makes a file a newer version


def identity(report: Report, library: Library) -> str:
    """The id to keep a report under: its own, or the next free one if that is another's.

    A file of the same place, or one of the same name that shares paragraphs with the report kept
    under it, is its newer version.
    """
    taken = {summary.id for summary in library.reports()}
    candidate, number = report.id, 1
    while candidate in taken and not _is_newer(report, library.report(candidate)):
        number += 1
        candidate = f"{report.id}-{number}"
    return candidate


def _is_newer(report: Report, kept: Report) -> bool:
    if report.source and report.source == kept.source:
        return True
    before = {paragraph.text for paragraph in kept.paragraphs}
    same = sum(paragraph.text in before for paragraph in report.paragraphs)
    return same >= SAME_REPORT * len(report.paragraphs)
