"""The reports of ../shared/reports against a table written by eye, before any parser."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import CorpusError
from corpus.model import Paragraph, Report
from corpus.reading import known_suffixes, read_report

FOLDER = Path(__file__).parents[3] / "shared/reports"
TABLE = tomllib.loads((Path(__file__).parent / "table/reports.toml").read_text("utf-8"))
Document = dict[str, Any]
DOCUMENTS: list[Document] = TABLE["document"]
READABLE = [document for document in DOCUMENTS if "refused" not in document]
each_document = pytest.mark.parametrize("document", READABLE, ids=lambda found: found["file"])


@cache
def read(name: str) -> Report:
    path = FOLDER / name
    if not path.exists():
        pytest.skip("needs ../shared")
    if path.suffix not in known_suffixes():
        pytest.skip(f"no format reads {path.suffix} yet")
    return read_report(path)


def numbered(report: Report) -> list[Paragraph]:
    return [one for one in report.paragraphs if one.number and one.kind == "body"]


def spaced(text: str) -> str:
    return " ".join(text.split())


def find(report: Report, series: str, number: str) -> Paragraph:
    return next(p for p in numbered(report) if (p.series, p.number) == (series, number))


@each_document
def test_each_series_has_its_count_and_its_ends(document: Document) -> None:
    report = read(document["file"])
    found = {}
    for paragraph in numbered(report):
        found.setdefault(paragraph.series, []).append(paragraph.number)
    assert [
        [verdict.name, len(found[verdict.name]), verdict.first, verdict.last, verdict.status]
        for verdict in report.numbering.series
    ] == document["series"]
    assert sum(map(len, found.values())) == report.numbering.numbered
    assert list(report.numbering.gaps) == document.get("gaps", [])
    assert list(report.numbering.doubles) == document.get("doubles", [])


@each_document
def test_paragraphs_begin_and_end_as_printed(document: Document) -> None:
    report = read(document["file"])
    for series, number, begins, ends in document["paragraphs"]:
        text = spaced(find(report, series, number).text)
        assert (number, text[: len(begins)]) == (number, begins)
        assert (number, text[len(text) - len(ends) :]) == (number, ends)


@each_document
def test_items_belong_to_their_paragraph(document: Document) -> None:
    report = read(document["file"])
    for series, number, label, begins in document.get("items", []):
        paragraph = find(report, series, number)
        item = next(item for item in paragraph.items if item.label == label)
        assert spaced(paragraph.text[item.start : item.end]).startswith(begins)


@each_document
def test_headings_are_headings_and_the_rest_is_no_paragraph(document: Document) -> None:
    report = read(document["file"])
    labels = [spaced(heading.label) for heading in report.outline]
    for title in document["headings"]:
        assert any(spaced(title) in label for label in labels), title
    for begins in document["never"]:
        assert not [p.number for p in numbered(report) if p.text.startswith(begins)], begins
    told = [report.title, *labels, *(paragraph.text for paragraph in report.paragraphs)]
    for words in document.get("absent", []):
        assert not [text for text in told if words in text], words


@each_document
def test_the_document_says_what_it_is(document: Document) -> None:
    report = read(document["file"])
    assert report.symbol == document["symbol"]
    if "language" in document:
        assert report.language == document["language"]
    if "title" in document:
        assert spaced(report.title).startswith(document["title"])
    if "date" in document:
        assert report.date == document["date"]


@pytest.mark.parametrize(
    "document",
    [found for found in DOCUMENTS if "refused" in found],
    ids=lambda found: found["file"],
)
def test_what_can_not_be_read_is_refused_with_a_remedy(document: Document) -> None:
    with pytest.raises(CorpusError, match=document["refused"]):
        read(document["file"])
