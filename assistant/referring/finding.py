"""What a question refers to in a report, found without any model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.referring.bare import bare_section
from assistant.referring.called import AROUND, with_title
from assistant.referring.documents import is_elsewhere
from assistant.referring.entries import whole
from assistant.referring.lexing import Lexed
from assistant.referring.mentions import read
from assistant.referring.model import (
    Mention,
    Missing,
    Reference,
    Standing,
    Step,
)
from assistant.referring.passing import ARTICLES
from assistant.referring.remaining import is_silent, remaining
from assistant.referring.resolving import resolve
from assistant.referring.titles import titled
from assistant.referring.units import unit_of
from corpus.joining import is_unspaced
from corpus.model import Report

_INSIDE = ("中", "里", "内", "中的", "里的")
_BESIDE = 3  # tokens between two things, at the most
_LONG_LIST = 10  # entries that a list seldom has
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
    elsewhere = [mention for mention in mentions if is_elsewhere(mention, words, report)]
    named = _with_titles(words, mentions, elsewhere, report)
    kept = [
        mention
        for mention in named
        if mention not in elsewhere and not is_elsewhere(mention, words, report)
    ]
    kept = [
        mention
        for mention in kept
        if _is_meant(mention, kept, words, standing) and not _is_a_year(mention, report)
    ]
    meant = [mention for mention in kept if not mention.excluded]
    if not meant and standing is not None and standing.answered and _asks_where(words):
        return Reference(tuple(map(whole, standing.paragraphs)), is_relative=True)
    found = [resolve(mention, report, _counted_from(standing, mention, words)) for mention in meant]
    if _is_bare(meant) and any(_is_unknown(m) for each in found for m in each.missing):
        section = bare_section(words.tokens)
        found = [resolve(mention, report) for mention in section]
        if not found or any(reference.missing for reference in found):
            return None
    if not any(reference.places or reference.missing for reference in found):
        return None
    spans = [(mention.start, mention.end) for mention in kept]
    relative = any(_is_relative(mention) for mention in meant)
    without = [resolve(mention, report) for mention in kept if mention.excluded]
    reference = _without(_united(found, remaining(words, spans)), without)
    return replace(reference, is_relative=relative)


def _without(reference: Reference, others: Sequence[Reference]) -> Reference:
    """What is left of a reference where others are taken out."""
    out = {paragraph for other in others for paragraph in other.paragraphs}
    places = tuple(place for place in reference.places if place.paragraph not in out)
    return replace(reference, places=places)


def _counted_from(standing: Standing | None, mention: Mention, words: Lexed) -> Standing | None:
    """What a mention counts from: a sentence of the report from nothing that was quoted."""
    whole_report = any(token.can_be("report") for token in words.tokens)
    return None if whole_report and mention.steps[0].unit == "sentence" else standing


def _is_unknown(missing: Missing) -> bool:
    """Whether a bare number is not there: no such paragraph, or one that has no entries."""
    has_none = missing.unit == "item" and not getattr(missing.inside, "items", ())
    return missing.unit == "paragraph" or has_none


def _with_titles(
    words: Lexed, mentions: Sequence[Mention], elsewhere: Sequence[Mention], report: Report
) -> Sequence[Mention]:
    """Put the sections that are called by their titles among the mentions."""
    while (title := titled(words, mentions, report)) is not None:
        if any(0 <= title.start - mention.end < _BESIDE for mention in elsewhere):
            break  # “clause 14 of the policy” is of that, not of the section about it
        with_it = with_title(words, mentions, title)
        if with_it == mentions:
            break
        mentions = with_it
    return mentions


def _united(found: Sequence[Reference], rest: str) -> Reference:
    return Reference(
        tuple(dict.fromkeys(place for reference in found for place in reference.places)),
        tuple(missing for reference in found for missing in reference.missing),
        tuple(dict.fromkeys(h for reference in found for h in reference.sections)),
        rest,
    )


def _is_meant(
    mention: Mention, others: Sequence[Mention], words: Lexed, standing: Standing | None
) -> bool:
    """Tell a reference from the same words in another use."""
    units = {step.unit for step in mention.steps}
    alone = _is_alone(others, words)
    first = mention.steps[0]
    if _counts_something(mention, words, alone):
        return False
    if units <= {"item"} and not (alone and _is_like_a_paragraph(first)):
        return False
    if units <= {"sentence"} and not alone:
        return False
    if _is_turned(mention, words) and not alone:
        return False  # “What happened before section V of the road was built?”
    if mention.elliptic:
        return standing is not None and standing.looked_up
    if first.unit in AROUND and not first.picks and len(mention.steps) == 1:
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


def _is_like_a_paragraph(step: Step) -> bool:
    """“Point 26”, “subparagraph 15(b)”: a number that no entry of a list would have."""
    return all(
        pick.first.style == "number" and (pick.within or pick.first.value >= _LONG_LIST)
        for pick in step.picks
    )


def _is_turned(mention: Mention, words: Lexed) -> bool:
    """“What comes after paragraph 26”: a side and what is named, without the unit beside it."""
    first = words.tokens[mention.start]
    return mention.anchor is not None and first.can_be("before", "after") and unit_of(first) is None


def _is_relative(mention: Mention) -> bool:
    labels = [pick.first for step in mention.steps for pick in step.picks]
    return mention.anchor is None and any(label.style == "beside" for label in labels)


def _counts_something(mention: Mention, words: Lexed, alone: bool) -> bool:
    """Whether a unit or a number only counts what follows: 第一条铁路, 39条铁路, para 26 países."""
    tokens = words.tokens
    unit, after = tokens[mention.end - 1], tokens[mention.end : mention.end + 1]
    named = mention.start and words.text[: tokens[mention.start].start].rstrip()[-1:] in (
        "法",
        "》",
    )
    if not tokens[mention.start].can_be("di") and unit.text == "条" and not (alone or named):
        return len(mention.steps[0].picks) == 1 and not mention.steps[0].picks[0].last
    if not after or after[0].roles:
        return False
    if tokens[mention.start].text == "para":  # is for, in Spanish
        return after[0].text.endswith("s")
    quantity = unit.can_be("section") and not tokens[mention.start].can_be("di")
    counts = (unit.text in ("条", "款") or quantity) and len(mention.steps) == 1
    return counts and is_unspaced(after[0].text[0])


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
    if at >= len(tokens) or not tokens[at].can_be("of", "before", "after"):
        return False
    if mention.anchor is None and tokens[at].can_be("before", "after"):
        return not is_unspaced(tokens[at].text[0])
    at += 1
    while at < len(tokens) and tokens[at].text in ARTICLES:
        at += 1
    if at < len(tokens) and tokens[at].can_be("documents"):
        return False  # it is this one, or the mention would be elsewhere
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
