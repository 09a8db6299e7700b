import math
from dataclasses import replace

import pytest

from assistant.confidence import NONE, PIECES, Calibration, Curve, Evidence, calibration, evidence
from assistant.expecting import NOTHING_EXPECTED, Expectation, expectation
from corpus.model import Heading, Paragraph
from index.model import Hit, Likeness, Passage, Rank
from index.sought import Form, Sought


def hit(text, *headings, score=1.0, late=0.0, sentences=(), words=()):
    paragraph = Paragraph("r", 1, "1", "body", text, "p1", headings=headings)
    ranks = (Rank("late", 1, late),)
    return Hit(paragraph, score, Passage(paragraph, 0, len(text)), ranks, tuple(sentences), words)


def sought(weights):
    return Sought({term: (Form((term,)),) for term in weights}, weights, "en")


def gathered(hits, weights, expected=NOTHING_EXPECTED, question=""):
    return evidence(question, hits, sought(weights), expected)


def test_coverage_is_the_share_of_the_questions_weight():
    found = gathered([hit("The Bureau met.")], {"bureau": 3.0, "pizza": 1.0})
    assert (found.coverage, found.missing, found.terms) == (0.75, 0.5, math.log1p(2))


def test_the_headings_above_a_paragraph_count_as_its_own_words():
    met = hit("It met.", Heading("A.", "Bureau", 1, 1))
    assert gathered([met], {"bureau": 1.0}).coverage == 1.0


def test_the_strongest_sentence_is_the_one_that_tells():
    text = "It is warm. The Bureau met."
    found = hit(text, sentences=[Likeness(0, 11, 0.4), Likeness(12, 27, 0.3)])
    known = gathered([found], {"bureau": 3.0, "pizza": 1.0})
    assert known.sentence == 0.75


def test_words_are_how_near_each_comes_on_average():
    assert gathered([hit("One.", words=(0.75, 0.25))], {"one": 1.0}).words == 0.5
    assert gathered([hit("One.")], {"one": 1.0}).words == 0


def test_a_paragraph_that_shares_nothing_is_no_evidence_in_its_own_language():
    assert gathered([hit("It rains.")], {"bureau": 1.0}) == NONE
    across = replace(sought({"bureau": 1.0}), across=True)
    assert evidence("", [hit("It rains.")], across, NOTHING_EXPECTED) != NONE


def test_the_weakest_words_are_those_of_the_sentence_that_has_most():
    near = ((0.1, 0.2, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9), (1.0,) + (0.1,) * 7)
    likenesses = [Likeness(0, 2, 0.1, 0.1, words) for words in near]
    found = hit("One. Two.", sentences=likenesses, words=(1.0,) * 8)
    assert gathered([found], {"one": 1.0}).weakest == pytest.approx(0.15)


def test_a_paragraph_of_another_month_does_not_meet_the_question():
    question = "Where did the Bureau meet in June 2004?"
    asked = expectation(question)
    for month, unmet in (("June", 0), ("May", 1)):
        met = hit(f"The Bureau met in {month} 2004.")
        assert gathered([met], {"bureau": 1.0}, asked, question).unmet == unmet


def test_another_resolution_is_no_evidence():
    seeking = {"resolut": 1.0, "56/183": 1.0, "56": 1.0, "183": 1.0}
    assert gathered([hit("See resolution 57/238 of 56 and 183.")], seeking) == NONE
    assert gathered([hit("See resolution 56/183.")], seeking).coverage == 1


def test_a_small_number_alone_is_no_evidence():
    assert gathered([hit("It has 2 parts.")], {"2": 1.0}) == NONE
    assert gathered([hit("It met in 2004.")], {"2004": 1.0}) != NONE
    assert gathered([hit("It has 2 parts.")], {"2": 1.0, "part": 1.0}) != NONE


def test_a_paragraph_without_a_date_is_no_evidence_of_when():
    when = Expectation("time")
    assert gathered([hit("The Bureau met in Tunis.")], {"bureau": 1.0}, when) == NONE
    assert gathered([hit("The Bureau met in 2004.")], {"bureau": 1.0}, when) != NONE


def test_a_paragraph_may_lack_the_very_word_that_is_asked_about():
    weights = {"women": 3.0, "bureau": 1.0}
    question = "How many women does the Bureau have?"
    assert gathered([hit("The Bureau met.")], weights, question=question).unmet == 1
    assert gathered([hit("The women met.")], weights, question=question).unmet == 0
    assert gathered([hit("They met.")], {"bureau": 1.0}, question="The Bureau").unmet == 0


def test_rivals_and_leads_are_those_of_the_other_paragraphs():
    first, second = hit("One.", late=0.4), hit("Two.", score=0.75, late=0.6)
    known = gathered([first, second, replace(second, score=0.1)], {"one": 1.0})
    assert (known.rivalry, known.lead) == (0.75, pytest.approx(-0.2))
    alone = gathered([first], {"one": 1.0})
    assert (alone.rivalry, alone.lead) == (0.0, 0.4)


def test_a_curve_is_the_logistic_function_worked_out_by_hand():
    curve = Curve(-1.0, {"coverage": 2.0, "rivalry": -1.0})
    known = Evidence(coverage=0.75, rivalry=0.25)
    assert curve(known) == pytest.approx(1 / (1 + math.exp(1.0 - 1.5 + 0.25)))


def test_no_evidence_is_never_sure():
    sure = Curve(9.0, {})
    assert Calibration(sure, sure).confidence(NONE, across=False) == 0.0


@pytest.mark.parametrize("name", ["bundled", "uncalibrated"])
@pytest.mark.parametrize("across", [False, True])
def test_the_curves_shipped_say_yes_and_no(name, across):
    curves = calibration(name)
    assert set(curves.within.slopes) | set(curves.across.slopes) <= set(PIECES)
    best = Evidence(1.0, 1.0, 0.0, math.log1p(8), 0.0, 0.7, 0.5, 0.3, 0.3)
    worst = Evidence(0.02, 0.01, 0.95, math.log1p(8), 1.0, 0.2, 0.1, -0.1, 0.99)
    low, high = (curves.confidence(known, across=across) for known in (worst, best))
    assert low < 0.21 < 0.8 < high
