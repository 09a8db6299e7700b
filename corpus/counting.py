"""Numbers as word processors write them, by the names of ECMA-376 part 1, 17.18.59."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_CHINESE = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def written(value: int, form: str) -> str:
    """Write a number in one of Word's formats; an unknown one is written in digits.

    >>> written(27, "lowerLetter"), written(4, "upperRoman"), written(23, "chineseCounting")
    ('aa', 'IV', '二十三')
    >>> written(3, "decimalZero"), written(2, "ordinal"), written(21, "ordinalText")
    ('03', '2nd', 'Twenty-first')
    """
    if form in _FORMS and value > 0:
        return _FORMS[form](value)
    return str(value)


def _repeated(letters: str) -> Callable[[int], str]:
    """After the last letter come "aa", "bb", and so on."""
    return lambda value: letters[(value - 1) % len(letters)] * ((value - 1) // len(letters) + 1)


def _in_capitals(form: Callable[[int], str]) -> Callable[[int], str]:
    return lambda value: form(value).upper()


def _cycled(letters: str) -> Callable[[int], str]:
    return lambda value: letters[(value - 1) % len(letters)]


def _roman(value: int) -> str:
    written_so_far = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        written_so_far += letters * count
    return written_so_far


def _counting(digits: str, units: str, *, ten_alone: bool) -> Callable[[int], str]:
    def count(value: int) -> str:
        if value >= 10_000:
            return str(value)
        text, skipped = "", False
        for place in range(3, -1, -1):
            digit = value // 10**place % 10
            if digit:
                text += (digits[0] if skipped and text else "") + digits[digit] + units[place]
                skipped = False
            else:
                skipped = True
        text = text.replace(" ", "")
        return text[1:] if ten_alone and 10 <= value < 20 else text

    return count


def _positional(digits: str) -> Callable[[int], str]:
    return lambda value: "".join(digits[int(digit)] for digit in str(value))


def _counted_below_a_hundred(value: int) -> str:
    return _COUNT(value) if value < 100 else _positional("○" + _CHINESE[1:])(value)


def _ordinal(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def _cardinal(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    if value < 1_000:
        rest = f" {_cardinal(value % 100)}" if value % 100 else ""
        return f"{_ONES[value // 100]} hundred{rest}"
    return str(value)


def _ordinal_words(value: int) -> str:
    head, _, last = _cardinal(value).rpartition("-")
    if not last.isalpha():
        return str(value)
    last = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return f"{head}-{last}" if head else last


def _shifted(first: str, most: int) -> Callable[[int], str]:
    return lambda value: chr(ord(first) + value - 1) if value <= most else str(value)


_COUNT = _counting(_CHINESE, " 十百千", ten_alone=True)
_FORMS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": _in_capitals(_roman),
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _in_capitals(_repeated(_LATIN)),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _in_capitals(_repeated(_RUSSIAN)),
    "arabicAlpha": _repeated(_ARABIC),
    "arabicAbjad": _repeated(_ABJAD),
    "hebrew2": _repeated(_HEBREW),
    "thaiLetters": _repeated(_THAI),
    "decimalZero": lambda value: f"{value:02}",
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "ordinal": _ordinal,
    "cardinalText": lambda value: _cardinal(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "decimalFullWidth": _positional("０１２３４５６７８９"),
    "decimalFullWidth2": _positional("０１２３４５６７８９"),
    "hindiNumbers": _positional("٠١٢٣٤٥٦٧٨٩"),
    "thaiNumbers": _positional("๐๑๒๓๔๕๖๗๘๙"),
    "decimalEnclosedCircle": _shifted("①", 20),
    "decimalEnclosedCircleChinese": _shifted("①", 20),
    "decimalEnclosedParen": _shifted("⑴", 20),
    "decimalEnclosedFullstop": _shifted("⒈", 20),
    "ideographEnclosedCircle": _shifted("㊀", 10),
    "chineseCounting": _counted_below_a_hundred,
    "chineseCountingThousand": _COUNT,
    "taiwaneseCounting": _counted_below_a_hundred,
    "taiwaneseCountingThousand": _COUNT,
    "japaneseCounting": _COUNT,
    "koreanDigital": _positional("영일이삼사오육칠팔구"),
    "ideographDigital": _positional("〇" + _CHINESE[1:]),
    "taiwaneseDigital": _positional("○" + _CHINESE[1:]),
    "japaneseDigitalTenThousand": _positional("〇" + _CHINESE[1:]),
    "chineseLegalSimplified": _counting(_LEGAL, " 拾佰仟", ten_alone=False),
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
}
