import pytest

from corpus.counting import written


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (26, "lowerLetter", "z"),
        (53, "lowerLetter", "aaa"),
        (1994, "upperRoman", "MCMXCIV"),
        (10, "chineseCounting", "十"),
        (110, "chineseCountingThousand", "一百一十"),
        (1005, "chineseCountingThousand", "一千零五"),
        (105, "chineseCounting", "一○五"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (11, "ordinal", "11th"),
        (42, "cardinalText", "Forty-two"),
        (30, "ordinalText", "Thirtieth"),
        (7, "decimalZero", "07"),
        (21, "decimalEnclosedCircle", "21"),
        (11, "ideographTraditional", "甲"),
        (5, "a form to come", "5"),
        (0, "upperRoman", "0"),
    ],
)
def test_a_number_is_written_as_word_writes_it(value: int, form: str, expected: str) -> None:
    assert written(value, form) == expected
