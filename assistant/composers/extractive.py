"""The default composer: it never writes a fact, it picks sentences and cites them.

A question's terms are covered greedily, rarest first: the sentence that covers most, then one
more only where it covers a good part of what is still open. Fewer citations rather than padding.

Source: maximal coverage of weighted terms, after Takamura and Okumura, "Text Summarization Model
Based on Maximum Coverage Problem and its Variant" (2009).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.model import Citation
from corpus.model import Item, Paragraph
from corpus.sentences import sentence_spans
from index.model import Hit
from index.sought import Sought

PARAGRAPHS = 3  # the most that one answer cites
CLOSE = 0.75  # a further paragraph must score this share of the best one
NEWS = 0.20  # and cover this share of the question's weight that is still open
_LEADS_IN = (":", "：")

_Covered = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Span:
    """A sentence, or several: which terms of the question it covers, and how surely."""

    start: int
    end: int
    covers: _Covered
    item: str = ""


def compose(hits: Sequence[Hit], sought: Sought) -> tuple[Citation, ...]:
    """Choose what to quote from the paragraphs found.

    Args:
        hits: Of one report, best first; the first is quoted in any case.
        sought: What the question looks for in that report.
    """
    covered: _Covered = {}
    chosen: list[tuple[Paragraph, _Span]] = []
    for hit in hits[: PARAGRAPHS + 2]:
        spans = _spans(hit.paragraph, sought)
        best = _best(spans, covered, sought)
        close = hit.score >= CLOSE * hits[0].score
        if chosen and not (close and _news(best, covered, sought) >= NEWS):
            continue
        chosen.append((hit.paragraph, _whole_list(best, hit.paragraph)))
        covered = _joint(covered, best.covers)
        others = [span for span in spans if span.start != best.start]
        further = _best(others, covered, sought) if others else None
        if further and _news(further, covered, sought) >= NEWS:
            chosen.append((hit.paragraph, _whole_list(further, hit.paragraph)))
            covered = _joint(covered, further.covers)
        if len({paragraph.ordinal for paragraph, _ in chosen}) == PARAGRAPHS:
            break
    return tuple(
        Citation(marker, paragraph, span.start, span.end, span.item)
        for marker, (paragraph, span) in enumerate(_joined(chosen), start=1)
    )


def nearest(hits: Sequence[Hit], sought: Sought) -> tuple[Citation, ...]:
    """The sentence of each paragraph that comes closest, where none answers."""
    return tuple(
        Citation(marker, hit.paragraph, span.start, span.end, span.item)
        for marker, hit in enumerate(hits, start=1)
        for span in [_best(_spans(hit.paragraph, sought), {}, sought)]
    )


def _spans(paragraph: Paragraph, sought: Sought) -> list[_Span]:
    return [
        _Span(
            start,
            end,
            sought.covered(paragraph.text[start:end]),
            next((i.label for i in paragraph.items if i.start <= start < i.end), ""),
        )
        for start, end in sentence_spans(paragraph.text)
    ]


def _best(spans: Sequence[_Span], covered: _Covered, sought: Sought) -> _Span:
    """The span that covers most of what is still open; the earlier one of equals."""
    return max(spans, key=lambda span: (_news(span, covered, sought), -span.start))


def _news(span: _Span, covered: _Covered, sought: Sought) -> float:
    """The share of the question's weight that a span adds to what is covered."""
    return sought.worth(
        {term: max(0.0, sure - covered.get(term, 0.0)) for term, sure in span.covers.items()}
    )


def _joint(one: _Covered, other: _Covered) -> _Covered:
    return {term: max(one.get(term, 0.0), other.get(term, 0.0)) for term in {*one, *other}}


def _whole_list(span: _Span, paragraph: Paragraph) -> _Span:
    """A sentence that leads into a list is quoted with the list."""
    following: list[Item] = [item for item in paragraph.items if item.start >= span.end]
    leads = paragraph.text[span.start : span.end].endswith(_LEADS_IN)
    if not (leads and following and following[0] == paragraph.items[0]):
        return span
    return _Span(span.start, paragraph.items[-1].end, span.covers)


def _joined(chosen: Sequence[tuple[Paragraph, _Span]]) -> list[tuple[Paragraph, _Span]]:
    """Sentences that stand side by side are one quote; a span inside another is dropped."""
    joined: list[tuple[Paragraph, _Span]] = []
    for paragraph, span in chosen:
        for place, (other, before) in enumerate(joined):
            between = paragraph.text[min(span.end, before.end) : max(span.start, before.start)]
            if other == paragraph and not between.strip() and before.item == span.item:
                start, end = min(span.start, before.start), max(span.end, before.end)
                joined[place] = (paragraph, _Span(start, end, before.covers, before.item))
                break
        else:
            joined.append((paragraph, span))
    return joined
