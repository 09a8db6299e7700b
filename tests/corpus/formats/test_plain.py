from pathlib import Path

import pytest

from corpus.formats.plain import blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\nthree\n", ["one\ntwo", "three"]),
        ("one\n \t\ntwo", ["one", "two"]),
        ("A note.\n A title", ["A note.", " A title"]),
        ("no end\n indented", ["no end\n indented"]),
        ("\n\n\none", ["one"]),
    ],
)
def test_blank_lines_and_indents_part_blocks(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    path = tmp_path / "sample.txt"
    path.write_text(text, encoding="utf-8")
    assert [block.text for block in blocks(path)] == expected


def test_form_feeds_count_pages(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    path.write_text("One.\fTwo.", encoding="utf-8")
    assert [(block.text, block.page) for block in blocks(path)] == [("One.", 1), ("Two.", 2)]


def test_what_pages_repeat_at_their_edges_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    pages = [f"A/79/12   Waters\n\n{n}. One of them.\n\n{n}/3     24-999" for n in (1, 2, 3)]
    path.write_text("\f".join(pages), encoding="utf-8")
    said = [f"{n}. One of them." for n in (1, 2, 3)]
    assert [block.text for block in blocks(path)] == ["A/79/12", *said]


def test_notes_stand_below_a_rule(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    text = "1. Water is wet, as the\n\n_______\n1  See A/59/50.\n2  Ibid.\n\f\nreport says.\n"
    path.write_text(text, encoding="utf-8")
    assert [(block.text, block.role, block.page) for block in blocks(path)] == [
        ("1. Water is wet, as the\nreport says.", "body", 1),
        ("1  See A/59/50.", "footnote", 1),
        ("2  Ibid.", "footnote", 1),
    ]


def test_where_lines_are_longer_than_margins_each_is_a_block(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    long = "Water is wet, and that is all that there is to be said of it here and now. " * 3
    path.write_text(f"Heading\n1. {long}\n2. {long}\nAnother heading\n3. {long}\n", "utf-8")
    assert [block.text[:7] for block in blocks(path)] == [
        "Heading", "1. Wate", "2. Wate", "Another", "3. Wate",
    ]  # fmt: skip


def test_a_symbol_that_heads_each_page_stays_on_the_first(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    path.write_text(
        "A/80/99      1/2\n\nWater\n\n1. One.\n\fA/80/99      2/2\n\n2. Two.\n", "utf-8"
    )
    assert [block.text for block in blocks(path)] == ["A/80/99", "Water", "1. One.", "2. Two."]
