"""The oracle: every product computed in numpy, slow and obvious."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.model import Vectors


class ExactStore:
    """All rows compared one with the query; `vectors` has the shape (rows, dimension)."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = np.asarray(vectors, np.float32)

    def search(self, query: Vectors, limit: int) -> tuple[NDArray[np.int64], Vectors]:
        """Find the rows nearest to a query of shape (dimension,).

        Returns:
            Row numbers and cosines, both of shape (min(limit, rows),), best first; equal
            cosines in row order.
        """
        if not len(self._vectors):
            return np.empty(0, np.int64), np.empty(0, np.float32)
        # Not `@`, which may give equal rows scores that differ in the last bit.
        scores = (self._vectors * np.asarray(query, np.float32)).sum(axis=1)
        order = np.argsort(-scores, kind="stable")[: max(limit, 0)]
        return order.astype(np.int64), scores[order]
