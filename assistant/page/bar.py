"""The bar above the report: contents, place, the citations to walk, and the search."""

from __future__ import annotations

from assistant.citing import called
from assistant.page.safety import inert
from assistant.wording import Wording
from corpus.model import Report

_UP = '<path d="m6 15 6-6 6 6"/>'
_DOWN = '<path d="m6 9 6 6 6-6"/>'
_GLASS = '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>'
_SHUT = ' aria-expanded="false"'
_CROSS = '<path d="m6 6 12 12M18 6 6 18"/>'


def bar_html(report: Report, words: Wording, *, named: bool) -> str:
    """All of it for a report, with its name where that is to be told."""
    page = words.page
    name = f'<b class="of" dir="auto">{inert(called(report))}</b>' if named else ""
    return (
        f'<nav class="bar" aria-label="{inert(page.contents)}">'
        '<button type="button" class="back"><span aria-hidden="true">‹</span> '
        f"{inert(page.back)}</button>"
        f"{_contents(report, words)}{name}"
        '<span class="where" aria-hidden="true" dir="auto"></span>'
        '<span class="page-now" aria-hidden="true"></span>'
        f"{_walk(words)}{_count(report, words)}"
        f"{_button('find-open', words.reading.find, _GLASS, _SHUT)}"
        f"{_finder(words)}</nav>"
    )


def _contents(report: Report, words: Wording) -> str:
    entries = "".join(
        f'<li class="level-{min(heading.level, 3)}"><a href="#heading-{place}">'
        f"{inert(heading.label)}</a></li>"
        for place, heading in enumerate(report.outline, 1)
    )
    if not entries:
        return ""
    return (
        f'<details class="contents"><summary>{inert(words.page.contents)}</summary>'
        f'<ol dir="auto">{entries}</ol></details>'
    )


def _count(report: Report, words: Wording) -> str:
    numbered = sum(1 for p in report.paragraphs if p.kind == "body" and p.number)
    count = words.page.paragraphs.format(count=numbered) if numbered else words.answers.no_numbers
    return f'<span class="count">{inert(count[:1].upper() + count[1:])}</span>'


def _walk(words: Wording) -> str:
    said = words.reading
    return (
        f'<span class="walk" role="group" aria-label="{inert(said.citations)}" hidden>'
        f'{_button("behind", said.previous_citation, _UP)}<span class="at"></span>'
        f"{_button('ahead', said.next_citation, _DOWN)}</span>"
    )


def _finder(words: Wording) -> str:
    said = words.reading
    return (
        f'<span class="finder" role="search"><input type="search" autocomplete="off"'
        f' spellcheck="false" dir="auto" aria-label="{inert(said.find)}"'
        f' placeholder="{inert(said.find)}"><span class="hits" role="status"></span>'
        f"{_button('step behind', said.find_previous, _UP, ' disabled')}"
        f"{_button('step ahead', said.find_next, _DOWN, ' disabled')}"
        f"{_button('close', words.page.close, _CROSS)}</span>"
    )


def _button(kind: str, name: str, strokes: str, more: str = "") -> str:
    label = inert(name)
    return (
        f'<button type="button" class="icon {kind}" title="{label}" aria-label="{label}"{more}>'
        '<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
        f' stroke-width="2" aria-hidden="true">{strokes}</svg></button>'
    )
