from assistant.evaluating.figures import Figure, answering_tables
from assistant.evaluating.tables import definitions, gap_text, markdown


def test_columns_stand_below_each_other_in_a_terminal(asked):
    table = answering_tables([asked([1], [1], kind="a|b"), asked([1], kind="数字", line=2)])[0]
    title, _, *lines = markdown(table).splitlines()
    assert title == "**The report answers: by kind**"
    assert len({len(line) + line.count("数") + line.count("字") for line in lines}) == 1
    assert lines[2].startswith(r"| a\|b ")
    assert lines[3].split("|")[-2].strip() == "–"


def test_the_meaning_of_each_figure_is_told_once(asked):
    tables = answering_tables([asked([1], [1]), asked([], kind="unanswerable", line=2)])
    lines = definitions(tables).splitlines()
    assert len(lines) == len({*lines}) == 5
    assert lines[0].startswith("- answered right: ")


def test_the_gap_is_told_in_points():
    assert "24 points fewer" in gap_text(Figure(29, -0.241, -0.41, -0.09))
    assert "5 points more" in gap_text(Figure(29, 0.05, -0.01, 0.09))
    assert "as many answered right" in gap_text(Figure(29, 0.0, -0.1, 0.1))
