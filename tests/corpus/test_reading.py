import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import UnknownFormatError, UnreadableFileError
from corpus.model import Report
from corpus.reading import digest_of, known_suffixes, read_report, renamed

SHARED = Path(__file__).parents[3] / "shared/reports"
ReadText = Callable[[str], Report]


def test_the_formats_are_found_by_being_there() -> None:
    assert {".txt", ".jsonl"} <= set(known_suffixes())


def test_an_unknown_ending_is_answered_with_those_known(tmp_path: Path) -> None:
    path = tmp_path / "report.xyz"
    path.write_text("1. One.", encoding="utf-8")
    with pytest.raises(UnknownFormatError, match=r"\.jsonl, .*\.txt") as error:
        read_report(path)
    assert error.value.known == known_suffixes()


def test_a_file_without_an_ending_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("1. One.", encoding="utf-8")
    with pytest.raises(UnknownFormatError, match="without an ending"):
        read_report(path)


@pytest.mark.parametrize("name", ["missing.txt", "missing.xyz"])
def test_a_missing_file_is_missing_whatever_its_ending(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFileError, match="no such file"):
        read_report(tmp_path / name)


def test_a_folder_named_like_a_report_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "reports.txt"
    folder.mkdir()
    with pytest.raises(UnreadableFileError, match="folder"):
        read_report(folder)


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "REPORT.TXT"
    path.write_text("1. One.", encoding="utf-8")
    assert read_report(path).id == "report"


def test_id_title_and_source_come_from_the_file(report_of: ReadText, tmp_path: Path) -> None:
    report = report_of("1. One.\n2. Two.\n")
    assert (report.id, report.title, report.symbol) == ("sample", "sample", "")
    assert report.source == str(tmp_path / "sample.txt")
    assert {paragraph.report_id for paragraph in report.paragraphs} == {"sample"}


def test_renaming_changes_the_id_everywhere_and_the_digest_nowhere(report_of: ReadText) -> None:
    report = report_of("1. One.\n2. Two.\n")
    other = renamed(report, "other")
    assert other.id == "other"
    assert {paragraph.report_id for paragraph in other.paragraphs} == {"other"}
    assert other.digest == report.digest == digest_of(other.paragraphs)


@pytest.mark.parametrize("changed", [{"number": "7"}, {"text": "Once."}, {"kind": "note"}])
def test_the_digest_changes_with_the_content(report_of: ReadText, changed: dict[str, str]) -> None:
    first, *others = report_of("1. One.\n2. Two.\n").paragraphs
    altered = replace(first, **changed)  # type: ignore[arg-type]
    assert digest_of([altered, *others]) != digest_of([first, *others])


def test_anchors_are_unique(report_of: ReadText) -> None:
    report = report_of("\n\n".join(f"{number}. Text." for number in (1, 2, 2, 3, 1, 2, 3)))
    anchors = [paragraph.anchor for paragraph in report.paragraphs]
    assert anchors == ["p1", "p2", "p2-2", "p3", "p1-2", "p2-3", "p3-2"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_hard_wrapped_resolution_gives_1_to_19(language: str) -> None:
    path = SHARED / f"un_res_LDC_programme_of_action.{language}.txt"
    if not path.exists():
        pytest.skip("needs ../shared")
    report = read_report(path)
    assert [p.number for p in report.paragraphs] == [str(number) for number in range(1, 20)]
    assert report.numbering.status == "complete"
    assert report.language == language
    assert not any("\n" in paragraph.text for paragraph in report.paragraphs)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file's name is always text")
def test_a_name_that_is_no_text_is_put_into_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"b\xffd.txt")
    path.write_text("Some words.", "utf-8")
    report = read_report(path)
    assert report.title == r"b\udcffd"
    assert report.source.encode("utf-8")
