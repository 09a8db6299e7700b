"""A conversation as chat messages.

A message is Markdown that is all one HTML block: the structure is ours, every word of a question
or a report is made inert, and no blank line ends the block. Links carry where they lead;
`reader.js` does the rest.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TypedDict
from urllib.parse import quote

from assistant.keeping.transcript import link_to
from assistant.model import Answer, Citation, Conversation
from assistant.page.judging import judging
from assistant.page.reader import heading_path, text_html
from assistant.page.safety import fragment, inert, inert_line, inert_lines
from assistant.wording import Wording, wording
from assistant.words.choosing import direction

_TURNS = count(1)


class Message(TypedDict):
    """What Gradio's chat shows: who speaks, and Markdown."""

    role: str
    content: str


class Mark(TypedDict):
    """A stretch of a paragraph to mark in the reader, in characters of its text."""

    anchor: str
    start: int
    end: int


def messages(conversation: Conversation, words: Wording, report_language: str) -> list[Message]:
    """Every turn as two messages, oldest first."""
    shown: list[Message] = []
    for place, turn in enumerate(conversation.turns):
        shown.append(question_message(turn.question, turn.answer.query.language))
        said = answer_markdown(turn.answer, words, report_language)
        shown.append(_said(said + judging(turn.answer, conversation.id, place, words)))
    return shown


def question_message(question: str, language: str = "und") -> Message:
    """What the person asked."""
    said = inert_lines(question.strip())
    return {"role": "user", "content": f'<div class="asked"{_in(language)}>{said}</div>'}


def waiting_message(sentence: str) -> Message:
    """Say what is being waited for."""
    return _said(f'<div class="waiting" role="status">{inert_line(sentence)}</div>')


def answer_markdown(answer: Answer, words: Wording, report_language: str) -> str:
    """An answer: quotes with their citations, or an honest no, or a plain reply.

    It speaks the question's language; where that can't be told, the language of `words`.
    """
    asked_in = answer.query.language
    # Remarks on numbers are worded by the assistant; what stands around them must match.
    if asked_in != "und" or (answer.query.kind == "lookup" and answer.remarks):
        words = wording(asked_in)
    return f"<div{_in(words.language)}>{_answer(answer, words, report_language)}</div>"


def _answer(answer: Answer, words: Wording, report_language: str) -> str:
    if answer.status == "smalltalk":
        return f'<div class="reply">{inert_lines(answer.text)}</div>'
    if answer.status == "not_found":
        return _not_found(answer, words) + _searched_as(answer, words)
    lead = words.quote_language_note(answer.query.language, report_language) or words.report_says
    leads = "".join(f'<p class="lead">{inert_line(line)}</p>' for line in (*answer.remarks, lead))
    quotes = "".join(_quote(citation, words, report_language) for citation in answer.citations)
    rest = _beside(answer, words) + _notes(answer)
    return f'<div class="answer">{leads}{quotes}{rest}</div>{_searched_as(answer, words)}'


def marks(answer: Answer) -> list[Mark]:
    """What an answer quotes, for the reader to mark, the first one first."""
    return [
        {"anchor": cited.paragraph.anchor, "start": cited.start, "end": cited.end}
        for cited in answer.citations
    ]


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


def _beside(answer: Answer, words: Wording) -> str:
    """The same paragraphs in the version of the question's language."""
    if not answer.parallels:
        return ""
    language = answer.query.language
    quotes = "".join(
        f'<blockquote class="quote beside"><p{_in(language)}>{_quoted(one)}</p><p class="cited">'
        f"<b>{inert_line(words.paragraph(one.paragraph, one.item))}</b></p></blockquote>"
        for one in answer.parallels
    )
    return f'<p class="lead">{inert_line(words.same_in(language))}</p>{quotes}'


def _notes(answer: Answer) -> str:
    """What the answer says after its quotes."""
    return "".join(f'<p class="note">{inert_line(line)}</p>' for line in answer.notes)


def _searched_as(answer: Answer, words: Wording) -> str:
    """What was searched for in place of what was asked, to be edited in the question box."""
    query = answer.query
    if query.standalone == query.asked or (query.within and query.standalone in query.asked):
        return ""
    said = inert_line(words.searched_as(query.standalone))
    return (
        f'<p class="searched-as"><span>{said}</span>'
        f' <a class="edit-question" href="#ask={quote(query.standalone, safe="")}"'
        f' title="{inert_line(words.page.edit_question)}">{inert_line(words.page.edit)}</a></p>'
    )


def _said(markdown: str) -> Message:
    return {"role": "assistant", "content": markdown}


def _in(language: str) -> str:
    """The attributes of an element whose text is in a language; none where that can't be told."""
    known = inert(language)
    return f' lang="{known}" dir="{direction(language)}"' if known != "und" else ""


def _quote(citation: Citation, words: Wording, language: str) -> str:
    copy = (
        f'<a class="copy-quote" href="#copy={_link(citation)[1:]}"'
        f' title="{inert_line(words.page.copy_quote)}">{inert_line(words.page.copy)}</a>'
    )
    name = inert_line(
        words.keeping.copy_link_to.format(paragraph=words.paragraph(citation.paragraph))
    )
    link = (
        f'<a class="copy-link" href="{inert_line(link_to(citation.paragraph, ""))}" title="{name}">'
        f"{inert_line(words.keeping.copy_link)}</a>"
    )
    return (
        f'<blockquote class="quote"><p{_in(language)}>{_quoted(citation)}</p>'
        f'<p class="cited">{_chip(citation, words)}{copy}{link}</p></blockquote>'
    )


def _quoted(citation: Citation) -> str:
    inside = [
        replace(item, start=item.start - citation.start, end=item.end - citation.start)
        for item in citation.paragraph.items
        if citation.start <= item.start and item.end <= citation.end
    ]
    return text_html(citation.quote, inside, inert_lines)


def _not_found(answer: Answer, words: Wording) -> str:
    if answer.query.kind == "lookup":
        said = f"<h3>{inert_lines(chr(10).join(answer.remarks) or answer.text)}</h3>"
    else:
        why = words.answers.not_answered_why
        said = f"<h3>{inert_line(words.not_answered)}</h3><p>{inert_line(why)}</p>"
    chips = "".join(f"<li>{_chip(near, words)}</li>" for near in answer.nearest)
    nearest = (
        f'<p class="lead">{inert_line(words.nearest_are)}</p><ul class="nearest">{chips}</ul>'
        if chips
        else ""
    )
    return f'<div class="unanswered">{said}{nearest}{_notes(answer)}</div>'


def _link(citation: Citation) -> str:
    return fragment(citation.paragraph.anchor, citation.start, citation.end)


def _chip(citation: Citation, words: Wording) -> str:
    name = inert_line(words.paragraph(citation.paragraph, citation.item))
    headings = citation.paragraph.headings
    path = heading_path(citation.paragraph)
    title = f"{name} · {inert_line(path)}" if path else name
    under = headings[-1].label if headings else ""
    section = f"<span>{inert_line(under)}</span>" if under and inert_line(under) != name else ""
    return f'<a class="chip" href="{_link(citation)}" title="{title}"><b>{name}</b>{section}</a>'
