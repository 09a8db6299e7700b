import pytest

from assistant.months import months_in, share_a_month


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2004年2月23日至25日，3月3日", {(2004, 2), (0, 3)}),
        ("2003年12月10日至12日", {(2003, 12)}),
        ("自去年十二月以来", {(0, 12)}),
        ("花了3个月，开了13月会", set()),
        ("wich workshp in rome march 2004", {(2004, 3)}),
        ("23 and 24 September", {(0, 9)}),
        ("on May 5; the Council may decide", {(0, 5)}),
        ("they march in a second", set()),
        ("les 2 et 3 mars 2004, en avril", {(2004, 3), (0, 4)}),
        ("¿Cuándo se reunieron en abril de 2004?", {(2004, 4)}),
        ("мартовское совещание; в июне 2004 года", {(0, 3), (2004, 6)}),
        ("в конце мая 2005", {(2005, 5)}),
        ("في آذار/مارس 2004", {(2004, 3)}),
        ("في كانون الأول/ديسمبر 2003", {(2003, 12)}),
        ("", set()),
    ],
)
def test_months_are_read_in_every_language(text, months):
    assert months_in(text) == months


def test_a_month_without_a_year_is_that_of_any():
    assert share_a_month(months_in("in June"), months_in("2004年6月24日至26日"))
    assert not share_a_month(months_in("June 2003"), months_in("2004年6月24日至26日"))
    assert not share_a_month(months_in("in June"), months_in("2004年"))
