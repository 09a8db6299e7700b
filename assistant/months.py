"""The months that a question or a paragraph names: a month is the same in every language."""

from __future__ import annotations

import re

from corpus.numerals import chinese_value

Months = frozenset[tuple[int, int]]
"""Years and months; the year is 0 where none stands with the month."""

_NAMES = (
    r"january|jan|janvier|enero|январ\w+|يناير|كانون الثاني",
    r"february|feb|février|fevrier|febrero|феврал\w+|فبراير|شباط",
    r"march|mar|mars|marzo|март\w*|мартов\w+|مارس|آذار",
    r"april|apr|avril|abril|апрел\w+|أبريل|نيسان",
    r"may|mai|mayo|ма[йяею]|майск\w+|مايو|أيار",
    r"june|jun|juin|junio|июн\w+|يونيو|يونيه|حزيران",
    r"july|jul|juillet|julio|июл\w+|يوليو|يوليه|تموز",
    r"august|aug|août|aout|agosto|август\w*|أغسطس|آب",
    r"september|sept?|septembre|septiembre|сентябр\w+|سبتمبر|أيلول",
    r"october|oct|octobre|octubre|октябр\w+|أكتوبر|تشرين الأول",
    r"november|nov|novembre|noviembre|ноябр\w+|نوفمبر|تشرين الثاني",
    r"december|dec|décembre|decembre|diciembre|декабр\w+|ديسمبر|كانون الأول",
)
# Words of other meanings too: months only beside a day or a year.
_AMBIGUOUS = re.compile(r"may|mar|jan|jun|jul|dec|nov|oct|sep|mai|mars|march|آب|ма[ейю]")
_DAYS = r"\d{1,2}(?:st|nd|rd|th|er|º)?(?:\s*(?:[-–,]|to|and|et|au|al|y|и|по|إلى|و)\s*\d{1,2})*"
_NAMED = re.compile(
    rf"(?P<before>\b{_DAYS}\s+(?:de\s+|of\s+)?)?"
    rf"\b(?P<name>{'|'.join(_NAMES)})\b(?:/\w+)?"
    rf"(?P<after>\s+{_DAYS}\b(?!\d))?(?:,?\s+(?:de\s+|del\s+|of\s+)?(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_HAN = "[〇零一二三四五六七八九十]"
_NUMERAL = rf"(?:\d{{1,2}}|{_HAN}{{1,3}})"
_IN_CHINESE = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d|[一二][九〇零]{_HAN}{{2}})\s*年\s*)?"
    rf"(?<!\d)(?P<months>{_NUMERAL}(?:月?\s*[、,至到和-]\s*{_NUMERAL})*)\s*月"
)


def months_in(text: str) -> Months:
    """Every month that a text names.

    >>> sorted(months_in("2004年2、3月间；三月份；3个月")), sorted(months_in("二〇〇五年十一月"))
    ([(0, 3), (2004, 2), (2004, 3)], [(2005, 11)])
    >>> sorted(months_in("on 2 and 3 March 2004; in June; may I march; в мае"))
    [(0, 6), (2004, 3)]
    """
    found = set()
    for match in _IN_CHINESE.finditer(text):
        year = _value(match["year"]) if match["year"] else 0
        found |= {(year, _value(one)) for one in re.findall(_NUMERAL, match["months"])}
    for match in _NAMED.finditer(text):
        sure = match["before"] or match["after"] or match["year"]
        if sure or not _AMBIGUOUS.fullmatch(match["name"].lower()):
            found.add((int(match["year"] or 0), _month(match["name"])))
    return frozenset((year, month) for year, month in found if 1 <= month <= 12)


def share_a_month(one: Months, other: Months) -> bool:
    """Tell whether two texts may speak of one month: a month without a year is that of any.

    >>> share_a_month(frozenset({(0, 6)}), frozenset({(2004, 6)}))
    True
    >>> share_a_month(frozenset({(2003, 6)}), frozenset({(2004, 6)}))
    False
    """
    return any(
        month == another and (not year or not that or year == that)
        for year, month in one
        for that, another in other
    )


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isascii() else chinese_value(numeral)


def _month(name: str) -> int:
    return next(
        month
        for month, names in enumerate(_NAMES, start=1)
        if re.fullmatch(names, name, re.IGNORECASE)
    )
