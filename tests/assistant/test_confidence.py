from dataclasses import replace

import pytest

from assistant.confidence import THRESHOLD, Evidence, confidence, evidence
from corpus.model import Heading, Paragraph
from index.model import Hit, Passage
from index.sought import Form, Sought


def hit(text, *headings):
    paragraph = Paragraph("r", 1, "1", "body", text, "p1", headings=headings)
    return Hit(paragraph, 1.0, Passage(paragraph, 0, len(text)))


def sought(weights):
    return Sought({term: (Form((term,)),) for term in weights}, weights, "en")


def test_coverage_is_the_share_of_the_questions_weight():
    found = evidence([hit("The Bureau met.")], sought({"bureau": 3.0, "pizza": 1.0}))
    assert found == Evidence(0.75, 1.0, 1.0, across=False)


def test_the_headings_above_a_paragraph_count_as_its_own_words():
    met = hit("It met.", Heading("A.", "Bureau", 1, 1))
    assert evidence([met], sought({"bureau": 1.0})).coverage == 1.0


def test_another_resolution_is_no_evidence():
    seeking = sought({"resolut": 1.0, "56/183": 1.0, "56": 1.0, "183": 1.0})
    assert evidence([hit("See resolution 57/238 of 56 and 183.")], seeking).coverage == 0
    assert evidence([hit("See resolution 56/183.")], seeking).coverage == 1


def test_the_lead_is_over_the_next_paragraph():
    first, next_ = hit("One."), replace(hit("Two."), score=0.75)
    assert evidence([first, next_], sought({})).lead == 0.25


def test_a_question_without_terms_is_no_evidence():
    assert evidence([hit("The Bureau met.")], sought({})).coverage == 0.0


@pytest.mark.parametrize("across", [False, True])
def test_more_evidence_is_never_less_sure(across):
    steps = [confidence(Evidence(n / 20, n / 10, n / 20, across)) for n in range(21)]
    assert steps == sorted(steps)
    assert 0 < steps[0] < THRESHOLD < steps[-1] < 1
