from assistant.evaluating.risk import at_coverage, at_threshold, risk_coverage


def test_the_surest_questions_come_first(asked):
    curve = risk_coverage(
        [
            asked([1], [2], confidence=0.6),
            asked([1], [1], confidence=0.9),
            asked([], near=[1], confidence=0.1),
            asked([1], near=[1], confidence=0.3),
        ]
    )
    assert [(p.coverage, p.risk) for p in curve] == [
        (0.25, 0.0), (0.5, 0.5), (0.75, 1 / 3), (1.0, 0.5),
    ]  # fmt: skip
    assert at_threshold(curve, 0.5) == curve[1]
    assert at_threshold(curve, 0.95) is None
    assert at_coverage(curve, 0.6) == curve[2]


def test_questions_of_equal_confidence_come_in_together(asked):
    curve = risk_coverage([asked([1], [1]), asked([1], [2]), asked([1], [1])])
    assert [(p.answered, p.wrong) for p in curve] == [(3, 1)]


def test_what_was_not_searched_or_was_asked_again_is_not_weighed(asked):
    others = [asked([1], [1], searched="lookup"), asked([1], [1], manner="alone", turn=2)]
    assert risk_coverage(others) == ()
