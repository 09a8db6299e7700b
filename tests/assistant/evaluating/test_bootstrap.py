import pytest

from assistant.evaluating.bootstrap import interval


def test_two_questions_can_be_drawn_in_four_ways():
    """Means of 0, 0.5, 0.5 and 1 are equally likely, so the outer 5% cut nothing off."""
    assert interval([1.0, 0.0], "ab") == (0.0, 1.0)


def test_many_questions_come_near_the_normal_interval():
    low, high = interval([1.0, 0.0] * 200, range(400))
    half = 1.96 * (0.25 / 400) ** 0.5
    assert low == pytest.approx(0.5 - half, abs=0.006)
    assert high == pytest.approx(0.5 + half, abs=0.006)


def test_the_same_values_give_the_same_interval():
    values = [1.0, 0.0, 0.5, 1.0, 1.0]
    assert interval(values, "abcde") == interval(values, "abcde")


def test_turns_of_one_conversation_are_drawn_together():
    """Ten turns that agree within each of two conversations say no more than two questions do."""
    assert interval([1.0] * 5 + [0.0] * 5, "a" * 5 + "b" * 5) == (0.0, 1.0)
    low, high = interval([1.0] * 5 + [0.0] * 5, range(10))
    assert 0.0 < low < high < 1.0


def test_a_conversation_of_its_own_leaves_its_turns_to_be_drawn():
    low, high = interval([1.0, 0.0, 1.0], "aaa")
    assert low < 2 / 3 < high


@pytest.mark.parametrize(
    ("value", "n", "expected"),
    [(1.0, 5, (0.4782, 1.0)), (0.0, 5, (0.0, 0.5218)), (1.0, 1, (0.025, 1.0))],
)
def test_where_all_are_alike_the_exact_bound_is_given(value, n, expected):
    assert interval([value] * n, range(n)) == pytest.approx(expected, abs=1e-4)


def test_a_difference_of_nothing_may_lie_on_either_side():
    low, high = interval([0.0] * 4, range(4), least=-1.0)
    assert low == -high < 0
