import pytest

from assistant.errors import MisquotedError
from assistant.model import Answer, Citation, Conversation, Query, Turn
from corpus.model import Paragraph

PARAGRAPH = Paragraph("r", 1, "26", "body", "One. Two.", "p26")


def test_a_citation_quotes_exactly_its_span():
    assert Citation(1, PARAGRAPH, 5, 9).quote == "Two."


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 4), (0, 10), (9, 10)])
def test_a_citation_that_is_no_exact_span_cannot_be_made(start, end):
    with pytest.raises(MisquotedError, match="¶ 26"):
        Citation(1, PARAGRAPH, start, end)


def test_a_conversation_grows_without_changing_the_old_one():
    answer = Answer("smalltalk", "Hello.", Query("Hi", "Hi", "smalltalk"), 1.0)
    old = Conversation()
    new = old.with_turn(Turn("Hi", answer))
    assert (len(old.turns), len(new.turns)) == (0, 1)
