from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.model import Report
from corpus.reading import read_report


@pytest.fixture
def report_of(tmp_path: Path) -> Callable[[str], Report]:
    """Reads a text as a plain text report."""

    def read(text: str) -> Report:
        path = tmp_path / "sample.txt"
        path.write_text(text, encoding="utf-8")
        return read_report(path)

    return read
