"""References narrowed to paragraphs and to parts of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.referring import outline
from assistant.referring.choosing import in_range, number_value, of_series
from assistant.referring.entries import entries, is_entry, lines, whole
from assistant.referring.model import Missing, Pick, Place, Step, Unit
from assistant.referring.narrowing import Narrowing
from corpus.headings import is_summary_label
from corpus.model import Heading, Paragraph

_NEAREST = 2  # paragraphs offered for what is not there


def to_paragraphs(narrowing: Narrowing, step: Step) -> None:
    """Narrow to paragraphs told by number, by place or by their distance from what was quoted."""
    candidates = of_series(step.unit, narrowing.paragraphs)
    chosen: list[Place] = []
    lacking: list[str] = []
    for pick in step.picks:
        if pick.first.style == "beside":
            got = _beside(pick, narrowing)
            missing: tuple[str, ...] = ()
        else:
            got, missing = in_range(pick, candidates)
            if not got and narrowing.headings and pick.first.style == "number":
                # “Paragraph 2 of section III” is its second, where none there has that number.
                got, missing = in_range(_by_place(pick), candidates)
        lacking += missing
        for paragraph in got:
            there = whole(paragraph)
            chosen += _entered(narrowing, pick.within, there) if pick.within else (there,)
    narrowing.settle(chosen)
    if lacking:
        inside = narrowing.headings[0] if narrowing.headings else None
        near = _nearest(lacking, candidates)
        narrowing.missing.append(Missing(step.unit, tuple(dict.fromkeys(lacking)), inside, near))


def _by_place(pick: Pick) -> Pick:
    first = replace(pick.first, style="place")
    return replace(pick, first=first, last=pick.last and replace(pick.last, style="place"))


def _beside(pick: Pick, narrowing: Narrowing) -> tuple[Paragraph, ...]:
    """The paragraphs counted from what was last quoted, in the report as it is now."""
    report, standing = narrowing.report, narrowing.standing
    if narrowing.headings and pick.last is not None:
        # 第四节后三段 are its last ones, whatever was quoted before.
        count = abs(pick.last.value if pick.first.value > 0 else pick.first.value)
        there = narrowing.paragraphs
        return there[-count:] if pick.first.value > 0 else there[:count]
    if standing is None or not standing.paragraphs:
        narrowing.missing.append(Missing("said", nearest=narrowing.paragraphs[:1]))
        return ()
    quoted = {paragraph.anchor for paragraph in standing.paragraphs}
    if pick.first.value == 0:
        return tuple(p for p in report.paragraphs if p.anchor in quoted)
    body = [p for p in report.paragraphs if p.kind == "body"]
    known = [place for place, p in enumerate(body) if p.anchor in quoted]
    if not known:
        # What was quoted stands before the numbered paragraphs, or after them.
        known = [-1] if standing.paragraphs[0].ordinal < body[0].ordinal else [len(body)]
    low, high = min(known), max(known)
    steps = (pick.first.value, (pick.last or pick.first).value)
    wanted = [(low if step < 0 else high) + step for step in range(steps[0], steps[1] + 1)]
    got = tuple(body[place] for place in wanted if 0 <= place < len(body))
    if not got:
        edge, near = ("before", body[0]) if steps[0] < 0 else ("after", body[-1])
        narrowing.missing.append(Missing(edge, nearest=(near,)))  # type: ignore[arg-type]
    return got


def to_entries(narrowing: Narrowing, step: Step) -> None:
    """Narrow to entries of a list, or lines of a text."""
    narrowing.settle(
        [
            place
            for reached in narrowing.places or tuple(map(whole, narrowing.paragraphs))
            for place in _entered(narrowing, step.picks, reached, step.unit)
        ]
    )


def _entered(
    narrowing: Narrowing, picks: Sequence[Pick], reached: Place, unit: Unit = "item"
) -> tuple[Place, ...]:
    """Entries of a paragraph's list; lines of its text where it has no list or lines are meant."""
    chosen: list[Place] = []
    paragraph, inside = reached.paragraph, reached.item
    for pick in picks:
        by_line = unit == "line" and pick.first.style not in ("letter", "roman")
        if by_line and not is_entry(pick.first, paragraph, inside):
            got, lacking = lines(pick, paragraph)
        else:
            got, lacking = entries(pick, paragraph, inside)
        if not got and by_line:
            got, _ = entries(pick, paragraph, inside)
        elif not got and not paragraph.items and "\n" in paragraph.text:
            got, _ = lines(pick, paragraph)
        if not got:
            narrowing.missing.append(Missing("item", (lacking,), paragraph, (paragraph,)))
        for place in got:
            chosen += _entered(narrowing, pick.within, place) if pick.within else (place,)
    return tuple(chosen)


def to_kind(narrowing: Narrowing, step: Step) -> None:
    """Narrow to what stands around the numbered paragraphs: the summary, the notes."""
    report, kind = narrowing.report, step.unit
    there = tuple(p for p in report.paragraphs if p.kind == kind)
    if not there and kind == "summary":
        # A summary whose paragraphs have numbers is a section.
        headed = [h for h in report.outline if not h.number and h.ordinal <= 2]
        there = outline.under(report, headed[0]) if headed and _says_summary(headed[0]) else ()
    if step.picks and kind == "note":
        lacking: list[str] = []
        chosen: list[Paragraph] = []
        for pick in step.picks:
            numbers = any(number_value(p) for p in there)
            got, missing = in_range(pick if numbers else _by_place(pick), there)
            chosen += got
            lacking += missing
        if lacking:
            narrowing.missing.append(Missing("note", tuple(lacking), nearest=there[-_NEAREST:]))
        there = tuple(dict.fromkeys(chosen))
    elif not there:
        narrowing.missing.append(Missing(step.unit, nearest=narrowing.paragraphs[:1]))
    narrowing.paragraphs = there


def _says_summary(heading: Heading) -> bool:
    return is_summary_label(heading.title)


def _nearest(labels: Sequence[str], candidates: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """For each number that is not there, the paragraph whose number is next to it."""
    counted = [(value, p) for p in candidates if (value := number_value(p)) is not None]
    found = [
        min(counted, key=lambda pair: (abs(pair[0] - int(label)), pair[0]))[1]
        for label in labels[:_NEAREST]
        if counted and label.lstrip("-").isdigit()
    ]
    return tuple(dict.fromkeys(found)) or tuple(candidates[:1])
