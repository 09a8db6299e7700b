import json
from pathlib import Path

import pytest

from corpus.errors import MalformedLineError
from corpus.model import Report
from corpus.reading import read_report


def report_of(tmp_path: Path, *lines: object) -> Report:
    path = tmp_path / "numbers.jsonl"
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(written), encoding="utf-8")
    return read_report(path)


def test_numbers_are_taken_as_given(tmp_path: Path) -> None:
    given = [7, "12 bis", "7", "第三条", "a.1", "1"]
    report = report_of(tmp_path, *({"number": number, "text": "Text."} for number in given))
    assert [p.number for p in report.paragraphs] == ["7", "12 bis", "7", "第三条", "a.1", "1"]
    assert [p.anchor for p in report.paragraphs] == ["p7", "p12-bis", "p7-2", "px", "pa.1", "p1"]
    numbering = report.numbering
    assert (numbering.status, numbering.numbered) == ("complete", 6)
    assert numbering.gaps == numbering.doubles == ()


def test_text_stays_as_it_is(tmp_path: Path) -> None:
    report = report_of(tmp_path, {"number": "1", "text": "2. Line\n(a) another"})
    assert report.paragraphs[0].text == "2. Line\n(a) another"


def test_the_title_is_the_files_name(tmp_path: Path) -> None:
    assert report_of(tmp_path, {"number": "1", "text": "Text."}).title == "numbers"


def test_headings_open_and_close(tmp_path: Path) -> None:
    report = report_of(
        tmp_path,
        {"number": "1", "text": "One.", "headings": ["四. 成果", "A. 展望"]},
        {"number": "2", "text": "Two.", "headings": ["四. 成果"]},
        {"number": "3", "text": "Three."},
        {"number": "4", "text": "Four.", "headings": [{"number": "五.", "title": "作用"}]},
    )
    assert [[h.label for h in p.headings] for p in report.paragraphs] == [
        ["四. 成果", "A. 展望"],
        ["四. 成果"],
        [],
        ["五. 作用"],
    ]
    assert [h.label for h in report.outline] == ["四. 成果", "A. 展望", "五. 作用"]


def test_paragraphs_without_a_number_are_counted(tmp_path: Path) -> None:
    report = report_of(tmp_path, {"number": "1", "text": "One."}, {"text": "Two."})
    assert report.numbering.status == "gaps"
    assert report.numbering.warnings == ("1 of 2 paragraphs have no number.",)


@pytest.mark.parametrize(
    "line",
    [
        "{not json}",
        '"a string"',
        "[1]",
        '{"number": "1"}',
        '{"number": "1", "text": 5}',
        '{"number": "1", "text": " "}',
        '{"number": ["1"], "text": "Text."}',
        '{"number": true, "text": "Text."}',
        '{"number": "1", "text": "Text.", "headings": "A"}',
        '{"number": "1", "text": "Text.", "headings": [7]}',
        "[" * 100_000,
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(MalformedLineError, match="line 3") as error:
        report_of(tmp_path, {"number": "1", "text": "One."}, "", line)
    assert error.value.line == 3


@pytest.mark.parametrize("key", ["number", "text", "headings"])
def test_half_a_character_is_refused_where_it_stands(tmp_path: Path, key: str) -> None:
    line = {"number": "1", "text": "Text.", key: ["a\ud83d"] if key == "headings" else "a\ud83d"}
    with pytest.raises(MalformedLineError, match="line 1: half a character"):
        report_of(tmp_path, line)
