import pytest

from corpus.lists import list_mark
from corpus.nesting import Nesting


def labels(*lines: str) -> list[str]:
    nesting = Nesting()
    marks = [list_mark(line) for line in lines]
    return [nesting.enter(mark) for mark in marks if mark is not None and nesting.takes(mark)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["(a) x", "(b) x"], ["a", "b"]),
        (["(a) x", "(i) x", "(ii) x", "(b) x", "(i) x"], ["a", "a.i", "a.ii", "b", "b.i"]),
        (["(g) x", "(h) x", "(i) x", "(j) x"], ["i"]),
        (["(f) x"], []),
        (["1. x", "a. x", "b. x", "2. x", "a. x"], ["1", "1.a", "1.b", "2", "2.a"]),
        (["（一）x", "1. x", "2. x", "（二）x"], ["一", "一.1", "一.2", "二"]),
        (["• x", "• x"], ["a", "b"]),
        (["1- x", "أ- x", "ب- x", "2- x"], ["1", "1.أ", "1.ب", "2"]),
        (["а) x", "б) x", "в) x"], ["а", "б", "в"]),
        (["(a) x", "(c) x"], ["a", "c"]),
        (["(26) of the Charter"], []),
    ],
)
def test_entries_are_labelled_by_where_they_stand(lines: list[str], expected: list[str]) -> None:
    assert labels(*lines) == expected


def test_i_goes_on_with_h_and_ii_with_i() -> None:
    after_a = [f"({letter}) x" for letter in "abcdefghij"]
    assert labels(*after_a) == list("abcdefghij")
    assert labels("(i) x", "(ii) x", "(iii) x") == ["i", "ii", "iii"]
