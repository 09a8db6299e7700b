"""Labels, one or several: “26”, “24 to 27”, “3, 5 and 7”, “15(b)”, “(a)-(c)”.

Each function reads at a place among the tokens and returns what it read with the place after it,
or None and the place unchanged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.referring.lexing import Token
from assistant.referring.model import Label, Pick, Unit

Tokens = Sequence[Token]
ARTICLES = frozenset("the le la les l el los las de del du der die das".split())
# By preference: how a label of a unit is written where a word could be several.
_STYLES: dict[str, tuple[tuple[str, str], ...]] = {
    "item": (
        ("digits", "number"), ("compound", "compound"), ("letter", "letter"), ("roman", "roman"),
        ("han", "number"), ("counts", "number"),
    ),
    "part": (
        ("digits", "number"), ("compound", "compound"), ("roman", "roman"), ("letter", "letter"),
        ("han", "number"), ("counts", "number"),
    ),
    "paragraph": (
        ("digits", "number"), ("compound", "compound"), ("roman", "roman"), ("han", "number"),
        ("counts", "number"),
    ),
}  # fmt: skip
_LETTERED = {"item": "item", "line": "item", "section": "part", "part": "part", "annex": "part"}


def can(tokens: Tokens, place: int, *roles: str) -> bool:
    """Whether there is a token at a place that can be used as one of these."""
    return 0 <= place < len(tokens) and tokens[place].can_be(*roles)


def past(tokens: Tokens, place: int, *roles: str) -> int:
    """The place after a run of tokens that can be used as one of these."""
    while can(tokens, place, *roles):
        place += 1
    return place


def past_articles(tokens: Tokens, place: int, *roles: str) -> int:
    """The same for a run that may hold articles: “of the”, “de la”."""
    while can(tokens, place, *roles) or (place < len(tokens) and tokens[place].text in ARTICLES):
        place += 1
    return place


def label(tokens: Tokens, place: int, unit: Unit) -> tuple[Label | None, int]:
    """Read one label of a unit, in brackets or not."""
    if place >= len(tokens):
        return None, place
    bracket = tokens[place].can_be("open", "quote")
    at = place + bracket
    if at < len(tokens):
        for role, style in _STYLES[_LETTERED.get(unit, "paragraph")]:
            if role in tokens[at].roles:
                found = Label(style, tokens[at].roles[role], tokens[at].text)  # type: ignore[arg-type]
                after = at + 1
                closed = after < len(tokens) and tokens[after].can_be("close", "quote")
                if bracket and not closed:
                    break
                if style == "letter" and not closed and is_function_word(tokens, at):
                    break
                # “b)” closes what no bracket opened.
                closes = bracket or (closed and style in ("letter", "roman"))
                return found, after + closes
    return None, place


def picks(tokens: Tokens, place: int, unit: Unit) -> tuple[tuple[Pick, ...], int]:
    """Read a run of labels; its unit may be said again before each.

    A number right before another word counts that, and ends the run: “24, 25 and 30 delegates”.
    """
    found: list[Pick] = []
    first, after = label(tokens, place, unit)
    while first is not None:
        within: tuple[Pick, ...] = ()
        if unit not in _LETTERED or unit == "line":
            within, after = entries(tokens, after)
        last, beyond = _range_end(tokens, after, unit)
        if last and (last.style == "letter") != (first.style == "letter"):
            last = None  # “IV-C” is part C of section IV
        pick = Pick(first, last, within)
        after = beyond if last else after
        if found and (_counts_something(tokens, after) or _nests(found[0].first, first)):
            break
        found.append(pick)
        place = after
        following = _joined(tokens, after, unit)
        if following == after:
            break
        first, after = label(tokens, following, unit)
    return tuple(found), place


def entries(tokens: Tokens, place: int) -> tuple[tuple[Pick, ...], int]:
    """Read the list entries right after a paragraph's number: “(b)”, “ b)”, “b”, “(a)-(c)”.

    One right after another is inside it: “(1)(b)”.
    """
    found: list[Pick] = []
    joined = True
    while place < len(tokens):
        token = tokens[place]
        nested = token.can_be("open")
        closed = place + 1 < len(tokens) and tokens[place + 1].can_be("close")
        bare = token.can_be("letter", "roman") and (token.glued or closed)
        # A letter alone after the number is an entry where it means nothing else.
        bare = bare or (bool(token.roles) and set(token.roles) <= {"letter", "roman"})
        if not (nested or bare):
            break
        first, after = label(tokens, place, "item")
        if first is None:
            break
        last, beyond = _range_end(tokens, after, "item")
        if last is not None and last.style == "number":
            last = None
        pick = Pick(first, last)
        if joined and found and found[-1].within and first.style != found[-1].first.style:
            # “6(1)(a) and (b)”: what is joined is beside (a), inside (1).
            found[-1] = replace(found[-1], within=(*found[-1].within, pick))
        elif joined:
            found.append(pick)
        else:
            found[-1] = _nested(found[-1], pick)
        place = beyond if last else after
        joined = False
        if place + 1 < len(tokens) and tokens[place].can_be("also", "comma"):
            if not tokens[place + 1].can_be("open"):
                break
            place, joined = place + 1, True
    return tuple(found), place


def _nested(pick: Pick, inner: Pick) -> Pick:
    if pick.within:
        return replace(pick, within=(_nested(pick.within[0], inner),))
    return replace(pick, within=(inner,))


def is_function_word(tokens: Tokens, place: int) -> bool:
    """Tell a letter that goes on with a sentence from one that names a part: «раздел о деньгах»."""
    means = tokens[place].can_be("about", "within", "also", "of", "range")
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return means and after is not None and not after.roles and after.text.isalpha()


def _range_end(tokens: Tokens, place: int, unit: Unit) -> tuple[Label | None, int]:
    if place >= len(tokens) or not tokens[place].can_be("range", "dash"):
        return None, place
    after = _over(tokens, place + 1, unit, "di", "of", "reading", "range")
    last, beyond = label(tokens, after, unit)
    return (last, beyond) if last else (None, place)


def _joined(tokens: Tokens, place: int, unit: Unit) -> int:
    """Where the next label of a run may stand, or `place` itself."""
    after = _over(tokens, place, unit, "comma", "also")
    if after == place or not any(token.can_be("comma", "also") for token in tokens[place:after]):
        return place
    return _over(tokens, after, unit, "di", "of")


def _over(tokens: Tokens, place: int, unit: Unit, *roles: str) -> int:
    """Pass over tokens of some roles, the unit's own word and articles between."""
    while place < len(tokens) and (
        tokens[place].can_be(*roles, unit, "number")
        and not tokens[place].can_be("digits", "han", "compound")
    ):
        if tokens[place].can_be("letter", "roman") and not tokens[place].can_be("also", "of"):
            break
        place += 1
    return place


def _nests(one: Label, other: Label) -> bool:
    """“Chapter IV, section A”: the second is inside the first, not beside it."""
    return other.style == "letter" != one.style


def _counts_something(tokens: Tokens, place: int) -> bool:
    return place < len(tokens) and not tokens[place].roles and tokens[place].text.isalpha()
