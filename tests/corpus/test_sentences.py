import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bundled import bundled_report
from corpus.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


# Each list is the sentences that must be found in their concatenation.
CHINESE = [
    ["会议开得很成功。", "下一次在突尼斯！", "谁参加？"],
    ["他说：“会议开得很成功。”", "委员会表示同意。"],
    ["研讨会（2004年2月26日和27日，日内瓦）；另一次研讨会（罗马）；论坛（纽约）。"],
    ["175个联合国会员国的11 000多名代表参加了审议。", "增长了3.5%。"],
    ["可在http://www.itu.int/wsis查阅最后文本。", "完。"],
    ["《谁来治理因特网？》一书出版了。"],
    ["见附件（第3段。）", "完。"],
]
SPACED = [
    ["See No. 3 and art. 5.", "It was adopted."],
    ["Mr. Smith and Dr. J. R. Jones met.", "They agreed."],
    ["It grew by 3.5 per cent, e.g. in Geneva.", "Nothing else did."],
    ["About 11 000 delegates came.", "175 States were represented."],
    ["He asked: “Who governs it?”", "Nobody knew."],
    ["See http://www.itu.int/wsis/index.html for more.", "It is public."],
    ["The U.S. Government agreed.", "So did others."],
    ["It was held in the U.S.", "The next one was not."],
    ["See para. 26.", "The Council noted it."],
    ["The Committee (see annex.)", "The Board."],
    ["Der Rat tagte am 3. Oktober in Genf.", "Er beschloss nichts."],
    ["Что решил Совет?", "Ничего, см. п. 26."],
    ["من يرأس اللجنة؟", "الأمين العام."],
    ["1. Scope and purpose"],
    ["“Stop!” he said, and left."],
]


@pytest.mark.parametrize("expected", CHINESE)
def test_chinese_sentences_end_at_their_full_stops(expected: list[str]) -> None:
    assert sentences("".join(expected)) == expected


@pytest.mark.parametrize("expected", SPACED)
def test_points_end_sentences_but_not_abbreviations_numbers_or_addresses(
    expected: list[str],
) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_line_always_ends_a_sentence() -> None:
    assert sentences("包括：\n3 300名代表\n87个国际组织") == [
        "包括：",
        "3 300名代表",
        "87个国际组织",
    ]


def test_chinese_follows_latin_without_a_space() -> None:
    assert sentences("会议在Tunis.下一次在日内瓦。") == ["会议在Tunis.", "下一次在日内瓦。"]


def test_nothing_and_white_space_hold_no_sentence() -> None:
    assert sentence_spans("") == sentence_spans(" \n\t ") == ()


def test_paragraph_26_keeps_its_list_of_meetings_in_one_sentence() -> None:
    text = next(p.text for p in bundled_report().paragraphs if p.number == "26")
    found = sentences(text)
    assert len(found) == 3
    assert found[1].startswith("自去年12月以来")
    assert found[1].endswith("纽约）。")


texts = st.text(
    st.sampled_from('aB1 .!?。！？；…\n"”）()“会议\u3000.') | st.characters(), max_size=60
)


@given(texts)
def test_spans_cover_every_character_in_order_without_white_space_at_their_edges(text: str) -> None:
    spans = sentence_spans(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
