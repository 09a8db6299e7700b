"""A question that asks two things, taken apart.

“When was the committee founded, and what meetings has it held?” asks twice; each part is searched
for by itself, a later one as the follow-up of the first that it is.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.expecting import question_words
from index.lexical import is_unspaced

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
    found: list[tuple[int, int]] = []
    start = 0
    for gap in [*_breaks().finditer(question), None]:
        end, after = gap.span() if gap else (len(question), len(question))
        # What asks nothing leads up to the question after it, or trails the one before; and
        # “When, and in which city, was it held?” asks twice of one thing.
        before = question[slice(*found[-1])] if found else ""
        if found and not (_is_whole(before) and asks.search(question[start:end])):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        start = after
    cleaned = tuple(
        part for start, end in found if (part := question[start:end].strip().rstrip("，,、"))
    )
    return cleaned if 1 < len(cleaned) <= MOST else (question,)


def _is_whole(part: str) -> bool:
    """Tell whether a part asks something, in more than the words that a question begins with."""
    if not question_words("interrogatives").search(part):
        return False
    words = part.split()
    return is_unspaced(part[:1]) or not (
        len(words) == 1 or (len(words) <= 3 and question_words("determiners").match(part))
    )


@cache
def _breaks() -> re.Pattern[str]:
    asks = question_words("interrogatives").pattern
    return re.compile(rf"(?<=[?？;；؟])\s*|(?<=，)|(?:{_AND})(?={asks})", re.IGNORECASE)
