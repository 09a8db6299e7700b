from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Paragraph
from index.embedders.hashing import HashingEmbedder
from index.embedders.sentence_transformer import SentenceTransformerEmbedder
from index.model import Embedder, Measure, Passage
from index.windows import windows
from training.teacher import teacher_folder


class _Words(HashingEmbedder):
    """Counts words and two special tokens, like most tokenizers; and every call."""

    calls = 0

    def measure(self, texts: Sequence[str]) -> list[Measure]:
        self.calls += 1
        return [Measure(len(text.split()) + 2, 0) for text in texts]


class _Glue(HashingEmbedder):
    """Reads a text of several sentences as far longer than the sentences one by one."""

    def measure(self, texts: Sequence[str]) -> list[Measure]:
        return [Measure(len(text.split()) + 5 * max(text.count(".") - 1, 0), 0) for text in texts]


@pytest.fixture(scope="module")
def minilm() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(str(teacher_folder()))


def _paragraph(text: str, ordinal: int = 1) -> Paragraph:
    return Paragraph("r", ordinal, str(ordinal), "body", text, f"p{ordinal}")


def passages(
    paragraphs: Sequence[Paragraph], embedder: Embedder, overlap: int = 0
) -> tuple[Passage, ...]:
    """The windows that just fit an embedder."""
    found = windows(paragraphs, embedder, embedder.token_limit, overlap=overlap)
    return tuple(Passage(*window) for window in found)


def _texts(made: Sequence[Passage]) -> list[str]:
    return [passage.text for passage in made]


def test_a_short_paragraph_is_one_passage() -> None:
    paragraph = _paragraph("One sentence. And another.")
    assert passages([paragraph], _Words(token_limit=20)) == (Passage(paragraph, 0, 26),)


def test_passages_are_filled_with_whole_sentences() -> None:
    text = "One two three. Four five. Six seven eight nine. Ten."
    assert _texts(passages([_paragraph(text)], _Words(token_limit=7))) == [
        "One two three. Four five.",
        "Six seven eight nine. Ten.",
    ]


def test_a_passage_never_spans_two_paragraphs() -> None:
    made = passages([_paragraph("One.", 1), _paragraph("Two.", 2)], _Words(token_limit=50))
    assert [(passage.paragraph.ordinal, passage.text) for passage in made] == [
        (1, "One."),
        (2, "Two."),
    ]


def test_a_sentence_too_long_is_cut_where_its_clauses_end() -> None:
    text = "First comes this clause, then comes another one; and here is the last. Short."
    assert _texts(passages([_paragraph(text)], _Words(token_limit=7))) == [
        "First comes this clause,",
        "then comes another one;",
        "and here is the last.",
        "Short.",
    ]


def test_a_chinese_sentence_too_long_is_cut_at_its_commas() -> None:
    text = "信息社会世界首脑会议，通过了《原则宣言》，以及《行动计划》。"
    assert _texts(passages([_paragraph(text)], HashingEmbedder(token_limit=12))) == [
        "信息社会世界首脑会议，",
        "通过了《原则宣言》，",
        "以及《行动计划》。",
    ]


def test_a_clause_too_long_is_cut_between_words() -> None:
    made = passages([_paragraph("a b c d e f g")], _Words(token_limit=5))
    assert _texts(made) == ["a b c", "d e f", "g"]


def test_a_word_too_long_is_cut_between_characters() -> None:
    assert _texts(passages([_paragraph("字" * 10)], HashingEmbedder(token_limit=5))) == [
        "字字字字字",
        "字字字字字",
    ]


def test_a_character_that_does_not_fit_is_kept_all_the_same() -> None:
    assert _texts(passages([_paragraph("ab")], _Words(token_limit=1))) == ["a", "b"]


def test_a_number_keeps_its_comma() -> None:
    text = "there were 11,000 of them at the very beginning of all this"
    made = passages([_paragraph(text)], _Words(token_limit=6))
    assert any("11,000" in text for text in _texts(made))


def test_tokens_that_do_not_add_up_are_noticed() -> None:
    embedder = _Glue(token_limit=8)
    made = passages([_paragraph("One two. Three four. Five six. Seven eight.")], embedder)
    assert all(one.tokens <= 8 for one in embedder.measure(_texts(made)))
    assert " ".join(_texts(made)) == "One two. Three four. Five six. Seven eight."


def test_an_overlap_repeats_the_last_sentence() -> None:
    text = "One two. Three four. Five six. Seven eight."
    assert _texts(passages([_paragraph(text)], _Words(token_limit=6), overlap=1)) == [
        "One two. Three four.",
        "Three four. Five six.",
        "Five six. Seven eight.",
    ]


def test_an_overlap_that_does_not_fit_is_left_out() -> None:
    text = "One two three. Four five six seven."
    assert _texts(passages([_paragraph(text)], _Words(token_limit=6), overlap=1)) == [
        "One two three.",
        "Four five six seven.",
    ]


def test_the_tokenizer_is_asked_a_few_times_however_many_paragraphs_there_are() -> None:
    embedder = _Words(token_limit=8)
    made = passages([_paragraph("One two. Three four five. Six.", n) for n in range(500)], embedder)
    assert len(made) == 500
    assert embedder.calls <= 3


def test_a_window_can_be_held_to_single_sentences() -> None:
    made = windows([_paragraph("One. Two. Three.")], _Words(), 50, sentences=1)
    assert _texts([Passage(*one) for one in made]) == ["One.", "Two.", "Three."]


def test_the_pieces_of_one_sentence_are_not_left_as_single_words() -> None:
    made = windows([_paragraph("a b c d e f end. Short.")], _Words(), 5, sentences=1)
    assert _texts([Passage(*one) for one in made]) == ["a b c", "d e f", "end.", "Short."]


@pytest.mark.parametrize("text", ["", "   \n "])
def test_a_paragraph_without_text_has_no_passage(text: str) -> None:
    assert passages([_paragraph(text)], _Words()) == ()


def test_no_paragraphs_make_no_passages() -> None:
    assert passages([], _Words()) == ()


_TEXTS = st.text(st.sampled_from("ab cd,.;。，！?  \n—字é\u2003１1"), max_size=120) | st.text(
    max_size=60
)


@settings(deadline=None, max_examples=200)
@given(
    texts=st.lists(_TEXTS, max_size=3),
    limit=st.integers(1, 40),
    overlap=st.integers(0, 2),
)
def test_nothing_is_cut_off_and_everything_fits(texts: list[str], limit: int, overlap: int) -> None:
    embedder = HashingEmbedder(dimension=4, token_limit=limit)
    paragraphs = [_paragraph(text, ordinal) for ordinal, text in enumerate(texts, start=1)]
    made = passages(paragraphs, embedder, overlap=overlap)
    assert all(passage.text == passage.text.strip() != "" for passage in made)
    assert all(len(passage.text) <= limit for passage in made)
    for paragraph in paragraphs:
        own = [passage for passage in made if passage.paragraph == paragraph]
        inside = {place for one in own for place in range(one.start, one.end)}
        lost = set(range(len(paragraph.text))) - inside
        assert not "".join(paragraph.text[place] for place in lost).strip()
        if not overlap:
            assert len(inside) == sum(one.end - one.start for one in own)
        assert [one.start for one in own] == sorted(one.start for one in own)


def test_the_real_model_reads_every_passage_to_its_end(
    minilm: SentenceTransformerEmbedder,
) -> None:
    text = "The Summit, which met in Geneva, adopted a declaration of principles. " * 60
    made = passages([_paragraph(text), _paragraph("字" * 2000, 2)], minilm)
    counts = [one.tokens for one in minilm.measure(_texts(made))]
    assert max(counts) <= minilm.token_limit == 256
    assert min(counts[:2]) > 200
    assert sum(len(passage.text) for passage in made if passage.paragraph.ordinal == 2) == 2000
