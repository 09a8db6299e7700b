"""What of a reference is not meant: “paragraphs 24 to 27 except 26”, 除第26段外."""

from __future__ import annotations

from assistant.referring.atoms import atom
from assistant.referring.labels import picks
from assistant.referring.model import Mention, Step
from assistant.referring.passing import Tokens, can, past, past_articles


def excluded(tokens: Tokens, mention: Mention) -> Mention | None:
    """Read what is taken out of a mention right after it; its unit need not be said again."""
    at = past(tokens, mention.end, "comma", "open", "filler")
    if not can(tokens, at, "except"):
        return None
    start = past_articles(tokens, at + 1, "of", "filler")
    step = mention.steps[-1]
    named = atom(tokens, start)
    if named is not None and named.step.picks and named.step.unit == step.unit:
        return Mention((named.step,), at, named.end, excluded=True)
    found, end = picks(tokens, start, step.unit, step.word)
    out = Step(step.unit, found, step.word)
    return Mention((out,), at, end, excluded=True) if found else None


def is_excluded(tokens: Tokens, mention: Mention) -> bool:
    """Whether the words before a mention take it out: “except for paragraph 26”."""
    before = mention.start - 1
    while before >= 0 and tokens[before].can_be("of", "filler"):
        before -= 1
    return can(tokens, before, "except")
