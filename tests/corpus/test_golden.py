"""The WSIS report against a file that was checked by eye, paragraph by paragraph."""

import json
import re
from pathlib import Path

import pytest

from corpus.bundled import bundled_report
from corpus.model import Paragraph, Report
from corpus.reading import read_report

ROOT = Path(__file__).parents[2]
GOLDEN = json.loads((ROOT / "tests/golden/wsis-2004.json").read_text(encoding="utf-8"))
SOURCE = (ROOT / "corpus/reports/wsis-2004.zh.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report() -> Report:
    return bundled_report()


def as_golden(paragraph: Paragraph) -> dict[str, object]:
    return {
        "ordinal": paragraph.ordinal,
        "number": paragraph.number,
        "kind": paragraph.kind,
        "anchor": paragraph.anchor,
        "headings": [heading.label for heading in paragraph.headings],
        "items": [[item.label, paragraph.text[item.start : item.end]] for item in paragraph.items],
        "text": paragraph.text,
    }


def test_every_paragraph_is_as_in_the_golden_file(report: Report) -> None:
    assert [as_golden(paragraph) for paragraph in report.paragraphs] == GOLDEN["paragraphs"]


def test_title_and_outline_are_as_in_the_golden_file(report: Report) -> None:
    outline = [[h.number, h.title, h.level, h.ordinal] for h in report.outline]
    assert report.title == GOLDEN["title"]
    assert outline == GOLDEN["outline"]


def test_paragraphs_run_from_1_to_36_with_no_gap_and_no_double(report: Report) -> None:
    numbers = [paragraph.number for paragraph in report.paragraphs if paragraph.number]
    assert numbers == [str(number) for number in range(1, 37)]
    numbering = report.numbering
    assert (numbering.status, numbering.numbered) == ("complete", 36)
    assert numbering.gaps == numbering.doubles == numbering.doubted == numbering.warnings == ()


def test_nothing_of_the_text_is_altered_lost_or_moved(report: Report) -> None:
    # All that may go: paragraph numbers, headings with their titles, the title, and bullets.
    lines = [line.strip() for line in SOURCE.split("\n")]
    kept = []
    for above, line in zip(["", *lines], lines, strict=False):
        is_heading = re.fullmatch(r"[一二三四五六七]\.|[ABC]\.|摘要|\(", line)
        is_title = re.fullmatch(r"[一二三四五六七]\.|[ABC]\.", above) or line == report.title
        if not is_heading and not is_title:
            kept.append(re.sub(r"^\d{1,2}[．.](?!\d)", "", line))
    told = "".join(paragraph.text for paragraph in report.paragraphs)
    assert "".join(told.split()) == "".join("".join(kept).split())


def test_the_broken_web_address_is_whole(report: Report) -> None:
    eleven = next(paragraph for paragraph in report.paragraphs if paragraph.number == "11")
    assert eleven.text.endswith("可查阅http://www.itu.int/wsis/preparatory/index.html。")


def test_footnotes_are_not_taken_for_the_symbol(report: Report) -> None:
    assert report.symbol == ""
    notes = [paragraph.text for paragraph in report.paragraphs if paragraph.kind == "note"]
    assert notes == ["* A/59/50", "** E/2004/100。"]


def test_sections_restart_their_letters(report: Report) -> None:
    labels = [heading.label for heading in report.outline]
    assert labels.index("A. 联合国系统行政首长协调理事会") > labels.index(
        "五. 首脑会议的举行和联合国系统的作用"
    )
    assert [label[0] for label in labels if label[0] in "ABC"] == ["A", "B", "C", "A", "B"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_the_parse_is_the_same_in_each_encoding(
    report: Report, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "encoded.txt"
    path.write_bytes(SOURCE.replace("\n", "\r\n").encode(encoding))
    assert read_report(path).digest == report.digest


def test_a_paragraph_copied_is_reported_by_number(tmp_path: Path) -> None:
    path = tmp_path / "doubled.txt"
    path.write_text(SOURCE.replace("\n13.\n", "\n12.\n再次。\n\n13.\n"), encoding="utf-8")
    numbering = read_report(path).numbering
    assert (numbering.status, numbering.doubles, numbering.gaps) == ("gaps", ("12",), ())
    assert numbering.warnings == ("More than one paragraph has the number: 12.",)


@pytest.mark.parametrize("missing", [1, 15, 30, 35])
def test_a_paragraph_taken_out_is_reported_by_number(tmp_path: Path, missing: int) -> None:
    path = tmp_path / "gap.txt"
    cut = re.sub(rf"\n{missing}[．.][^§]*?(?=\n\n\n|\n{missing + 1}[．.])", "\n", SOURCE)
    path.write_text(cut, encoding="utf-8")
    numbering = read_report(path).numbering
    assert (numbering.status, numbering.gaps) == ("gaps", (str(missing),))
    assert numbering.numbered == 35
