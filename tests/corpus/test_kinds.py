"""The kinds of documents that people bring, each in small: what it must come out as."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.model import Report

ReadText = Callable[[str], Report]
Kind = dict[str, Any]
KINDS: list[Kind] = tomllib.loads((Path(__file__).parent / "table/kinds.toml").read_text("utf-8"))[
    "kind"
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["name"])
def test_a_kind_of_document_comes_out_as_printed(report_of: ReadText, kind: Kind) -> None:
    report = report_of(kind["text"])
    numbered = {p.label: p.text for p in report.paragraphs if p.number and p.kind == "body"}
    assert list(numbered) == kind["labels"]
    assert report.numbering.status == ("complete" if kind["labels"] else "none")
    headings = [heading.label for heading in report.outline]
    assert set(kind.get("headings", [])) <= set(headings)
    for label, words in [kind["ends"]] if "ends" in kind else []:
        assert numbered[label].endswith(words)
