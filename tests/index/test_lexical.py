import math

import numpy as np
import pytest

from index.lexical import K1, B, count, question_terms, rank, terms


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("11000", "11 000多名代表"),
        ("11,000", "11 000多名代表"),
        ("56/183", "联合国大会第56/183号决议"),
        ("５６/１８３", "联合国大会第56/183号决议"),
        ("資訊社會", "信息社会"),
        ("首腦會議", "首脑会议"),
        ("ＩＣＴ", "ict"),
        ("A/RES/56/183", "决议 A/RES/56/183。"),
        ("Geneva’s", "Geneva"),
        ("l'Organisation", "organisation"),
    ],
)
def test_text_is_found_as_people_type_it(typed, printed):
    assert set(question_terms(typed)) <= set(terms(printed))


def test_a_compound_number_is_not_found_by_another_with_the_same_parts():
    assert "56/183" not in terms("决议 183/56")


def test_words_are_stemmed_in_the_language_of_the_report():
    assert set(terms("meetings", "en")) == set(terms("meeting", "en"))
    assert set(terms("meetings", "zh")) != set(terms("meeting", "zh"))


def test_a_question_of_nothing_but_question_words_keeps_them():
    assert question_terms("什么")


def test_the_score_is_the_sum_worked_out_by_hand():
    texts = ["alpha beta", "alpha alpha gamma delta", "epsilon"]
    ranking = rank(("alpha", "unseen"), count(texts))

    mean = (2 + 4 + 1) / 3
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    unseen = math.log(1 + (3 + 0.5) / 0.5)
    ideal = (idf + unseen) * (K1 + 1)
    expected = [
        idf * times * (K1 + 1) / (times + K1 * (1 - B + B * length / mean)) / ideal
        for times, length in ((1, 2), (2, 4), (0, 1))
    ]
    np.testing.assert_allclose(ranking.scores, expected)
    assert ranking.weights == pytest.approx({"alpha": idf, "unseen": unseen})


def test_a_question_in_another_language_scores_next_to_nothing():
    ranking = rank(
        question_terms("who paid for the summit in Geneva"), count(["首脑会议的经费", "日内瓦"])
    )
    assert ranking.scores.max() == 0


def test_a_report_without_any_term_scores_nothing():
    assert rank(("alpha",), count(["…", "—"])).scores.tolist() == [0, 0]
