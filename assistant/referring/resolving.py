"""What a reference comes to in one report: paragraphs, parts of them, or that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.referring import outline
from assistant.referring.choosing import in_range, label_name, number_value, of_series
from assistant.referring.entries import entries, lines, whole
from assistant.referring.model import (
    Label,
    Mention,
    Missing,
    Pick,
    Place,
    Reference,
    Standing,
    Step,
    Unit,
)
from corpus.model import Heading, Paragraph, Report

_SECTIONS: tuple[Unit, ...] = ("annex", "section", "part")
_KINDS = {"summary": "summary", "front": "front", "note": "note"}
_NEAREST = 2


@dataclass(slots=True)
class _Found:
    """What is being narrowed down, step by step; `headings` are the sections reached so far."""

    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...] = ()
    sections: tuple[Heading, ...] = ()
    places: tuple[Place, ...] | None = None
    missing: list[Missing] = field(default_factory=list)


def resolve(mention: Mention, report: Report, standing: Standing | None = None) -> Reference:
    """Find what a mention means in a report.

    Args:
        mention: As read from the question.
        report: Where to look.
        standing: What was last quoted from this report, which relative references count from.
    """
    if mention.anchor is not None:
        named = resolve(mention.anchor, report, standing)
        if not named.places:
            return named
        standing = Standing(report.id, named.paragraphs, looked_up=True)
    body = tuple(p for p in report.paragraphs if p.kind == "body")
    found = _Found(body)
    steps = list(mention.steps)
    before = steps.pop() if mention.opening and _is_double(mention) else None
    for step in steps:
        _narrow(found, step, report, standing)
        if found.missing and not found.paragraphs:
            break
    else:
        if mention.opening:
            _open(found, before, report)
    places = found.places
    if places is None:
        places = tuple(map(whole, found.paragraphs))
    return Reference(places, tuple(found.missing), found.sections)


def _is_double(mention: Mention) -> bool:
    sections = [step for step in mention.steps if step.unit in _SECTIONS]
    return len(sections) > 1


def _narrow(found: _Found, step: Step, report: Report, standing: Standing | None) -> None:
    if step.unit in ("item", "line") and not _is_paragraph(found, step):
        _enter(found, step)
    elif step.unit in _KINDS:
        _around(found, step, report)
    elif step.unit in _SECTIONS:
        _section(found, step, report, standing)
    elif step.unit == "article" and (headings := _articles(step, report)):
        _under(found, headings, report)
    else:
        _paragraphs(found, step, report, standing)


def _is_paragraph(found: _Found, step: Step) -> bool:
    """A line of nothing named yet is a paragraph: “l'alinéa 26”, «абзац 26»."""
    return step.unit == "line" and found.places is None and len(found.paragraphs) > 1


def _paragraphs(found: _Found, step: Step, report: Report, standing: Standing | None) -> None:
    candidates = of_series(step.unit, found.paragraphs)
    chosen: list[Place] = []
    lacking: list[str] = []
    for pick in step.picks:
        if pick.first.style == "beside":
            got = _beside(pick, found, report, standing)
            missing: tuple[str, ...] = ()
        else:
            got, missing = in_range(pick, candidates)
            if not got and found.headings and pick.first.style == "number":
                # “Paragraph 2 of section III” is its second, where none there has that number.
                got, missing = in_range(_by_place(pick), candidates)
        lacking += missing
        for paragraph in got:
            inner = _entered(found, pick.within, paragraph) if pick.within else ()
            chosen += inner if pick.within else (whole(paragraph),)
    found.places = tuple(dict.fromkeys(chosen))
    found.paragraphs = tuple(dict.fromkeys(place.paragraph for place in chosen))
    if lacking:
        inside = found.headings[0] if found.headings else None
        near = _nearest(lacking, candidates)
        found.missing.append(Missing(step.unit, tuple(dict.fromkeys(lacking)), inside, near))


def _by_place(pick: Pick) -> Pick:
    first = replace(pick.first, style="place")
    return replace(pick, first=first, last=pick.last and replace(pick.last, style="place"))


def _beside(
    pick: Pick, found: _Found, report: Report, standing: Standing | None
) -> tuple[Paragraph, ...]:
    """The paragraphs counted from what was last quoted."""
    if standing is None or not standing.paragraphs:
        found.missing.append(Missing("said", nearest=found.paragraphs[:1]))
        return ()
    if pick.first.value == 0:
        return standing.paragraphs
    body = [p for p in report.paragraphs if p.kind == "body"]
    known = [body.index(p) for p in standing.paragraphs if p in body]
    if not known:
        known = [-1] if standing.paragraphs[0].ordinal < body[0].ordinal else [len(body)]
    low, high = min(known), max(known)
    steps = (pick.first.value, (pick.last or pick.first).value)
    wanted = [(low if step < 0 else high) + step for step in range(steps[0], steps[1] + 1)]
    got = tuple(body[place] for place in wanted if 0 <= place < len(body))
    if not got:
        edge, near = ("before", body[0]) if steps[0] < 0 else ("after", body[-1])
        found.missing.append(Missing(edge, nearest=(near,)))  # type: ignore[arg-type]
    return got


def _enter(found: _Found, step: Step) -> None:
    chosen = [
        place for p in found.paragraphs for place in _entered(found, step.picks, p, step.unit)
    ]
    found.places = tuple(chosen)
    found.paragraphs = tuple(dict.fromkeys(place.paragraph for place in chosen))


def _entered(
    found: _Found, picks: Sequence[Pick], paragraph: Paragraph, unit: Unit = "item"
) -> tuple[Place, ...]:
    """Entries of a paragraph's list; lines of its text where it has no list or lines are meant."""
    chosen: list[Place] = []
    for pick in picks:
        by_line = unit == "line" and pick.first.style not in ("letter", "roman")
        got, lacking = (lines if by_line else entries)(pick, paragraph)
        if not got and (by_line or not paragraph.items):
            got, _ = (entries if by_line else lines)(pick, paragraph)
        if not got:
            found.missing.append(Missing("item", (lacking,), paragraph, (paragraph,)))
        chosen += got
    return tuple(chosen)


def _around(found: _Found, step: Step, report: Report) -> None:
    kind = _KINDS[step.unit]
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
            found.missing.append(Missing("note", tuple(lacking), nearest=there[-_NEAREST:]))
        there = tuple(dict.fromkeys(chosen))
    elif not there:
        found.missing.append(Missing(step.unit, nearest=found.paragraphs[:1]))
    found.paragraphs = there


def _says_summary(heading: Heading) -> bool:
    from corpus.headings import is_summary_label

    return is_summary_label(heading.title)


def _section(found: _Found, step: Step, report: Report, standing: Standing | None) -> None:
    inside = found.headings[0] if found.headings else None
    candidates = (
        tuple(h for heading in found.headings for h in outline.inside(report, heading))
        if found.headings
        else report.outline
    )
    chosen = list(step.headings)
    lacking: list[str] = []
    for pick in step.picks:
        if pick.first.style == "beside":
            chosen += _section_beside(pick.first.value, found, report, standing)
            continue
        first = outline.matching(step, pick.first, candidates)
        last = outline.matching(step, pick.last, candidates) if pick.last else first
        if not first and not found.headings and found.places is None and pick.last is None:
            first = last = _reached_upwards(step, pick.first, report)
        if not first or not last:
            lacking += [
                label_name(label)
                for label, got in ((pick.first, first), (pick.last or pick.first, last))
                if not got
            ][: 2 if pick.last else 1]
            continue
        if pick.last:
            low, high = first[0].ordinal, last[-1].ordinal
            top = min(first[0].level, last[-1].level)
            chosen += [h for h in candidates if low <= h.ordinal <= high and h.level <= top]
        else:
            chosen += _in_conversation(first, report, standing)
    if lacking:
        near = _nearest_heading(step, candidates or report.outline, report)
        found.missing.append(Missing(step.unit, tuple(dict.fromkeys(lacking)), inside, near))
    _under(found, tuple(dict.fromkeys(chosen)), report)


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


def _in_conversation(
    headings: tuple[Heading, ...], report: Report, standing: Standing | None
) -> tuple[Heading, ...]:
    """Of several parts of one name, those of the section that is spoken of."""
    if len(headings) > 1 and standing is not None and standing.paragraphs:
        spoken = {h for p in standing.paragraphs for h in p.headings}
        near = tuple(
            h for h in headings if any(h in outline.inside(report, other) for other in spoken)
        )
        return near or headings
    return headings


def _section_beside(
    step: int, found: _Found, report: Report, standing: Standing | None
) -> tuple[Heading, ...]:
    if standing is None or not standing.paragraphs:
        found.missing.append(Missing("said", nearest=found.paragraphs[:1]))
        return ()
    here = outline.spoken_of(report, standing.paragraphs)
    if here is None:
        found.missing.append(Missing("section", nearest=found.paragraphs[:1]))
        return ()
    heading = outline.beside(report, here, step) if step else here
    if heading is None:
        edge = "before" if step < 0 else "after"
        found.missing.append(Missing(edge, nearest=standing.paragraphs[:1]))  # type: ignore[arg-type]
        return ()
    return (heading,)


def _articles(step: Step, report: Report) -> tuple[Heading, ...]:
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


def _under(found: _Found, headings: tuple[Heading, ...], report: Report) -> None:
    found.headings = headings
    found.sections = headings
    met = [p for heading in headings for p in outline.under(report, heading)]
    found.paragraphs = tuple(dict.fromkeys(met))
    if headings and not met:
        found.missing.append(Missing("text", (), headings[0], _at(headings[0], report)))


def _open(found: _Found, before: Step | None, report: Report) -> None:
    """Keep a section's own text: before its parts, or before the part that is told."""
    if not found.headings:
        return
    heading = found.headings[0]
    parts = outline.inside(report, heading)
    until: Heading | None = None
    if before is not None and before.picks:
        met = outline.matching(before, before.picks[0].first, parts)
        if not met:
            label = label_name(before.picks[0].first)
            near = _at(heading, report)
            found.missing.append(Missing(before.unit, (label,), heading, near))
            found.paragraphs = ()
            return
        until = met[0]
    elif not parts:
        # Without parts its opening is its first paragraph.
        found.paragraphs = found.paragraphs[:1]
        return
    found.paragraphs = outline.own(report, heading, until)
    if not found.paragraphs:
        found.missing.append(Missing("text", (), heading, _at(heading, report)))


def _at(heading: Heading, report: Report) -> tuple[Paragraph, ...]:
    """The paragraph nearest to where a heading stands."""
    place = min(heading.ordinal, len(report.paragraphs)) - 1
    return report.paragraphs[place : place + 1]


def _nearest(labels: Sequence[str], candidates: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """For each number that is not there, the paragraph whose number is next to it."""
    counted = [(value, p) for p in candidates if (value := number_value(p)) is not None]
    found = [
        min(counted, key=lambda pair: (abs(pair[0] - int(label)), pair[0]))[1]
        for label in labels[:_NEAREST]
        if counted and label.lstrip("-").isdigit()
    ]
    return tuple(dict.fromkeys(found)) or tuple(candidates[:1])


def _nearest_heading(
    step: Step, headings: Sequence[Heading], report: Report
) -> tuple[Paragraph, ...]:
    wanted = step.picks[0].first.value
    tops = outline.tops(headings) or tuple(headings)
    if not tops:
        return report.paragraphs[:1]
    near = min(tops, key=lambda heading: abs(outline.numbered(heading) - wanted))
    return outline.under(report, near)[:1] or _at(near, report)
