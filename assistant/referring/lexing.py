"""A question as the words that references are made of.

Words keep their places in the question; what is compared are their folded forms, in which the
digits, letters and spellings of all scripts meet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from assistant.referring.counting import summed
from assistant.referring.numbers import CODES
from assistant.referring.vocabulary import STEM, Phrase, Vocabulary, vocabulary
from corpus.joining import is_unspaced
from corpus.language import detect
from corpus.normalising import folded
from corpus.numerals import CHINESE_NUMERAL, chinese_value, letter_value, lowered, roman_value

_HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Titles in quotation marks; «ii» is no title but the label of an entry.
_QUOTED = "|".join(
    rf"{opened}(?![ivxlc\d]{{1,4}}{closed})[^{opened}{closed}]{{2,200}}{closed}{after}"
    for opened, closed, after in (
        ("“", "”", ""), ("「", "」", ""), ("『", "』", ""), ("«", "»", ""), ('"', '"', ""),
        ("‘", "’", ""), ("'", "'", r"(?!\w)"),
    )
)  # fmt: skip
_RAW = re.compile(
    r"(?P<other>https?://\S+|www\.\S+|[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:%|[年月日届次]|号(?!段)))"
    rf"|(?P<symbol>[^\W\d_{_HAN}]{{1,6}}(?=\S*\d)(?:/[a-z\d.()]+)+|\d+/[a-z\d][a-z\d./]*)"
    r"|(?P<titled>《[^《》]{1,200}》)"
    rf"|(?P<quoted>{_QUOTED})"
    r"|(?P<amount>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:,0\d\d)+(?!\d)|\d{5,})"
    r"|(?P<dots>(?<=\d)(?:\.{2,3}|…)(?=\d))"
    r"|(?P<compound>\d+(?:\.\d+)+)"
    r"|(?P<number>\d+)"
    rf"|(?P<han>{CHINESE_NUMERAL})"
    rf"|(?P<word>[^\W\d_{_HAN}]+)"
    r"|(?P<mark>\S)"
)
_SUFFIXES = frozenset("st nd rd th er ere re e eme й я го м е ая ый ой ем ей ом º ª o a".split())
_MARKS: Mapping[str, Mapping[str, int]] = {
    "¶": {"paragraph": 0}, "§": {"paragraph": 0}, "#": {"number": 0},
    "(": {"open": 0}, "[": {"open": 0}, "【": {"open": 0}, ")": {"close": 0}, "]": {"close": 0},
    "】": {"close": 0}, ",": {"comma": 0}, "、": {"comma": 0}, "،": {"comma": 0}, ";": {"comma": 0},
    "؛": {"comma": 0}, "/": {"comma": 0}, "&": {"also": 0}, ".": {"dot": 0}, "-": {"dash": 0},
    "–": {"dash": 0}, "—": {"dash": 0}, "~": {"dash": 0}, "−": {"dash": 0}, "‑": {"dash": 0},
    "‐": {"dash": 0}, "°": {"number": 0}, **{quote: {"quote": 0} for quote in "\"“”«»'’‘"},
}  # fmt: skip
_END = frozenset("?？!！。؟¿¡:：…⁇")
_PARA = re.compile(r"\bparas?\b", re.IGNORECASE)
ARABIC_PREFIX = re.compile("(?:[وفبك]?ال|[وفب]?لل|[وفبلك])(?=..)")
# What joins words that are phrases here: avant-dernier, l'alinéa.
_JOINT = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})|(?<=[^\W\d_])['’](?=[^\W\d_])")
_LATIN_PART = re.compile("[ivxl]+")
_STEMS = "甲乙丙丁戊己庚辛"  # what Chinese counts with where others take letters
_ARABIC_LETTERS = {
    folded(name): place
    for place, name in enumerate("ألف باء جيم دال هاء واو زاي حاء طاء ياء".split(), start=1)
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or phrase, a numeral or a mark of a question.

    `roles` are what it can be used as, with the number that it stands for; `glued` tells whether
    it follows the token before it without a space.
    """

    text: str
    start: int
    end: int
    roles: Mapping[str, int] = field(default_factory=dict)
    glued: bool = False

    def can_be(self, *roles: str) -> bool:
        """Whether it can be used as one of these."""
        return not self.roles.keys().isdisjoint(roles)


@dataclass(frozen=True, slots=True)
class Lexed:
    """A question and its tokens; their places count characters of `text`, its composed form."""

    text: str
    language: str
    tokens: tuple[Token, ...]


@lru_cache(maxsize=1_024)
def lexed(question: str) -> Lexed:
    """Cut a question into tokens.

    >>> [token.text for token in lexed("What do paras. ２４–27 say?").tokens]
    ['what', 'do', 'paras', '.', '24', '–', '27', 'say', '?']
    """
    text = unicodedata.normalize("NFC", question)
    pieces = [
        # “n.º 26”: after a figure the sign is an ordinal's, else it is read as “number”.
        "°" if sign == "º" and not before.isdecimal() else _folded_character(sign)
        for before, sign in zip(f" {text}", text, strict=False)
    ]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    language = _language(text)
    tokens = tuple(
        Token(token.text, places[token.start], places[token.end - 1] + 1, token.roles, token.glued)
        for token in _joined(tuple(_tokens("".join(pieces), vocabulary(language))))
    )
    return Lexed(text, language, tokens)


def _language(text: str) -> str:
    """A question's language; the English abbreviation "para" alone makes none Spanish."""
    language = detect(text)
    return detect(_PARA.sub(" ", text)) if language == "es" else language


@lru_cache(maxsize=8_192)
def _folded_character(character: str) -> str:
    """One character in the form for comparing; accents written apart vanish, as do signs."""
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return ""
    if character in _MARKS or character in _END or unicodedata.category(character) in ("Pi", "Pf"):
        return character
    raised = lowered(character)
    if raised != character and raised.isdecimal():
        return f".{raised}"  # 67¹ stands between 67 and 68
    kept = folded(character)
    if kept.isdecimal() and unicodedata.category(character) == "No":
        return f"({kept})"  # ① is an entry's label
    return kept.strip() or (" " if character.isspace() else kept)


def _tokens(text: str, words: Vocabulary) -> Iterator[Token]:
    text = _JOINT.sub(_parted, text)
    raws = list(_RAW.finditer(text))
    index, end = 0, 0
    while index < len(raws):
        raw = raws[index]
        start = raw.start()
        token, after = _token(text, raws, index, words)
        yield Token(token.text, start, token.end, token.roles, start == end and start > 0)
        # A phrase of an unspaced script may end inside what looked like one word.
        end = token.end
        while after < len(raws) and raws[after].end() <= end:
            after += 1
        index = after
        if index < len(raws) and raws[index].start() < end:
            raws[index:] = list(_RAW.finditer(text, end))


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """Make numbers in several words one token."""
    end = 0
    for first, after, roles in summed(tokens):
        yield from tokens[end:first]
        yield Token(tokens[after - 1].text, tokens[first].start, tokens[after - 1].end, roles)
        end = after
    yield from tokens[end:]


def _parted(joint: re.Match[str]) -> str:
    """A space for a joint, but not for the dash of “IV-VI” or «IV-го»."""
    around = joint.string[max(0, joint.start() - 1) : joint.end() + 1]
    is_mixed = around[0].isascii() != around[-1].isascii()
    return joint.group() if is_mixed or set(around) <= set("ivxl-") else " "


def _token(
    text: str, raws: list[re.Match[str]], index: int, words: Vocabulary
) -> tuple[Token, int]:
    raw = raws[index]
    kind, start = str(raw.lastgroup), raw.start()
    if kind == "number":
        return _number(raws, index, words), index + 1 + _suffix(raws, index)
    if kind == "compound":
        return Token(raw.group(), start, raw.end(), {"compound": 0}), index + 1
    if kind == "dots":
        return Token("-", start, raw.end(), _MARKS["-"]), index + 1
    if kind in ("other", "amount", "symbol", "titled", "quoted"):
        return Token(raw.group(), start, raw.end(), {kind: 0}), index + 1
    unspaced = is_unspaced(text[start])
    if unspaced and text[start] not in _MARKS and text[start] not in _END:
        return _unspaced(text, raw, words), index + 1
    if kind == "word":
        return _word(text, raws, index, words)
    mark = raw.group()
    roles = _MARKS.get(mark, {"stop": 0} if mark in _END else {})
    return Token(mark, start, raw.end(), roles), index + 1


def _unspaced(text: str, raw: re.Match[str], words: Vocabulary) -> Token:
    """The longest phrase or numeral at a place; else one character."""
    start = raw.start()
    numeral = raw.group() if raw.lastgroup == "han" else ""
    for phrase in words.phrases.get(text[start], ()):
        if len(phrase.words[0]) > len(numeral) and text.startswith(phrase.words[0], start):
            return Token(phrase.words[0], start, start + len(phrase.words[0]), phrase.roles)
    if numeral:
        return Token(numeral, start, raw.end(), {"han": chinese_value(numeral)})
    stem = _STEMS.find(text[start]) + 1
    roles = {"di": 0} if text[start] == "第" else {"letter": stem} if stem else {}
    return Token(text[start], start, start + 1, roles)


def _number(raws: list[re.Match[str]], index: int, words: Vocabulary) -> Token:
    raw = raws[index]
    before = raws[index - 1] if index else None
    if before and before.lastgroup == "word" and before.end() == raw.start():
        letters = before.group()
        phrases = (phrase.words for phrase in words.phrases.get(letters, ()))
        known = letters in ("و", *CODES) or (letters,) in phrases
        if not known and not is_unspaced(letters[-1]):
            return Token(raw.group(), raw.start(), raw.end(), {"other": 0})
    value = int(raw.group())
    suffix = _suffix(raws, index)
    if suffix:
        return Token(raw.group(), raw.start(), raws[index + suffix].end(), {"ordinals": value})
    return Token(raw.group(), raw.start(), raw.end(), {"digits": value})


def _suffix(raws: list[re.Match[str]], index: int) -> int:
    """How many pieces after a number make it an ordinal: 1st, 1er, 1-й; a word must follow.

    After a Roman one they are not Latin: IV-м is an ordinal, IV-a part of a section.
    """
    roman = raws[index].lastgroup == "word"
    for size in (1, 2):
        pieces = raws[index : index + size + 2]
        ends = size == 2 and len(pieces) == size + 1  # “по 8-й”
        if not ends and (len(pieces) < size + 2 or pieces[-1].lastgroup != "word"):
            continue
        glued = all(before.end() == after.start() for before, after in pairwise(pieces[: size + 1]))
        dashed = size == 1 or pieces[1].group() == "-"
        suffix = pieces[size].group()
        if glued and dashed and suffix in _SUFFIXES and not (roman and suffix.isascii()):
            return size * (ends or pieces[-1].start() > pieces[size].end())
    return 0


def _word(text: str, raws: list[re.Match[str]], index: int, words: Vocabulary) -> tuple[Token, int]:
    """The longest phrase at a word, with the letter or Roman numeral that it may be as well."""
    raw = raws[index]
    word = raw.group()
    found, after = _phrase(text, raws, index, word, words)
    if found is None and "\u0600" <= word[0] <= "\u06ff":
        prefix = ARABIC_PREFIX.match(word)
        while found is None and prefix:
            stem = word[prefix.end() :]
            found, after = _phrase(text, raws, index, stem, words)
            prefix = ARABIC_PREFIX.match(stem) if prefix.group() in "وف" else None
            word = stem
    roles = dict(found.roles) if found else {}
    if after == index + 1:
        roles |= as_numeral(raw.group())
    if "roman" in roles and (suffix := _suffix(raws, index)):
        ordinal = {"ordinals": roles["roman"]}
        return Token(raw.group(), raw.start(), raws[index + suffix].end(), ordinal), after + suffix
    if found and found.dotted:
        after += 1
    return Token(raw.group(), raw.start(), raws[after - 1].end(), roles), after


def _phrase(
    text: str, raws: list[re.Match[str]], index: int, word: str, words: Vocabulary
) -> tuple[Phrase | None, int]:
    for phrase in words.phrases.get(word, ()):
        after = index + len(phrase.words)
        dot = text[raws[min(after, len(raws)) - 1].end() :][:1] == "."
        if _follows(text, raws[index + 1 : after], phrase.words[1:]) and (dot or not phrase.dotted):
            return phrase, after
    for phrase in words.stems.get(word[:STEM], ()):
        if word.startswith(phrase.words[0]):
            after = index + len(phrase.words)
            if _follows(text, raws[index + 1 : after], phrase.words[1:]):
                return phrase, after
    return None, index + 1


def _follows(text: str, raws: list[re.Match[str]], rest: tuple[str, ...]) -> bool:
    return len(raws) == len(rest) and all(
        raw.group() == word for raw, word in zip(raws, rest, strict=True)
    )


def as_numeral(word: str) -> dict[str, int]:
    """The letter and the Roman numeral that a word may be."""
    roles = {}
    letter = letter_value(word) or _ARABIC_LETTERS.get(word, 0)
    if letter:
        roles["letter"] = letter
    if _LATIN_PART.fullmatch(word) and roman_value(word):
        roles["roman"] = roman_value(word)
    return roles
