"""Numbers in a page's margin: on either side, with the signs that they are printed with."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from corpus.formats.pdf import blocks

PdfOf = Callable[..., Path]
FULL = "All of this line is filled with words so that it reaches as far as the margin does on"
Line = tuple[float, float, str]


def page(numbers: Sequence[str], x: float) -> list[Line]:
    drawn: list[Line] = []
    for place, number in enumerate(numbers):
        top = 700.0 - 50 * place
        drawn += [(x, top, number), (100, top, FULL), (100, top - 12, "and ends here.")]
    return drawn


@pytest.mark.parametrize(
    ("form", "x"), [("{}", 70), ("({})", 70), ("[{}]", 70), ("{}", 540)], ids=str
)
def test_numbers_in_the_margin_begin_paragraphs(pdf_of: PdfOf, form: str, x: float) -> None:
    numbers = [form.format(number) for number in range(1, 6)]
    found = list(blocks(pdf_of(page(numbers, x))))
    assert [block.number for block in found] == numbers
    assert {block.text for block in found} == {f"{FULL} and ends here."}


def test_a_number_in_the_margin_begins_a_paragraph_without_a_gap(pdf_of: PdfOf) -> None:
    lines = [
        line
        for place in range(1, 6)
        for line in (
            (70, 700.0 - 24 * place, f"({place})"),
            (100, 700.0 - 24 * place, FULL),
            (100, 688.0 - 24 * place, FULL),
        )
    ]
    assert [block.number for block in blocks(pdf_of(lines))] == ["(1)", "(2)", "(3)", "(4)", "(5)"]


def test_numbers_at_the_right_that_do_not_count_on_stay(pdf_of: PdfOf) -> None:
    found = list(blocks(pdf_of(page(["7", "31", "2", "1500", "8"], 540))))
    assert not any(block.number for block in found)
    assert any("1500" in block.text for block in found)
