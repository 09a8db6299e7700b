import pytest

from corpus.lists import list_mark


@pytest.mark.parametrize(
    ("line", "label", "printed", "words"),
    [
        ("(", "", "", ""),
        ("• apples", "", "", "apples"),
        ("- apples", "", "", "apples"),
        ("(a) apples", "a", "(a) ", "apples"),
        ("a) apples", "a", "a) ", "apples"),
        ("(iii) apples", "iii", "(iii) ", "apples"),
        ("（一）电子记录", "一", "（一）", "电子记录"),
        ("2. apples", "2", "2. ", "apples"),
        ("b. apples", "b", "b. ", "apples"),
        ("2-bis. mele", "2-bis", "2-bis. ", "mele"),
        ("２　林檎", "２", "２　", "林檎"),
        ("イ　林檎", "イ", "イ　", "林檎"),
    ],
)
def test_a_lists_mark_is_read(line: str, label: str, printed: str, words: str) -> None:
    mark = list_mark(line)
    assert mark is not None
    assert (mark.label, mark.printed, line[mark.end :]) == (label, printed, words)


@pytest.mark.parametrize(
    "line",
    ["(see annex)", "-5 degrees", "——聚集一堂", "(2004年)", "e.g. this", "3.5 per cent", "a b"],
)
def test_what_only_looks_like_a_mark_is_none(line: str) -> None:
    assert list_mark(line) is None
