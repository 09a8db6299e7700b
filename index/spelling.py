"""Words as somebody may have meant to write them.

Source: candidates one edit away, after Norvig, "How to Write a Spelling Corrector" (2007); the
edits are those of Damerau, "A Technique for Computer Detection and Correction of Spelling Errors"
(1964).
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.normalising import folded

SHORTEST = 5  # letters; shorter words have too many neighbours
MEANT = 0.7  # how likely one of the neighbours is what was meant

_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة",
)
_NAME = re.compile(r"(?<=[^\W\d_][\s,])[^\W\d_]\w+")


def names(text: str) -> frozenset[str]:
    """The capitalised words within a text's sentences, folded: nobody may spell them otherwise.

    >>> sorted(names("What did Kofi Annan say?"))
    ['annan', 'kofi']
    """
    return frozenset(folded(word) for word in _NAME.findall(text) if word[0].isupper())


@lru_cache(maxsize=1024)
def neighbours(word: str) -> tuple[str, ...]:
    """The spellings one letter left out, added, changed or moved away; none for a short word.

    >>> "workshop" in neighbours("workshp"), neighbours("wich")
    (True, ())
    """
    alphabet = next((letters for letters in _ALPHABETS if word[:1] in letters), "")
    if len(word) < SHORTEST or not word.isalpha() or not alphabet:
        return ()
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = [left + right[1:] for left, right in splits if right]
    found += [left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1]
    found += [left + letter + right[1:] for left, right in splits if right for letter in alphabet]
    found += [left + letter + right for left, right in splits for letter in alphabet]
    return tuple(dict.fromkeys(one for one in found if one != word))
