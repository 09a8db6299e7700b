"""Numbers with strokes between, which are lists, and symbols and dates, which are none."""

import pytest

from assistant.referring import find_reference
from assistant.referring.lexing import lexed
from assistant.referring.strokes import parted


def names(reference):
    return [
        f"{place.paragraph.anchor}.{place.item}" if place.item else place.paragraph.anchor
        for place in (reference.places if reference else ())
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("paras 3/5/7", "p3 p5 p7"),
        ("Paras. 3 / 5 / 7, please", "p3 p5 p7"),
        ("¶¶3/5", "p3 p5"),
        ("paras 3/5-7", "p3 p5 p6 p7"),
        ("paras 3/5 and 7", "p3 p5 p7"),
        ("paragraph 26 and/or 27", "p26 p27"),
        ("第3/5/7段", "p3 p5 p7"),
        ("第３／５段说了什么？", "p3 p5"),
        ("第三/五/七段", "p3 p5 p7"),
        ("párrs. 3/5", "p3 p5"),
        ("les paragraphes 3/5/7", "p3 p5 p7"),
        ("пп. 3/5/7", "p3 p5 p7"),
        ("الفقرات 3/5/7", "p3 p5 p7"),
        ("الفقرات ٣/٥", "p3 p5"),
        ("para. 15/b", "p15.b"),
        ("para. 15(a)/(b)", "p15.a p15.b"),
        ("sections II/III", "p5 p6 p7 p8 p9 p10 p11"),
        ("section IV/C", "p24 p25 p26 p27"),
        ("第四节A/B", "p18 p19 p20 p21 p22 p23"),
    ],
)
def test_what_strokes_part_is_found_one_by_one(bundled, question, expected):
    assert names(find_reference(question, bundled)) == expected.split()


@pytest.mark.parametrize(
    "question",
    [
        "A/80/81", "What does A/80/81 say?", "1/CP.21", "decision 1/CP.21", "第10/12号决议",
        "resolution 15/2", "Human Rights Council resolution 15/2", "第15/2号决议", "15/2",
        "What happened on 10/12/2003?", "10/12/2003", "What was decided on 3/5?", "24/7 support",
        "paras 10/12/2003",
    ],
)  # fmt: skip
def test_symbols_and_dates_are_no_lists(bundled, question):
    assert find_reference(question, bundled) is None


def test_of_two_numbers_that_lead_downwards_one_is_inside_the_other(made):
    text = "Everyone may:\n1) speak\n2) listen"
    law = made([("", "Rules", 1, [("Article 6", "article", text)])], "en")
    assert names(find_reference("article 6/2", law)) == ["p1.2"]


def test_what_is_parted_keeps_its_place_in_the_question():
    words = lexed("paras 3/15/27 please")
    found = [words.text[token.start : token.end] for token in parted(words.tokens)]
    assert found == ["paras", "3", "/", "15", "/", "27", "please"]
