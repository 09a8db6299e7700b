"""What people of many kinds say, freely collected, and what they mean by it."""

import re

import pytest

from assistant.referring import Standing, find_reference
from corpus.sentences import sentence_spans

LANGUAGES = ("zh", "en", "fr", "es", "ru", "ar")


def meant(reference):
    """What a reference came to, as the lists write it, without runs."""
    if reference is None or not (reference.places or reference.missing):
        return ["nothing"]
    found = [_name(place) for place in reference.places]
    return found + ["missing"] * bool(reference.missing)


def _name(place):
    anchor = place.paragraph.anchor
    if place.item:
        return f"{anchor}.{place.item}"
    if place.is_whole:
        return anchor
    starts = [start for start, _ in sentence_spans(place.paragraph.text)]
    return f"{anchor}/{starts.index(place.start) + 1}"


def expected(key):
    """The anchors of a key, its runs spelled out: p24-26 is p24, p25 and p26."""
    found = []
    for part in key.split():
        run = re.fullmatch(r"p(\d+)-(\d+)", part)
        numbers = range(int(run[1]), int(run[2]) + 1) if run else ()
        found += [f"p{number}" for number in numbers] or [part]
    return found


def wrong(report, table, standing=None):
    return [
        (asked, found, key)
        for key, phrasings in table.items()
        for asked in phrasings
        if (found := meant(find_reference(asked, report, standing))) != expected(key)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_is_what_is_found(asked, bundled, language):
    assert not wrong(bundled, asked.table(f"said_{language}")["said"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_after_a_look_up_counts_from_it(asked, bundled, language):
    for number, table in asked.table(f"said_{language}").get("after", {}).items():
        paragraph = next(p for p in bundled.paragraphs if p.number == number)
        standing = Standing(bundled.id, (paragraph,), looked_up=True)
        assert not wrong(bundled, table, standing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_something_else_is_no_reference(asked, bundled, language):
    assert not wrong(bundled, asked.table(f"said_{language}")["said_of_others"])
