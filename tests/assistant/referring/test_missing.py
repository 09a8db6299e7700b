"""What is not there, and what is said instead."""

import pytest

from assistant.lacking import lacking
from assistant.referring import Standing, find_reference
from assistant.wording import wording


@pytest.fixture
def empty(made):
    return made(
        [("I.", "Start", 1, ["One."]), ("II.", "Middle", 1, []), ("A.", "Part", 2, ["Two."])], "en"
    )


@pytest.mark.parametrize("question", ["section II before part A", "the chapeau of section II"])
def test_a_section_without_text_of_its_own_is_said_to_have_none(empty, question):
    reference = find_reference(question, empty)
    assert not reference.places
    said = lacking(reference.missing[0], empty, wording("en"))
    assert said == "“II. Middle” has no text of its own there."
    assert [p.text for p in reference.missing[0].nearest] == ["Two."]


def test_a_report_without_sections_says_so(made):
    plain = made([("", "Text", 1, ["One.", "Two."])], "en")
    reference = find_reference("section IV", plain)
    assert lacking(reference.missing[0], plain, wording("en")).startswith("This report is not")


def test_numbers_that_are_not_there_are_told_apart(bundled):
    reference = find_reference("paragraphs 35 to 38", bundled)
    assert [p.number for p in reference.paragraphs] == ["35", "36"]
    assert reference.missing[0].labels == ("37", "38")


def test_a_range_written_backwards_is_its_two_ends(bundled):
    numbers = [p.number for p in find_reference("paragraphs 27-24", bundled).paragraphs]
    assert numbers == ["27", "24"]


def test_a_number_of_several_parts_is_only_itself(made):
    numbers = ["2", "13", "13-2", "3.1"]
    rules = made([("", "Rules", 1, [(number, "", f"Rule {number}.") for number in numbers])], "en")
    for question, expected in [
        ("第13段", "13"), ("第13-2段", "13-2"), ("paragraph 3.1", "3.1"), ("13-2", "13-2"),
    ]:  # fmt: skip
        found = find_reference(question, rules)
        assert [p.number for p in found.paragraphs] == [expected], question
    assert find_reference("3.1 million people?", rules) is None


def test_what_was_quoted_from_an_earlier_version_still_counts(bundled, made):
    earlier = bundled.paragraphs[bundled.outline[3].ordinal]
    standing = Standing(bundled.id, (earlier,), looked_up=True)
    newer = made([("", "Text", 1, ["One.", "Two.", "Three."])], "en")
    reference = find_reference("the next paragraph", newer, standing)
    assert reference.places or reference.missing


@pytest.mark.parametrize(
    "question",
    [
        "第26段\u200b",
        "\u202e第26段\u202c",
        "🙂 第26段 🙂",
        "第\u00a026\u00a0段",
        "第26段 please",
    ],
)
def test_emoji_and_invisible_signs_hide_nothing(bundled, question):
    reference = find_reference(question, bundled)
    assert "26" in [p.number for p in reference.paragraphs]


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("the section before the conclusions", "33 34 35"),
        ("the paragraph before the conclusions", "35"),
        ("the last paragraph of the conclusions", "36"),
        ("section IV, A, B and C", "18 19 20 21 22 23 24 25 26 27"),
        ("第四节A和B", "18 19 20 21 22 23"),
        ("第四节后三段", "25 26 27"),
        ("the section on the preparatory phase", "9 10 11"),
        ("筹备阶段那一节", "9 10 11"),
        ("twenty-sixth paragraph", "26"),
        ("第廿六段", "26"),
    ],
)
def test_what_is_said_in_several_ways_at_once_is_found(bundled, question, numbers):
    assert [p.number for p in find_reference(question, bundled).paragraphs] == numbers.split()
