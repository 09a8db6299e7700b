"""One form of text for comparing, in which ways of writing the same thing meet."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category, decimal, normalize

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_RUSSIAN_YO = re.compile("(?<=\u0435)\u0308")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARABIC_SIGNS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed]")
_ARABIC_LETTERS = str.maketrans("ىیکةٱە", "ييكهاه")
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3})")
_MARKS = str.maketrans({"，": ", ", "٬": ",", "٫": "."})
_THOUSANDS = re.compile(r"(?<![\d.,/])(\d{1,3})([ ,])\d{3}(?:\2\d{3})*(?!\d)", re.ASCII)
# What Taiwan calls otherwise, once its characters are simplified. Only words that mean nothing else
# elsewhere; OpenCC's own list (tw2sp) also turns 程序, procedure, into 进程, process, in any text.
_TAIWAN_WORDS = {
    "资讯": "信息", "网际网路": "互联网", "网路": "网络", "软体": "软件", "硬体": "硬件",
    "数位落差": "数字鸿沟", "数位化": "数字化", "数位经济": "数字经济",
}  # fmt: skip
_TAIWAN = re.compile("|".join(sorted(_TAIWAN_WORDS, key=len, reverse=True)))


def folded(text: str) -> str:
    """Fold a text into the form in which texts are compared; folding twice changes nothing.

    Width, case, Latin accents, Arabic vowel signs and letter variants, the digits of any script,
    traditional Chinese characters, and the marks between thousands.

    >>> folded("ＩＣＴ，資訊社會"), folded("11 000"), folded("Élève 11,000")
    ('ict, 信息社会', '11000', 'eleve 11000')
    """
    if not text.isascii():
        text = normalize("NFKC", _WIDE_COMMA.sub(",", text).translate(_MARKS))
    text = text.casefold()
    if not text.isascii():
        text = _without_signs(text)
        text = text.translate(_digits())
        if _HAN.search(text):
            text = text.translate(_simplified_characters())
            text = _TAIWAN.sub(lambda word: _TAIWAN_WORDS[word.group()], text)
    return _THOUSANDS.sub(lambda groups: groups.group().replace(groups[2], ""), text)


def _without_signs(text: str) -> str:
    text = normalize("NFD", text)
    text = _RUSSIAN_YO.sub("", _LATIN_ACCENTS.sub("", text))
    if _ARABIC.search(text):
        text = _ARABIC_SIGNS.sub("", text).translate(_ARABIC_LETTERS)
    return normalize("NFKC", text)


@cache
def _digits() -> dict[int, str]:
    # No script has its digits above this.
    every = map(chr, range(128, 0x20000))
    return {ord(sign): str(decimal(sign)) for sign in every if category(sign) == "Nd"}


@cache
def _simplified_characters() -> dict[int, str]:
    """Map each traditional character to its simplified one, whatever stands beside it.

    OpenCC looks at neighbours as well, which would fold a word otherwise in a question than in the
    report's sentence. For comparing, one form for each character is what is wanted.
    """
    from opencc import OpenCC

    characters = [*map(chr, range(0x3400, 0xA000)), *map(chr, range(0x20000, 0x2A6E0))]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {
        ord(character): simplified
        for character, simplified in zip(characters, converted, strict=True)
        if character != simplified and len(simplified) == 1
    }
    table[ord("著")] = "着"
    # A simplified form that has itself a simplified form would change on a second folding.
    return {code: table.get(ord(simplified), simplified) for code, simplified in table.items()}
