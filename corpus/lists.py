"""The marks before the entries of a list inside a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.marks import LATIN_SUFFIXES
from corpus.numerals import CHINESE_NUMERAL, IROHA, circled_value

# A lone opening bracket is what a Word bullet became when an old .doc was turned into text.
_BULLET = re.compile(r"(?:[(（](?=$)|[•·●▪◦‣■□](?=\s|\w|$)|[*–—-](?=\s|$)|[–—-](?=[^\W\d_]))\s*")
_LETTER = r"[a-zа-яё]{1,2}|[ivxl]{1,6}|[A-Z]|[ء-ي]"
_LETTERED = re.compile(
    rf"[(（]?(?P<label>{_LETTER}|\d{{1,2}}|{CHINESE_NUMERAL})[)）]\s*"
    rf"|(?P<dotted>\d{{1,2}}(?:[ -]?(?:{'|'.join(LATIN_SUFFIXES)}))?|[a-z])"
    r"(?:[.．](?=\s|$|[\u3400-\u9fff])|、)\s*"
    r"|(?P<dashed>\d{1,2}|[ء-ي])\s?[-–—](?=\s)\s*"
    r"|(?P<circled>[①-⑳])\s*"
    r"|(?P<degree>\d{1,2}°)\s+"
)
# A wide space parts the marks of a Japanese law from their words.
_PARTED = re.compile(
    rf"[(（]?(?P<label>\d{{1,2}}|{CHINESE_NUMERAL}|[{IROHA}])[)）]?(?:\u3000|(?<=[０-９])\s)\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class ListMark:
    """A list's mark.

    `label` is `""` for a bullet; `printed` is what stays in the text, white space after it
    included; `end` is where the entry's words begin in the line, if they stand there. One that is
    `parted` from them by a wide space or a circle is no part of a sentence, wherever it stands.
    """

    label: str
    printed: str
    end: int
    on_own_line: bool = False
    parted: bool = False


def list_mark(text: str) -> ListMark | None:
    """Read the list mark that a line begins with.

    >>> list_mark("(a) apples")
    ListMark(label='a', printed='(a) ', end=4, on_own_line=False, parted=False)
    >>> list_mark("(")
    ListMark(label='', printed='', end=1, on_own_line=True, parted=False)
    """
    bullet = _BULLET.match(text)
    if bullet is not None:
        return ListMark("", "", bullet.end(), bullet.end() == len(text))
    parted = _PARTED.match(text)
    if parted is not None:
        return ListMark(parted["label"], parted.group(), parted.end(), parted=True)
    lettered = _LETTERED.match(text)
    if lettered is not None:
        end = lettered.end()
        label = next(found for found in lettered.groups() if found)
        label = str(circled_value(label)) if lettered["circled"] else label.rstrip("°")
        parted_by_circle = lettered["circled"] is not None
        return ListMark(label, lettered.group(), end, end == len(text), parted_by_circle)
    return None
