"""Several rankings made one.

A sum in which a ranking without evidence adds nothing: cosine + 2.5 x what late interaction finds
+ 2 x the share of a perfect lexical match, or 1.25 x where its terms are translated. The share is
near 0 by itself when question and report differ in language and nothing is translated, and the two
others are trusted only as far as the model knows the words on both sides. Rank fusion and min-max
were measured too; both ruin questions across languages, where one ranking is blind.

Source: linear combination after Bruch, Gai and Ingber, "An Analysis of Fusion Functions for
Hybrid Retrieval" (2023), with a normalisation that does not depend on the other paragraphs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LEXICAL_WEIGHT = 2.0  # 1.5 to 3 measure alike
TRANSLATED_WEIGHT = 1.25  # the same across languages; 1 to 1.5 measure alike
LATE_WEIGHT = 2.5  # late interaction; 2 to 3 measure alike
DOUBT = 2  # how steeply trust falls with the share of unknown tokens


def trust(known_question: float, known_report: float) -> float:
    """How far to believe a dense ranking, from 0 to 1.

    Args:
        known_question: The share of the question's tokens that the embedder knows.
        known_report: The same of the report's.

    >>> trust(1.0, 1.0), round(trust(1.0, 0.4), 3)
    (1.0, 0.16)
    """
    return float((known_question * known_report) ** DOUBT)


def lexical_weight(*, across: bool) -> float:
    """What a perfect lexical match counts beside a perfect cosine.

    Args:
        across: Whether question and report differ in language.
    """
    return TRANSLATED_WEIGHT if across else LEXICAL_WEIGHT


def fuse(
    meaning: NDArray[np.float64], lexical: NDArray[np.float64], *, across: bool
) -> NDArray[np.float64]:
    """Add up the two rankings of all paragraphs; higher is better.

    Late interaction, `LATE_WEIGHT` times its scores, comes on top for the best of them.

    Args:
        meaning: Shape (paragraphs,), 0 to 1: cosines times what `trust` gives; negative ones are
            no evidence and count as 0.
        lexical: Shape (paragraphs,), 0 to 1: shares of a perfect match.
        across: Whether question and report differ in language.
    """
    return np.maximum(meaning, 0.0) + lexical_weight(across=across) * lexical
