"""A small report and what full text and an embedder make of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.model import Heading, Item, Numbering, Paragraph, Report, Series
from index.library import Library, Postings

MakeReport = Callable[..., Report]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite", patience=0.05) as opened:
        yield opened


@pytest.fixture
def make_report() -> MakeReport:
    return _make_report


@pytest.fixture
def postings() -> Postings:
    return Postings(
        lengths=np.array([3, 1], np.uint32),
        terms={
            "water": (np.array([1, 2], np.uint32), np.array([2, 1], np.uint32)),
            "信息": (np.array([1], np.uint32), np.array([1], np.uint32)),
        },
    )


def _make_report(
    report_id: str = "water", texts: tuple[str, ...] = ("Water, water 信息.", "Water.")
) -> Report:
    heading = Heading("一.", "导言", 1, 1)
    return Report(
        id=report_id,
        title="Water for all",
        symbol="A/80/81",
        date="2025-03-01",
        language="en",
        source="/tmp/water.txt",
        digest="-".join(texts),
        paragraphs=tuple(
            Paragraph(
                report_id=report_id,
                ordinal=ordinal,
                number=str(ordinal),
                kind="body",
                text=text,
                anchor=f"p{ordinal}",
                items=(Item("a", 0, 5),),
                headings=(heading,),
                series="Annex I",
                page=None if ordinal == 1 else ordinal,
            )
            for ordinal, text in enumerate(texts, start=1)
        ),
        outline=(heading,),
        numbering=Numbering(
            "gaps",
            2,
            ("3",),
            ("1", "2"),
            ("1998 was",),
            ("a warning",),
            (Series("Annex I", "gaps", 2, "1", "2", ("3",), ("1", "2")),),
        ),
        short_title="Water",
    )
