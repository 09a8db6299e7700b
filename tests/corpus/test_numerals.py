from hypothesis import given
from hypothesis import strategies as st

from corpus.numerals import bullet_label, chinese_value, roman_numeral, roman_value


@given(st.integers(1, 3999))
def test_roman_numerals_are_read_as_written(value: int) -> None:
    assert roman_value(roman_numeral(value)) == value


def test_chinese_numerals_are_read() -> None:
    written = ["一", "十", "十二", "二十", "九十九", "一百零三", "一百一十", "两千零五", "二〇〇四"]
    assert [chinese_value(n) for n in written] == [1, 10, 12, 20, 99, 103, 110, 2005, 2004]


def test_bullets_go_on_after_z() -> None:
    assert [bullet_label(place) for place in (0, 1, 25, 26, 27, 701, 702)] == [
        "a", "b", "z", "aa", "ab", "zz", "aaa",
    ]  # fmt: skip
