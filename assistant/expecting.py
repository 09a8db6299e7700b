"""What kind of thing a question asks for, and whether a text holds one: a time, an amount.

A quote that holds no date does not tell when, however much it shares with the question. How
questions are put is data, `question_words.toml`; what a date looks like is in `kinds.py`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.kinds import holds
from assistant.months import Months, months_in, share_a_month


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a question asks for.

    `kind` is `time`, `money`, `share`, `people` (how many), `number`, `names` (of persons), or
    `""` where nobody can tell; `several` tells whether it asks for more than one thing: a list, a
    course of events, a difference. `months` are those that it names: it asks about these.
    """

    kind: str = ""
    several: bool = False
    months: Months = frozenset()

    def is_met_by(self, text: str) -> bool | None:
        """Tell whether a text holds what is expected; None where nothing is."""
        if not self.kind:
            return None
        return holds(self.kind, text)

    def is_of_its_time(self, text: str) -> bool:
        """Tell whether a text names one of the months that the question names, if it does."""
        return not self.months or share_a_month(self.months, months_in(text))


NOTHING_EXPECTED = Expectation()


def expectation(question: str) -> Expectation:
    """Find out what a question asks for.

    >>> expectation("首脑会议第一阶段什么时候开的？").kind
    'time'
    >>> expectation("Which meetings were held?").several
    True
    """
    kinds = (kind for kind, asks in _asks().items() if asks.search(question))
    several = bool(question_words("several").search(question))
    return Expectation(next(kinds, ""), several, months_in(question))


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
