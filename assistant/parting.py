"""A question that asks two things, taken apart.

“When was the committee founded, and what meetings has it held?” asks twice; each part is searched
for by itself, a later one as the follow-up of the first that it is.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.expecting import question_words

MOST = 4  # parts; a question of more is searched for as a whole
_AND = r"[,،]?\s+(?:and|et|y|и)\s+|,\s+|[,،]?\s+(?=و)"


def parts(question: str) -> tuple[str, ...]:
    """The questions that a question is made of; itself alone, if it is one.

    >>> parts("高级别组织委员会哪年成立，到2004年4月为止开过哪些会？")
    ('高级别组织委员会哪年成立', '到2004年4月为止开过哪些会？')
    >>> parts("Who chaired the meeting, and where was it held?")
    ('Who chaired the meeting', 'where was it held?')
    >>> parts("在2004年，谁主持了会议？")
    ('在2004年，谁主持了会议？',)
    """
    asks = question_words("interrogatives")
    found: list[str] = []
    for piece in _breaks().split(question):
        # What asks nothing leads up to the question after it, or trails the one before.
        if found and not (asks.search(found[-1]) and asks.search(piece)):
            gap = "" if found[-1].endswith(("，", "？", "；")) else " "
            found[-1] = f"{found[-1]}{gap}{piece}"
        else:
            found.append(piece)
    cleaned = tuple(part.strip().rstrip("，,、") for part in found if part.strip())
    return cleaned if 1 < len(cleaned) <= MOST else (question,)


@cache
def _breaks() -> re.Pattern[str]:
    asks = question_words("interrogatives").pattern
    return re.compile(rf"(?<=[?？;；؟])\s*|(?<=，)|(?:{_AND})(?={asks})", re.IGNORECASE)
