"""A conversation as chat messages.

A message is Markdown that is all one HTML block: the structure is ours, every word of a question
or a report is made inert, and no blank line ends the block. Links carry where they lead;
`reader.js` does the rest.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import NotRequired, TypedDict
from urllib.parse import quote, urlencode

from assistant.citing import cited
from assistant.keeping.transcript import link_to
from assistant.model import Answer, Citation, Conversation
from assistant.page.judging import judging
from assistant.page.knowing import NOTHING_KNOWN, Known
from assistant.page.reader import heading_path
from assistant.page.revising import revising
from assistant.page.safety import fragment, inert, inert_line, inert_lines, straight
from assistant.page.suggesting import suggestions
from assistant.page.surety import surety
from assistant.page.typesetting import text_html
from assistant.wording import Wording, wording
from assistant.words.choosing import direction
from corpus.model import Paragraph

_TURNS = count(1)


class Option(TypedDict):
    """A question that is asked when it is pressed."""

    value: str
    label: str


class Message(TypedDict):
    """What Gradio's chat shows: who speaks, Markdown, and what may be asked next."""

    role: str
    content: str
    options: NotRequired[list[Option]]


class Mark(TypedDict):
    """A stretch of a paragraph to mark in the reader, in characters of its text."""

    anchor: str
    start: int
    end: int


def messages(
    conversation: Conversation, words: Wording, known: Known = NOTHING_KNOWN
) -> list[Message]:
    """Every turn as two messages, oldest first; the last one suggests how to go on."""
    shown: list[Message] = []
    for place, turn in enumerate(conversation.turns):
        asked = question_message(turn.question, turn.answer.query.language)
        shown.append({**asked, "content": asked["content"] + revising(place, words)})
        said = answer_markdown(turn.answer, words, known)
        shown.append(_said(said + judging(turn.answer, conversation.id, place, words)))
    if conversation.turns:
        shown[-1]["options"] = [
            {"value": straight(question), "label": straight(question)}
            for question in suggestions(conversation, words, known)
        ]
    return shown


def question_message(question: str, language: str = "und") -> Message:
    """What the person asked."""
    said = inert_lines(question.strip())
    return {"role": "user", "content": f'<div class="asked"{_in(language)}>{said}</div>'}


def waiting_message(sentence: str) -> Message:
    """Say what is being waited for."""
    return _said(f'<div class="waiting" role="status">{inert_line(sentence)}</div>')


def answer_markdown(answer: Answer, words: Wording, known: Known = NOTHING_KNOWN) -> str:
    """An answer: quotes with their citations, or an honest no, or a plain reply.

    It speaks the question's language; where that can't be told, the language of `words`.
    """
    asked_in = answer.query.language
    # Remarks on numbers are worded by the assistant; what stands around them must match.
    if asked_in != "und" or (answer.query.kind == "lookup" and answer.remarks):
        words = wording(asked_in)
    return f"<div{_in(words.language)}>{_answer(answer, words, known)}</div>"


def _answer(answer: Answer, words: Wording, known: Known) -> str:
    if answer.status == "smalltalk":
        return f'<div class="reply">{inert_lines(answer.text)}</div>'
    if answer.status == "not_found":
        return _not_found(answer, words, known) + _searched_as(answer, words)
    printed = known.language(answer.citations[0].paragraph.report_id)
    lead = words.quote_language_note(answer.query.language, printed) or words.report_says
    leads = "".join(f'<p class="lead">{inert_line(line)}</p>' for line in (*answer.remarks, lead))
    # What is said after the quotes tells them by these numbers.
    is_numbered = len(answer.citations) > 1
    quotes = "".join(
        _quote(citation, words, known, is_numbered=is_numbered) for citation in answer.citations
    )
    rest = _beside(answer, words, known) + _notes(answer) + surety(answer, words, known)
    return f'<div class="answer">{leads}{quotes}{rest}</div>{_searched_as(answer, words)}'


def marks(answer: Answer) -> list[Mark]:
    """What an answer quotes, for the reader to mark, the first one first."""
    return [
        {"anchor": cited.paragraph.anchor, "start": cited.start, "end": cited.end}
        for cited in answer.citations
    ]


def cited_report(answer: Answer) -> str:
    """The id of the report that an answer quotes first, or `""`."""
    return answer.citations[0].paragraph.report_id if answer.citations else ""


def notice_html(sentence: str, words: Wording, tone: str = "error", share: float = -1.0) -> str:
    """A line above the question box, none for `""`.

    One whose `tone` is "busy" shows progress: a `share` from 0 to 1, or less than 0 for unknown.
    """
    # Gradio leaves the page alone when a value is what it was, though a visitor dismissed it.
    turn = next(_TURNS)
    if not sentence:
        return f'<div data-turn="{turn}"></div>'
    if tone == "busy":
        known = f' value="{round(share * 100)}"' if share >= 0 else ""
        more = f'<progress max="100"{known}></progress>'
    else:
        more = (
            f'<button type="button" class="dismiss" aria-label="{inert_line(words.page.close)}">'
            '<span aria-hidden="true">×</span></button>'
        )
    role = "alert" if tone == "error" else "status"
    return (
        f'<div class="notice {tone}" role="{role}" data-turn="{turn}">'
        f"<p>{inert_line(sentence)}</p>{more}</div>"
    )


def _beside(answer: Answer, words: Wording, known: Known) -> str:
    """The same paragraphs in the version of the question's language."""
    if not answer.parallels:
        return ""
    language = answer.query.language
    quotes = "".join(
        f'<blockquote class="quote beside"><p{_in(language)}>{_quoted(one)}</p><p class="cited">'
        f"{_chip(one, words, known)}</p></blockquote>"
        for one in answer.parallels
    )
    return f'<p class="lead">{inert_line(words.same_in(language))}</p>{quotes}'


def _notes(answer: Answer) -> str:
    """What the answer says after its quotes."""
    return "".join(f'<p class="note">{inert_line(line)}</p>' for line in answer.notes)


def _searched_as(answer: Answer, words: Wording) -> str:
    """What was searched for in place of what was asked, to be edited in the question box.

    Where the question stays within some paragraphs its own words are edited: they say which.
    """
    query = answer.query
    if query.standalone == query.asked or (query.within and query.standalone in query.asked):
        return ""
    said = inert_line(words.searched_as(query.standalone))
    edited = quote(query.asked if query.within else query.standalone, safe="")
    return (
        f'<p class="searched-as"><span>{said}</span>'
        f' <a class="edit-question" href="#ask={edited}"'
        f' title="{inert_line(words.page.edit_question)}">{inert_line(words.page.edit)}</a></p>'
    )


def _said(markdown: str) -> Message:
    return {"role": "assistant", "content": markdown}


def _in(language: str) -> str:
    """The attributes of an element whose text is in a language; none where that can't be told."""
    known = inert(language)
    return f' lang="{known}" dir="{direction(language)}"' if known != "und" else ""


def _quote(citation: Citation, words: Wording, known: Known, *, is_numbered: bool) -> str:
    name = inert_line(
        words.keeping.copy_link_to.format(paragraph=words.paragraph(citation.paragraph))
    )
    link = (
        f'<a class="copy-link" href="{inert_line(link_to(citation.paragraph, ""))}" title="{name}">'
        f"{inert_line(words.keeping.copy_link)}</a>"
    )
    number = f'<span class="number">&#91;{citation.marker}&#93;</span>' if is_numbered else ""
    return (
        f'<blockquote class="quote"><p{_in(known.language(citation.paragraph.report_id))}>'
        f'{_quoted(citation)}</p><p class="cited">{number}{_chip(citation, words, known)}'
        f"{_copy(citation, words, known)}{link}</p></blockquote>"
    )


def _copy(citation: Citation, words: Wording, known: Known) -> str:
    """The button that copies a quote as the field cites it; it carries all that it copies."""
    report = known.reports.get(citation.paragraph.report_id)
    if report is None:
        return ""
    page = words.page
    name = cited(report, citation.paragraph, words, citation.item)
    text = page.quotation.format(quote=citation.quote, citation=name)
    return (
        f'<a class="copy-quote" href="#copy={quote(text, safe="")}"'
        f' title="{inert_line(page.copy_quote)}">{inert_line(page.copy)}</a>'
    )


def _quoted(citation: Citation) -> str:
    inside = [
        replace(item, start=item.start - citation.start, end=item.end - citation.start)
        for item in citation.paragraph.items
        if citation.start <= item.start and item.end <= citation.end
    ]
    return text_html(citation.quote, inside, inert_lines)


def _not_found(answer: Answer, words: Wording, known: Known) -> str:
    if answer.query.kind == "lookup":
        said = f"<h3>{inert_lines(chr(10).join(answer.remarks) or answer.text)}</h3>"
    else:
        why = words.answers.not_answered_why
        said = f"<h3>{inert_line(words.not_answered)}</h3><p>{inert_line(why)}</p>"
    chips = "".join(f"<li>{_chip(near, words, known)}</li>" for near in answer.nearest)
    nearest = (
        f'<p class="lead">{inert_line(words.nearest_are)}</p><ul class="nearest">{chips}</ul>'
        if chips
        else ""
    )
    rest = _notes(answer) + surety(answer, words, known)
    return f'<div class="unanswered">{said}{nearest}{rest}</div>'


def _chip(citation: Citation, words: Wording, known: Known) -> str:
    """The link to a citation's place; where several reports are asked it names the report."""
    paragraph = citation.paragraph
    name = inert_line(words.paragraph(paragraph, citation.item))
    source = inert_line(known.called(paragraph.report_id))
    page = words.reading.page_at.format(page=paragraph.page) if paragraph.page else ""
    told = (source, name, inert_line(heading_path(paragraph)), inert_line(page))
    under = inert_line(_innermost(paragraph))
    beside = source or (under if under != name else "")
    section = f"<span>{beside}</span>" if beside else ""
    place = fragment(paragraph.anchor, citation.start, citation.end)
    return (
        f'<a class="chip" href="?{urlencode({"report": paragraph.report_id})}{place}"'
        f' title="{" · ".join(filter(None, told))}"><b>{name}</b>{section}</a>'
    )


def _innermost(paragraph: Paragraph) -> str:
    return paragraph.headings[-1].label if paragraph.headings else ""
