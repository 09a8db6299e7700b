"""The marks before the entries of a list inside a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numerals import CHINESE_NUMERAL

# A lone opening bracket is what a Word bullet became when an old .doc was turned into text.
_BULLET = re.compile(r"(?:[(（](?=$)|[•·●▪◦‣■□](?=\s|\w|$)|[*–—-](?=\s|$)|[–—-](?=[^\W\d_]))\s*")
_LETTER = r"[a-zа-яё]{1,2}|[ivxl]{1,6}|[A-Z]|[ء-ي]"
_LETTERED = re.compile(
    rf"[(（]?(?P<label>{_LETTER}|\d{{1,2}}|{CHINESE_NUMERAL})[)）]\s*"
    r"|(?P<dotted>\d{1,2}|[a-z])(?:[.．](?=\s|$|[\u3400-\u9fff])|、)\s*"
    r"|(?P<dashed>\d{1,2}|[ء-ي])\s?[-–—](?=\s)\s*"
    r"|(?P<degree>\d{1,2}°)\s+"
)


@dataclass(frozen=True, slots=True)
class ListMark:
    """A list's mark.

    `label` is `""` for a bullet; `printed` is what stays in the text, white space after it
    included; `end` is where the entry's words begin in the line, if they stand there.
    """

    label: str
    printed: str
    end: int
    on_own_line: bool = False


def list_mark(text: str) -> ListMark | None:
    """Read the list mark that a line begins with.

    >>> list_mark("(a) apples")
    ListMark(label='a', printed='(a) ', end=4, on_own_line=False)
    >>> list_mark("(")
    ListMark(label='', printed='', end=1, on_own_line=True)
    """
    bullet = _BULLET.match(text)
    if bullet is not None:
        return ListMark("", "", bullet.end(), bullet.end() == len(text))
    lettered = _LETTERED.match(text)
    if lettered is not None:
        end = lettered.end()
        label = next(found for found in lettered.groups() if found)
        return ListMark(label.rstrip("°"), lettered.group(), end, end == len(text))
    return None
