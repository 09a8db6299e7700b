"""Where sentences begin and end, in any script."""

from __future__ import annotations

import re

from corpus.joining import is_unspaced

# These end a sentence wherever they stand. A semicolon does not: in the lists of legal and United
# Nations texts its clauses make sense only together.
_FULL_STOPS = "。！？؟۔।॥።։"
_POINTS = ".!?"
_CLOSERS = "\"'”’」』»›)）\\]】〉"
_BOUNDARY = re.compile(
    rf"(?P<stops>[{_POINTS}{_FULL_STOPS}]+)"
    rf"(?P<after>[{_CLOSERS}]*(?:\[\d{{1,3}}\]|(?<=[^\W\d_]{{2}}\.)\d{{1,3}}(?=\s|$))?)"
)
_WORD_BEFORE = re.compile(r"[^\s(（\[“\"'‘,;:/《「]*$")
_LONGEST_WORD = 40
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]", re.UNICODE)
_DATE_AFTER = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)

# After these a sentence goes on: a title, a number or a name follows.
_ABBREVIATIONS = """
no nos mr mrs ms dr prof st sr jr art arts para paras p pp sec sect sects ch chap fig figs vol ed
eds cf e.g i.e viz vs v al ca approx rev add corr res doc docs gen col lt capt hon rep sen gov
messrs mme mlle mm n° núm pág págs párr párrs sra ud vgl bzw z.b d.h abs nr rn bd s ff ziff ggf gem
т.е г гг ст стр п пп гл им см
"""
# These may end a sentence as well: a word that usually begins one decides.
_ENDING = """
etc inc ltd co corp u.s u.k u.n e.u a.m p.m ph.d ibid jan feb mar apr jun jul aug sep sept oct nov
dec usw т.д т.п др
"""
_BEGINNERS = """
The It In This That These Those He She They We You A An But As For At On When If There However To By
With From After Before During Since While And Or Its His Her Their Our Such Both Each All Some Many
Most Other Under Over Le La Les Il Elle Der Die Das Es El Los Las
"""
_ABBREVIATION_WORDS = frozenset(_ABBREVIATIONS.split())
_ENDING_WORDS = frozenset(_ENDING.split())
_BEGINNER_WORDS = frozenset(_BEGINNERS.split())


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Find the sentences of a text, as spans of it.

    They are in order, do not overlap, cover every character that is not white space, and have no
    white space at their edges. A line's end always ends a sentence; closing quotes and brackets
    stay with theirs.

    >>> text = "See No. 3.5 of U.S. law. 会议开得很成功。下一次在突尼斯。"
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['See No. 3.5 of U.S. law.', '会议开得很成功。', '下一次在突尼斯。']
    """
    spans: list[tuple[int, int]] = []
    line_start = 0
    for line in text.split("\n"):
        start = 0
        for match in _BOUNDARY.finditer(line):
            if _ends_sentence(line, match):
                _append(spans, line, line_start, start, match.end())
                start = match.end()
        _append(spans, line, line_start, start, len(line))
        line_start += len(line) + 1
    return tuple(spans)


def _append(spans: list[tuple[int, int]], line: str, line_start: int, start: int, end: int) -> None:
    """Add a span without the white space at its edges, if anything is left of it."""
    piece = line[start:end]
    stripped = piece.strip()
    if stripped:
        first = line_start + start + len(piece) - len(piece.lstrip())
        spans.append((first, first + len(stripped)))


def _ends_sentence(line: str, match: re.Match[str]) -> bool:
    after = line[match.end() : match.end() + _LONGEST_WORD]
    if not after.strip():
        return True
    if match["stops"][-1] in _FULL_STOPS:
        # A title may hold a question: 《谁来治理？》一书.
        return after[0] not in "》，、；：,;:"
    following = after.lstrip()
    if following == after:
        return _ends_without_space(line, match, following)
    begins = following.lstrip("\"'“‘«‹「『（([¿¡")[:1]
    if begins.islower() or following[0] in ",;:)":
        return False
    return match["stops"] != "." or _point_ends_sentence(line, match, following)


def _ends_without_space(line: str, match: re.Match[str], following: str) -> bool:
    """A Latin stop right before a Chinese character: "…in Tunis.会议", but not "1.背景"."""
    if not is_unspaced(following[0]) or following[0] in "，、；：）》」』】":
        return False
    before = line[max(0, match.start() - _LONGEST_WORD) : match.start()]
    return match["stops"][-1] != "." or (
        before[-1:].isalpha() and not _is_abbreviation(_last_word(before))
    )


def _point_ends_sentence(line: str, match: re.Match[str], following: str) -> bool:
    before = line[max(0, match.start() - _LONGEST_WORD) : match.start()]
    word = _last_word(before)
    if word.isdigit():
        at_line_start = not before[: len(before) - len(word)].strip()
        return not (at_line_start and len(before) < _LONGEST_WORD) and (
            _DATE_AFTER.match(following) is None
        )
    if _is_abbreviation(word):
        return False
    if word.lower() in _ENDING_WORDS or _INITIAL.fullmatch(word):
        first_word = re.match(r"\w+", following)
        return first_word is not None and first_word.group() in _BEGINNER_WORDS
    return True


def _last_word(before: str) -> str:
    found = _WORD_BEFORE.search(before)
    return found.group() if found else ""


def _is_abbreviation(word: str) -> bool:
    return word.lower() in _ABBREVIATION_WORDS
