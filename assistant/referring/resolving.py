"""What a reference comes to in one report: paragraphs, parts of them, or that there is none."""

from __future__ import annotations

from dataclasses import replace

from assistant.referring.entries import whole
from assistant.referring.model import SECTIONS, Mention, Reference, Standing, Step
from assistant.referring.narrowing import Narrowing
from assistant.referring.paragraphs import to_entries, to_kind, to_paragraphs
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
    # A line of nothing told yet is a paragraph: “l'alinéa 26”, «абзац 26».
    is_line = step.unit == "line" and (narrowing.places is not None or _is_one(narrowing))
    if step.unit == "paragraph" and narrowing.places is not None and step.picks:
        # A paragraph of an article that is one itself is a line of it.
        step, is_line = replace(step, unit="line"), True
    if step.unit == "item" or is_line:
        to_entries(narrowing, step)
    elif step.unit in ("summary", "front", "note"):
        to_kind(narrowing, step)
    elif step.unit in SECTIONS:
        to_sections(narrowing, step)
    elif step.unit == "article" and (headings := articles(step, narrowing.report)):
        under_headings(narrowing, headings)
        within = tuple(pick for each in step.picks for pick in each.within)
        if within:
            to_paragraphs(narrowing, Step("paragraph", within))
    else:
        to_paragraphs(narrowing, step)


def _is_one(narrowing: Narrowing) -> bool:
    return len(narrowing.paragraphs) == 1
