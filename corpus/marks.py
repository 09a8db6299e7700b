"""How paragraph numbers are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numerals import CHINESE_NUMERAL, chinese_value


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a number, which is `pattern`'s group `n`.

    `keeps` tells whether what stands around the number belongs to it as printed ("Article 3",
    "§ 3") or not ("3.", "(3)").
    """

    family: str
    pattern: re.Pattern[str]
    keeps: bool = False


# A new way of writing is one more entry. Those of one family count in one sequence.
FORMS = (
    Form("dot", re.compile(r"(?P<n>\d{1,4}) ?[.．](?=\s|$|[^\W\d_a-z]|[“”‘’\"'(（《「【\[*])")),
    Form("comma", re.compile(r"(?P<n>\d{1,4})、")),
    Form("close", re.compile(r"(?P<n>\d{1,4})[)）]")),
    Form("paren", re.compile(r"[(（](?P<n>\d{1,4})[)）]")),
    Form("bracket", re.compile(r"\[(?P<n>\d{1,4})\]")),
    Form("pilcrow", re.compile(r"¶ ?(?P<n>\d{1,4})\b[.．]?")),
    Form("section", re.compile(r"§ ?(?P<n>\d{1,4})(?![\d–-])[.．]?"), keeps=True),
    Form("article", re.compile(rf"第 ?(?P<n>\d{{1,4}}|{CHINESE_NUMERAL}) ?条(?=\s|$)"), keeps=True),
    Form(
        "article",
        re.compile(
            r"(?:Article|Art\.|Artículo|Artikel|Статья|المادة) ?"
            r"\(?(?P<n>\d{1,4})\)?(?=$|[\s.:—–-])",
            re.IGNORECASE,
        ),
        keeps=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start of a line: as printed, its value, and where the text goes on."""

    family: str
    printed: str
    value: int
    end: int


def mark_of(text: str) -> Mark | None:
    """Read the number that a line begins with, if it does.

    >>> mark_of("30．第一阶段会议").value, mark_of("第二十六条 公民").printed
    (30, '第二十六条')
    >>> mark_of("3.5 per cent"), mark_of("1998年"), mark_of("11 000 people")
    (None, None, None)
    """
    for form in FORMS:
        match = form.pattern.match(text)
        if match is None:
            continue
        numeral = match["n"]
        value = int(numeral) if numeral.isdecimal() else chinese_value(numeral)
        printed = match.group().strip(" .．") if form.keeps else numeral
        end = match.end()
        if form.keeps:
            end += len(text[end:]) - len(text[end:].lstrip(" .．:：—–-"))
        return Mark(form.family, printed, value, end)
    return None
