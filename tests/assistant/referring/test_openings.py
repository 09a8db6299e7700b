"""What leads to a list: the chapeau of a paragraph."""

from dataclasses import replace

import pytest

from assistant.referring import find_reference
from corpus.model import Item


def texts(reference):
    return [place.paragraph.text[place.start : place.end] for place in reference.places]


@pytest.mark.parametrize(
    "question",
    [
        "the chapeau of paragraph 15", "chapeau of para 15", "para. 15 chapeau", "para 15, chapeau",
        "What does the chapeau of paragraph 15 say?", "le chapeau du paragraphe 15",
        "par. 15, chapeau", "el encabezamiento del párrafo 15", "вводная часть пункта 15",
        "مقدمة الفقرة 15", "第15段的引言部分", "第15段的开头部分",
    ],
)  # fmt: skip
def test_the_chapeau_of_a_paragraph_ends_where_its_list_begins(bundled, question):
    (text,) = texts(find_reference(question, bundled))
    assert text.startswith("人们广泛认为")
    assert text.endswith("出席会议的其他代表包括：")


def test_the_mark_of_the_first_entry_is_no_part_of_the_chapeau(made):
    inline = "States shall: (a) act; (b) report."
    report = made([("", "Rules", 1, [inline, "They agreed:\na) to act\nb) to meet"])], "en")
    entries = (Item("a", 18, 22), Item("b", 27, 34))
    first = replace(report.paragraphs[0], items=entries)
    report = replace(report, paragraphs=(first, *report.paragraphs[1:]))
    assert texts(find_reference("chapeau of paragraph 1", report)) == ["States shall:"]
    assert texts(find_reference("chapeau of paragraph 2", report)) == ["They agreed:"]


def test_a_paragraph_without_a_list_begins_with_all_of_it(bundled):
    (place,) = find_reference("the chapeau of paragraph 26", bundled).places
    assert place.is_whole


def test_a_range_from_the_beginning_is_no_chapeau(bundled):
    for question in ("from the beginning to paragraph 3", "du début au paragraphe 3"):
        found = find_reference(question, bundled)
        assert [p.number for p in found.paragraphs] == ["1", "2", "3"]
