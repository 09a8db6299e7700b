import numpy as np
import pytest

from index.errors import MissingVectorsError
from index.library import Library
from index.model import Encoded, Vectors
from index.vectors import text_digest

A, B, C = (text_digest(letter) for letter in "abc")


def _encoded(vectors: Vectors) -> list[Encoded]:
    """Texts of which each has one token, read as the text itself."""
    return [Encoded(vector, vector[np.newaxis]) for vector in vectors]


def test_what_was_added_is_not_missing(library: Library) -> None:
    library.vectors.add("one", [A, B], _encoded(np.eye(2, dtype=np.float32)))
    assert library.vectors.missing("one", [C, A, B, C]) == (C,)


def test_each_embedder_has_vectors_of_its_own(library: Library) -> None:
    library.vectors.add("one", [A], _encoded(np.ones((1, 2), np.float32)))
    assert library.vectors.missing("another", [A]) == (A,)
    library.vectors.add("another", [A], _encoded(np.zeros((1, 5), np.float32)))
    assert library.vectors.get("one", [A]).tolist() == [[1, 1]]
    assert library.vectors.get("another", [A]).tolist() == [[0, 0, 0, 0, 0]]


def test_vectors_come_back_bit_by_bit_in_the_order_asked(library: Library) -> None:
    vectors = np.random.default_rng(1).normal(size=(3, 384)).astype(np.float32)
    library.vectors.add("one", [A, B, C], _encoded(vectors))
    found = library.vectors.get("one", [C, A, C])
    np.testing.assert_array_equal(found, vectors[[2, 0, 2]])
    assert found.dtype == np.float32


def test_of_tokens_the_signs_come_back(library: Library) -> None:
    tokens = np.array([[0.5, -0.5] * 6, [-0.1, 0.1] * 6], np.float32)
    library.vectors.add("one", [A, B], [Encoded(tokens[0], tokens), Encoded(tokens[1], tokens[:0])])
    two, none = library.vectors.signs("one", [A, B])
    assert two.tolist() == [[0b10101010, 0b10100000], [0b01010101, 0b01010000]]
    assert none.shape == (0, 2)


def test_a_vector_once_kept_stays_as_it_is(library: Library) -> None:
    library.vectors.add("one", [A], _encoded(np.ones((1, 2), np.float32)))
    library.vectors.add("one", [A, A], _encoded(np.zeros((2, 2), np.float32)))
    assert library.vectors.get("one", [A]).tolist() == [[1, 1]]


def test_asking_for_a_vector_that_is_not_there_names_it(library: Library) -> None:
    library.vectors.add("one", [A], _encoded(np.ones((1, 2), np.float32)))
    with pytest.raises(MissingVectorsError) as caught:
        library.vectors.get("one", [A, B, B])
    assert caught.value.digests == (B,)


def test_a_batch_whose_parts_do_not_match_is_refused_whole(library: Library) -> None:
    with pytest.raises(ValueError, match="shorter"):
        library.vectors.add("one", [A, B], _encoded(np.ones((1, 2), np.float32)))
    assert library.vectors.missing("one", [A, B]) == (A, B)


def test_thousands_are_looked_up_at_once(library: Library) -> None:
    digests = [text_digest(str(number)) for number in range(2500)]
    library.vectors.add(
        "one", digests, _encoded(np.arange(5000, dtype=np.float32).reshape(2500, 2))
    )
    assert library.vectors.missing("one", [*digests, A]) == (A,)
    assert library.vectors.get("one", digests)[2499].tolist() == [4998, 4999]


def test_nothing_asked_is_nothing_found(library: Library) -> None:
    assert library.vectors.missing("one", []) == ()
    assert len(library.vectors.get("one", [])) == 0


def test_a_digest_tells_texts_apart_by_their_last_character() -> None:
    assert text_digest("a") != text_digest("a ")
    assert len(text_digest("half \ud83d")) == 32
