"""The kinds of documents that people bring, each in small: what it must come out as."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.model import Paragraph, Report

ReadText = Callable[[str], Report]
Kind = dict[str, Any]
KINDS: list[Kind] = tomllib.loads((Path(__file__).parent / "table/kinds.toml").read_text("utf-8"))[
    "kind"
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["name"])
def test_a_kind_of_document_comes_out_as_printed(report_of: ReadText, kind: Kind) -> None:
    report = report_of(kind["text"])
    numbered = {_called(p): p for p in report.paragraphs if p.number and p.kind == "body"}
    assert list(numbered) == kind["labels"]
    status = kind.get("status", "complete" if kind["labels"] else "none")
    assert report.numbering.status == status
    headings = [heading.label for heading in report.outline]
    assert set(kind.get("headings", [])) <= set(headings)
    for label, words in [kind["ends"]] if "ends" in kind else []:
        assert numbered[label].text.endswith(words)
    for label, *entries in [kind["items"]] if "items" in kind else []:
        assert [item.label for item in numbered[label].items] == entries


def _called(paragraph: Paragraph) -> str:
    """Its label, and the series where the label leaves it out: that of an annex's article."""
    series = paragraph.series
    plain = series in ("", "article", "section", "recital") or series in paragraph.label
    return paragraph.label if plain else f"{series}, {paragraph.label}"
