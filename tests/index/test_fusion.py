import numpy as np

from index.fusion import LEXICAL_WEIGHT, TRANSLATED_WEIGHT, fuse, trust


def test_the_score_is_the_sum_worked_out_by_hand():
    fused = fuse(np.array([0.25, 0.05]), np.array([0.2, 0.4]), across=False)
    np.testing.assert_allclose(fused, [0.25 + LEXICAL_WEIGHT * 0.2, 0.05 + LEXICAL_WEIGHT * 0.4])


def test_a_ranking_without_evidence_changes_nothing():
    lexical = np.array([0.1, 0.3, 0.2])
    np.testing.assert_allclose(fuse(np.zeros(3), lexical, across=False), LEXICAL_WEIGHT * lexical)
    cosines = np.array([0.1, 0.3, 0.2])
    np.testing.assert_allclose(fuse(cosines, np.zeros(3), across=True), cosines)


def test_a_negative_cosine_is_no_evidence_against_a_paragraph():
    fused = fuse(np.array([-0.4]), np.array([0.2]), across=False)
    np.testing.assert_allclose(fused, LEXICAL_WEIGHT * 0.2)


def test_translated_terms_count_less():
    fused = fuse(np.array([0.25]), np.array([0.2]), across=True)
    np.testing.assert_allclose(fused, 0.25 + TRANSLATED_WEIGHT * 0.2)


def test_an_embedder_that_cannot_read_the_report_is_hardly_trusted():
    assert trust(0.35, 0.39) < 0.02
    assert trust(1.0, 0.39) < 0.2
    assert trust(0.99, 1.0) > 0.95
