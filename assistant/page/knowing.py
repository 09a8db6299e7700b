"""What the page must know of the library to show an answer, besides the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.asking import Assistant
from assistant.citing import called
from corpus.model import Report

ALL = "*"  # what the selector calls every report at once; no report's id


@dataclass(frozen=True, slots=True)
class Known:
    """The reports by id, whether confidence is calibrated, whether several reports are asked."""

    reports: Mapping[str, Report] = field(default_factory=dict)
    is_calibrated: bool = True
    asks_several: bool = False

    def language(self, report_id: str) -> str:
        """The BCP 47 tag of a report's language; "und" for one that isn't there."""
        report = self.reports.get(report_id)
        return report.language if report else "und"

    def called(self, report_id: str) -> str:
        """What to call a report where several are asked, else `""`."""
        report = self.reports.get(report_id) if self.asks_several else None
        return called(report) if report else ""


NOTHING_KNOWN = Known()


def known(assistant: Assistant, selected: str | None) -> Known:
    """What is known while a report, or every one, is selected."""
    return Known(
        {report.id: report for report in assistant.index.reports()},
        assistant.is_calibrated,
        selected == ALL,
    )


def scope(selected: str | None) -> tuple[str, ...]:
    """The ids of the reports to stay within, none meaning all.

    >>> scope("a-80-81"), scope(ALL)
    (('a-80-81',), ())
    """
    return (selected,) if selected and selected != ALL else ()
