import math

import numpy as np
import pytest

from index.bm25 import K1, B, rank
from index.lexical import count
from index.sought import Form, forms_within


def found(question, texts, language="und"):
    return rank(forms_within(question, language), count(texts, language))


def idf(holders, paragraphs):
    return math.log(1 + (paragraphs - holders + 0.5) / (holders + 0.5))


def saturated(times, length, mean):
    return times * (K1 + 1) / (times + K1 * (1 - B + B * length / mean))


def test_the_score_is_the_sum_worked_out_by_hand():
    scores, weights = found("alpha unseen", ["alpha beta", "alpha alpha gamma delta", "epsilon"])
    mean = (2 + 4 + 1) / 3
    ideal = (idf(2, 3) + idf(0, 3)) * (K1 + 1)
    expected = [
        idf(2, 3) * saturated(times, length, mean) / ideal
        for times, length in ((1, 2), (2, 4), (0, 1))
    ]
    np.testing.assert_allclose(scores, expected)
    assert weights == pytest.approx({"alpha": idf(2, 3), "unseen": idf(0, 3)})


def test_of_several_forms_the_best_counts_held_back_by_its_chance():
    texts = ["meeting here", "session", "nothing", "else"]
    forms = {"会议": (Form(("meeting",), 0.9), Form(("session",), 0.5))}
    scores, weights = rank(forms, count(texts))
    ideal = 0.9 * idf(1, 4) * (K1 + 1)
    mean = 5 / 4
    np.testing.assert_allclose(
        scores,
        [
            0.9 * idf(1, 4) * saturated(1, 2, mean) / ideal,
            0.5 * idf(1, 4) * saturated(1, 1, mean) / ideal,
            0,
            0,
        ],
    )
    assert weights == pytest.approx({"会议": 0.9 * idf(1, 4)})


def test_a_form_of_several_terms_stands_only_where_all_of_them_do():
    scores, _ = rank({"x": (Form(("因特", "特网")),)}, count(["因特网", "因特", "特网"]))
    assert [bool(score) for score in scores] == [True, False, False]


def test_a_question_in_another_language_scores_nothing_without_a_translation():
    scores, _ = found("who paid for the summit in Geneva", ["首脑会议的经费", "日内瓦"])
    assert scores.max() == 0


def test_a_report_without_any_term_scores_nothing():
    assert found("alpha", ["…", "—"])[0].tolist() == [0, 0]
