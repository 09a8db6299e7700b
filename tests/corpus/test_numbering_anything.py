"""Numbering under noise: whatever is inserted, taken out or shuffled, no number is wrong.

A report is written out of numbered paragraphs in one of several forms, with headings, lists and
noise among them. What must hold: each paragraph found is one that was written, under its own
number; what was taken out is named.
"""

import random
import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.arranging import arranged
from corpus.drafting import Arrangement
from corpus.model import Block

FORMS = ["{n}. ", "{n}．", "({n}) ", "[{n}] ", "§ {n} ", "Article {n} ", "第{n}条 ", "¶ {n} "]
NOISE = [
    "see paragraph {n}. above, and what was said there",
    "({n}) of the Charter and its annexes",
    "{n}. above, as the Committee noted",
    "Article {n} of the Covenant, which it recalled,",
    "第{n}段所述情况",
    "第{n}条规定的情形除外",
    "§ {n} Abs. 2 ZPO",
    "[{n}], para. 4; cited above",
    "{n}.5 per cent of it",
    "{n} 000 people",
    "of {n} March 2004",
    "12. März 2004",
    "2004. 一年",
]
HEADINGS = ["II. Findings", "B. Merits", "Next steps", "第二章 附则", "Conclusions"]


@dataclass(frozen=True)
class Written:
    blocks: tuple[Block, ...]
    kept: tuple[int, ...]


@st.composite
def reports(draw: st.DrawFn, deletions: int) -> Written:
    """A report whose paragraph n says "number n"; noise goes on with a paragraph or a block."""
    form = draw(st.sampled_from(FORMS))
    last = draw(st.integers(4, 40))
    deleted = draw(st.sets(st.integers(2, last - 1), max_size=deletions))
    blocks: list[str] = []
    kept = [number for number in range(1, last + 1) if number not in deleted]
    for number in kept:
        blocks.append(f"{form.format(n=number)}The Committee said the words of number {number}.")
        kind = draw(st.integers(0, 5))
        noise = draw(st.sampled_from(NOISE)).format(n=draw(st.integers(1, last + 5)))
        if kind == 1:
            blocks[-1] = blocks[-1][:-1] + f", {noise} went on."
        elif kind == 2:
            blocks[-1] = blocks[-1][:-1] + f" and, as is plain from\n{noise} went on."
        elif kind == 3 and number != kept[-1]:
            blocks.append(draw(st.sampled_from(HEADINGS)))
        elif kind == 4:
            count = draw(st.integers(2, 3))
            blocks[-1] = blocks[-1][:-1] + ", namely:"
            blocks += [f"({'abc'[place]}) a point;" for place in range(count)]
    return Written(tuple(map(Block, blocks)), tuple(kept))


def found(arrangement: Arrangement) -> list[tuple[str, str]]:
    """Each paragraph's number, and the number that its text says it has."""
    return [
        (re.sub(r"\D", "", paragraph.number), said[1])
        for paragraph in arrangement.paragraphs
        if paragraph.number
        and (said := re.search(r"the words of number (\d+)", paragraph.text)) is not None
    ]


@settings(max_examples=120, deadline=None)
@given(reports(deletions=3))
def test_no_noise_hides_or_makes_a_paragraph(written: Written) -> None:
    arrangement = arranged(written.blocks)
    assert found(arrangement) == [(str(number), str(number)) for number in written.kept]
    assert arrangement.numbering.numbered == len(written.kept)
    missing = sorted(set(range(1, written.kept[-1])) - set(written.kept))
    assert arrangement.numbering.gaps == tuple(map(str, missing))
    assert arrangement.numbering.status == ("gaps" if missing else "complete")


@settings(max_examples=50, deadline=None)
@given(reports(deletions=0), st.randoms(use_true_random=False))
def test_of_paragraphs_out_of_order_none_gets_anothers_number(
    written: Written, chance: random.Random
) -> None:
    shuffled = list(written.blocks)
    chance.shuffle(shuffled)
    for number, said in found(arranged(shuffled)):
        assert number == said


@settings(max_examples=50, deadline=None)
@given(reports(deletions=2), st.integers(1, 6))
def test_an_annex_changes_nothing_before_it(written: Written, length: int) -> None:
    before = arranged(written.blocks)
    annex = [Block("Annex I"), Block("Rules of procedure")]
    annex += [Block(f"{number}. A rule of the annex.") for number in range(1, length + 2)]
    after = arranged((*written.blocks, *annex))
    assert found(after)[: len(written.kept)] == found(before)
    named = {paragraph.series for paragraph in after.paragraphs if "A rule of" in paragraph.text}
    assert named == {"Annex I"}
