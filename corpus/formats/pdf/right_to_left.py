"""Letters of a right-to-left line put in the order in which they are read, by where they stand.

PDFium moves full stops and vowel signs to other places of such a line, and exchanges the letters
of a ligature; where each of them is drawn is right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_SPACE = 0.12  # font sizes: a gap between words
# Brackets may be told as they look, which is the other way round: what opens stands before a word.
_OPENING = re.compile(r"(?:(?<=\s)|^)[)\]](?=[\w“«\"])")
_CLOSING = re.compile(r"(?<=[\w.%”»\"])[(\[](?=[\s.,;:،؛]|$)")
_TURNED = str.maketrans("()[]", ")(][")
# Digits and Latin words are written from left to right inside the line.
_LEFT_TO_RIGHT = re.compile(
    r"[0-9٠-٩۰-۹A-Za-z](?:[0-9٠-٩۰-۹A-Za-z.,٫٬:/\-–'’_@%+]*[0-9٠-٩۰-۹A-Za-z%])?"
)


class Letter(NamedTuple):
    """A letter and where it stands; `place` is its number in the file."""

    text: str
    left: float
    right: float
    place: int


def in_order(letters: Sequence[Letter], size: float, wide: float) -> list[tuple[str, list[Letter]]]:
    """Order a line's letters, and part them where a gap is wider than `wide`.

    Args:
        letters: In any order, without white space.
        size: The font's.
        wide: In points.

    Returns:
        The parts from the right, each as its text and its letters.
    """
    signs = [letter for letter in letters if unicodedata.combining(letter.text)]
    # The letters of one ligature have one place, and stand in the file the wrong way round.
    drawn = sorted(
        (letter for letter in letters if not unicodedata.combining(letter.text)),
        key=lambda letter: (-letter.right, -letter.place),
    )
    parts: list[list[Letter]] = []
    for letter in drawn:
        if not parts or parts[-1][-1].left - letter.right > wide:
            parts.append([])
        parts[-1].append(letter)
    return [(_written(part, signs, size), part) for part in parts]


def _written(part: Sequence[Letter], signs: Sequence[Letter], size: float) -> str:
    text = ""
    for place, letter in enumerate(part):
        if place and part[place - 1].left - letter.right > size * _SPACE:
            text += " "
        text += letter.text
        following = part[place + 1] if place + 1 < len(part) else None
        if following is None or (following.left, following.right) != (letter.left, letter.right):
            # Signs come after the last letter of a ligature.
            middles = ((sign.text, (sign.left + sign.right) / 2) for sign in signs)
            text += "".join(sign for sign, at in middles if letter.left <= at < letter.right)
    text = _LEFT_TO_RIGHT.sub(lambda run: run[0][::-1], text)
    for looks_turned in (_OPENING, _CLOSING):
        text = looks_turned.sub(lambda bracket: bracket[0].translate(_TURNED), text)
    return text
