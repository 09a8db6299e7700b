import pytest

from corpus.ordinals import arabic_ordinal, ordinal_value

ARABIC = (
    "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة"
    "|الحادية عشرة|الثانية عشرة|التاسعة عشرة|العشرون|الحادية والعشرون|التاسعة والتسعون|المائة"
)


def test_arabic_ordinals_count() -> None:
    units, *others = ARABIC.split("|")
    assert [arabic_ordinal(word)[0] for word in units.split()] == list(range(1, 11))
    assert [arabic_ordinal(word)[0] for word in others] == [11, 12, 19, 20, 21, 99, 100]


@pytest.mark.parametrize("text", ["", "نص", "من المادة", "Article"])
def test_what_is_no_ordinal_is_none(text: str) -> None:
    assert arabic_ordinal(text) == (0, 0)


def test_ordinals_of_other_languages_count() -> None:
    words = ["premier", "ВТОРОЙ", "tercero", "Vierte", "fifth", "other"]
    assert [ordinal_value(word) for word in words] == [1, 2, 3, 4, 5, 0]
