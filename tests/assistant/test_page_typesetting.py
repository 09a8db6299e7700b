"""Tables are set as tables, and not a character is lost."""

from __future__ import annotations

import re
from html import unescape

import pytest

from assistant.page.typesetting import text_html

TABLE = "Region | Place\nAfrica | Bamako\nEurope | Bucharest"


def read(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize(
    ("text", "rows", "cells"),
    [
        (TABLE, 3, 6),
        (f"Results:\n{TABLE}\nThat is all.", 3, 6),
        ("Africa | Bamako | 2002", 1, 3),
        ("Africa | Bamako", 0, 0),
        ("either|or\nthis|that", 0, 0),
        ("One line.\nAnother line.", 0, 0),
        ("a | \nb | c", 2, 4),
    ],
)
def test_lines_with_bars_are_rows(text: str, rows: int, cells: int) -> None:
    html = text_html(text, ())
    assert html.count('role="row"') == rows
    assert html.count('role="cell"') == cells
    assert read(html) == text


def test_a_wide_table_can_be_scrolled_by_the_keyboard() -> None:
    wide = "\n".join(" | ".join("abcdef") for _ in range(2))
    assert 'tabindex="0"' in text_html(wide, ())
    assert "tabindex" not in text_html(TABLE, ())


def test_a_cell_says_what_it_says() -> None:
    html = text_html("<b> | ${x}\n[a](b) | c", ())
    assert "<b>" not in html
    assert "${" not in html


def test_a_line_that_is_no_table_after_all_keeps_its_line_breaks() -> None:
    assert text_html("One\neither | or\nthree", ()).count("gap") == 0
