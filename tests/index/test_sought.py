import pytest

from index.sought import Form, Sought, forms_within

SOUGHT = Sought(
    {"bureau": (Form(("bureau",)),), "summit": (Form(("首脑", "脑会"), 0.8), Form(("会议",), 0.4))},
    {"bureau": 3.0, "summit": 1.0},
    "zh",
)


def test_a_term_is_covered_as_surely_as_its_best_form():
    assert SOUGHT.covered("首脑会议") == {"summit": 0.8}
    assert SOUGHT.covered("脑会") == {}
    assert SOUGHT.covered("Bureau 会议") == {"bureau": 1.0, "summit": 0.4}


def test_worth_is_the_share_of_the_whole_questions_weight():
    assert SOUGHT.worth({"bureau": 1.0, "summit": 0.8}) == pytest.approx((3 + 0.8) / 4)
    assert SOUGHT.worth({}) == 0
    assert Sought({}, {}, "zh").worth({}) == 0


def test_within_one_language_a_term_stands_as_itself():
    assert forms_within("Who chairs the Bureau?", "en") == {
        "chair": (Form(("chair",)),),
        "bureau": (Form(("bureau",)),),
    }
