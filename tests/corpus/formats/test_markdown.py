from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.formats.markdown import blocks
from corpus.model import Block
from corpus.reading import read_report

Read = Callable[[str], list[Block]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def write_and_read(text: str) -> list[Block]:
        path = tmp_path / "report.md"
        path.write_text(text, encoding="utf-8")
        return list(blocks(path))

    return write_and_read


def told(found: list[Block]) -> list[tuple[str, str, str]]:
    return [(block.role, block.number, block.text) for block in found]


def test_headings_paragraphs_and_emphasis(read: Read) -> None:
    text = "# Water\n\n**第一条** 水是*免费*的。\n第二行\n\nUnder\n---\n"
    assert told(read(text)) == [
        ("heading", "", "Water"),
        ("body", "", "第一条 水是免费的。\n第二行"),
        ("heading", "", "Under"),
    ]


def test_the_numbers_typed_are_the_numbers(read: Read) -> None:
    assert told(read("3. Three.\n4. Four.\n7. Seven.\n")) == [
        ("item", "3.", "Three."),
        ("item", "4.", "Four."),
        ("item", "7.", "Seven."),
    ]


def test_a_list_of_ones_is_counted(read: Read) -> None:
    assert [block.number for block in read("1. a\n1. b\n1. c\n")] == ["1.", "2.", "3."]


def test_an_escaped_number_is_text(read: Read) -> None:
    assert told(read("1\\. One.\n\n2\\. Two.\n")) == [
        ("body", "", "1. One."),
        ("body", "", "2. Two."),
    ]


def test_a_list_inside_a_list_is_deeper(read: Read) -> None:
    found = read("1. One:\n   - apples\n   - pears\n\n   More.\n2. Two.\n")
    assert [(block.number, block.text, block.level) for block in found] == [
        ("1.", "One:", 1),
        ("•", "apples", 2),
        ("•", "pears", 2),
        ("", "More.", 1),
        ("2.", "Two.", 1),
    ]


def test_what_is_indented_is_no_program(read: Read) -> None:
    assert told(read("2. Two:\n\n\ta. | apples; |  \n")) == [
        ("item", "2.", "Two:"),
        ("item", "", "a. apples;"),
    ]


def test_front_matter_comments_and_fences_are_dropped(read: Read) -> None:
    text = '---\ntitle: "Water"\n---\n\n<!-- note -->\n\n@@@\n[One](#1), [Two](#2)\n@@@\n\nText.\n'
    assert told(read(text)) == [("body", "", "Text.")]


def test_a_table_is_one_block(read: Read) -> None:
    assert told(read("| Item | No |\n|---|---|\n| 1. Water | 5 |\n")) == [
        ("table", "", "Item | No\n1. Water | 5")
    ]


def test_html_inside_is_read_as_html(read: Read) -> None:
    text = '<a name="x"></a>\n\n<table><tr><td>1</td><td>Water.</td></tr></table>\n\nA<br>B\n'
    assert told(read(text)) == [("body", "1", "Water."), ("body", "", "A\nB")]


def test_links_keep_their_words_and_pictures_nothing(read: Read) -> None:
    assert read("See [the Charter](x) and ![a picture](y).\n")[0].text == "See the Charter and ."


def test_notes_are_notes(read: Read) -> None:
    assert told(read("Water.[^a1]\n\n[^a1]: See A/59/50.\n")) == [
        ("body", "", "Water.¹"),
        ("footnote", "", "1 See A/59/50."),
    ]


def test_articles_in_headings_are_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "law.md"
    path.write_text(
        "# A Law\n\n## Chapter I Water\n\n### Article 1\n\n#### Scope\n\n1. Water.\n\n2. Ice.\n\n"
        "### Article 2. Entry into force\n\nAt once.\n\n### Article 3\n\n### Article 4\n\nText.\n",
        encoding="utf-8",
    )
    report = read_report(path)
    assert [(p.number, p.text) for p in report.paragraphs] == [
        ("Article 1", "1. Water.\n2. Ice."),
        ("Article 2", "At once."),
        ("Article 4", "Text."),
    ]
    assert [h.label for h in report.paragraphs[1].headings] == [
        "Chapter I Water",
        "Entry into force",
    ]
    assert report.numbering.gaps == ("3",)
    assert report.title == "A Law"
