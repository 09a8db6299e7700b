import pytest

from assistant.evaluating.measures import ANSWERING, RANKING

SCORES = {measure.key: measure.score for measure in ANSWERING}


def scores(one):
    return {key: value for key, score in SCORES.items() if (value := score(one)) is not None}


def test_one_right_paragraph_is_enough_unless_all_are_needed(asked):
    assert scores(asked([1, 2], [2]))["right"] == 1
    assert scores(asked([1, 2], [2], match="all"))["right"] == 0
    assert scores(asked([1, 2], [2, 1], match="all"))["right"] == 1


def test_the_first_citation_is_right_where_it_is_of_a_gold_paragraph(asked):
    assert scores(asked([2], [2, 3]))["first"] == 1
    assert scores(asked([2], [3, 2]))["first"] == 0


def test_what_may_be_cited_too_is_no_stray_but_makes_no_answer_right(asked):
    marks = scores(asked([1], [2, 3], also=[2]))
    assert (marks["right"], marks["first"], marks["precision"]) == (0, 0, 0.5)


def test_a_refusal_of_what_the_report_answers_is_wrong_and_has_no_precision(asked):
    assert scores(asked([1], near=[1])) == {"right": 0, "first": 0, "refused": 1}


@pytest.mark.parametrize(("cited", "value"), [((), 0), ((1,), 1)])
def test_what_the_report_does_not_answer_counts_for_false_answers_alone(asked, cited, value):
    assert scores(asked([], cited, kind="unanswerable")) == {"false": value}
    assert scores(asked([], cited, kind="offtopic")) == {"strayed": value}


def test_every_measure_says_what_it_means():
    for measures in (ANSWERING, RANKING):
        assert len({measure.key for measure in measures}) == len(measures)
        assert all(measure.says.endswith(".") for measure in measures)
