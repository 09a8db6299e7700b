"""Every paragraph and section of two reports, in every phrasing of the lists."""

import pytest

from assistant.referring import Standing, find_reference
from assistant.referring.outline import inside, own, under

OPEN = ("open", "until")


def names(reference):
    if reference is None:
        return None
    return [
        place.paragraph.anchor + (f"({place.item})" if place.item else "")
        for place in reference.places
    ]


def wrong(report, cases, standing=None):
    """The phrasings that come to something else, each with what it comes to."""
    found = []
    for question, expected in cases:
        reference = find_reference(question, report, standing)
        got = names(reference)
        if got != expected or reference.missing or reference.rest:
            found.append(
                (question, got, expected, reference and (reference.missing, reference.rest))
            )
    return found


@pytest.fixture(scope="module", params=["bundled", "roman"])
def report(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def body(report):
    return [p for p in report.paragraphs if p.kind == "body"]


def anchors(paragraphs):
    return [p.anchor for p in paragraphs]


def test_every_paragraph_is_found_in_every_phrasing(asked, report, body):
    cases = [
        (phrase.format(**asked.forms(n=int(p.number))), [p.anchor])
        for p in body
        for _, phrase in asked.of("paragraphs", "single")
    ]
    assert not wrong(report, cases)


def test_every_range_is_found_in_every_phrasing(asked, report, body):
    pairs = [
        (one, other) for one in body[::3] for other in body[2::4] if one.ordinal < other.ordinal
    ]
    cases = [
        (
            phrase.format(**asked.forms(n=int(one.number), m=int(other.number))),
            anchors(p for p in body if one.ordinal <= p.ordinal <= other.ordinal),
        )
        for one, other in pairs
        for _, phrase in asked.of("paragraphs", "range")
    ]
    assert not wrong(report, cases)


def test_every_list_is_found_in_every_phrasing(asked, report, body):
    cases = []
    for one, two, three in zip(body[::4], body[2::3], body[5::2], strict=False):
        numbers = {name: int(p.number) for name, p in zip("abc", (one, two, three), strict=True)}
        for _, phrase in asked.of("paragraphs", "list"):
            named = [
                p for name, p in zip("abc", (one, two, three), strict=True) if f"{{{name}" in phrase
            ]
            cases.append((phrase.format(**asked.forms(**numbers)), anchors(dict.fromkeys(named))))
    assert not wrong(report, cases)


@pytest.mark.parametrize("kind", OPEN)
def test_every_open_range_is_found_in_every_phrasing(asked, report, body, kind):
    cases = [
        (
            phrase.format(**asked.forms(n=int(p.number))),
            anchors(body[place:] if kind == "open" else body[: place + 1]),
        )
        for place, p in enumerate(body)
        for _, phrase in asked.of("paragraphs", kind)
    ]
    assert not wrong(report, cases)


def test_the_first_ten_paragraphs_are_found_by_ordinals(asked, report, body):
    suffixes = ["st", "nd", "rd", *["th"] * 7]
    cases = [
        (
            phrase.format(
                **asked.forms(n=place + 1),
                nth=asked.nth(language, place + 1),
                suffix=suffixes[place],
            ),
            [p.anchor],
        )
        for place, p in enumerate(body[:10])
        for language, phrase in asked.of("paragraphs", "ordinal")
    ]
    cases = [(q.replace("الأول؟", "الأولى؟"), expected) for q, expected in cases]
    assert not wrong(report, cases)


def test_every_item_is_found_in_every_phrasing(asked, report, body):
    cases = [
        (
            phrase.format(
                **asked.forms(n=int(p.number), k=place), x=item.label,
                kth=asked.nth(language, place, section=language == "ar"),
            ),
            [f"{p.anchor}({item.label})"],
        )
        for p in body
        for place, item in enumerate(p.items, start=1)
        for language, phrase in asked.of("paragraphs", "item")
    ]  # fmt: skip
    assert cases
    assert not wrong(report, cases)


def test_every_run_of_items_is_found_in_every_phrasing(asked, report, body):
    cases = [
        (
            phrase.format(
                **asked.forms(n=int(p.number), k=1, l=3), x=p.items[0].label, y=p.items[2].label
            ),
            [f"{p.anchor}({item.label})" for item in p.items[:3]],
        )
        for p in body
        if len(p.items) > 2
        for _, phrase in asked.of("paragraphs", "items")
    ]
    assert cases
    assert not wrong(report, cases)


def _top(report):
    return [heading for heading in report.outline if heading.level == 1 and heading.number]


def test_every_section_is_found_in_every_phrasing(asked, report):
    cases = [
        (
            phrase.format(**asked.forms(n=place), nth=asked.nth(language, place, section=True)),
            anchors(under(report, heading)),
        )
        for place, heading in enumerate(_top(report), start=1)
        for language, phrase in asked.of("sections", "section")
    ]
    assert not wrong(report, cases)


def test_every_subsection_is_found_in_every_phrasing(asked, report):
    cases = []
    for place, heading in enumerate(_top(report), start=1):
        parts = [part for part in inside(report, heading) if part.level == 2]
        for count, part in enumerate(parts, start=1):
            for language, phrase in asked.of("sections", "subsection"):
                filled = phrase.format(
                    **asked.forms(n=place, k=count), letter=part.number.strip("."),
                    nth=asked.nth(language, place, section=True), kth=asked.nth(language, count),
                )  # fmt: skip
                cases.append((filled, anchors(under(report, part))))
    assert cases
    assert not wrong(report, cases)


def test_every_title_is_found_in_every_phrasing_of_its_language(asked, report):
    own_language = report.language[:2]
    cases = [
        (phrase.format(title=heading.title), anchors(under(report, heading)))
        for heading in report.outline
        if heading.number
        for language, phrase in asked.of("sections", "title")
        # A title without quotation marks is in the words of its own language.
        if language == own_language or any(mark in phrase for mark in "“«\"「'")
    ]
    assert not wrong(report, cases)


@pytest.mark.parametrize("kind", ["range", "list"])
def test_runs_of_sections_are_found_in_every_phrasing(asked, report, kind):
    top = _top(report)
    cases = []
    for first, last in [(0, 2), (1, 4), (3, 5)]:
        meant = top[first : last + 1] if kind == "range" else [top[first], top[last]]
        for language in ("zh", "en", "fr", "es", "ru", "ar"):
            for _, phrase in asked.of("sections", "sections"):
                if phrase in asked.table("sections")["sections"][f"{language}_{kind}"]:
                    filled = phrase.format(**asked.forms(n=first + 1, m=last + 1))
                    cases.append((filled, [a for h in meant for a in anchors(under(report, h))]))
    assert not wrong(report, cases)


def test_a_sections_own_text_is_found_in_every_phrasing(asked, report):
    cases = [
        (
            phrase.format(
                **asked.forms(n=place), letter="A", nth=asked.nth(language, place, section=True)
            ),
            anchors(own(report, heading)),
        )
        for place, heading in enumerate(_top(report), start=1)
        if inside(report, heading) and own(report, heading)
        for language, phrase in asked.of("sections", "opening")
    ]
    assert cases
    assert not wrong(report, cases)


@pytest.mark.parametrize("kind", ["first_of", "last_of", "nth_of"])
def test_a_sections_paragraphs_are_found_by_their_place(asked, report, kind):
    cases = []
    for place, heading in enumerate(_top(report), start=1):
        there = under(report, heading)
        for count, p in enumerate(there[:10], start=1):
            if (kind, count) in (("first_of", 1), ("last_of", len(there))) or kind == "nth_of":
                for language, phrase in asked.of("sections", kind):
                    filled = phrase.format(
                        **asked.forms(n=place, k=count), kth=asked.nth(language, count),
                        nth=asked.nth(language, place, section=True),
                    )  # fmt: skip
                    # A number that is there is meant before a place: 第三段 of the section with 3.
                    numbered = [
                        q.anchor
                        for q in there
                        if (kind, language) == ("nth_of", "zh") and q.number == str(count)
                    ]
                    cases.append((filled, numbered or [p.anchor]))
    assert not wrong(report, cases)


FROM_ENDS = {
    "first": slice(0, 1), "last": slice(-1, None), "second_last": slice(-2, -1),
    "last_two": slice(-2, None), "first_three": slice(0, 3),
}  # fmt: skip


@pytest.mark.parametrize("kind", FROM_ENDS)
def test_the_ends_of_the_report_are_found_in_every_phrasing(asked, report, body, kind):
    expected = anchors(body[FROM_ENDS[kind]])
    assert not wrong(report, [(phrase, expected) for _, phrase in asked.of("relative", kind)])


STEPS = {"previous": (-1, -1), "next": (1, 1), "next_two": (1, 2), "same": (0, 0)}


@pytest.mark.parametrize("kind", STEPS)
def test_what_is_near_every_paragraph_is_found_in_every_phrasing(asked, report, body, kind):
    low, high = STEPS[kind]
    for place, p in enumerate(body):
        if place + low >= 0 and place + high < len(body):
            standing = Standing(report.id, (p,), looked_up=True)
            expected = anchors(body[place + low : place + high + 1])
            cases = [(phrase, expected) for _, phrase in asked.of("relative", kind)]
            assert not wrong(report, cases, standing)


def test_what_is_beside_a_paragraph_that_is_named_is_found(asked, report, body):
    cases = []
    for place, p in enumerate(body[1:-1], start=1):
        for kind, phrases in asked.table("relative")["beside"].items():
            beside = body[place - 1 if kind.endswith("before") else place + 1]
            cases += [(phrase.format(n=p.number), [beside.anchor]) for phrase in phrases]
    assert not wrong(report, cases)
