"""Exact search by FAISS: the default."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.model import Vectors


class FlatStore:
    """An `IndexFlatIP` over `vectors` of shape (rows, dimension)."""

    def __init__(self, vectors: Vectors) -> None:
        vectors = np.ascontiguousarray(vectors, np.float32)
        self._rows = len(vectors)
        if self._rows:
            self._index = _faiss().IndexFlatIP(vectors.shape[1])
            self._index.add(vectors)

    def search(self, query: Vectors, limit: int) -> tuple[NDArray[np.int64], Vectors]:
        """Find the rows nearest to a query of shape (dimension,).

        Returns:
            Row numbers and cosines, both of shape (min(limit, rows),), best first; equal
            cosines in row order.
        """
        # FAISS fills up with -1 when asked for more rows than there are.
        limit = min(limit, self._rows)
        if limit <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        asked = np.ascontiguousarray(query, np.float32).reshape(1, -1)
        reach = min(limit + 1, self._rows)
        scores, rows = self._index.search(asked, reach)
        # Of equal scores FAISS keeps any, so those at the cut are all asked for.
        while reach < self._rows and scores[0][limit - 1] == scores[0][-1]:
            reach = min(2 * reach, self._rows)
            scores, rows = self._index.search(asked, reach)
        order = np.lexsort((rows[0], -scores[0]))[:limit]
        return rows[0][order].astype(np.int64), scores[0][order].astype(np.float32)


def _faiss() -> Any:
    # Each brings an OpenMP runtime of its own; the process survives only if torch's is first.
    import torch  # noqa: F401, I001
    import faiss

    if sys.platform == "darwin":
        faiss.omp_set_num_threads(1)
    return faiss
