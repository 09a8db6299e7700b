import numpy as np
import pytest

from corpus.errors import StoppedError
from corpus.model import Heading, Paragraph
from index.embedders.hashing import HashingEmbedder
from index.errors import LongParagraphError
from index.late import signs
from index.library import EmbeddedPassages
from index.model import Encoded, Passage
from index.passages import LONGEST, check_lengths, embedded_texts, passages
from index.segment import Segment
from index.stores.exact import ExactStore

TEXT = "The fund pays. The Council meets twice."
HEADINGS = (Heading("I.", "Money", 1, 1), Heading("A.", "Who pays", 2, 1))


def _paragraph(text: str = TEXT, ordinal: int = 1) -> Paragraph:
    return Paragraph("r", ordinal, str(ordinal), "body", text, f"p{ordinal}", (), HEADINGS)


def test_a_paragraph_has_windows_and_each_of_its_sentences():
    made = passages([_paragraph()], HashingEmbedder())
    assert [(one.kind, one.text) for one in made] == [
        ("window", TEXT),
        ("sentence", "The fund pays."),
        ("sentence", "The Council meets twice."),
    ]


def test_a_window_is_read_under_its_headings_and_a_sentence_alone():
    embedder = HashingEmbedder()
    texts = embedded_texts(passages([_paragraph()], embedder), embedder)
    assert texts == [f"Money Who pays\n{TEXT}", "The fund pays.", "The Council meets twice."]


def test_headings_that_do_not_fit_are_left_out():
    embedder = HashingEmbedder(token_limit=len(TEXT))
    made = passages([_paragraph()], embedder)
    assert embedded_texts(made, embedder)[0] == TEXT


def test_a_paragraph_as_long_as_a_book_is_refused(make_report):
    check_lengths(make_report("fits", ("a" * LONGEST,)))
    with pytest.raises(LongParagraphError, match=r"never: .*200,001 characters; at most 200,000"):
        check_lengths(make_report("never", ("Short.", "a" * (LONGEST + 1))))


def test_a_long_report_is_cut_up_in_portions_that_make_no_difference():
    embedder = HashingEmbedder()
    paragraphs = [_paragraph(f"{n} pays. " * 2_000, n) for n in range(1, 10)]
    pauses = []
    made = passages(paragraphs, embedder, lambda: pauses.append("cut"))
    assert len(pauses) > 1
    assert set(made) == {one for each in paragraphs for one in passages([each], embedder)}
    texts = embedded_texts(made, embedder, lambda: pauses.append("read"))
    assert pauses.count("read") > 1
    assert texts == [text for one in made for text in embedded_texts([one], embedder)]


def test_cutting_up_stops_when_a_pause_says_so():
    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        passages([_paragraph()], HashingEmbedder(), stop)


def _segment(cosines: list[float], made: list[Passage], paragraphs: int) -> Segment:
    vectors = np.array([[one, np.sqrt(1 - one**2)] for one in cosines], np.float32)
    tokens = tuple(signs(vector[np.newaxis]) for vector in vectors)
    return Segment(EmbeddedPassages(tuple(made), vectors, tokens), paragraphs, ExactStore, 1.0)


QUESTION = np.array([1.0, 0.0], np.float32)
ASKED = Encoded(QUESTION, QUESTION[np.newaxis])


def test_a_paragraph_means_the_mean_of_its_best_window_and_its_best_sentence():
    one, two = _paragraph(), _paragraph("Other.", 2)
    made = [Passage(one, 0, 14), Passage(one, 15, 39), Passage(two, 0, 6)]
    made += [Passage(p.paragraph, p.start, p.end, "sentence") for p in made]
    segment = _segment([0.2, 0.6, 0.1, 0.8, 0.4, 0.3], made, 2)
    meaning = segment.meaning(QUESTION)
    assert meaning.paragraphs == pytest.approx([(0.6 + 0.8) / 2, (0.1 + 0.3) / 2], abs=1e-6)
    assert segment.window(one, meaning) == made[1]
    words = segment.word_by_word(ASKED, [1, 2])
    likenesses = segment.sentences(one, meaning, words, trust=0.5)
    assert [(like.start, like.end) for like in likenesses] == [(0, 14), (15, 39)]
    assert [like.score for like in likenesses] == pytest.approx([0.4, 0.2], abs=1e-6)


def test_a_paragraph_without_text_means_nothing():
    empty = _paragraph("", 2)
    made = [Passage(_paragraph(), 0, 14), Passage(_paragraph(), 0, 14, "sentence")]
    segment = _segment([0.5, 0.5], made, 2)
    meaning = segment.meaning(QUESTION)
    assert meaning.paragraphs[1] == -1
    assert segment.window(empty, meaning) == Passage(empty, 0, 0)
    words = segment.word_by_word(ASKED, [2])
    assert segment.sentences(empty, meaning, words, trust=1.0) == ()
    assert words.paragraphs.tolist() == [[-1]]
