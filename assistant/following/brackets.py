"""What a question leaves out, in brackets behind it: "who chaired it? (the committee)".

Readable in any language, since nothing need be inflected, and easily taken off again: what stands
there is what the next question may be about.
"""

from __future__ import annotations

import re
import unicodedata

_MOST = 3  # phrases between the brackets
_BRACKETS = re.compile(r"(?P<core>.*\S)\s*[(（](?P<added>[^()（）]+)[)）]\s*", re.DOTALL)
_ENDS = "?？؟.。!！"
_DECORATION = ("So", "Sk", "Mn", "Zs")  # emoji and their shades
_UNSEEN = ("Cc", "Cf")
_COMMA = re.compile(r"[,，،]\s*")


def completed(question: str, *added: str) -> str:
    """A question with phrases added in brackets, before those that it has there already.

    >>> completed("who chaired it?", "the committee"), completed("谁主持？", "筹备委员会")
    ('who chaired it? (the committee)', '谁主持？（筹备委员会）')
    >>> completed("where? (the committee)", "2004")
    'where? (2004, the committee)'
    """
    core, carried = taken_apart(question)
    core = undecorated(core)
    phrases = list(dict.fromkeys((*added, *carried)))[:_MOST]
    if not phrases:
        return question
    ended = core[-1:] in _ENDS
    if any("\u4e00" <= character <= "\u9fff" for character in core):
        return f"{core}{'' if ended else '？'}（{'，'.join(phrases)}）"
    if any("\u0600" <= character <= "\u06ff" for character in core):
        return f"{core}{'' if ended else '؟'} ({'، '.join(phrases)})"
    return f"{core}{'' if ended else '?'} ({', '.join(phrases)})"


def behind(question: str, other: str) -> str:
    """Two questions in a row, with the brackets of the first behind both.

    >>> behind("who chaired it? (the committee)", "when?")
    'who chaired it? when? (the committee)'
    """
    core, carried = taken_apart(question)
    space = "" if core[-1:] in "？。！" else " "
    return completed(core + space + other, *carried)


def undecorated(text: str) -> str:
    """A text without control characters, marks of direction, and emoji behind it.

    >>> undecorated("那第二阶段呢？😀")
    '那第二阶段呢？'
    """
    text = "".join(c for c in text if unicodedata.category(c) not in _UNSEEN)
    end = len(text)
    while end and unicodedata.category(text[end - 1]) in _DECORATION:
        end -= 1
    return text[:end].strip() or text


def taken_apart(question: str) -> tuple[str, tuple[str, ...]]:
    """A question without its brackets, and the phrases that stand there.

    >>> taken_apart("谁主持？（筹备委员会，2004年）")
    ('谁主持？', ('筹备委员会', '2004年'))
    """
    found = _BRACKETS.fullmatch(question)
    if not found or found["core"].rstrip()[-1:] not in _ENDS:
        return question, ()
    return found["core"].rstrip(), tuple(_COMMA.split(found["added"]))
