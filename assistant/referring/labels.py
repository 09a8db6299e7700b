"""Labels, one or several: “26”, “24 to 27”, “3, 5 and 7”, “15(b)”, “(a)-(c)”.

Each function reads at a place among the tokens and returns what it read with the place after it,
or None and the place unchanged.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.referring.composing import coded, composed
from assistant.referring.lexing import Token
from assistant.referring.model import Label, Pick, Unit
from assistant.referring.passing import ARTICLES, Tokens, can, past_articles
from corpus.joining import is_unspaced

_TWENTY = 20  # from which on Arabic has one word for the number and for the place
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


def label(tokens: Tokens, place: int, unit: Unit) -> tuple[Label | None, int]:
    """Read one label of a unit, in brackets or not."""
    if place >= len(tokens):
        return None, place
    bracket = tokens[place].can_be("open", "quote")
    at = place + bracket
    if unit == "article" and (code := coded(tokens, at))[0] is not None:
        return code
    if at < len(tokens):
        for role, style in _STYLES[_LETTERED.get(unit, "paragraph")]:
            if role in tokens[at].roles:
                found = Label(style, tokens[at].roles[role], tokens[at].text)  # type: ignore[arg-type]
                found, after = composed(tokens, at, found, unit)
                closed = after < len(tokens) and tokens[after].can_be("close", "quote")
                if bracket and not closed:
                    break
                if style == "letter" and not closed and is_function_word(tokens, at):
                    break
                if _is_a_word(tokens, at, role):
                    break
                # “b)” closes what no bracket opened.
                closes = bracket or (closed and style in ("letter", "roman"))
                return found, after + closes
    return None, place


def picks(tokens: Tokens, place: int, unit: Unit, word: str = "") -> tuple[tuple[Pick, ...], int]:
    """Read a run of labels; its unit, called by a `word`, may be said again before each.

    A number right before another word counts that, and ends the run: “24, 25 and 30 delegates”.
    """
    found: list[Pick] = []
    at = place
    first, after = label(tokens, place, unit)
    while first is not None:
        within: tuple[Pick, ...] = ()
        opened = unit == "item" and first.style == "number" and can(tokens, after, "open")
        if unit not in _LETTERED or unit == "line" or opened:
            within, after = entries(tokens, after)
        last, beyond = _range_end(tokens, after, unit)
        if last and (last.style == "letter") != (first.style == "letter"):
            last = None  # “IV-C” is part C of section IV
        pick = Pick(first, last, within)
        after = beyond if last else after
        worded = can(tokens, at, "counts") and not can(tokens, at, "digits")
        if found and (_counts_something(tokens, after, worded) or _nests(found[0].first, first)):
            break
        found.append(pick)
        place = after
        following = at = _joined(tokens, after, unit)
        if following == after or _is_smaller(tokens[after:following], unit, word):
            break
        first, after = label(tokens, following, unit)
    return tuple(found), place


def entries(tokens: Tokens, place: int) -> tuple[tuple[Pick, ...], int]:
    """Read the list entries right after a paragraph's number: “(b)”, “ b)”, “b”, “(a)-(c)”.

    One right after another is inside it: “(1)(b)”.
    """
    found: list[Pick] = []
    joined = True
    if can(tokens, place + 1, "letter") and can(tokens, place + 2, "close"):
        place += can(tokens, place, "comma")  # “par. 15, b)”
    while place < len(tokens):
        token = tokens[place]
        nested = token.can_be("open") or _is_dotted(tokens, place)
        closed = place + 1 < len(tokens) and tokens[place + 1].can_be("close")
        bare = token.can_be("letter", "roman") and (token.glued or closed)
        # A letter alone after the number is an entry where it means nothing else.
        bare = bare or (bool(token.roles) and set(token.roles) <= {"letter", "roman"})
        bare = bare or (_is_letter(token) and _ends(tokens, place + 1))
        if not (nested or bare) or (token.can_be("and_next") and not token.glued):
            break
        first, after = label(tokens, place + _is_dotted(tokens, place), "item")
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
            closes = can(tokens, place + 1, "letter", "roman") and can(tokens, place + 2, "close")
            if not (tokens[place + 1].can_be("open") or closes):
                break
            place, joined = place + 1, True
    return tuple(found), place


def _nested(pick: Pick, inner: Pick) -> Pick:
    if pick.within:
        return replace(pick, within=(_nested(pick.within[0], inner),))
    return replace(pick, within=(inner,))


def _is_a_word(tokens: Tokens, at: int, role: str) -> bool:
    """“l'article” is no 50; in Arabic “the three paragraphs” are so many, not the third."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if role == "counts":
        return "\u0600" <= token.text[0] <= "\u06ff" and token.roles["counts"] < _TWENTY
    leads = token.text in ARTICLES and after is not None and after.text.isalpha()
    return role in ("letter", "roman") and leads


def is_function_word(tokens: Tokens, place: int) -> bool:
    """Tell a letter that goes on with a sentence from one that names a part: «раздел о деньгах»."""
    means = tokens[place].can_be("about", "within", "also", "of", "range")
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if not means or after is None or not after.text.isalpha():
        return False
    return not after.roles or (not tokens[place].text.isascii() and after.can_be("report"))


def _range_end(tokens: Tokens, place: int, unit: Unit) -> tuple[Label | None, int]:
    if place >= len(tokens) or not tokens[place].can_be("range", "dash"):
        return None, place
    after = _over(tokens, place + 1, unit, "di", "of", "reading", "range")
    last, beyond = label(tokens, after, unit)
    # In “26 to me like I'm five” words lead on to what is no number.
    words = any(t.text.isascii() and t.text.isalpha() for t in tokens[place + 1 : after])
    plain = last is None or last.style != "roman" or not words
    return (last, beyond) if last and plain else (None, place)


def _joined(tokens: Tokens, place: int, unit: Unit) -> int:
    """Where the next label of a run may stand, or `place` itself."""
    after = _over(tokens, place, unit, "comma", "also")
    if after == place or not any(token.can_be("comma", "also") for token in tokens[place:after]):
        return place
    after = _over(tokens, after, unit, "di", "of")
    beyond = past_articles(tokens, after)
    return beyond if can(tokens, beyond, "digits", "compound") else after


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


def _is_smaller(joint: Tokens, unit: Unit, word: str) -> bool:
    """Whether what goes on is called otherwise: “chapter 3, section 2” is no list of chapters."""
    if unit not in ("section", "part") or not word:
        return False
    size = 1 if is_unspaced(word[0]) else 2
    return any(token.can_be(unit) and token.text[:size] != word[:size] for token in joint)


def _is_letter(token: Token) -> bool:
    return token.can_be("letter") and not token.can_be("also") and len(token.text) == 1


def _is_dotted(tokens: Tokens, place: int) -> bool:
    """“15.b”, “6.1.f”: a dot, then a letter with which it ends."""
    dot, letter = tokens[place : place + 1], tokens[place + 1 : place + 2]
    return (
        bool(dot and letter)
        and dot[0].can_be("dot")
        and letter[0].glued
        and letter[0].can_be("letter", "roman")
        and _ends(tokens, place + 2)
    )


def _ends(tokens: Tokens, place: int) -> bool:
    return place >= len(tokens) or can(tokens, place, "stop", "comma", "close", "quote")


def _counts_something(tokens: Tokens, place: int, worded: bool = False) -> bool:
    """Whether a number is followed by what it counts; a word such as “one” by any other."""
    if place >= len(tokens) or not tokens[place].text.isalpha():
        return False
    return not tokens[place].roles or (worded and not tokens[place].can_be("also", "of", "range"))
