import pytest

from corpus.dating import date_in, has_only_a_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("29 April 2025", "2025-04-29"),
        ("LEGGE 7 agosto 1990, n. 241", "1990-08-07"),
        ("April 29, 2025", "2025-04-29"),
        ("Thursday  23rd September  2021", "2021-09-23"),
        ("le 1er juillet 2020", "2020-07-01"),
        ("4 de mayo de 2030", "2030-05-04"),
        ("vom 10. April 2018", "2018-04-10"),
        ("10.4.2018", "2018-04-10"),
        ("2021年6月10日", "2021-06-10"),
        ("二〇二一年六月十日", "2021-06-10"),
        ("12 декабря 1993 года", "1993-12-12"),
        ("10 مايو 2021", "2021-05-10"),
        ("2025-04-29", "2025-04-29"),
        ("May 2025", "2025-05"),
        ("31 February 2025", ""),
        ("in 2025", ""),
        ("10 people of May", ""),
    ],
)
def test_a_date_is_read(text: str, date: str) -> None:
    assert date_in(text) == date


@pytest.mark.parametrize("line", ["29 April 2025", "Date: 10.4.2018", "Geneva, 4 May 2004", "x"])
def test_only_a_date_stands_on_a_line_or_more(line: str) -> None:
    assert has_only_a_date(line) == (line in ("29 April 2025", "Date: 10.4.2018"))
