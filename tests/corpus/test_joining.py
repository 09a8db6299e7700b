import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.joining import ends_clause, ends_sentence, joined


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["信息社会", "世界首脑会议"], "信息社会世界首脑会议"),
        (["the least", "developed countries"], "the least developed countries"),
        (["《2001-2010", "十年期》"], "《2001-2010十年期》"),
        (["他说：“好。”", "会议结束。"], "他说：“好。”会议结束。"),
        (
            ["可查阅http://", "www.itu.int/wsis/index.html。"],
            "可查阅http://www.itu.int/wsis/index.html。",
        ),
        (["see http://www.itu.int/", "wsis/index.html"], "see http://www.itu.int/wsis/index.html"),
        (["see http://www.itu.int/wsis", "for more"], "see http://www.itu.int/wsis for more"),
        (["see http://www.itu.int/wsis/", "The text"], "see http://www.itu.int/wsis/ The text"),
        (["a well-", "known case"], "a well-known case"),
        (["from 2001–", "2010"], "from 2001–2010"),
        (["about 11", "000 people"], "about 11 000 people"),
        (["대한민국은", "민주공화국이다"], "대한민국은 민주공화국이다"),
        (["", " a ", "", "b"], "a b"),
    ],
)
def test_broken_lines_are_rejoined(lines: list[str], expected: str) -> None:
    assert joined(lines) == expected


@given(st.lists(st.text(max_size=12), max_size=5))
def test_joining_adds_and_takes_nothing_but_white_space(lines: list[str]) -> None:
    assert "".join(joined(lines).split()) == "".join("".join(lines).split())


def test_a_notes_mark_does_not_hide_the_end_of_a_sentence() -> None:
    assert ends_sentence("in Tunis.6")
    assert ends_clause("报告；6")
    assert not ends_sentence("in 2004")
    assert not ends_sentence("报告；6")


@pytest.mark.parametrize("lines", [["第57", "/238号"], ["第57/", "238号"]])
def test_a_documents_number_is_rejoined(lines: list[str]) -> None:
    assert joined(lines) == "第57/238号"


@pytest.mark.parametrize("text", ["« L'eau est libre. »", "in 2015.12", "in Tunis.*"])
def test_a_sentence_may_end_in_a_quote_or_a_notes_mark(text: str) -> None:
    assert ends_sentence(text)


def test_a_versions_number_ends_no_sentence() -> None:
    assert not ends_sentence("Version 2.0")
