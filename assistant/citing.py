"""Citations as the field writes them: "A/80/81, para. 26 (b)", “《…》第26段”.

A document is called by its symbol; one without is called by its short title, or by the beginning
of its title.
"""

from __future__ import annotations

from assistant.wording import Wording
from corpus.joining import width
from corpus.model import Paragraph, Report

_WIDEST_TITLE = 60  # columns of a title in a citation


def cited(report: Report, paragraph: Paragraph, words: Wording, item: str = "") -> str:
    """Cite a paragraph of a report, or the item of it that is meant.

    >>> from assistant.wording import wording
    >>> from corpus.bundled import bundled_report
    >>> report = bundled_report()
    >>> cited(report, report.paragraphs[-1], wording("zh"))
    '《信息社会世界首脑会议筹备报告》第36段'
    """
    return citation_form(report, words).replace("{paragraph}", words.paragraph(paragraph, item))


def citation_form(report: Report, words: Wording) -> str:
    """A report's citations with `{paragraph}` where the paragraph's name goes."""
    form = words.answers.cited_by_symbol if report.symbol else words.answers.cited_by_title
    return form.replace("{source}", called(report))


def called(report: Report) -> str:
    """What citations call a report."""
    return report.symbol or report.short_title or _shortened(report.title)


def _shortened(title: str) -> str:
    if width(title) <= _WIDEST_TITLE:
        return title
    end = _WIDEST_TITLE
    while width(title[:end]) > _WIDEST_TITLE:
        end -= 1
    kept = title[:end]
    words, _, _ = kept.rpartition(" ")
    return (words if len(words) > len(kept) // 2 else kept).rstrip(" ,;:，；：") + "…"
