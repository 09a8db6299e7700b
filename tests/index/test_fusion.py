import numpy as np

from index.fusion import LEXICAL_WEIGHT, fuse, trust


def test_the_score_is_the_sum_worked_out_by_hand():
    fused = fuse(np.array([0.25, 0.05]), np.array([0.2, 0.4]))
    np.testing.assert_allclose(fused, [0.25 + LEXICAL_WEIGHT * 0.2, 0.05 + LEXICAL_WEIGHT * 0.4])


def test_a_ranking_without_evidence_changes_nothing():
    lexical = np.array([0.1, 0.3, 0.2])
    np.testing.assert_allclose(fuse(np.zeros(3), lexical), LEXICAL_WEIGHT * lexical)
    cosines = np.array([0.1, 0.3, 0.2])
    np.testing.assert_allclose(fuse(cosines, np.zeros(3)), cosines)


def test_a_negative_cosine_is_no_evidence_against_a_paragraph():
    np.testing.assert_allclose(fuse(np.array([-0.4]), np.array([0.2])), LEXICAL_WEIGHT * 0.2)


def test_an_embedder_that_cannot_read_the_report_is_hardly_trusted():
    assert trust(0.35, 0.39) < 0.02
    assert trust(1.0, 0.39) < 0.2
    assert trust(0.99, 1.0) > 0.95
