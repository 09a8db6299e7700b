"""The report as HTML: everything of it, in order, each paragraph under its anchor.

A long report comes in two steps: `reader_html` shows its beginning, `rest_html` is fetched after.

The text of a paragraph stands in one element whose text content is exactly `paragraph.text`, so
that a citation's character offsets find their place in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from assistant.citing import citation_form
from assistant.page.bar import bar_html
from assistant.page.safety import fragment, inert
from assistant.page.typesetting import text_html
from assistant.wording import Wording
from assistant.words.choosing import direction
from corpus.decoding import MAX_BYTES
from corpus.model import Heading, Paragraph, Report

# Gradio copies a part's value whenever anything happens, so a long report is not all in it.
_AT_ONCE, _PIECE = 200, 60
_COPY_ICON = (
    '<svg width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
    ' stroke-width="2" aria-hidden="true"><rect x="9" y="9" width="11" height="11" rx="2"/>'
    '<path d="M5 15V6a2 2 0 0 1 2-2h9"/></svg>'
)


def reader_html(report: Report, words: Wording, *, named: bool = False) -> str:
    """The reader: a bar with contents, place and count, then the report, or a long one's start.

    Args:
        report: What to read.
        words: In the reader's language.
        named: Whether the bar names the report, for it is not the one that is selected.
    """
    body = list(_body(report, words))
    more = " data-more" if len(body) > _AT_ONCE else ""
    page = words.page
    opening = _opening(
        words,
        {
            "report": report.id,
            "quotation": page.quotation.replace("{citation}", citation_form(report, words)),
            "copied": page.copied,
            "copy-failed": page.copy_failed,
            "found": words.reading.found,
            "found-none": words.reading.found_none,
            "revising": words.reading.revising,
            "keep": words.reading.keep_as_is,
        },
    )
    return (
        f"{opening}"
        f"{bar_html(report, words, named=named)}"
        f'<article class="document" dir="{direction(report.language)}"'
        f' lang="{inert(report.language)}"{more} aria-label="{inert(page.report)}">'
        f'<h1 dir="auto">{inert(report.title)}</h1>{"".join(body[:_AT_ONCE])}</article>'
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
        "connection-lost": page.connection_lost,
        "too-large": words.errors.TooLargeUpload.format(limit=MAX_BYTES // 2**20),
        **data,
    }
    attributes = "".join(f' data-{name}="{inert(value)}"' for name, value in known.items())
    return f'<div class="reader"{attributes}>'


def rest_html(report: Report, words: Wording) -> list[str]:
    """What `reader_html` leaves out of a long report, in pieces that are quick to put in."""
    left = list(_body(report, words))[_AT_ONCE:]
    return ["".join(left[at : at + _PIECE]) for at in range(0, len(left), _PIECE)]


def _body(report: Report, words: Wording) -> Iterator[str]:
    """Paragraphs in order, each with the headings above it; the front matter is one piece."""
    placed = {id(heading): place for place, heading in enumerate(report.outline, 1)}
    waiting = list(report.outline)
    under, page = 0, None
    spoken = f' lang="{words.language}"'
    for kind, group in groupby(report.paragraphs, key=lambda paragraph: paragraph.kind):
        front = kind == "front"
        piece = ""
        if front:
            name = inert(_capital(words.answers.front))
            piece = f'<details class="front"><summary{spoken}>{name}</summary>'
        elif kind == "note":
            piece = f'<h2 class="plain"{spoken}>{inert(words.page.notes)}</h2>'
        for paragraph in group:
            if kind == "summary" and not paragraph.headings:
                piece += f'<h2 class="plain"{spoken}>{inert(_capital(words.answers.summary))}</h2>'
            while waiting and waiting[0].ordinal <= paragraph.ordinal:
                heading = waiting.pop(0)
                under = placed[id(heading)]
                piece += _heading(heading, under)
            piece += _paragraph(paragraph, words, under, turned=paragraph.page != page)
            page = paragraph.page
            if not front:
                yield piece
                piece = ""
        if front:
            yield f"{piece}</details>"
    for heading in waiting:
        yield _heading(heading, placed[id(heading)])


def _heading(heading: Heading, place: int) -> str:
    level = min(max(heading.level, 1) + 1, 6)
    return (
        f'<h{level} id="heading-{place}" class="heading" dir="auto" tabindex="-1">'
        f"{inert(heading.label)}</h{level}>"
    )


def _paragraph(paragraph: Paragraph, words: Wording, under: int, *, turned: bool) -> str:
    """A paragraph below the heading at a place in the outline; 0 is above them all.

    Its page is printed in the gutter where it is `turned`: another than the last one's.
    """
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
    page = inert(words.reading.page_at.format(page=paragraph.page)) if paragraph.page else ""
    on_page = f' data-page="{page}"' if page else ""
    beside = f'<span class="page">{page}</span>' if page and turned else ""
    return (
        f'<div class="paragraph {paragraph.kind}" id="{inert(paragraph.anchor)}" role="group"'
        f' aria-label="{name}" data-name="{name}" data-path="{inert(heading_path(paragraph))}"'
        f' data-under="{under}"{on_page} tabindex="-1">{link}{beside}'
        f'<div class="text" dir="auto">{text}</div>'
        f'<button type="button" class="copy" title="{inert(words.page.copy_quote)}"'
        f' aria-label="{inert(words.page.copy_quote)}">{_COPY_ICON}</button>'
        f'<button type="button" class="copy-link" title="{link_name}" aria-label="{link_name}">'
        "</button></div>"
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
