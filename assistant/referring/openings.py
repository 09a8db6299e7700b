"""What comes before parts or entries: “section V before part A”, “the chapeau of paragraph 15”."""

from __future__ import annotations

from dataclasses import replace

from assistant.referring.atoms import atom
from assistant.referring.model import SECTIONS, Label, Mention, Pick, Step
from assistant.referring.passing import Tokens, can, past, past_articles
from assistant.referring.units import Atom

_LISTED = ("paragraph", "article")  # units that may hold a list


def past_opening(tokens: Tokens, place: int) -> int | None:
    """Past “the opening of”, “l'introduction de la”, where a section follows; else None."""
    if not can(tokens, place, "opening", "beginning"):
        return None
    at = past_articles(tokens, place + 1, "of", "range")
    found = atom(tokens, at)
    if found is None or not found.step.picks:
        return None
    listed = found.step.unit in _LISTED and _leads(tokens, place)
    return at if listed or found.step.unit in SECTIONS else None


def _leads(tokens: Tokens, place: int) -> bool:
    """“The chapeau of paragraph 15”, not “du début au paragraphe 15”."""
    genitive = "\u0400" <= tokens[place].text[0] <= "\u06ff"
    leads = can(tokens, place, "opening") and (genitive or can(tokens, place + 1, "of"))
    return leads and not can(tokens, place + 1, "range")


def opened(tokens: Tokens, mention: Mention) -> Mention:
    """Narrow a section to its opening, where the words after it say so."""
    last = mention.steps[-1]
    if last.unit not in (*SECTIONS, *_LISTED) or not last.picks:
        return mention
    at = past(tokens, mention.end, "of", *(("comma",) if last.unit in _LISTED else ()))
    if last.unit in _LISTED:
        led = can(tokens, at, "opening") and not can(tokens, at, "leading", "reading")
        return replace(mention, end=at + 1, opening=True) if led else mention
    if can(tokens, at, "opening") or (len(mention.steps) > 1 and can(tokens, at, "before")):
        return replace(mention, end=at + 1, opening=True)
    part = _part_before(tokens, mention.end)
    if part is None:
        return mention
    return replace(mention, steps=(*mention.steps, part.step), end=part.end, opening=True)


def _part_before(tokens: Tokens, place: int) -> Atom | None:
    """The part before which to stop, whatever is said between: “… say before it gets to part A”.

    The word for before stands ahead of the part, or in Chinese after it.
    """
    at = place
    while can(tokens, at, "reading", "comma", "filler", "range", "of"):
        if can(tokens, at, "before", "until") or atom(tokens, at) is not None:
            break
        at += 1
    ahead = can(tokens, at, "before", "until")
    at += ahead
    while atom(tokens, at) is None and not _is_last_letter(tokens, at):
        if not can(tokens, at, "reading", "range", "that", "until"):
            return None
        at += 1
    part = atom(tokens, at)
    if part is not None and part.step.unit in SECTIONS and part.step.picks:
        if ahead:
            return part
        return replace(part, end=part.end + 1) if can(tokens, part.end, "before") else None
    if part is None and ahead:
        found = Label("letter", tokens[at].roles["letter"], tokens[at].text)
        return Atom(Step("part", (Pick(found),)), at, at + 1)
    return None


def _is_last_letter(tokens: Tokens, place: int) -> bool:
    """A letter that ends its clause: “section V before A”."""
    ends = place + 1 >= len(tokens) or can(tokens, place + 1, "stop", "comma", "dot", "quote")
    return can(tokens, place, "letter") and ends
