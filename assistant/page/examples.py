"""Example questions, made from the report at hand."""

from __future__ import annotations

from assistant.wording import Wording, wording
from assistant.words.choosing import known_languages, primary
from corpus.model import Report

_AT_MOST = 4
_LONGEST_TITLE = 30


def example_questions(report: Report, words: Wording) -> tuple[str, ...]:
    """At most four questions that the report has something to say on.

    What is searched for is asked in the report's own language, a paragraph by its number in the
    reader's. A report that we bundle has questions of its own in the files of words.
    """
    spoken = primary(report.language) in known_languages()
    own = wording(report.language) if spoken else words
    by_number = _by_number(report, words)
    room = _AT_MOST - len(by_number)
    searched = own.examples.get(report.id) or _by_section(report, own)
    return (*searched[:room], *by_number)


def _by_number(report: Report, words: Wording) -> tuple[str, ...]:
    numbers = [p.number for p in report.paragraphs if p.kind == "body" and p.number]
    if not numbers:
        return ()
    place = words.numbered(numbers[len(numbers) * 2 // 3])
    return (words.page.ask_paragraph.format(paragraph=place),)


def _by_section(report: Report, words: Wording) -> tuple[str, ...]:
    titles = dict.fromkeys(
        heading.title
        for heading in sorted(report.outline, key=lambda heading: heading.level)
        if 1 < len(heading.title) <= _LONGEST_TITLE
    )
    return tuple(words.page.ask_section.format(title=title) for title in titles)
