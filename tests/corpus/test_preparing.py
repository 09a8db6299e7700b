"""From a file to an arrangement, in this process."""

from pathlib import Path

import pytest

from corpus import preparing
from corpus.errors import UnreadableFileError
from corpus.model import Block
from corpus.preparing import bounded, prepared


def test_numbers_that_a_format_gives_are_not_judged(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text('{"number": "7", "text": "Seven."}\n{"number": "3", "text": "Three."}\n')
    found = prepared("corpus.formats.jsonl", path, lambda _: None)
    assert [(one.number, one.text) for one in found.paragraphs] == [
        ("7", "Seven."),
        ("3", "Three."),
    ]


def test_more_paragraphs_than_a_report_can_have_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.txt"
    monkeypatch.setattr(preparing, "MOST_BLOCKS", 2)
    assert len(list(bounded([Block("1. One."), Block("2. Two.")], path))) == 2
    with pytest.raises(UnreadableFileError, match="more than 2 paragraphs"):
        list(bounded([Block("1. One.")] * 3, path))
