"""One report's paragraphs ranked for one question: by meaning, by its words, word by word."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from corpus.model import Report
from index.bm25 import Scores
from index.fusion import LATE_WEIGHT, fuse
from index.late import late_scores
from index.model import Encoded, Hit, Rank
from index.segment import Segment

CANDIDATES = 32  # paragraphs that are compared word by word too

_Ranking = NDArray[np.float64]


def ranked(
    report: Report,
    segment: Segment,
    question: Encoded,
    lexical: Scores,
    *,
    across: bool,
    trusted: float,
    limit: int,
    within: Collection[tuple[str, int]],
) -> list[Hit]:
    """The best paragraphs of a report, best first.

    Args:
        report: Whose paragraphs.
        segment: Its vectors.
        question: As the embedder reads it.
        lexical: The full-text score of every paragraph.
        across: Whether question and report differ in language.
        trusted: How far the vectors are to be believed, 0 to 1.
        limit: How many hits at the most.
        within: The paragraphs to stay within, as report ids and ordinals; none means all.
    """
    near = segment.meaning(question.vector)
    dense = trusted * np.maximum(near.paragraphs, 0.0)
    scores = fuse(dense, lexical, across=across)
    order = np.argsort(-scores, kind="stable").tolist()
    if within:
        order = [place for place in order if (report.id, place + 1) in within]
    places = order[: max(limit, CANDIDATES)]
    if not places:
        return []
    words = segment.word_by_word(question, [place + 1 for place in places])
    late = np.zeros_like(scores)
    late[places] = trusted * late_scores(words.paragraphs)
    scores += LATE_WEIGHT * late
    rankings = {"dense": dense, "lexical": lexical, "late": late}
    standing = {name: _standing(ranking) for name, ranking in rankings.items()}
    return [
        Hit(
            report.paragraphs[place],
            float(scores[place]),
            segment.window(report.paragraphs[place], near),
            _ranks(place, rankings, standing),
            segment.sentences(report.paragraphs[place], near, words, trusted),
            tuple(words.paragraphs[:, column].tolist()),
        )
        for column, place in sorted(enumerate(places), key=lambda one: -scores[one[1]])[:limit]
    ]


def _ranks(
    place: int, rankings: Mapping[str, _Ranking], standing: Mapping[str, NDArray[np.intp]]
) -> tuple[Rank, ...]:
    return tuple(
        Rank(name, int(standing[name][place]), float(scores[place]))
        for name, scores in rankings.items()
        if scores[place] > 0
    )


def _standing(scores: _Ranking) -> NDArray[np.intp]:
    """The place of each in descending order, from 1."""
    places = np.empty(len(scores), np.intp)
    places[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return places
