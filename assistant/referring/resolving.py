"""What a reference comes to in one report: paragraphs, parts of them, or that there is none."""

from __future__ import annotations

from dataclasses import replace

from assistant.referring.choosing import labelled
from assistant.referring.entries import whole
from assistant.referring.model import SECTIONS, Mention, Reference, Standing, Step
from assistant.referring.narrowing import Narrowing
from assistant.referring.numbers import is_below
from assistant.referring.outline import fits, inside
from assistant.referring.paragraphs import to_entries, to_kind, to_paragraphs, to_sentences
from assistant.referring.sections import articles, to_opening, to_sections, under_headings
from corpus.model import Report


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
    if standing is not None and mention.steps[0].unit == "sentence":
        body = standing.paragraphs
    narrowing = Narrowing(report, standing, body)
    steps = list(mention.steps)
    sections = [step for step in steps if step.unit in SECTIONS]
    before = steps.pop() if mention.opening and len(sections) > 1 else None
    for step in steps:
        _narrow(narrowing, step)
        if not narrowing.paragraphs:
            break
    else:
        if mention.opening:
            to_opening(narrowing, before)
    places = narrowing.places
    if places is None:
        places = tuple(map(whole, narrowing.paragraphs))
    return Reference(places, tuple(narrowing.missing), narrowing.headings)


def _narrow(narrowing: Narrowing, step: Step) -> None:
    if step.unit == "item" and narrowing.places is None and not _is_one(narrowing):
        step = _larger(narrowing, step)
    # A line of nothing told yet is a paragraph: “l'alinéa 26”, «абзац 26».
    is_line = step.unit == "line" and (narrowing.places is not None or _is_one(narrowing))
    if step.unit == "paragraph" and narrowing.places is not None and step.picks:
        # A paragraph of an article that is one itself is a line of it.
        step, is_line = replace(step, unit="line"), True
    if step.unit in ("paragraph", "line", "sentence", "item") and not step.picks:
        return  # “the paragraphs in section II” are all of its
    if step.unit == "sentence":
        to_sentences(narrowing, step)
    elif step.unit == "item" or is_line:
        to_entries(narrowing, step)
    elif step.unit in ("summary", "front", "note"):
        to_kind(narrowing, step)
    elif step.unit in SECTIONS and _is_decimal(narrowing, step):
        to_paragraphs(narrowing, replace(step, unit="paragraph"))
    elif step.unit in SECTIONS:
        to_sections(narrowing, step)
    elif step.unit == "article" and (headings := articles(step, narrowing.report)):
        under_headings(narrowing, headings)
        within = tuple(pick for each in step.picks for pick in each.within)
        if within:
            to_paragraphs(narrowing, Step("paragraph", within))
    else:
        to_paragraphs(narrowing, step)


def _is_decimal(narrowing: Narrowing, step: Step) -> bool:
    """“Section 3.1” where it is a paragraph that has that number, or those below it."""
    labels = [pick.first for pick in step.picks]
    if not labels or any(fits(h, label) for h in narrowing.report.outline for label in labels):
        return False
    return all(
        (label.style == "compound" and labelled(label, narrowing.paragraphs))
        or (
            label.style == "number"
            and any(is_below(p.number, label.value) for p in narrowing.paragraphs)
        )
        for label in labels
    )


def _larger(narrowing: Narrowing, step: Step) -> Step:
    """What an item is where no paragraph was told: one itself, or a lettered part of a section."""
    label = step.picks[0].first if step.picks else None
    if label is not None and label.style == "number":
        return replace(step, unit="paragraph")
    parts = [h for heading in narrowing.headings for h in inside(narrowing.report, heading)]
    if label is not None and any(fits(heading, label) for heading in parts):
        return replace(step, unit="part")
    return step


def _is_one(narrowing: Narrowing) -> bool:
    return len(narrowing.paragraphs) == 1
