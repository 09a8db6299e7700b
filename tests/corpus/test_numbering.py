from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.marks import Mark
from corpus.numbering import Candidate, Proof, proved

STRONG, WEAK = 3.0, 0.5


def candidates(
    values: Sequence[int], family: str = "dot", evidence: float = STRONG
) -> list[Candidate]:
    return [
        Candidate(line, Mark(family, str(value), (value,), 2), evidence, f"{value}. …")
        for line, value in enumerate(values)
    ]


def numbers(proof: Proof) -> list[int]:
    return [candidate.value[0] for candidate in proof.accepted]


def test_a_complete_sequence_is_complete() -> None:
    proof = proved(candidates(range(1, 37)))
    assert proof.numbering.status == "complete"
    assert proof.numbering.numbered == 36
    assert proof.numbering.gaps == proof.numbering.doubles == proof.numbering.doubted == ()


def test_nothing_proves_nothing() -> None:
    assert proved([]).numbering.status == "none"


def test_an_extract_of_a_code_lacks_nothing_before_it() -> None:
    proof = proved(candidates([433, 434, 435, 437], "section"))
    assert proof.numbering.gaps == ("436",)
    assert proved(candidates([12, 13, 14], "section")).numbering.gaps[:2] == ("1", "2")
    assert proved(candidates([433, 434, 435])).numbering.status == "none"


def test_chapters_of_a_code_may_count_from_hundreds() -> None:
    sections = candidates([101, 102, 201, 203], "section")
    sections[2] = replace(sections[2], below_heading=True, rank=2)
    assert proved(sections).numbering.gaps == ("202",)


def test_a_missing_number_is_named() -> None:
    proof = proved(candidates([1, 2, 4, 5, 8]))
    assert proof.numbering.status == "gaps"
    assert proof.numbering.gaps == ("3", "6", "7")
    assert proof.numbering.warnings == ("No paragraph was found for: 3, 6, 7.",)


def test_missing_first_numbers_are_named() -> None:
    assert proved(candidates([3, 4, 5])).numbering.gaps == ("1", "2")


def test_a_repeated_number_is_kept_and_named() -> None:
    proof = proved(candidates([1, 2, 2, 3]))
    assert numbers(proof) == [1, 2, 2, 3]
    assert proof.numbering.doubles == ("2",)
    assert proof.numbering.status == "gaps"


def test_a_number_out_of_order_is_doubted_and_quoted() -> None:
    proof = proved(candidates([1, 2, 26, 3, 4]))
    assert numbers(proof) == [1, 2, 3, 4]
    assert proof.numbering.doubted == ("26. …",)


def test_a_year_after_the_last_paragraph_is_no_paragraph() -> None:
    assert numbers(proved(candidates([1, 2, 3, 2004]))) == [1, 2, 3]


def test_paragraph_2004_of_a_long_report_is_one() -> None:
    proof = proved(candidates(range(1, 2010)))
    assert proof.numbering.status == "complete"
    assert proof.numbering.numbered == 2009


def test_what_the_layout_speaks_against_is_never_accepted() -> None:
    found = [*candidates([1, 2]), Candidate(9, Mark("dot", "3", (3,), 2), -1.0, "3. above")]
    assert numbers(proved(found)) == [1, 2]
    assert proved(found).numbering.doubted == ("3. above",)


def test_an_annex_starts_afresh() -> None:
    proof = proved(candidates([1, 2, 3, 4, 1, 2, 3]))
    assert numbers(proof) == [1, 2, 3, 4, 1, 2, 3]
    assert proof.numbering.status == "complete"


def test_a_gap_in_an_annex_is_named_too() -> None:
    assert proved(candidates([1, 2, 3, 4, 1, 2, 4])).numbering.gaps == ("(2), 3",)


def test_a_numbered_list_inside_a_paragraph_is_no_fresh_start() -> None:
    proof = proved(candidates([*range(1, 16), 1, 2, 3, *range(16, 37)]))
    assert numbers(proof) == list(range(1, 37))
    assert proof.numbering.status == "complete"


def test_articles_are_preferred_to_the_numbers_inside_them() -> None:
    articles = [
        Candidate(line, Mark("article", f"Article {value}", (value,), 9), STRONG, "…")
        for line, value in enumerate((1, 2, 3))
    ]
    inside = [
        Candidate(10 * line + place, Mark("dot", str(place), (place,), 2), STRONG, "…")
        for line in (1, 2, 3)
        for place in range(1, 8)
    ]
    proof = proved([articles[0], *inside[:7], articles[1], *inside[7:], articles[2]])
    assert [candidate.mark.printed for candidate in proof.accepted] == [
        "Article 1",
        "Article 2",
        "Article 3",
    ]


@settings(deadline=None)
@given(
    last=st.integers(2, 60),
    strays=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 2100)), max_size=8),
    data=st.data(),
)
def test_weak_strays_never_hide_what_is_missing(
    last: int, strays: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Cross-references, years and quantities at line starts, and paragraphs taken out."""
    deleted = data.draw(st.sets(st.integers(1, last - 1), max_size=3))
    lines = [
        Candidate(0, Mark("dot", str(value), (value,), 2), STRONG, "paragraph")
        for value in range(1, last + 1)
        if value not in deleted
    ]
    for place, value in strays:
        if value not in deleted:
            stray = Candidate(0, Mark("dot", str(value), (value,), 2), WEAK, "stray")
            lines.insert(min(place, len(lines)), stray)
    lines = [
        Candidate(line, found.mark, found.evidence, found.quote) for line, found in enumerate(lines)
    ]
    proof = proved(lines)
    paragraphs = [found for found in lines if found.quote == "paragraph"]
    assert [found for found in proof.accepted if found.quote == "paragraph"] == paragraphs
    assert proof.numbering.gaps[: len(deleted)] == tuple(map(str, sorted(deleted)))
