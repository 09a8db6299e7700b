import json
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.bundled import bundled_report
from corpus.normalising import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＩＣＴ", "ict"),
        ("11 000", "11,000"),
        ("11\u00a0000", "11000"),
        ("11\u202f000", "11000"),
        ("１１，０００", "11000"),
        ("1 234 567", "1234567"),
        ("第５７/238號決議", "第57/238号决议"),
        ("資訊社會", "信息社会"),
        ("數位落差", "数字鸿沟"),
        ("網路", "网络"),
        ("看著", "看着"),
        ("Élève", "eleve"),
        ("STRASSE", "straße"),
        ("ёлка", "ЕЛКА"),
        ("أُمَّةٌ", "امه"),
        ("٢٦", "26"),
        ("۲۶", "26"),
        ("२६", "26"),
    ],
)
def test_ways_of_writing_the_same_thing_meet(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3,5", "35"),
        ("3.500", "3500"),
        ("56/183", "56183"),
        ("2003, 100", "2003100"),
        ("100，200人", "100200人"),
        ("12 2003", "122003"),
        ("11 0000", "110000"),
        ("立法程序", "立法进程"),
        ("йод", "иод"),
    ],
)
def test_different_things_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_character_folds_the_same_whatever_stands_beside_it() -> None:
    sentence = "乾隆年間的乾燥氣候，後來的皇后看著名著"
    assert folded(sentence) == "".join(folded(character) for character in sentence).replace(
        ",", ", "
    ).replace(",  ", ", ")


@given(st.text(max_size=40))
@example("1 000,000 000")
@example("\u0345\u03b1")
@example("資訊網路數位化")
@example("İ ǰ ŉ ß ﬁ ㈠ ½ Ⅷ")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_simplified_text_of_the_report_loses_nothing_but_width_and_spaces_in_numbers() -> None:
    for paragraph in bundled_report().paragraphs:
        assert len(folded(paragraph.text)) >= len(paragraph.text) * 0.95


def test_a_thousand_characters_take_less_than_a_millisecond() -> None:
    text = "".join(paragraph.text for paragraph in bundled_report().paragraphs)[:1000]
    folded(text)
    best = min(_seconds(text) for _ in range(20))
    assert best < 0.001


def _seconds(text: str) -> float:
    start = perf_counter()
    folded(text)
    return perf_counter() - start


def test_taiwanese_news_meets_its_simplified_form() -> None:
    path = Path(__file__).parents[3] / "shared/sets/drcd-dev/paragraphs.jsonl"
    if not path.exists():
        pytest.skip("needs ../shared")
    from opencc import OpenCC

    text = json.loads(path.read_text(encoding="utf-8").split("\n")[0])["text"]
    ours, theirs = folded(text), folded(OpenCC("t2s").convert(text))
    assert ours == theirs
