"""References narrowed to sections, and to what stands at their beginning."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.referring import outline
from assistant.referring.choosing import label_name
from assistant.referring.entries import before_entries
from assistant.referring.model import Label, Missing, Step
from assistant.referring.narrowing import Narrowing
from corpus.model import Heading, Paragraph, Report


def to_sections(narrowing: Narrowing, step: Step) -> None:
    """Narrow to the sections that a step tells by number, letter, place or title."""
    report = narrowing.report
    inside = narrowing.headings[0] if narrowing.headings else None
    candidates = (
        tuple(h for heading in narrowing.headings for h in outline.inside(report, heading))
        if narrowing.headings
        else report.outline
    )
    if step.unit == "annex":
        candidates = tuple(filter(outline.is_annex, candidates))
    chosen = list(step.headings)
    if step.unit == "annex" and not step.picks:
        chosen += candidates
        if not candidates:
            narrowing.missing.append(Missing("annex", nearest=narrowing.paragraphs[-1:]))
    lacking: list[str] = []
    for pick in step.picks:
        if pick.first.style == "beside":
            chosen += _beside(pick.first.value, narrowing)
            continue
        first = outline.matching(step, pick.first, candidates)
        last = outline.matching(step, pick.last, candidates) if pick.last else first
        if not first and not narrowing.headings and narrowing.places is None and pick.last is None:
            first = last = _reached_upwards(step, pick.first, report)
        if not first or not last:
            lacking += [
                _said(label)
                for label, got in ((pick.first, first), (pick.last or pick.first, last))
                if not got
            ][: 2 if pick.last else 1]
            continue
        if pick.last:
            low, high = first[0].ordinal, last[-1].ordinal
            top = min(first[0].level, last[-1].level)
            chosen += [h for h in candidates if low <= h.ordinal <= high and h.level <= top]
        else:
            chosen += _spoken_of(first, narrowing)
    if lacking:
        near = (
            _nearest_heading(step, candidates or report.outline, report)
            if candidates or inside is None
            else narrowing.paragraphs[:1]
        )
        narrowing.missing.append(Missing(step.unit, tuple(dict.fromkeys(lacking)), inside, near))
    under_headings(narrowing, tuple(dict.fromkeys(chosen)))


def _reached_upwards(step: Step, label: Label, report: Report) -> tuple[Heading, ...]:
    """Headings whose whole number is what a compound label says: “section 3.1”."""
    if label.style != "compound":
        return ()
    *path, last = label.text.split(".")
    headings: tuple[Heading, ...] = report.outline
    for part in (*path, last):
        met = outline.matching(step, Label("number", int(part), part), headings)
        if not met:
            return ()
        headings = met if part is last else outline.inside(report, met[0])
    return headings


def _spoken_of(headings: tuple[Heading, ...], narrowing: Narrowing) -> tuple[Heading, ...]:
    """Of several parts of one name, those of the section that is spoken of."""
    standing = narrowing.standing
    if len(headings) > 1 and standing is not None:
        spoken = {
            h for p in standing.paragraphs for h in p.headings if h in narrowing.report.outline
        }
        below = {h for other in spoken for h in outline.inside(narrowing.report, other)}
        near = tuple(heading for heading in headings if heading in below)
        return near or headings
    return headings


def _beside(step: int, narrowing: Narrowing) -> tuple[Heading, ...]:
    """The section counted from what was last quoted, or that itself."""
    report, standing = narrowing.report, narrowing.standing
    if standing is None or not standing.paragraphs:
        narrowing.missing.append(Missing("said", nearest=narrowing.paragraphs[:1]))
        return ()
    here = outline.spoken_of(report, standing.paragraphs)
    if here is None:
        narrowing.missing.append(Missing("section", nearest=narrowing.paragraphs[:1]))
        return ()
    heading = outline.beside(report, here, step) if step else here
    if heading is None:
        edge = "before" if step < 0 else "after"
        narrowing.missing.append(Missing(edge, nearest=standing.paragraphs[:1]))  # type: ignore[arg-type]
        return ()
    return (heading,)


def articles(step: Step, report: Report) -> tuple[Heading, ...]:
    """Articles that are headings, with numbered paragraphs of their own below."""
    if any(_is_article(p) for p in report.paragraphs):
        return ()
    headings = tuple(h for h in report.outline if outline.is_article(h))
    return tuple(
        h
        for pick in step.picks
        for h in headings
        if pick.first.style == "number"
        and pick.first.value <= outline.numbered(h) <= (pick.last or pick.first).value
    )


def _is_article(paragraph: Paragraph) -> bool:
    return paragraph.kind == "body" and paragraph.series == "article"


def under_headings(narrowing: Narrowing, headings: tuple[Heading, ...]) -> None:
    """Narrow to what stands under some headings."""
    report = narrowing.report
    narrowing.headings = headings
    met = [p for heading in headings for p in outline.under(report, heading)]
    narrowing.paragraphs = tuple(dict.fromkeys(met))
    if headings and not met:
        narrowing.missing.append(Missing("text", (), headings[0], _at(headings[0], report)))


def to_opening(narrowing: Narrowing, before: Step | None) -> None:
    """Keep a section's own text: before its parts, or before the part that is told.

    Of a paragraph it is what leads to its list.
    """
    if narrowing.places is not None:
        narrowing.settle([before_entries(place) for place in narrowing.places])
        return
    if not narrowing.headings:
        return
    report, heading = narrowing.report, narrowing.headings[0]
    parts = outline.inside(report, heading)
    until: Heading | None = None
    if before is not None and before.picks:
        met = outline.matching(before, before.picks[0].first, parts)
        if not met:
            label = label_name(before.picks[0].first)
            near = _at(heading, report)
            narrowing.missing.append(Missing(before.unit, (label,), heading, near))
            narrowing.paragraphs = ()
            return
        until = met[0]
    elif not parts:
        # Without parts its opening is its first paragraph.
        narrowing.paragraphs = narrowing.paragraphs[:1]
        return
    narrowing.paragraphs = outline.own(report, heading, until)
    if not narrowing.paragraphs:
        narrowing.missing.append(Missing("text", (), heading, _at(heading, report)))


def _at(heading: Heading, report: Report) -> tuple[Paragraph, ...]:
    """The paragraph nearest to where a heading stands."""
    place = min(heading.ordinal, len(report.paragraphs)) - 1
    return report.paragraphs[place : place + 1]


def _nearest_heading(
    step: Step, headings: Sequence[Heading], report: Report
) -> tuple[Paragraph, ...]:
    wanted = step.picks[0].first.value
    tops = outline.tops(headings) or tuple(headings)
    if not tops:
        return report.paragraphs[:1]
    near = min(tops, key=lambda heading: abs(outline.numbered(heading) - wanted))
    return outline.under(report, near)[:1] or _at(near, report)


def _said(label: Label) -> str:
    """A label as it is said to be missing; Roman as it was asked for."""
    return label.text if label.style == "roman" else label_name(label)
