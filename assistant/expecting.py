"""What kind of thing a question asks for, and whether a text holds one: a time, an amount.

A quote that holds no date does not tell when, however much it shares with the question. How
questions are put is data, `question_words.toml`; what a date or an amount looks like is below.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    r"|январ\w|феврал\w|март\w?|апрел\w|ма[йя]|июн\w|июл\w|август\w?|сентябр\w|октябр\w|ноябр\w"
    r"|декабр\w)"
)
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\b|\b{MONTH}\.?\s+\d{{1,2}}\b"
_HAN = "一二三四五六七八九十百千两"
_COUNTED = "(?:个|次|位|名|国|项|份|种|家|人|届|条|场|轮|万|亿)"
_SPELLED = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|dozen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|millions?"
    r"|half|third|quarter"
    r"|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|vingt|trente|quarante|cinquante|soixante|cent|mille"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veint\w+"
    r"|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien(?:to)?s?|mil"
    r"|од(?:ин|на)|два|две|три|четыре|пят\w+|шест\w+|семь\w*|восем\w+|девят\w+|десят\w+"
    r"|\w+дцать|сорок|сто|тысяч\w*"
    r"|واحدة?|اثن\w+|ثلاث\w*|أربع\w*|خمس\w*|ست\w*|سبع\w*|ثماني\w*|تسع\w*|عشر\w*|مئ\w+|ألف)\b"
)
_CURRENCY = (
    "(?:美元|欧元|元|瑞士法郎|dollars?|euros?|francs?|dólares|доллар|евро|рубл|دولار|يورو"
    "|million|billion)"
)
_HOLDS = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        "time": rf"(?<!\d)[12]\d{{3}}(?!\d)|\d\s*[年月日]|[{_HAN}]+(?:年|月|日)(?!来)|世纪"
        rf"|\b{_DAY}|\bcentury\b|[٠-٩]{{4}}",
        "money": rf"[$€£¥]\s*\d|\d[\d.,\s]*(?:万|亿|百万)?\s*{_CURRENCY}|\bUSD\b|\bUS\$",
        "number": rf"\d|[{_HAN}]+{_COUNTED}|{_SPELLED}|[٠-٩]|百分之",
    }.items()
}
# Figures that count nothing: dates, resolutions and symbols, places in an order.
_NO_COUNT = re.compile(
    rf"\d+(?:[/.-]\d+)+|(?<!\d)[12]\d{{3}}(?:\s*年)?(?!\d)|第\s*[\d{_HAN}]+\w|\d+\s*[月日号]"
    rf"|\b{_DAY}|\d+(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a question asks for.

    `kind` is `time`, `money`, `number`, or `""` where nobody can tell; `several` tells whether it
    asks for more than one thing: a list, a course of events, a difference.
    """

    kind: str = ""
    several: bool = False

    def is_met_by(self, text: str) -> bool | None:
        """Tell whether a text holds what is expected; None where nothing is."""
        if not self.kind:
            return None
        looked_at = _NO_COUNT.sub(" ", text) if self.kind == "number" else text
        return bool(_HOLDS[self.kind].search(looked_at))


NOTHING_EXPECTED = Expectation()


def expectation(question: str) -> Expectation:
    """Find out what a question asks for.

    >>> expectation("首脑会议第一阶段什么时候开的？")
    Expectation(kind='time', several=False)
    >>> expectation("Which meetings were held?").several
    True
    """
    kinds = (kind for kind, asks in _asks().items() if asks.search(question))
    return Expectation(next(kinds, ""), bool(question_words("several").search(question)))


@cache
def question_words(name: str) -> re.Pattern[str]:
    """All languages' expressions of one kind, as one."""
    return _joined(_table()[name])


@cache
def _asks() -> dict[str, re.Pattern[str]]:
    return {kind: _joined(words) for kind, words in _table()["asks"].items()}


@cache
def _table() -> dict[str, Any]:
    path = Path(__file__).parent / "question_words.toml"
    return dict(tomllib.loads(path.read_text("utf-8")))


def _joined(by_language: dict[str, list[str]]) -> re.Pattern[str]:
    return re.compile("|".join(one for words in by_language.values() for one in words), re.I)
