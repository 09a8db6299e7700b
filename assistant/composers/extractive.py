"""The default composer: it never writes a fact, it picks sentences and cites them.

A sentence is as strong as paragraphs are ranked: its likeness to the question and the share of
the question's weight that it covers, and less so where it lacks the kind of thing asked for. The
strongest of the best paragraph is quoted; a further one only for what it adds, or, where the
question asks for several things, because it is about as strong.

Source: maximal coverage of weighted terms, after Takamura and Okumura, "Text Summarization Model
Based on Maximum Coverage Problem and its Variant" (2009).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.expecting import NOTHING_EXPECTED, Expectation
from assistant.model import Citation
from corpus.model import Item, Paragraph
from corpus.sentences import sentence_spans
from index.fusion import LATE_WEIGHT, lexical_weight
from index.model import Hit
from index.sought import Sought

PARAGRAPHS = 3  # the most that one answer cites,
PARAGRAPHS_FOR_SEVERAL = 5  # and where several things are asked for
CLOSE = 0.75  # a further paragraph must score this share of the best one
AS_STRONG = 0.7  # and hold a sentence of this share of the best one's strength,
NEWS = 0.20  # or else one that covers this share of the question's weight anew
RIVAL = 0.9  # or else both of these: who can tell which of two equals is meant?
LACKING = 0.15  # taken off a sentence without the kind of thing asked for
_LEADS_IN = (":", "：")

_Covered = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Span:
    """A sentence, or several: which terms of the question it covers, and how strong it is."""

    start: int
    end: int
    covers: _Covered
    strength: float
    item: str = ""


def compose(
    hits: Sequence[Hit], sought: Sought, expected: Expectation = NOTHING_EXPECTED
) -> tuple[Citation, ...]:
    """Choose what to quote from the paragraphs found.

    Args:
        hits: Of one report, best first; the first is quoted in any case.
        sought: What the question looks for in that report.
        expected: What kind of thing it asks for.
    """
    most = PARAGRAPHS_FOR_SEVERAL if expected.several else PARAGRAPHS
    covered: _Covered = {}
    chosen: list[tuple[Paragraph, _Span]] = []
    # Beside a paragraph with a number, a summary or a cover page says nothing of its own.
    worthy = [hit for hit in hits if hit.paragraph.number or not hits[0].paragraph.number]
    for hit in worthy[: most + 2]:
        spans = _spans(hit, sought, expected)
        best = _strongest(spans)
        close = hit.score / hits[0].score if hits[0].score else 0.0
        strong = best.strength / chosen[0][1].strength if chosen and chosen[0][1].strength else 0.0
        if chosen and not (
            (_news(best, covered, sought) >= NEWS and close >= CLOSE)
            or (expected.several and min(close / CLOSE, strong / AS_STRONG) >= 1)
            or min(close, strong) >= RIVAL
        ):
            continue
        chosen.append((hit.paragraph, _whole_list(best, hit.paragraph)))
        covered = _joint(covered, best.covers)
        others = [span for span in spans if span.start != best.start]
        further = max(others, key=lambda span: _news(span, covered, sought), default=None)
        if further and _news(further, covered, sought) >= NEWS:
            chosen.append((hit.paragraph, _whole_list(further, hit.paragraph)))
            covered = _joint(covered, further.covers)
        if len({paragraph.ordinal for paragraph, _ in chosen}) == most:
            break
    return tuple(
        Citation(marker, paragraph, span.start, span.end, span.item)
        for marker, (paragraph, span) in enumerate(_joined(chosen), start=1)
    )


def merged(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Several answers' citations as one's: what overlaps is one quote; numbered anew."""
    spans = [(one.paragraph, _Span(one.start, one.end, {}, 0.0, one.item)) for one in citations]
    return tuple(
        Citation(marker, paragraph, span.start, span.end, span.item)
        for marker, (paragraph, span) in enumerate(_joined(spans), start=1)
    )


def nearest(
    hits: Sequence[Hit], sought: Sought, expected: Expectation = NOTHING_EXPECTED
) -> tuple[Citation, ...]:
    """The sentence of each paragraph that comes closest, where none answers."""
    return tuple(
        Citation(marker, hit.paragraph, span.start, span.end, span.item)
        for marker, hit in enumerate(hits, start=1)
        for span in [_strongest(_spans(hit, sought, expected))]
    )


def _spans(hit: Hit, sought: Sought, expected: Expectation) -> list[_Span]:
    text = hit.paragraph.text
    return [
        _Span(
            start,
            end,
            covers := sought.covered(text[start:end]),
            _likeness(hit, start, end)
            + lexical_weight(across=sought.across) * sought.worth(covers)
            - LACKING * (expected.is_met_by(text[start:end]) is False),
            next((i.label for i in hit.paragraph.items if i.start <= start < i.end), ""),
        )
        for start, end in sentence_spans(text)
    ]


def _likeness(hit: Hit, start: int, end: int) -> float:
    """A sentence's own, or the best of the pieces that a very long one was embedded in."""
    pieces = [like for like in hit.sentences if start <= like.start < end]
    return max((like.score + LATE_WEIGHT * like.late for like in pieces), default=0.0)


def _strongest(spans: Sequence[_Span]) -> _Span:
    """The earlier one of equals."""
    return max(spans, key=lambda span: (span.strength, -span.start))


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
    return _Span(span.start, paragraph.items[-1].end, span.covers, span.strength)


def _joined(chosen: Sequence[tuple[Paragraph, _Span]]) -> list[tuple[Paragraph, _Span]]:
    """Sentences that stand side by side are one quote; a span inside another is dropped."""
    joined: list[tuple[Paragraph, _Span]] = []
    for paragraph, span in chosen:
        for place, (other, before) in enumerate(joined):
            between = paragraph.text[min(span.end, before.end) : max(span.start, before.start)]
            if other == paragraph and not between.strip() and before.item == span.item:
                start, end = min(span.start, before.start), max(span.end, before.end)
                whole = _Span(start, end, before.covers, before.strength, before.item)
                joined[place] = (paragraph, whole)
                break
        else:
            joined.append((paragraph, span))
    return joined
