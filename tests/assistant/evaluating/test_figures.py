import pytest

from assistant.evaluating.asking import Ranked
from assistant.evaluating.figures import answering_tables, gap, ranking_tables


def figures(table, name):
    (row,) = [row for row in table.rows if row.name == name]
    return {key: (figure.n, figure.value) for key, figure in row.figures.items()}


def test_single_questions_are_told_by_kind_and_by_language(asked):
    by_kind, by_language, others = answering_tables(
        [
            asked([1], [1], line=1),
            asked([1], [2], kind="list", line=2),
            asked([2], language="zh", line=3),
            asked([], [2], kind="unanswerable", line=4),
        ]
    )
    assert [row.name for row in by_kind.rows] == ["fact", "list", "all"]
    assert figures(by_kind, "fact") == {
        "right": (2, 0.5), "first": (2, 0.5), "refused": (2, 0.5), "precision": (1, 1.0),
    }  # fmt: skip
    assert figures(by_kind, "list")["precision"] == (1, 0.0)
    assert [row.name for row in by_language.rows] == ["en", "zh", "all"]
    assert "precision" not in figures(by_language, "zh")
    assert figures(others, "en") == {"false": (1, 1.0)}


def test_conversations_are_told_apart_by_how_a_turn_was_asked(asked):
    (table,) = answering_tables(
        [
            asked([1], [1], manner="first"),
            asked([1], [2], manner="later", turn=2),
            asked([1], [1], manner="alone", turn=2),
        ]
    )
    assert [row.name for row in table.rows] == [
        "first turns", "later turns", "later turns asked alone", "all turns: en",
    ]  # fmt: skip
    assert figures(table, "later turns")["right"] == (1, 0.0)
    assert figures(table, "later turns asked alone")["right"] == (1, 1.0)
    assert figures(table, "all turns: en")["right"] == (2, 0.5)


def test_the_gap_compares_the_same_turns(asked):
    compared = gap(
        [
            asked([1], [2], manner="later", turn=2, line=1),
            asked([1], [1], manner="alone", turn=2, line=1),
            asked([1], [1], manner="later", turn=3, line=1),
            asked([1], [1], manner="alone", turn=3, line=1),
            asked([1], [1], manner="later", turn=2, line=2),  # has no standalone
        ]
    )
    assert (compared.n, compared.value) == (2, -0.5)
    assert compared.low <= -0.5 <= compared.high
    assert gap([asked([1], [1])]) is None


def test_a_ranking_is_told_by_the_place_of_a_right_paragraph(asked):
    one = asked([1])
    ranked = [
        Ranked(one.case, one.question, place, {"lexical": lexical})
        for place, lexical in ((1, 1), (3, 1), (5, 9), (0, 9))
    ]
    (table,) = ranking_tables(ranked)
    assert {key: value for key, (_, value) in figures(table, "gold.jsonl").items()} == {
        "first": 0.25, "three": 0.5, "five": 0.75, "lexical": 0.5, "dense": 0.0, "late": 0.0,
    }  # fmt: skip


def test_the_same_groups_are_told_once(asked):
    def ranked(*questions):
        return [Ranked(one.case, one.question, 1, {}) for one in questions]

    same = ranked(asked([1], kind="a", language="en"), asked([1], kind="b", language="zh"))
    assert [table.title for table in ranking_tables(same)] == ["Ranking: by kind"]
    other = ranked(asked([1], kind="a"), asked([1], kind="b"), asked([1], kind="b", language="zh"))
    assert [table.title for table in ranking_tables(other)] == [
        "Ranking: by kind",
        "Ranking: by language",
    ]


def test_every_figure_lies_in_its_interval(asked):
    tables = answering_tables([asked([1], [1 + n % 2], line=n) for n in range(20)])
    for table in tables:
        for row in table.rows:
            for figure in row.figures.values():
                assert 0 <= figure.low <= figure.value <= figure.high <= 1
                assert figure.value == pytest.approx(0.5) or figure.value in (0, 1)
