"""What must hold for any text, tried on many."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.arranging import arranged
from corpus.bundled import bundled_report
from corpus.model import Block, Report

ReadText = Callable[[str], Report]

SOURCE = bundled_report().paragraphs
STRAYS = st.sampled_from(
    [
        "26. above, the Committee noted",
        "第26段所述",
        "2004. 一年",
        "1998年成立",
        "2004年3月2日，哈马马特",
        "3.5 per cent of it",
        "11 000 people",
        "12. März 2004",
        "(26) of the Charter",
        "100. The last",
    ]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    at=st.integers(1, 36),
    stray=STRAYS,
    own_block=st.booleans(),
    deleted=st.sets(st.integers(1, 35), max_size=3),
)
def test_stray_numbers_become_no_paragraph_and_missing_ones_are_named(
    report_of: ReadText, at: int, stray: str, own_block: bool, deleted: set[int]
) -> None:
    written = []
    kept = [p for p in SOURCE if p.number and int(p.number) not in deleted]
    for paragraph in kept:
        written.append(f"{paragraph.number}.\n{paragraph.text}")
        if int(paragraph.number) == at:
            written[-1] += ("\n\n" if own_block else "\n") + stray
    report = report_of("\n\n".join(written))
    assert [p.number for p in report.paragraphs if p.number] == [p.number for p in kept]
    assert report.numbering.gaps == tuple(map(str, sorted(deleted)))


@pytest.mark.parametrize("width", [20, 31, 44, 60])
def test_hard_wrapped_chinese_is_rejoined(report_of: ReadText, width: int) -> None:
    kept = [p for p in SOURCE if p.number and not p.items and "http" not in p.text]
    wrapped = []
    for place, paragraph in enumerate(kept, start=1):
        text = f"{place}. {paragraph.text}"
        # A layout breaks between any two characters, but not inside a number.
        wrapped += re.findall(rf".{{1,{width}}}(?!(?<=\d)[\d ]|(?<= )\d)", text)
    report = report_of("\n".join(wrapped))
    assert [p.text for p in report.paragraphs] == [p.text for p in kept]


PATTERNS = [
    "{w} goes on.",
    "{w}",
    "1. {w} begins.",
    "2. {w}:",
    "3.\n{w} stands below.",
    "4．{w}。",
    "一.\n{w}",
    "A. {w}",
    "II. {w}",
    "Annex I\n{w}",
    "(\n{w} bullet",
    "(a) {w};",
    "• {w}",
    "* {w} starred*",
    "Summary\n{w}.",
    "摘要",
    "第三条 {w}",
    "5.",
    "(",
    "Article 1\n{w}.",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(PATTERNS), st.sampled_from(["\n", "\n\n", "\n \n"])), max_size=14
    )
)
def test_every_word_ends_up_in_exactly_one_place(parts: list[tuple[str, str]]) -> None:
    text = "".join(
        pattern.format(w=f"word{place}x") + gap for place, (pattern, gap) in enumerate(parts)
    )
    blocks = tuple(Block(block) for block in re.split(r"\n\s*\n", text) if block.strip())
    arrangement = arranged(blocks)
    told = [arrangement.title]
    told += [heading.label for heading in arrangement.outline]
    told += [paragraph.text for paragraph in arrangement.paragraphs]
    words = re.findall(r"word\d+x", "\n".join(told))
    assert sorted(words) == sorted(re.findall(r"word\d+x", text))
    assert all(paragraph.text.strip() for paragraph in arrangement.paragraphs)
    assert len({paragraph.anchor for paragraph in arrangement.paragraphs}) == len(
        arrangement.paragraphs
    )
    for heading in arrangement.outline:
        assert 1 <= heading.ordinal <= len(arrangement.paragraphs) + 1
