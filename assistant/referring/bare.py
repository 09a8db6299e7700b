"""References that are all of a question and name no unit: “26”, “15(b)”, “L. 111-1”, “IV.C”."""

from __future__ import annotations

from assistant.referring.chains import subsection
from assistant.referring.composing import coded
from assistant.referring.labels import label, picks
from assistant.referring.model import Mention, Pick, Step, Unit
from assistant.referring.passing import Tokens, can
from assistant.referring.picking import beside
from assistant.referring.units import unit_of

_SILENT = ("reading", "filler", "stop", "dot", "report", "this", "quote", "number", "comma", "that")


def bare_mention(tokens: Tokens) -> tuple[Mention, ...]:
    """Read a question as a bare reference, if it holds nothing else."""
    return _numbers(tokens) or bare_section(tokens) or _step_on(tokens)


def _numbers(tokens: Tokens) -> tuple[Mention, ...]:
    start = next((i for i, token in enumerate(tokens) if token.can_be("digits", "compound")), None)
    if start is None:
        return ()
    bracket = start > 0 and tokens[start - 1].can_be("open")
    code = start - 1 - can(tokens, start - 1, "dot")
    is_coded = code >= 0 and coded(tokens, code)[0] is not None
    unit: Unit = "article" if is_coded else "paragraph"
    start = code if is_coded else start - bracket
    found, end = picks(tokens, start, unit)
    if not found or not _silent(tokens, start, end) or _counts(tokens, end):
        return ()
    if any(pick.first.style not in ("number", "compound") for pick in found):
        return ()
    return (Mention((Step(unit, found),), start, end),)


def _counts(tokens: Tokens, place: int) -> bool:
    """“5 key points”, “3 sentences”: what a number counts, however many words stand between."""
    return any(token.can_be("gist") or unit_of(token) for token in tokens[place:])


def bare_section(tokens: Tokens) -> tuple[Mention, ...]:
    """“IV.C”, “四、C”, “4C”, “四、”, “IV.”: a heading's number as it is printed."""
    for start, token in enumerate(tokens):
        if not token.can_be("roman", "han", "digits"):
            continue
        if token.can_be("reading") and len(tokens) > 3:
            continue
        first, after = label(tokens, start, "part")
        if first is None:
            return ()
        section = Step("section", (Pick(first),))
        part, end = subsection(tokens, after)
        marked = can(tokens, after, "dot") or (after < len(tokens) and tokens[after].text == "、")
        if part is None and not (marked and not token.can_be("digits")):
            return ()
        steps = (section, part) if part else (section,)
        end = end if part else after + 1
        return (Mention(steps, start, end),) if _silent(tokens, start, end) else ()
    return ()


def _step_on(tokens: Tokens) -> tuple[Mention, ...]:
    """“And the next?”, “celui d'avant”, “and before that?”."""
    told = [
        (place, -1 if token.can_be("previous", "before") else 1)
        for place, token in enumerate(tokens)
        if token.can_be("previous", "next", "before", "after")
    ]
    if len(told) != 1:
        return ()
    place, step = told[0]
    quiet = ("one", "that", "same", "also", "of", "range")
    others = [token for i, token in enumerate(tokens) if i != place]
    counts = [token.roles["counts"] for token in others if token.roles.get("counts", 0) > 1]
    if not all(token.can_be(*_SILENT, *quiet, "counts") for token in others) or len(counts) > 1:
        return ()
    pick = beside(step, *(counts or [1]))
    return (Mention((Step("paragraph", (pick,)),), place, place + 1, elliptic=True),)


def _silent(tokens: Tokens, start: int, end: int) -> bool:
    around = (*tokens[:start], *tokens[end:])
    return all(token.can_be(*_SILENT, "close", "also", "of") for token in around)
