"""What an article is called, where no blank line parts its title from its number or its text.

In Japan the title stands in brackets above the number; elsewhere behind it, on the same line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from corpus.headings import is_title
from corpus.joining import is_unspaced, width
from corpus.layout import Line
from corpus.lists import list_mark
from corpus.marks import SELF_NAMING, Mark

_WIDEST = 120  # columns
_WIDEST_BROKEN_OFF = 60  # columns, the number with them
_WELL_BEFORE = 0.8  # of the widest line
_IN_BRACKETS = re.compile(r"[（(][^（）()。]{1,40}[）)]")


def is_article_title(text: str) -> bool:
    """Tell whether words on a line of their own may be what an article is called.

    >>> is_article_title("Entry into force"), is_article_title("It enters into force.")
    (True, False)
    """
    return is_title(text) and width(text) <= _WIDEST


def is_caption(lines: Sequence[Line], accepted: Mapping[int, Mark], index: int) -> bool:
    """Tell whether a line is the title of the article whose number stands below it.

    Args:
        lines: The report's lines.
        accepted: The numbers of its paragraphs, by line.
        index: The line's place.
    """
    article = accepted.get(index + 1)
    if article is None or article.family != "article-zh" or index in accepted:
        return False
    above = accepted.get(index - 1)
    if above is not None and above.end >= len(lines[index - 1].text):
        return False  # all that an article says may stand in brackets: that it is repealed
    return _IN_BRACKETS.fullmatch(lines[index].text) is not None


def captioned(
    lines: Sequence[Line],
    accepted: Mapping[int, Mark],
    index: int,
    texts: list[str],
    margin: Callable[[], int],
) -> tuple[str, list[str]]:
    """Part the title of an article from its text.

    Args:
        lines: The report's lines.
        accepted: The numbers of its paragraphs, by line.
        index: Where the article begins.
        texts: Its lines, without its number.
        margin: Measures the widest line, in columns.

    Returns:
        The title, or `""` where it has none or it stands elsewhere, and the lines of its text.
    """
    number = accepted.get(index)
    if number is None or number.family not in SELF_NAMING:
        return "", texts
    if index and is_caption(lines, accepted, index - 1):
        return lines[index - 1].text, texts
    behind = number.end < len(lines[index].text)
    if not behind or len(texts) < 2:
        return "", texts
    title, text = texts[:2]
    if (
        _IN_BRACKETS.fullmatch(title)
        or (is_article_title(title) and _begins_list(text))
        or (is_title(title) and _is_broken_off(lines[index].text, text, margin))
    ):
        return title, texts[1:]
    return "", texts


def _begins_list(text: str) -> bool:
    """Whether a line is the first of an article's own paragraphs."""
    mark = list_mark(text)
    if mark is None or mark.label != "1" or mark.on_own_line:
        return False
    return not text[mark.end :][:1].islower()


def _is_broken_off(line: str, text: str, margin: Callable[[], int]) -> bool:
    """Whether a line ends before the margin, where the next one's first word would have fitted."""
    if not text[0].isalpha() or text[0].islower():
        return False
    if width(line) > _WIDEST_BROKEN_OFF:
        return False
    first = text[0] if is_unspaced(text[0]) else text.split(" ", 1)[0]
    return width(f"{line} {first}") < margin() * _WELL_BEFORE
