"""Answers to questions that name their paragraphs: no search, no model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.lacking import lacking
from assistant.model import Answer, Citation, Query
from assistant.referring import Place, Reference
from assistant.wording import Wording
from corpus.joining import width
from corpus.model import Report
from corpus.sentences import sentence_spans

WHOLE = 1_200  # columns up to which a few paragraphs are quoted whole
FEW = 4  # paragraphs
LEADS = 2  # sentences of each that are quoted of more
MANY = 8  # paragraphs from which on one sentence of each must do
NEAREST = 2  # offered for each thing that is not there


def looked_up(
    query: Query, references: Mapping[str, Reference], scope: Sequence[Report], words: Wording
) -> Answer:
    """Quote what a question refers to, in order, and say what of it isn't there.

    One paragraph, or a few short ones, are quoted whole, an entry of a list as just that; of a
    section or a long range each paragraph is quoted by the sentences that it begins with.

    Args:
        query: Of kind `lookup`.
        references: What it refers to in each report, by id.
        scope: The reports asked.
        words: In the question's language.
    """
    named = [report for report in scope if report.id in references]
    notes = [
        lacking(missing, report, words)
        for report in named
        for missing in references[report.id].missing
    ]
    places = [place for report in named for place in references[report.id].places]
    if not places:
        near = _offered([references[report.id] for report in named])
        text = "\n".join((*notes, words.nearest_are, *quoted(near, words)))
        return Answer("not_found", text, query, 0.0, nearest=near, remarks=tuple(notes))
    citations = _cited(places)
    titles = [h.label for report in named for h in references[report.id].sections]
    headed = [words.listed(titles)] if titles else []
    text = "\n".join((*notes, *headed, lead(query, named[0], words), *quoted(citations, words)))
    return Answer("answered", text, query, 1.0, citations, remarks=(*notes, *headed))


def all_of_it(refused: Answer, report: Report, words: Wording) -> Answer:
    """The whole of the one paragraph that a question stays within, where no sentence is sure.

    Whoever names a paragraph wants to read it, and can judge.

    Args:
        refused: What the search within the paragraph came to.
        report: The paragraph's.
        words: In the question's language.
    """
    ((_, ordinal),) = refused.query.within
    paragraph = report.paragraphs[ordinal - 1]
    citations = (Citation(1, paragraph, 0, len(paragraph.text)),)
    said = words.answers.all_of_it.format(paragraph=words.paragraph(paragraph))
    said = said[:1].upper() + said[1:]
    lines = (said, lead(refused.query, report, words), *quoted(citations, words))
    return replace(
        refused,
        status="answered",
        text="\n".join(lines),
        citations=citations,
        nearest=(),
        remarks=(said,),
    )


def lead(query: Query, report: Report, words: Wording) -> str:
    """The line before the quotes: that the report says so, or in which language it does."""
    return words.quote_language_note(query.language, report.language) or words.report_says


def quoted(citations: Sequence[Citation], words: Wording) -> list[str]:
    """Each citation on a line: its marker, where it stands and what it says."""
    return [f"[{c.marker}] {words.paragraph(c.paragraph, c.item)}: {c.quote}" for c in citations]


def _cited(places: Sequence[Place]) -> tuple[Citation, ...]:
    columns = sum(width(place.paragraph.text[place.start : place.end]) for place in places)
    if len(places) == 1 or (len(places) <= FEW and columns <= WHOLE):
        spans = [(place.start, place.end) for place in places]
    else:
        leads = LEADS if len(places) < MANY else 1
        spans = [_begun(place, leads) for place in places]
    return tuple(
        Citation(marker, place.paragraph, start, end, place.item)
        for marker, (place, (start, end)) in enumerate(zip(places, spans, strict=True), start=1)
    )


def _begun(place: Place, leads: int) -> tuple[int, int]:
    """What a paragraph begins with; an entry of a list is all of it."""
    if not place.is_whole:
        return place.start, place.end
    return 0, sentence_spans(place.paragraph.text)[:leads][-1][1]


def _offered(references: Sequence[Reference]) -> tuple[Citation, ...]:
    near = dict.fromkeys(
        paragraph
        for reference in references
        for missing in reference.missing
        for paragraph in missing.nearest[:NEAREST]
    )
    return tuple(
        Citation(marker, p, 0, sentence_spans(p.text)[:LEADS][-1][1])
        for marker, p in enumerate(near, start=1)
    )
