"""Labels of several parts, read from a question: 34-1, 26 bis, L. 111-1, 第14条之一."""

from __future__ import annotations

from assistant.referring.model import Label, Unit
from assistant.referring.numbers import CODES
from assistant.referring.passing import Tokens, can
from corpus.marks import LATIN_SUFFIXES

_AFTER_NUMBER = ("stop", "comma", "reading", "of", "also", "range", "close", "which", "di")


def composed(tokens: Tokens, at: int, found: Label, unit: Unit) -> tuple[Label, int]:
    """Read what a number goes on with, if it does.

    Args:
        tokens: The question's.
        at: Where the number stands.
        found: The number alone.
        unit: What is numbered so.

    A range leads upwards: what is written 34-1 is one number, put between 34 and 35. Where both
    have as many figures, it is more likely a range from the wrong end, but for articles.
    """
    text, after = found.text, at + 1
    if found.style not in ("number", "compound") or not text.isascii():
        return found, after
    while True:
        after += can(tokens, after, "dash") and can(tokens, after + 1, "inserted")
        if can(tokens, after, "inserted"):
            text += f" {LATIN_SUFFIXES[tokens[after].roles['inserted'] - 1]}"
            after += 1
        elif text[-1].isdecimal() and _is_part(tokens, at, after, unit):
            text += f"-{tokens[after + 1].text}"
            after += 2
        else:
            break
    return (found, after) if text == found.text else (Label("compound", 0, text), after)


def coded(tokens: Tokens, at: int) -> tuple[Label | None, int]:
    """Read the number of a code's article, which begins with a letter."""
    number = at + 1 + can(tokens, at + 1, "dot")
    if at >= len(tokens) or tokens[at].text not in CODES or not can(tokens, number, "digits"):
        return None, at
    plain = Label("number", tokens[number].roles["digits"], tokens[number].text)
    rest, after = composed(tokens, number, plain, "article")
    return Label("compound", 0, f"{tokens[at].text.upper()}. {rest.text}"), after


def again(tokens: Tokens, place: int, found: Label) -> tuple[Label | None, int]:
    """Read what a Chinese number goes on with after its unit: 第14条之一."""
    ends = place + 2 >= len(tokens) or can(tokens, place + 2, *_AFTER_NUMBER)
    joined = place < len(tokens) and tokens[place].text == "之"
    if not (
        joined and can(tokens, place + 1, "han", "digits") and ends and found.style == "number"
    ):
        return None, place
    roles = tokens[place + 1].roles
    inserted = roles["han"] if "han" in roles else roles["digits"]
    return Label("compound", 0, f"{found.value}-{inserted}"), place + 2


def _is_part(tokens: Tokens, at: int, dash: int, unit: Unit) -> bool:
    if not (can(tokens, dash, "dash") and can(tokens, dash + 1, "digits")):
        return False
    if not (tokens[dash].glued and tokens[dash + 1].glued and can(tokens, at, "digits")):
        return False
    first, last = tokens[at], tokens[dash + 1]
    alike = len(first.text) == len(last.text) > 1 and unit != "article"
    return dash > at + 1 or (last.roles["digits"] <= first.roles["digits"] and not alike)
