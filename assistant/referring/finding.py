"""What a question refers to in a report, found without any model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.referring.documents import is_elsewhere
from assistant.referring.entries import whole
from assistant.referring.labels import ARTICLES
from assistant.referring.lexing import Lexed, Token
from assistant.referring.mentions import read
from assistant.referring.model import SECTIONS, Label, Mention, Pick, Reference, Standing, Step
from assistant.referring.remaining import is_silent, remaining
from assistant.referring.resolving import resolve
from assistant.referring.titles import Titled, titled
from corpus.joining import is_unspaced
from corpus.model import Report

_AROUND = ("summary", "front", "note", "annex")
_INSIDE = ("中", "里", "内", "中的", "里的")
_YEARS = range(1900, 2101)


def find_reference(
    question: str, report: Report, standing: Standing | None = None
) -> Reference | None:
    """Resolve the paragraphs and sections that a question names, or None if it names none.

    A number that the report does not have is `missing`; one that stands alone and is not there is
    no reference at all, but something to search for.

    Args:
        question: In any of the six languages of the United Nations.
        report: Where to look.
        standing: What was last quoted from this report, which relative references count from.
    """
    words, mentions = read(question)
    title = titled(words, mentions, report)
    kept = [
        mention
        for mention in _with_title(words, mentions, title)
        if not is_elsewhere(mention, words, report)
    ]
    kept = [
        mention
        for mention in kept
        if _is_meant(mention, kept, words, standing) and not _is_a_year(mention, report)
    ]
    if not kept and standing is not None and standing.answered and _asks_where(words):
        return Reference(tuple(map(whole, standing.paragraphs)), is_relative=True)
    found = [resolve(mention, report, standing) for mention in kept]
    if _is_bare(kept) and any(m.unit == "paragraph" for each in found for m in each.missing):
        return None
    if not any(reference.places or reference.missing for reference in found):
        return None
    spans = [(mention.start, mention.end) for mention in kept]
    relative = any(_is_relative(mention) for mention in kept)
    return replace(_united(found, remaining(words, spans)), is_relative=relative)


def _united(found: Sequence[Reference], rest: str) -> Reference:
    return Reference(
        tuple(dict.fromkeys(place for reference in found for place in reference.places)),
        tuple(missing for reference in found for missing in reference.missing),
        tuple(dict.fromkeys(h for reference in found for h in reference.sections)),
        rest,
    )


def _with_title(
    words: Lexed, mentions: Sequence[Mention], title: Titled | None
) -> Sequence[Mention]:
    """Put a section called by its title among the mentions.

    Paragraphs beside it are those of that section: “the last paragraph of the conclusions”.
    """
    if title is None:
        return mentions
    step = Step("section", headings=title.headings)
    named = Mention((step,), title.start, title.end)
    kept: list[Mention] = []
    for mention in mentions:
        if mention.start < title.end and title.start < mention.end:
            continue
        first, second = sorted((mention, named), key=lambda one: one.start)
        between = words.tokens[first.end : second.start]
        inside = not any(one.unit in (*SECTIONS, *_AROUND) for one in mention.steps)
        beside = _beside_title(mention, named, between)
        if beside is not None:
            named = replace(beside, start=first.start, end=max(first.end, second.end))
        elif inside and all(t.can_be("of", "comma") or t.text in ARTICLES for t in between):
            start, end = first.start, max(first.end, second.end)
            named = replace(mention, steps=(step, *mention.steps), start=start, end=end)
        else:
            kept.append(mention)
    return sorted([*kept, named], key=lambda one: one.start)


def _beside_title(mention: Mention, named: Mention, between: Sequence[Token]) -> Mention | None:
    """“The section before the conclusions”, 结论之前的那一节: what is beside a titled section."""
    if not _is_relative(mention) or len(mention.steps) > 1:
        return None
    sides = [t.can_be("after") - t.can_be("before") for t in between]
    plain = all(
        side or token.can_be("of", "that", "one") or token.text in ARTICLES
        for side, token in zip(sides, between, strict=True)
    )
    step = mention.steps[0]
    value = step.picks[0].first.value or sum(sides)
    if not plain or not value:
        return None
    pick = Pick(Label("beside", value))
    return replace(mention, steps=(replace(step, picks=(pick,)),), anchor=named)


def _is_meant(
    mention: Mention, others: Sequence[Mention], words: Lexed, standing: Standing | None
) -> bool:
    """Tell a reference from the same words in another use."""
    units = {step.unit for step in mention.steps}
    alone = _is_alone(others, words)
    first = mention.steps[0]
    if units <= {"item"} or _counts_something(mention, words):
        return False
    if mention.elliptic:
        return standing is not None and standing.looked_up
    if first.unit in _AROUND and not first.picks and len(mention.steps) == 1:
        return _is_around(mention, others, words) or (alone and len(others) == 1)
    label = first.picks[0].first if first.picks else None
    if label is not None and label.style == "beside" and mention.anchor is None:
        if units <= {"line"} and is_unspaced(first.word[:1] or "a"):
            return False  # 还不上款
        # “This part of the money”, “the next section of the road” are about something else.
        known = standing is not None or (alone and label.value != 0)
        return known and (alone or first.unit != "part")
    if units <= {"part"} and label is not None and label.style in ("place", "number"):
        return alone
    if label is not None and label.style == "place" and len(mention.steps) == 1:
        return not _is_of_something(mention, words)
    return True


def _is_relative(mention: Mention) -> bool:
    labels = [pick.first for step in mention.steps for pick in step.picks]
    return mention.anchor is None and any(label.style == "beside" for label in labels)


def _counts_something(mention: Mention, words: Lexed) -> bool:
    """Whether a Chinese unit only counts what follows: 第一条铁路, 这款列车."""
    unit, after = words.tokens[mention.end - 1], words.tokens[mention.end : mention.end + 1]
    counts = unit.text in ("条", "款") and len(mention.steps) == 1
    return counts and bool(after) and not after[0].roles and is_unspaced(after[0].text[0])


def _is_alone(mentions: Sequence[Mention], words: Lexed) -> bool:
    """Whether a question says nothing beside its mentions."""
    covered = {at for mention in mentions for at in range(mention.start, mention.end)}
    return all(
        at in covered or (is_silent(token) or token.can_be("which", "within", "whether"))
        for at, token in enumerate(words.tokens)
    )


def _is_around(mention: Mention, others: Sequence[Mention], words: Lexed) -> bool:
    """“In the summary”, “摘要中”, “摘要和第1段”, but not “a summary of section IV”."""
    tokens, at = words.tokens, mention.start - 1
    while at >= 0 and tokens[at].text in ARTICLES:
        at -= 1
    led = at >= 0 and tokens[at].can_be("within", "also", "comma")
    after = tokens[mention.end] if mention.end < len(tokens) else None
    joined = after is not None and (after.can_be("also", "comma") or after.text in _INSIDE)
    return (led and not tokens[at].can_be("number")) or joined


def _is_of_something(mention: Mention, words: Lexed) -> bool:
    """Whether it is the last section of the road, not of the report."""
    tokens, at = words.tokens, mention.end
    if at >= len(tokens) or not tokens[at].can_be("of"):
        return False
    at += 1
    while at < len(tokens) and tokens[at].text in ARTICLES:
        at += 1
    return at < len(tokens) and not is_silent(tokens[at]) and tokens[at].text.isalpha()


def _is_a_year(mention: Mention, report: Report) -> bool:
    picks = mention.steps[-1].picks
    years = [p for p in picks if p.first.style == "number" and p.first.value in _YEARS]
    return bool(years) and not resolve(mention, report).places


def _is_bare(mentions: Sequence[Mention]) -> bool:
    """Whether a question is a number that names no unit."""
    return all(not step.word and step.picks for mention in mentions for step in mention.steps) and (
        not any(mention.elliptic or mention.anchor for mention in mentions)
    )


def _asks_where(words: Lexed) -> bool:
    """“Which paragraph is that?”, “出处？”: where what was quoted stands."""
    tokens = words.tokens
    sources = any(token.can_be("source") for token in tokens)
    which = any(token.can_be("which") for token in tokens) and any(
        token.can_be("paragraph", "section") for token in tokens
    )
    return (sources or which) and all(
        is_silent(token)
        or token.can_be("han", "which", "source", "paragraph", "section", "within", "asking")
        for token in tokens
    )
