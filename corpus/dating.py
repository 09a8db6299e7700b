"""Dates as documents print them, in the languages that reports come in."""

from __future__ import annotations

import re
from datetime import date

from corpus.numerals import chinese_value

_MONTHS = (
    "january janvier enero januar gennaio janeiro января يناير كانون الثاني",
    "february février fevrier febrero februar febbraio fevereiro февраля فبراير شباط",
    "march mars marzo märz março марта مارس آذار",
    "april avril abril aprile апреля أبريل نيسان",
    "may mai mayo maggio maio мая مايو أيار",
    "june juin junio juni giugno junho июня يونيو حزيران",
    "july juillet julio juli luglio julho июля يوليو تموز",
    "august août aout agosto августа أغسطس آب",
    "september septembre septiembre settembre setembro сентября سبتمبر أيلول",
    "october octobre octubre oktober ottobre outubro октября أكتوبر",
    "november novembre noviembre novembro ноября نوفمبر",
    "december décembre decembre diciembre dezember dicembre dezembro декабря ديسمبر",
)
_MONTH_OF = {
    word: month
    for month, words in enumerate(_MONTHS, start=1)
    for word in words.split()
    if word not in ("كانون", "الثاني")
}
_NAME = "|".join(sorted(map(re.escape, _MONTH_OF), key=len, reverse=True))
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<y>(?:1[5-9]|20)\d{2})"
_OF = r"\s+(?:de\s+|of\s+)?"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日",
        r"(?P<y>[〇零一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月"
        r"(?P<d>[一二三四五六七八九十]{1,3})日",
        rf"\b{_DAY}{_OF}(?P<m>{_NAME}){_OF}{_YEAR}\b",
        rf"\b(?P<m>{_NAME})\s+{_DAY},?\s+{_YEAR}\b",
        r"\b(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})\b",
        r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d{2})\b",
        rf"\b(?P<m>{_NAME})\s+{_YEAR}\b",
    )
)
# What may stand beside a date on a line of its own: a label, a weekday, a place.
_BESIDE = re.compile(
    r"(?:Distr\.?:?|Date:?|GENERAL|of|du|vom|den|le|el|от|dated|Issued|Published|Judgment|given on"
    r"|Handed down on|Delivered on|on|Original:?|\w*day|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|года?|г\.)",
    re.IGNORECASE,
)


_PLACE = re.compile(r"[^\W\d_][\w .'’-]{1,30}")


def date_in(text: str) -> str:
    """Read the first date of a text, as ISO 8601; a month without a day stays without.

    >>> date_in("Thursday  23rd September 2021"), date_in("vom 10.4.2018"), date_in("2021年6月10日")
    ('2021-09-23', '2018-04-10', '2021-06-10')
    >>> date_in("Issued August 1997"), date_in("no date")
    ('1997-08', '')
    """
    matches = (form.search(text) for form in _FORMS)
    found = min(filter(None, matches), key=lambda match: match.start(), default=None)
    return _iso(found) if found else ""


def has_only_a_date(line: str) -> bool:
    """Tell whether a line holds a date and nothing but what belongs to it.

    >>> has_only_a_date("JUDGMENT GIVEN ON 23 April 2021"), has_only_a_date("Heard on 3 May 2021")
    (True, False)
    """
    for form in _FORMS[:-1]:
        match = form.search(line)
        if match is not None:
            beside = line[: match.start()] + " " + line[match.end() :]
            return not re.sub(r"[\W_]+", "", _BESIDE.sub(" ", beside))
    return False


def is_place_and_date(line: str) -> bool:
    """Tell whether a line holds a place and a date, as stands below a law or a letter.

    >>> is_place_and_date("Madrid, 5 de diciembre de 2018."), is_place_and_date("In May 2018, it")
    (True, False)
    """
    place, _, rest = line.rpartition(",") if line.count(",") < 2 else line.partition(",")
    return _PLACE.fullmatch(place.strip()) is not None and has_only_a_date(rest.strip(" ."))


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    year, month = _number(parts["y"]), _number(parts["m"])
    if "d" not in parts:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, _number(parts["d"])).isoformat()
    except ValueError:
        return ""


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return _MONTH_OF.get(text.lower()) or chinese_value(text)
