"""Lines broken by an old layout, put together again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_CLOSERS = "\"'”’」』»›)）]】》〉 \xa0\u202f"  # in French a space stands before »
_SENTENCE_ENDS = ".．。!！?？…؟۔"
_CLAUSE_ENDS = _SENTENCE_ENDS + ";；:：؛"
# A note's mark after the full stop: "…的报告；6", "…in Tunis.*", but not "Version 2.0", "n. 12"
_NOTE_MARK = re.compile(
    r"(?<=\D)(?<![A-Z]\.)(?<!\D\d\.)(?<!\b[Nn]\.)(?<!\b[Nn]\.\s)(?<!\b[Nn][or]\.)"
    r"(?<!\b[Nn][or]\.\s)\s?(?:\d{1,3}|\*{1,4}|[†‡]+)$"
)
_NOTE_SIGNS = ("*", "†", "‡")
_URL_TAIL = re.compile(r"(?:https?://|ftp://|www\.)[!-~]*$", re.IGNORECASE)
_URL_HEAD = re.compile(r"[!-~]+")
_LONGEST_ADDRESS = 500
_BROKEN_AT_SLASH = re.compile(r"/\w|\w/")
_TAIL = 80  # characters that tell how a text ends
_URL_JOINTS = "/-_=&?#%~+.:"


def is_unspaced(character: str) -> bool:
    """Tell whether a character's script is written without spaces between words.

    Chinese, Japanese and their punctuation; Korean puts spaces between words.

    >>> is_unspaced("信"), is_unspaced("。"), is_unspaced("a"), is_unspaced("한")
    (True, True, False, False)
    """
    if character < "\u2e80":
        return False
    return not "\uac00" <= character <= "\ud7a3" and (
        unicodedata.east_asian_width(character) in "WF"
    )


def width(text: str) -> int:
    """Measure a text as a layout does: a wide character takes two columns.

    >>> width("摘要"), width("ab")
    (4, 2)
    """
    if text.isascii() or max(text) < "\u2e80":
        return len(text)
    return len(text) + sum(map(is_unspaced, text))


def without_note_mark(text: str) -> str:
    """Drop a note's mark from the end of a line, for looking at what stands before it.

    >>> without_note_mark("注意到秘书长的报告；6")
    '注意到秘书长的报告；'
    """
    stripped = text.rstrip()
    ends_with_mark = stripped[-1:].isdecimal() or stripped[-1:] in _NOTE_SIGNS
    return _NOTE_MARK.sub("", stripped) if ends_with_mark else stripped


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does, quotes and notes' marks set aside.

    >>> ends_sentence("他说：“好。”"), ends_sentence("结论"), ends_sentence("in Tunis.*")
    (True, False, True)
    """
    return without_note_mark(text[-_TAIL:]).rstrip(_CLOSERS).endswith(tuple(_SENTENCE_ENDS))


def ends_clause(text: str) -> bool:
    """Tell whether a text ends as a sentence, a clause of a list or a lead-in does.

    >>> ends_clause("注意到秘书长的报告；6"), ends_clause("包括：")
    (True, True)
    """
    return without_note_mark(text[-_TAIL:]).rstrip(_CLOSERS).endswith(tuple(_CLAUSE_ENDS))


def joined(lines: Sequence[str]) -> str:
    """Join the lines of one paragraph: nothing is lost, and only white space is added.

    Chinese and Japanese lines meet without a space, others with one; nothing goes inside a web
    address, nor after a hyphen, which stays, since it may be the word's own.

    >>> joined(["可查阅http://", "www.itu.int/wsis。"])
    '可查阅http://www.itu.int/wsis。'
    >>> joined(["results-", "oriented", "actions"])
    'results-oriented actions'
    """
    pieces: list[str] = []
    for line in lines:
        addition = line.strip()
        if not addition:
            continue
        if pieces and _wants_space(pieces[-1], addition):
            pieces.append(" ")
        pieces.append(addition)
    return "".join(pieces)


def _wants_space(left: str, right: str) -> bool:
    # Curly quotes belong to both worlds: their neighbour tells.
    if is_unspaced((left.rstrip("“”‘’") or left)[-1]):
        return False
    if is_unspaced((right.lstrip("“”‘’") or right)[0]):
        return False
    if left[-1] in "—\u00ad" or (left[-1] in "-–" and left[-2:-1].isalnum() and right[0].isalnum()):
        return False
    address = _URL_TAIL.search(left[-_LONGEST_ADDRESS:].rpartition(" ")[2])
    if address is not None:
        return not _continues_address(address.group(), right)
    return _BROKEN_AT_SLASH.fullmatch(left[-1] + right[0]) is None


def _continues_address(address: str, right: str) -> bool:
    """A web address was broken if what follows could only be a part of one."""
    if address.endswith("://"):
        return True
    following = _URL_HEAD.match(right)
    if following is None:
        return False
    looks_like_address = any(joint in following.group().rstrip(".,;:") for joint in "/._=&?%#")
    return right[0] in "/?#&=%" or (address[-1] in _URL_JOINTS and looks_like_address)
