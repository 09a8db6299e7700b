"""Sections beside sections, what stands around the paragraphs, and what is no reference at all."""

import pytest

from assistant.referring import Standing, find_reference
from assistant.referring.outline import beside, spoken_of, under


def names(reference):
    return reference and [place.paragraph.anchor for place in reference.places]


def wrong(report, cases, standing=None):
    """The phrasings that come to something else, each with what it comes to."""
    found = [(q, names(find_reference(q, report, standing)), expected) for q, expected in cases]
    return [case for case in found if case[1] != case[2]]


def anchors(paragraphs):
    return [p.anchor for p in paragraphs]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("summary", ["summary"]),
        ("front", ["front-1", "front-2"]),
        ("notes", ["note-1", "note-2"]),
        ("conclusions", ["p36"]),
        ("background", ["p1", "p2", "p3", "p4"]),
    ],
)
def test_what_stands_around_is_found_in_every_phrasing(asked, bundled, kind, expected):
    bundled_front = [p.anchor for p in bundled.paragraphs if p.kind == "front"]
    expected = bundled_front if kind == "front" else expected
    assert not wrong(bundled, [(phrase, expected) for _, phrase in asked.of("around", kind)])


def test_every_note_is_found_in_every_phrasing(asked, bundled):
    cases = [
        (
            phrase.format(**asked.forms(n=place), nth=asked.nth(language, place, section=True)),
            [f"note-{place}"],
        )
        for place in (1, 2)
        for language, phrase in asked.of("around", "note")
    ]
    assert not wrong(bundled, cases)


@pytest.mark.parametrize(
    ("kind", "step"), [("next_section", 1), ("previous_section", -1), ("this_section", 0)]
)
def test_the_section_beside_what_was_quoted_is_found(asked, bundled, kind, step):
    for p in bundled.paragraphs:
        here = spoken_of(bundled, (p,)) if p.kind == "body" else None
        there = here and (beside(bundled, here, step) if step else here)
        if there is not None:
            standing = Standing(bundled.id, (p,), looked_up=True)
            expected = anchors(under(bundled, there))
            cases = [(phrase, expected) for _, phrase in asked.of("relative", kind)]
            assert not wrong(bundled, cases, standing)


def test_the_last_section_is_found_in_every_phrasing(asked, bundled):
    assert not wrong(
        bundled, [(phrase, ["p36"]) for _, phrase in asked.of("relative", "last_section")]
    )


@pytest.mark.parametrize("why", ["years", "documents", "quantities", "ordinals", "words"])
@pytest.mark.parametrize("quoted", [None, 15, 30])
def test_what_only_looks_like_a_reference_is_none(asked, bundled, why, quoted):
    standing = quoted and Standing(bundled.id, (bundled.paragraphs[quoted],), looked_up=False)
    assert not wrong(bundled, [(phrase, None) for phrase in asked.table("refused")[why]], standing)


def test_numbers_beside_a_reference_are_not_taken_for_more(asked, bundled):
    for group in asked.table("refused")["partly"]:
        assert not wrong(bundled, [(phrase, meant(group["meant"])) for phrase in group["asked"]])


def test_a_reference_bounds_what_else_is_asked(asked, bundled):
    unbounded = []
    for group in asked.table("answered_within")["scoped"]:
        for question in group["asked"]:
            reference = find_reference(question, bundled)
            if names(reference) != meant(group["within"]) or not reference.rest:
                unbounded.append((question, names(reference), reference and reference.rest))
    assert not unbounded


def meant(written):
    first, _, last = written.partition("-")
    if not first.isdigit():
        return [first]
    return [f"p{number}" for number in range(int(first), int(last or first) + 1)]
