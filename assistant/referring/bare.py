"""References that are all of a question and name no unit: “26”, “15(b)”, “IV.C”, “the next?”."""

from __future__ import annotations

from assistant.referring.labels import Tokens, label, picks
from assistant.referring.model import Label, Mention, Pick, Step

_SILENT = ("reading", "filler", "stop", "dot", "report", "this", "quote", "number", "comma", "that")


def bare_mention(tokens: Tokens) -> tuple[Mention, ...]:
    """Read a question as a bare reference, if it holds nothing else."""
    return _numbers(tokens) or _section(tokens) or _step_on(tokens)


def _numbers(tokens: Tokens) -> tuple[Mention, ...]:
    start = next((i for i, token in enumerate(tokens) if token.can_be("digits", "compound")), None)
    if start is None:
        return ()
    bracket = start > 0 and tokens[start - 1].can_be("open")
    start -= bracket
    found, end = picks(tokens, start, "paragraph")
    if not found or not _silent(tokens, start, end):
        return ()
    if any(pick.first.style not in ("number", "compound") for pick in found):
        return ()
    return (Mention((Step("paragraph", found),), start, end),)


def _section(tokens: Tokens) -> tuple[Mention, ...]:
    """“IV.C”, “四、C”, “四、”, “IV.”: a heading's number as it is printed."""
    for start, token in enumerate(tokens):
        if not token.can_be("roman", "han") or (token.can_be("reading") and len(tokens) > 3):
            continue
        first, after = label(tokens, start, "part")
        steps = []
        if first is None:
            return ()
        steps.append(Step("section", (Pick(first),)))
        marked = after < len(tokens) and (tokens[after].can_be("dot") or tokens[after].text == "、")
        after += marked
        if after < len(tokens) and tokens[after].can_be("letter") and tokens[after].glued:
            found = Label("letter", tokens[after].roles["letter"], tokens[after].text)
            steps.append(Step("part", (Pick(found),)))
            after += 1
        elif not marked:
            return ()
        if not _silent(tokens, start, after):
            return ()
        return (Mention(tuple(steps), start, after),)
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
    if not all(token.can_be(*_SILENT, *quiet) for token in others):
        return ()
    pick = Pick(Label("beside", step))
    return (Mention((Step("paragraph", (pick,)),), place, place + 1, elliptic=True),)


def _silent(tokens: Tokens, start: int, end: int) -> bool:
    around = (*tokens[:start], *tokens[end:])
    return all(token.can_be(*_SILENT, "close", "also", "of") for token in around)
