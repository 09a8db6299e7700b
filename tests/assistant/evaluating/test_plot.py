from assistant.evaluating.plot import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, plot
from assistant.evaluating.risk import risk_coverage


def test_the_drawing_stays_inside_its_frame(asked):
    curve = risk_coverage(
        [asked([1], [1 + (n % 3 == 0)], confidence=n / 40, line=n) for n in range(40)]
    )
    drawn = plot(curve, 0.5)
    assert len(drawn.dots) == 40
    assert drawn.threshold.point.confidence == 0.5
    for pair in f"{drawn.curve} {drawn.best}".split():
        x, y = map(float, pair.split(","))
        assert LEFT <= x <= WIDTH - RIGHT
        assert TOP <= y <= HEIGHT - BOTTOM
    assert [tick.text for tick in drawn.coverages] == ["0%", "25%", "50%", "75%", "100%"]
    assert drawn.risks[0].text == "0%"


def test_a_curve_without_a_mistake_or_with_nothing_else_can_be_drawn(asked):
    for cited in (1, 2):
        drawn = plot(risk_coverage([asked([1], [cited])]), 0.5)
        assert drawn.risks[-1].place == TOP
