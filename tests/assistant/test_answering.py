from assistant.answering import CLOSE, UNNUMBERED, fitting
from assistant.expecting import Expectation, expectation
from corpus.model import Paragraph
from index.model import Hit, Passage


def hit(text, score, number="1"):
    paragraph = Paragraph("r", 1, number, "body", text, "p1")
    return Hit(paragraph, score, Passage(paragraph, 0, len(text)))


def test_the_paragraph_that_tells_when_comes_before_one_that_does_not():
    best, telling = hit("The Bureau met in Tunis.", 1.0), hit("It met in 2004.", 0.9)
    assert fitting([best, telling], Expectation("time")) == (telling, best)
    assert fitting([best, telling], Expectation()) == (best, telling)


def test_the_paragraph_of_the_month_asked_about_comes_first():
    may, june = hit("It met in May 2004.", 1.0), hit("2004年6月24日，举行会议。", 0.9)
    assert fitting([may, june], expectation("Where did it meet in June 2004?")) == (june, may)
    assert fitting([may, june], expectation("Where did it meet in July 2004?")) == (may, june)


def test_one_that_is_far_behind_stays_there():
    best, telling = hit("It met.", 1.0), hit("It met in 2004.", CLOSE - 0.1)
    assert fitting([best, telling], Expectation("time")) == (best, telling)


def test_a_paragraph_with_a_number_comes_before_a_summary_that_says_the_same():
    summary, numbered = hit("It met.", 1.0, number=""), hit("It met.", UNNUMBERED + 0.01)
    assert fitting([summary, numbered], Expectation()) == (numbered, summary)
