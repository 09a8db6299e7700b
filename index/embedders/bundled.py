"""The embedder that comes with Pincite: on disk after installation, no network needed."""

from __future__ import annotations

from pathlib import Path

from index.embedders.processor import fastest_dtype
from index.embedders.sentence_transformer import SentenceTransformerEmbedder

FOLDER = Path(__file__).parents[1] / "weights" / "embedder"
"""The bundled model; its card is `README.md` in it."""


def bundled_embedder() -> SentenceTransformerEmbedder:
    """The default embedder: the six languages of the United Nations, 384 dimensions, 256 tokens."""
    return SentenceTransformerEmbedder(str(FOLDER), fastest_dtype())
