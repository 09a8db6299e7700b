import numpy as np
import pytest

from index.late import FLOOR, Late, late_scores, signs

UP, DOWN = np.ones(8, np.float32) / np.sqrt(8), -np.ones(8, np.float32) / np.sqrt(8)
HALF = np.array([1, 1, 1, 1, -1, -1, -1, -1], np.float32) / np.sqrt(8)
SENTENCES = Late([signs(np.stack(tokens)) for tokens in ([DOWN, UP], [HALF], [DOWN])])


def test_each_token_of_a_question_finds_the_nearest_one_of_a_sentence():
    found = SENTENCES.nearness(np.stack([UP, HALF]), [0, 1, 2])
    np.testing.assert_allclose(found, [[1, 0, -1], [0, 1, 0]], atol=1e-6)


def test_only_the_sentences_asked_for_are_compared_in_their_order():
    found = SENTENCES.nearness(UP[np.newaxis], [2, 0])
    np.testing.assert_allclose(found, [[-1, 1]], atol=1e-6)


def test_a_sentence_without_tokens_is_as_far_away_as_can_be():
    late = Late([signs(UP[np.newaxis]), signs(UP[np.newaxis])[:0]])
    assert late.nearness(UP[np.newaxis], [1, 0]).tolist() == [[-1, pytest.approx(1)]]


def test_a_question_without_tokens_finds_nothing():
    nothing = SENTENCES.nearness(np.empty((0, 8), np.float32), [0, 1])
    assert nothing.shape == (0, 2)
    assert late_scores(nothing).tolist() == [0, 0]


def test_a_dimension_that_fills_no_byte_is_read_to_its_end():
    token = np.array([1, -1, 1], np.float32) / np.sqrt(3)
    late = Late([signs(token[np.newaxis])])
    assert late.nearness(token[np.newaxis], [0]) == pytest.approx(1)


def test_what_anything_reaches_is_no_evidence():
    nearness = np.array([[1.0, FLOOR, 0.0], [0.5, FLOOR, 0.0]], np.float32)
    assert late_scores(nearness) == pytest.approx([0.75 - FLOOR, 0, 0], abs=1e-6)
