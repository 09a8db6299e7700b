"""The report as HTML: everything of it, in order, each paragraph under its anchor.

The text of a paragraph stands in one element whose text content is exactly `paragraph.text`, so
that a citation's character offsets find their place in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from assistant.citing import citation_form
from assistant.page.safety import fragment, inert
from assistant.wording import Wording
from assistant.words.choosing import direction
from corpus.decoding import MAX_BYTES
from corpus.model import Heading, Item, Paragraph, Report

# What a list entry begins with: "(a) ", "iii.", "一、", "•".
_MARK = re.compile(r"(?:[(（\[]?\w{1,6}[)）\].．、]|[•·●▪‣*–—-])\s*$")

_COPY_ICON = (
    '<svg width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
    ' stroke-width="2" aria-hidden="true"><rect x="9" y="9" width="11" height="11" rx="2"/>'
    '<path d="M5 15V6a2 2 0 0 1 2-2h9"/></svg>'
)


def reader_html(report: Report, words: Wording) -> str:
    """The whole reader: a bar with contents, place and count, then the report."""
    body = "".join(_body(report, words))
    page = words.page
    opening = _opening(
        words,
        {
            "report": report.id,
            "quotation": page.quotation.replace("{citation}", citation_form(report, words)),
            "copied": page.copied,
            "copy-failed": page.copy_failed,
        },
    )
    return (
        f"{opening}"
        f"{_bar(report, words)}"
        f'<article class="document" dir="auto" lang="{inert(report.language)}"'
        f' aria-label="{inert(page.report)}"><h1>{inert(report.title)}</h1>{body}</article>'
        '<div class="unseen" role="status" aria-live="polite"></div></div>'
    )


def empty_reader_html(words: Wording) -> str:
    """The reader while the library holds no report."""
    sentence = inert(words.page.no_report)
    return f'{_opening(words, {"report": ""})}<p class="no-report">{sentence}</p></div>'


def heading_path(paragraph: Paragraph) -> str:
    """The headings above a paragraph on one line, outermost first; not escaped."""
    return " › ".join(heading.label for heading in paragraph.headings)


def _opening(words: Wording, data: dict[str, str]) -> str:
    """The outermost element, with what the scripts have to say or to know."""
    page = words.page
    known = {
        "language": words.language,
        "direction": direction(words.language),
        "title": page.page_title,
        "too-large": words.errors.TooLargeUpload.format(limit=MAX_BYTES // 2**20),
        **data,
    }
    attributes = "".join(f' data-{name}="{inert(value)}"' for name, value in known.items())
    return f'<div class="reader"{attributes}>'


def _bar(report: Report, words: Wording) -> str:
    page = words.page
    numbered = sum(1 for p in report.paragraphs if p.kind == "body" and p.number)
    count = page.paragraphs.format(count=numbered) if numbered else words.answers.no_numbers
    entries = "".join(
        f'<li class="level-{min(heading.level, 3)}"><a href="{_heading_link(place)}">'
        f"{inert(heading.label)}</a></li>"
        for place, heading in enumerate(report.outline, 1)
    )
    contents = (
        f'<details class="contents"><summary>{inert(page.contents)}</summary>'
        f'<ol dir="auto">{entries}</ol></details>'
    )
    return (
        f'<nav class="bar" aria-label="{inert(page.contents)}">'
        '<button type="button" class="back"><span aria-hidden="true">‹</span> '
        f"{inert(page.back)}</button>"
        f"{contents if entries else ''}"
        '<span class="where" aria-hidden="true" dir="auto"></span>'
        f'<span class="count">{inert(_capital(count))}</span></nav>'
    )


def _body(report: Report, words: Wording) -> Iterator[str]:
    placed = {id(heading): place for place, heading in enumerate(report.outline, 1)}
    waiting = list(report.outline)
    spoken = f' lang="{words.language}"'
    for kind, group in groupby(report.paragraphs, key=lambda paragraph: paragraph.kind):
        if kind == "front":
            name = inert(_capital(words.answers.front))
            yield f'<details class="front"><summary{spoken}>{name}</summary>'
        elif kind == "note":
            yield f'<h2 class="plain"{spoken}>{inert(words.page.notes)}</h2>'
        for paragraph in group:
            if kind == "summary" and not paragraph.headings:
                yield f'<h2 class="plain"{spoken}>{inert(_capital(words.answers.summary))}</h2>'
            while waiting and waiting[0].ordinal <= paragraph.ordinal:
                heading = waiting.pop(0)
                yield _heading(heading, placed[id(heading)])
            yield _paragraph(paragraph, words)
        if kind == "front":
            yield "</details>"
    for heading in waiting:
        yield _heading(heading, placed[id(heading)])


def _heading_link(place: int) -> str:
    return f"#heading-{place}"


def _heading(heading: Heading, place: int) -> str:
    level = min(max(heading.level, 1) + 1, 6)
    return (
        f'<h{level} id="heading-{place}" class="heading" dir="auto" tabindex="-1">'
        f"{inert(heading.label)}</h{level}>"
    )


def _paragraph(paragraph: Paragraph, words: Wording) -> str:
    name = inert(words.paragraph(paragraph))
    text = text_html(paragraph.text, paragraph.items)
    link_name = inert(words.keeping.copy_link_to.format(paragraph=words.paragraph(paragraph)))
    number = inert(paragraph.number) or ("¶" if paragraph.kind == "body" else "")
    link = (
        f'<a class="number" href="{fragment(paragraph.anchor)}"'
        f' aria-label="{inert(words.page.link_to.format(paragraph=words.paragraph(paragraph)))}">'
        f"{number}</a>"
        if number
        else '<span class="number"></span>'
    )
    return (
        f'<div class="paragraph {paragraph.kind}" id="{inert(paragraph.anchor)}" role="group"'
        f' aria-label="{name}" data-name="{name}" data-path="{inert(heading_path(paragraph))}"'
        f' tabindex="-1">{link}<div class="text" dir="auto">{text}</div>'
        f'<button type="button" class="copy" title="{inert(words.page.copy_quote)}"'
        f' aria-label="{inert(words.page.copy_quote)}">{_COPY_ICON}</button>'
        f'<button type="button" class="copy-link" title="{link_name}" aria-label="{link_name}">'
        "</button></div>"
    )


def text_html(text: str, items: Sequence[Item], escape: Callable[[str], str] = inert) -> str:
    """Runs of text and list items, with every character of the text in its place."""
    parts, position = [], 0
    for item in sorted(items, key=lambda item: item.start):
        if item.start < position:
            continue  # an item inside another is part of it
        before = text[position : item.start]
        found = _MARK.search(before)
        mark_start = position + (found.start() if found else len(before.rstrip()))
        parts.append(_run(text[position:mark_start], escape))
        mark = text[mark_start : item.start]
        shown = f'<span class="mark">{escape(mark)}</span>' if mark.strip() else _gap(mark, escape)
        bullet = "" if mark.strip() else " bullet"
        words = escape(text[item.start : item.end])
        parts.append(f'<span class="item{bullet}">{shown}<span>{words}</span></span>')
        position = item.end
    parts.append(_run(text[position:], escape))
    return "".join(parts)


def _run(text: str, escape: Callable[[str], str]) -> str:
    """Text between items; the line breaks at its edges are made by the items themselves."""
    core = text.strip()
    if not core:
        return _gap(text, escape)
    start = text.index(core)
    before, after = text[:start], text[start + len(core) :]
    return f"{_gap(before, escape)}<span>{escape(core)}</span>{_gap(after, escape)}"


def _gap(space: str, escape: Callable[[str], str]) -> str:
    return f'<span class="gap">{escape(space)}</span>' if space else ""


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
