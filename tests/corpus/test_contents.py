from corpus.contents import with_contents_set_apart
from corpus.model import Block


def roles(*texts: str) -> list[tuple[str, str]]:
    blocks = with_contents_set_apart([Block(text) for text in texts])
    return [(block.role, block.text) for block in blocks]


def test_lines_that_come_again_are_contents() -> None:
    assert roles(
        "Water", "Contents", "1. Ice ... 3", "2. Snow 4", "1. Ice", "Text.", "2. Snow"
    ) == [
        ("body", "Water"),
        ("table", "Contents\n1. Ice ... 3\n2. Snow 4"),
        ("body", "1. Ice"),
        ("body", "Text."),
        ("body", "2. Snow"),
    ]


def test_a_line_that_begins_another_is_of_the_contents() -> None:
    found = roles("Arrangement of Sections", "Sections", "1. Ice.", "2. Snow.",
                  "1. Ice.—(1) It is cold.", "2. Snow.—(1) It is white.")  # fmt: skip
    assert [role for role, _ in found] == ["table", "body", "body"]


def test_a_heading_called_contents_above_text_stays_one() -> None:
    assert {role for role, _ in roles("Contents", "The box holds water.", "And ice.")} == {"body"}


def test_without_a_label_nothing_changes() -> None:
    assert {role for role, _ in roles("1. Ice", "2. Snow", "1. Ice", "2. Snow")} == {"body"}


def test_contents_need_no_blank_lines_around_them() -> None:
    assert roles(
        "水法\n目次\n第一章　総則（第一条）\n第二章　罰則\n第一章　総則\n第一条　甲。\n第二章　罰則"
    ) == [
        ("body", "水法"),
        ("table", "目次\n第一章　総則（第一条）\n第二章　罰則"),
        ("body", "第一章　総則\n第一条　甲。\n第二章　罰則"),
    ]
