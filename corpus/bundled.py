"""The report that comes with Pincite."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib.resources import as_file, files

from corpus.model import Report
from corpus.reading import read_report, renamed

_NAME = "wsis-2004.zh"


@cache
def bundled_report() -> Report:
    """Read the bundled report, with what its metadata file tells."""
    folder = files("corpus") / "reports"
    metadata = json.loads((folder / f"{_NAME}.json").read_text(encoding="utf-8"))
    with as_file(folder / f"{_NAME}.txt") as path:
        report = read_report(path)
    return replace(
        renamed(report, metadata["id"]),
        title=metadata["title"],
        short_title=metadata["short_title"],
        date=metadata["date"],
        language=metadata["language"],
        source=metadata["source"],
    )
