"""Judgements as a gold file for `pincite evaluate`.

A right answer's paragraphs are gold; so are those that somebody named for a wrong one. Gold of a
question that should have been answered "no" is empty. A wrong answer for which nobody named the
right paragraph tells what is not gold, and no more: it is left out, and counted.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.keeping.feedback import Judgement
from corpus.normalising import folded


@dataclass(frozen=True, slots=True)
class GoldFile:
    """The lines of a gold file, and how many judgements are in none of them.

    `unnamed` are wrong answers for which no right paragraph was named; `replaced` were said of
    a question that was judged again later.
    """

    lines: tuple[str, ...]
    unnamed: int
    replaced: int

    @property
    def text(self) -> str:
        """What to write."""
        return "".join(f"{line}\n" for line in self.lines)


def gold_file(judgements: Sequence[Judgement]) -> GoldFile:
    """Turn judgements about one report into gold; the last word on a question counts.

    A question that only its conversation explains is taken as it was understood to stand alone.
    """
    gold: dict[str, tuple[str, ...]] = {}
    said: dict[str, Judgement] = {}
    unnamed = replaced = 0
    for one in judgements:
        paragraphs = _paragraphs(one)
        if paragraphs is None:
            unnamed += 1
            continue
        key = folded(one.standalone)
        replaced += key in gold
        gold[key], said[key] = paragraphs, one
    lines = [
        json.dumps(
            {
                "id": f"feedback-{place:03}",
                "lang": one.language,
                "kind": "feedback",
                "question": one.standalone,
                "gold": list(gold[key]),
                "match": "any" if gold[key] else "none",
            },
            ensure_ascii=False,
        )
        for place, (key, one) in enumerate(said.items(), 1)
    ]
    return GoldFile(tuple(lines), unnamed, replaced)


def _paragraphs(one: Judgement) -> tuple[str, ...] | None:
    """The anchors that answer, none where nothing does; None where nobody knows."""
    if one.verdict == "should_say_no":
        return ()
    if one.verdict == "right":
        return one.cited
    return one.meant or None
