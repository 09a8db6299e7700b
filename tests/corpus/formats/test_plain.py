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
    path.write_text("one\ftwo", encoding="utf-8")
    assert [(block.text, block.page) for block in blocks(path)] == [("one", 1), ("two", 2)]
