"""Example questions, made from the report at hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice, zip_longest

from assistant.wording import Wording, wording
from assistant.words.choosing import known_languages, primary
from corpus.model import Report

_AT_MOST = 4
_LONGEST_TITLE = 30
# A document called by its number, such as a resolution: 56/183, A/RES/57/238.
_DOCUMENT = re.compile(
    r"(?<![A-Za-z0-9/.])(?:[A-Z]{1,6}(?:[./][A-Z0-9]+)*/)?\d{1,4}/\d{1,4}(?![A-Za-z0-9/])"
)


def example_questions(report: Report, words: Wording) -> tuple[str, ...]:
    """At most four questions that the report has something to say on.

    What is searched for is asked in the report's own language, a paragraph by its number in the
    reader's.
    """
    spoken = primary(report.language) in known_languages()
    own = wording(report.language) if spoken else words
    last = tuple(chain(_by_document(report, own), _by_number(report, words)))
    return (*islice(_by_section(report, own), _AT_MOST - len(last)), *last)


def questions_across(reports: Sequence[Report], words: Wording) -> tuple[str, ...]:
    """At most four questions about several reports, from as many of them as can be."""
    made = (_about(report, words) for report in reports)
    return tuple(islice(filter(None, chain.from_iterable(zip_longest(*made))), _AT_MOST))


def _about(report: Report, words: Wording) -> Iterator[str]:
    """Questions that make sense without knowing which report is meant."""
    spoken = primary(report.language) in known_languages()
    own = wording(report.language) if spoken else words
    for title in _titles(report):
        yield own.reading.ask_about.format(topic=own.answers.quoted_part.format(part=title))


def _by_number(report: Report, words: Wording) -> Iterator[str]:
    numbers = [p.number for p in report.paragraphs if p.kind == "body" and p.number]
    if numbers:
        place = words.numbered(numbers[len(numbers) * 2 // 3])
        yield words.page.ask_paragraph.format(paragraph=place)


def _by_section(report: Report, words: Wording) -> Iterator[str]:
    for title in _titles(report):
        yield words.page.ask_section.format(title=title)


def _by_document(report: Report, words: Wording) -> Iterator[str]:
    """The document that the report names most often, asked about."""
    named = Counter(
        found[0]
        for paragraph in report.paragraphs
        if paragraph.kind == "body"
        for found in _DOCUMENT.finditer(paragraph.text)
        if found[0] != report.symbol
    )
    for document, _ in named.most_common(1):
        yield words.reading.ask_about.format(topic=document)


def _titles(report: Report) -> Sequence[str]:
    """The titles of sections that are short and say what they are about, the outermost first."""
    outermost = sorted(report.outline, key=lambda heading: heading.level)
    summaries = {wording(tag).answers.summary.casefold() for tag in known_languages()}
    titles = (heading.title for heading in outermost)
    return [
        title
        for title in dict.fromkeys(titles)
        if 1 < len(title) <= _LONGEST_TITLE and title.casefold() not in summaries
    ]
