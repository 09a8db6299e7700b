from dataclasses import replace

import pytest

from assistant.citing import called, citation_form, cited
from assistant.wording import wording
from corpus.bundled import bundled_report
from corpus.model import Numbering, Paragraph, Report, Series

REPORT = replace(bundled_report(), symbol="A/80/81")


def paragraph(number: str, series: str = "", **given: str) -> Paragraph:
    kind = given.get("kind", "body")
    return Paragraph("r", 1, number, kind, "Text.", "p1", series=series)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cited_paragraph", "item", "en", "zh"),
    [
        (paragraph("26"), "", "A/80/81, para. 26", "A/80/81，第26段"),
        (paragraph("26"), "b", "A/80/81, para. 26 (b)", "A/80/81，第26段（b）"),
        (paragraph("4", "Annex I"), "a.ii", "A/80/81, Annex I, para. 4 (a)(ii)", None),
        (paragraph("26", "recital"), "", "A/80/81, recital 26", "A/80/81，序言第26段"),
        (paragraph("Article 26", "article"), "1.f", "A/80/81, Article 26 (1)(f)", None),
        (paragraph("3", kind="note"), "", "A/80/81, note 3", "A/80/81，注 3"),
    ],
)
def test_a_paragraph_is_cited_as_the_field_does(
    cited_paragraph: Paragraph, item: str, en: str, zh: str | None
) -> None:
    assert cited(REPORT, cited_paragraph, wording("en"), item) == en
    assert zh is None or cited(REPORT, cited_paragraph, wording("zh"), item) == zh


def test_a_report_without_a_symbol_is_called_by_its_short_title() -> None:
    report = bundled_report()
    assert cited(report, report.paragraphs[-1], wording("zh")) == (
        "《信息社会世界首脑会议筹备报告》第36段"
    )
    assert called(replace(report, short_title="")).endswith("…")
    assert called(replace(report, short_title="", title="A Memo")) == "A Memo"


def test_braces_in_a_title_are_words() -> None:
    report = replace(bundled_report(), short_title="On {braces}")
    assert cited(report, paragraph("1"), wording("en")) == "On {braces}, para. 1"
    assert citation_form(report, wording("en")) == "On {braces}, {paragraph}"


def test_the_verdict_names_each_sequence() -> None:
    series = (
        Series("recital", "complete", 173, "1", "173"),
        Series("article", "complete", 99, "Article 1", "Article 99"),
        Series("Annex I", "gaps", 2, "1", "3", ("2",)),
    )
    report: Report = replace(REPORT, numbering=Numbering("gaps", 274, series=series))
    assert wording("en").numbering_verdict(report) == (
        "recitals 1 to 173, complete; Article 1 to Article 99, complete;"
        " Annex I: paragraphs 1 to 3, missing: 2"
    )
