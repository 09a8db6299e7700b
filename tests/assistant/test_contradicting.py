import pytest

from assistant.contradicting import with_other_sides
from assistant.model import Citation
from corpus.model import Paragraph
from index.model import Hit, Passage
from index.sought import Sought, forms_within

ONE = "The first phase of the Summit was held in Geneva from 10 to 12 December 2003."
QUESTION = "When was the first phase of the Summit held in Geneva?"


def paragraph(ordinal, text):
    return Paragraph("r", ordinal, str(ordinal), "body", text, f"p{ordinal}")


def compared(*texts, cited=1):
    paragraphs = [paragraph(n, text) for n, text in enumerate(texts, start=1)]
    hits = [Hit(one, 1.0, Passage(one, 0, len(one.text))) for one in paragraphs]
    forms = forms_within(QUESTION, "en")
    sought = Sought(forms, dict.fromkeys(forms, 1.0), "en")
    citations = [Citation(n, one, 0, len(one.text)) for n, one in enumerate(paragraphs[:cited], 1)]
    return with_other_sides(citations, hits, sought)


def test_the_other_side_of_a_contradiction_is_shown_and_named():
    other = f"It recalls that {ONE[0].lower()}{ONE[1:].replace('12', '13', 1)}"
    found = compared(ONE, f"Nothing here. {other}")
    assert [citation.quote for citation in found.citations] == [ONE, other]
    assert found.pairs == ((1, 2),)


def test_two_sides_that_are_both_quoted_are_named_once():
    found = compared(ONE, ONE.replace("12 December", "13 December"), cited=2)
    assert len(found.citations) == 2
    assert found.pairs == ((1, 2),)


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        "The first phase of the Summit was held in Geneva from 10 to 14 March 2003.",
        "The second conference of ministers was held in Cairo from 10 to 13 December 2003.",
        "The first phase of the Summit was held in Geneva in December 2003.",
        "The first phase of the Summit was held in Geneva.",
    ],
)  # fmt: skip
def test_what_agrees_or_speaks_of_something_else_is_no_contradiction(text):
    assert compared(ONE, text).pairs == ()
