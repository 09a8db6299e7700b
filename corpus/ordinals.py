"""Ordinal words that articles and parts are numbered with: "premier", "первый", "الثالثة عشرة"."""

from __future__ import annotations

import re

_WORDS = {
    1: "first premier première primero primera первый первая первое erster erste erstes primo one",
    2: "second deuxième segundo segunda второй вторая второе zweiter zweite zweites two",
    3: "third troisième tercero tercera третий третья третье dritter dritte drittes three",
    4: "fourth quatrième cuarto cuarta четвертый четвертая четвёртый четвёртая vierter vierte four",
    5: "fifth cinquième quinto quinta пятый пятая fünfter fünfte five",
    6: "sixth sixième sexto sexta шестой шестая sechster sechste six",
    7: "seventh septième séptimo séptima седьмой седьмая siebter siebte seven",
    8: "eighth huitième octavo octava восьмой восьмая achter achte eight",
    9: "ninth neuvième noveno novena девятый девятая neunter neunte nine",
    10: "tenth dixième décimo décima десятый десятая zehnter zehnte ten",
}
_VALUES = {word: value for value, words in _WORDS.items() for word in words.split()}

# Arabic counts by units, "ten", tens and hundreds; feminine for an article, masculine for a part.
_ARABIC_UNITS = {
    1: "الاولى الاول الحاديه الحادي", 2: "الثانيه الثاني", 3: "الثالثه الثالث",
    4: "الرابعه الرابع", 5: "الخامسه الخامس", 6: "السادسه السادس", 7: "السابعه السابع",
    8: "الثامنه الثامن", 9: "التاسعه التاسع", 10: "العاشره العاشر",
}  # fmt: skip
_ARABIC_TENS = {
    20: "العشرون العشرين", 30: "الثلاثون الثلاثين", 40: "الاربعون الاربعين",
    50: "الخمسون الخمسين", 60: "الستون الستين", 70: "السبعون السبعين",
    80: "الثمانون الثمانين", 90: "التسعون التسعين", 100: "المائه المئه",
    200: "المائتين المئتين المائتان المئتان",
}  # fmt: skip
_ARABIC = {
    word: value
    for values in (_ARABIC_UNITS, _ARABIC_TENS)
    for value, words in values.items()
    for word in words.split()
}
_TEN = ("عشره", "عشر")
# What United Nations documents number their parts with: "firstly", and letters by their names.
_ARABIC_ADVERBS = (
    "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا".split(),
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون".split(),
)
_COUNTING_WORDS = {word: place for words in _ARABIC_ADVERBS for place, word in enumerate(words, 1)}
ARABIC_ADVERB, ARABIC_LETTER = (rf"(?:{'|'.join(words)})ً?" for words in _ARABIC_ADVERBS)
_AFTER = "بعد"  # "after": the first after the hundredth
_SIGNS = re.compile("[\u0640\u064b-\u0652]")
_FOLDED = str.maketrans("أإآةى", "اااهى")

ORDINAL_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER_WORD = "|".join(sorted({*_ARABIC, *_TEN, _AFTER}, key=len, reverse=True))
_ARABIC_NUMBER = re.compile(rf"و?(?:{_NUMBER_WORD})(?=\s|$|[:.،(])")


def ordinal_value(word: str) -> int:
    """Read an ordinal word of a language written in Latin or Cyrillic script; 0 if it is none.

    >>> ordinal_value("premier"), ordinal_value("ВТОРОЙ"), ordinal_value("chapter")
    (1, 2, 0)
    """
    return _VALUES.get(word.lower(), 0)


def counting_word(word: str) -> int:
    """Read an Arabic adverb or letter's name that a part is numbered with; 0 if it is none.

    >>> counting_word("ثانياً"), counting_word("جيم"), counting_word("نص")
    (2, 3, 0)
    """
    return _COUNTING_WORDS.get(word.rstrip("ً"), 0)


def arabic_ordinal(text: str) -> tuple[int, int]:
    """Read the Arabic ordinal that a text begins with.

    Returns:
        Its value and where it ends; (0, 0) if there is none.

    >>> arabic_ordinal("الحادية والأربعون"), arabic_ordinal("الثانية عشرة: نص")
    ((41, 17), (12, 12))
    >>> arabic_ordinal("نص")
    (0, 0)
    """
    total = place = 0
    while True:
        start = place + len(text[place:]) - len(text[place:].lstrip())
        word = re.match(r"[^\s:.،()]+", text[start:])
        if word is None:
            break
        folded = _SIGNS.sub("", word.group()).translate(_FOLDED)
        if _ARABIC_NUMBER.fullmatch(folded) is None:
            break
        stem = folded if folded in _ARABIC or folded in _TEN else folded.removeprefix("و")
        total += 10 if stem in _TEN else _ARABIC.get(stem, 0)
        place = start + word.end()
    return (total, place) if total else (0, 0)
