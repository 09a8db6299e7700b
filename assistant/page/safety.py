"""What keeps a hostile report, question or file name from doing anything in the page.

Text is data. Everything that did not come from our own words goes through `inert` on its way
into a chat message or the reader; the policy of `policy.py` is the second wall, for the day on
which one place forgets.
"""

from __future__ import annotations

import string
from urllib.parse import quote

# Every ASCII mark can mean something to Markdown or HTML somewhere, so each becomes an entity.
# What is copied from the rendered page is the character again.
_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}
# Control characters mean nothing in a text, and some parsers stop at them.
_CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"}
# Marks that turn the direction of what follows, and so could make our own words read otherwise.
# One sign for one, since a place in a text is counted in signs; this one is invisible.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u2060")
_TABLE = _MARKS | _CONTROLS | _TURNS


def inert(text: str) -> str:
    """The text as HTML that can only ever be text, inside an element or a quoted attribute.

    Nothing in it is left that Markdown, HTML or a template literal would act on; blank lines,
    which end an HTML block in Markdown, are left: in a chat message use one of the two below.

    >>> inert("a < b ${c}")
    'a &#60; b &#36;&#123;c&#125;'
    """
    return text.translate(_TABLE)


def straight(text: str) -> str:
    r"""The text without what turns the direction of writing, for where text is only ever text.

    >>> straight("a\u202eb") == "a\u2060b"
    True
    """
    return text.translate(_TURNS)


def inert_line(text: str) -> str:
    r"""The text as `inert` makes it, on one line: each line break becomes a space.

    >>> inert_line("one\n\ntwo")
    'one  two'
    """
    return " ".join(inert(line) for line in text.splitlines())


def inert_lines(text: str) -> str:
    r"""The text as `inert` makes it, on one line: each line break becomes a `<br>`.

    >>> inert_lines("one\n\n- two")
    'one<br><br>&#45; two'
    """
    return "<br>".join(inert(line) for line in text.splitlines())


def fragment(anchor: str, start: int | None = None, end: int | None = None) -> str:
    """The link to a paragraph, or to the characters `start` to `end` of it.

    >>> fragment("p8", 12, 45), fragment("第三条")
    ('#p8:12-45', '#%E7%AC%AC%E4%B8%89%E6%9D%A1')
    """
    place = "" if start is None else f":{start}-{end}"
    return f"#{quote(anchor, safe='')}{place}"
