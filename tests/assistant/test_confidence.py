from assistant.confidence import THRESHOLD, Evidence, confidence, evidence
from corpus.model import Heading, Paragraph
from index.model import Hit, Passage


def hit(text, *headings):
    paragraph = Paragraph("r", 1, "1", "body", text, "p1", headings=headings)
    return Hit(paragraph, 1.0, Passage(paragraph, 0, len(text)))


def test_coverage_is_the_share_of_the_questions_weight():
    found = evidence([hit("The Bureau met.")], {"bureau": 3.0, "pizza": 1.0}, "en")
    assert found == Evidence(0.75)


def test_the_headings_above_a_paragraph_count_as_its_own_words():
    found = evidence([hit("It met.", Heading("A.", "Bureau", 1, 1))], {"bureau": 1.0}, "en")
    assert found == Evidence(1.0)


def test_a_question_without_terms_is_no_evidence():
    assert evidence([hit("The Bureau met.")], {}, "en") == Evidence(0.0)


def test_more_coverage_is_never_less_sure():
    steps = [confidence(Evidence(share / 20)) for share in range(21)]
    assert steps == sorted(steps)
    assert 0 < steps[0] < THRESHOLD < steps[-1] < 1
