"""Sections called by their titles, put among the other references of a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.referring.lexing import Lexed, Token
from assistant.referring.model import SECTIONS, Label, Mention, Pick, Step, Unit
from assistant.referring.passing import ARTICLES
from assistant.referring.titles import Titled
from corpus.joining import is_unspaced

AROUND: tuple[Unit, ...] = ("summary", "front", "note", "annex")  # what stands around sections


def with_title(
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
            # “背景部分的最后一段”: its unit is the title's, what is in it goes on.
            if len(mention.steps) > 1 and mention.end > title.end:
                steps = (step, *mention.steps[1:])
                named = replace(named, steps=steps, end=mention.end)
            continue
        first, second = sorted((mention, named), key=lambda one: one.start)
        between = words.tokens[first.end : second.start]
        inside = not any(one.unit in (*SECTIONS, *AROUND) for one in mention.steps)
        beside = _beside_title(mention, named, between)
        if beside is not None:
            named = replace(beside, start=first.start, end=max(first.end, second.end))
        elif inside and all(t.can_be("of", "comma") or t.text in ARTICLES for t in between):
            start, end = first.start, max(first.end, second.end)
            named = replace(mention, steps=(step, *mention.steps), start=start, end=end)
        else:
            kept.append(mention)
    return sorted([*kept, _on_its_side(named, words)], key=lambda one: one.start)


def _on_its_side(named: Mention, words: Lexed) -> Mention:
    """“What comes before the conclusions?” asks for the section there."""
    if named.anchor is not None or len(named.steps) > 1:
        return named
    after = words.tokens[named.end] if named.end < len(words.tokens) else None
    if after is not None and is_unspaced(after.text[0]) and (side := _side(after)):
        step = Step("section", (Pick(Label("beside", side)),))
        return Mention((step,), named.start, named.end + 1, anchor=named)
    at = named.start - 1
    while at >= 0 and words.tokens[at].text in ARTICLES:
        at -= 1
    side = _side(words.tokens[at]) if at >= 0 else 0
    if not side:
        return named
    step = Step("section", (Pick(Label("beside", side)),))
    return Mention((step,), at, named.end, anchor=named)


def _beside_title(mention: Mention, named: Mention, between: Sequence[Token]) -> Mention | None:
    """“The section before the conclusions”, 结论之前的那一节: what is beside a titled section."""
    if len(mention.steps) > 1 or not mention.steps[0].picks or mention.anchor:
        return None
    sides = [_side(token) for token in between]
    plain = all(
        side
        or token.can_be("of", "that", "one", "range", "near", "comma")
        or token.text in ARTICLES
        for side, token in zip(sides, between, strict=True)
    )
    step = mention.steps[0]
    label = step.picks[0].first
    # “The last paragraph before the conclusions” is beside them.
    at_edge = (label.style, label.value, sum(sides)) in (("place", -1, -1), ("place", 1, 1))
    value = sum(sides) if at_edge else label.value or sum(sides)
    if not plain or not value or not (label.style == "beside" or at_edge):
        return None
    pick = Pick(Label("beside", value))
    return replace(mention, steps=(replace(step, picks=(pick,)),), anchor=named)


def _side(token: Token) -> int:
    """On which side of what is named something is: before (-1) or after (1) it."""
    if is_unspaced(token.text[0]):
        return token.can_be("after", "next") - token.can_be("before", "previous")
    return token.can_be("after") - token.can_be("before")
