"""The same paragraphs in another language version of the report, where the library holds one.

Nothing is translated: a person who asks in English about a Chinese report is shown what its
English version says there, in that version's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.model import Citation
from assistant.words.choosing import primary
from corpus.joining import width
from corpus.model import Paragraph, Report
from corpus.sentences import sentence_spans

WHOLE = 800  # columns up to which a paragraph is shown whole
LEADS = 2  # sentences of a longer one
_LANGUAGE = re.compile(r"(?:^|-)(?:ar|de|en|es|fr|ru|zh)(?:-han[st])?(?=-|$)")


def sister(report: Report, language: str, held: Iterable[Report]) -> Report | None:
    """Find a report's version in a language: its symbol, or its name but for the language tag.

    Both must count the same paragraphs, or one of them is another document or cut short.
    """
    if language == "und" or primary(report.language) == primary(language):
        return None
    return next(
        (
            other
            for other in held
            if primary(other.language) == primary(language)
            and _is_same_document(report, other)
            and _numbers(report) == _numbers(other)
        ),
        None,
    )


def parallels(citations: Sequence[Citation], version: Report) -> tuple[Citation, ...]:
    """The paragraphs cited as another version has them, with the same markers."""
    by_anchor = {paragraph.anchor: paragraph for paragraph in version.paragraphs}
    found: dict[str, Citation] = {}
    for citation in citations:
        paragraph = by_anchor.get(citation.paragraph.anchor)
        if paragraph is not None and paragraph.anchor not in found:
            start, end = _span(paragraph)
            found[paragraph.anchor] = Citation(citation.marker, paragraph, start, end)
    return tuple(found.values())


def _span(paragraph: Paragraph) -> tuple[int, int]:
    if width(paragraph.text) <= WHOLE:
        return 0, len(paragraph.text)
    return 0, sentence_spans(paragraph.text)[:LEADS][-1][1]


def _is_same_document(one: Report, other: Report) -> bool:
    if one.symbol or other.symbol:
        return one.symbol == other.symbol
    return _LANGUAGE.sub("", one.id) == _LANGUAGE.sub("", other.id)


def _numbers(report: Report) -> list[tuple[str, str]]:
    return [(p.series, p.number) for p in report.paragraphs if p.kind == "body" and p.number]
