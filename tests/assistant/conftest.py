from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.asking import Assistant
from corpus.bundled import bundled_report
from index.embedders.hashing import HashingEmbedder
from index.library import Library
from index.searching import Index


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """An assistant on the bundled report, quick because its embedder only hashes."""
    with Library(tmp_path / "library.sqlite") as library:
        index = Index(library, HashingEmbedder())
        index.add(bundled_report())
        yield Assistant(index)
