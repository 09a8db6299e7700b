"""Numerals that people number paragraphs and headings with, as integers."""

from __future__ import annotations

_CHINESE_DIGITS = {
    digit: value for value, digits in enumerate(("〇零", "一壹", "二贰两", "三叁", "四肆", "五伍",
                                                 "六陆", "七柒", "八捌", "九玖"))
    for digit in digits
}  # fmt: skip
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)

# The letters that lists are marked with, in the order in which they count. In Russian й and ё are
# passed over; in Arabic the order is the old one, that of abjad, and in Japanese that of iroha.
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя", "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    IROHA,
)  # fmt: skip
_LETTERS = {
    letter: place for letters in _ALPHABETS for place, letter in enumerate(letters, start=1)
}

_LOW, _RAISED = "0123456789+−-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ"
_LOWERED = str.maketrans(_RAISED, "0123456789+--n")

CHINESE_NUMERAL = "[〇零一二三四五六七八九十百千两廿卅]+"


def chinese_value(numeral: str) -> int:
    """Read a Chinese numeral below ten thousand, in either way of writing.

    >>> chinese_value("二十六"), chinese_value("一百零三")
    (26, 103)
    >>> chinese_value("二六"), chinese_value("廿六")
    (26, 26)
    """
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    if not any(character in _CHINESE_UNITS for character in numeral):
        return int("".join(str(_CHINESE_DIGITS[character]) for character in numeral))
    total = digit = 0
    for character in numeral:
        if character in _CHINESE_UNITS:
            total += (digit or 1) * _CHINESE_UNITS[character]
            digit = 0
        else:
            digit = _CHINESE_DIGITS[character]
    return total + digit


def letter_value(letter: str) -> int:
    """The place of a letter that lists are marked with, in any of four scripts; 0 if it is none.

    >>> letter_value("c"), letter_value("В"), letter_value("ج"), letter_value("cc")
    (3, 3, 3, 0)
    """
    return _LETTERS.get(letter.lower().replace("أ", "ا"), 0)


def circled_value(sign: str) -> int:
    """Read a number in a circle, up to 20; 0 if it is none.

    >>> circled_value("①"), circled_value("⑳"), circled_value("1")
    (1, 20, 0)
    """
    return ord(sign) - ord("①") + 1 if len(sign) == 1 and "①" <= sign <= "⑳" else 0


def roman_value(numeral: str) -> int:
    """Read a Roman numeral; 0 if its letters are in no valid order.

    >>> roman_value("XIV"), roman_value("iv"), roman_value("IIX")
    (14, 4, 0)
    """
    values = [_ROMAN.get(letter, 0) for letter in numeral.upper()]
    total = sum(
        -value if later > value else value
        for value, later in zip(values, [*values[1:], 0], strict=True)
    )
    return total if roman_numeral(total) == numeral.upper() else 0


def roman_numeral(value: int) -> str:
    """Write a number in Roman numerals.

    >>> roman_numeral(14)
    'XIV'
    """
    written = ""
    steps = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
             (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    for step, letters in steps:
        while value >= step:
            written += letters
            value -= step
    return written


def bullet_label(position: int) -> str:
    """Name an unlettered bullet by its place, from 0.

    >>> bullet_label(0), bullet_label(25), bullet_label(26)
    ('a', 'z', 'aa')
    """
    label = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, 26)
        label = chr(ord("a") + letter) + label
    return label


def raised(text: str) -> str:
    """Write digits small and high, as they are printed; a text with letters stays as it is.

    >>> raised("12"), raised("er")
    ('¹²', 'er')
    """
    stripped = text.strip()
    if not stripped or not set(stripped) <= set(_LOW):
        return text
    return text.translate(str.maketrans(_LOW, _RAISED))


def lowered(text: str) -> str:
    """Write raised digits as plain ones.

    >>> lowered("67¹²")
    '6712'
    """
    return text.translate(_LOWERED)
