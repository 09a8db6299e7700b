"""A tiny embedder without a model: for tests, deterministic on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from index.model import Encoded, Measure


class HashingEmbedder:
    """Texts that share runs of letters are near each other; nothing is understood.

    Every run of one to three characters, case folded, adds one to a cell that its hash
    chooses. `token_limit` is in characters, and every character is known.
    """

    def __init__(self, dimension: int = 256, token_limit: int = 256) -> None:
        self.dimension = dimension
        self.token_limit = token_limit

    @property
    def fingerprint(self) -> str:
        """Changes with the dimension and the limit."""
        return f"hashing-{self.dimension}-{self.token_limit}"

    def encode_documents(self, texts: Sequence[str]) -> list[Encoded]:
        """Embed passages, without their tokens."""
        return [self.encode_query(text) for text in texts]

    def encode_query(self, text: str) -> Encoded:
        """Embed one question, without its tokens."""
        vector = np.zeros(self.dimension, np.float32)
        runs = f" {text.casefold()[: self.token_limit]} "
        for size in (1, 2, 3):
            for start in range(len(runs) - size + 1):
                run = runs[start : start + size].encode("utf-8", "surrogatepass")
                vector[
                    int.from_bytes(hashlib.blake2b(run, digest_size=8).digest()) % self.dimension
                ] += 1
        unit = vector / np.float32(np.linalg.norm(vector))
        return Encoded(unit, np.empty((0, self.dimension), np.float32))

    def measure(self, texts: Sequence[str]) -> list[Measure]:
        """Count each text's characters; none is unknown."""
        return [Measure(len(text), 0) for text in texts]
