"""Reports that count in more than one way, and ways of counting that nest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.model import Paragraph, Report
from corpus.reading import read_report

ReadText = Callable[[str], Report]


def numbers(report: Report) -> list[str]:
    return [p.label for p in report.paragraphs if p.kind == "body" and p.number]


def series(report: Report) -> list[tuple[str, int, str]]:
    return [(one.name, one.numbered, one.status) for one in report.numbering.series]


def find(report: Report, label: str) -> Paragraph:
    return next(p for p in report.paragraphs if p.label == label)


def test_recitals_and_articles_count_apart(report_of: ReadText) -> None:
    report = report_of(
        "REGULATION ON WATER\n\nHaving regard to Article 16 of the Treaty,\n\nWhereas:\n\n"
        "(1) Water is scarce.\n\n(2) It is dear.\n\n(3) Article 2 of the Charter holds.\n\n"
        "HAVE ADOPTED THIS REGULATION:\n\nArticle 1\n\nScope\n\n1. This covers water.\n\n"
        "2. Ice is water.\n\nArticle 2\n\nDefinitions\n\n(a) ‘ice’ means ice;\n\n"
        "Article 3\n\nIt enters into force.\n"
    )
    assert numbers(report) == [
        "recital 1",
        "recital 2",
        "recital 3",
        "Article 1",
        "Article 2",
        "Article 3",
    ]
    assert series(report) == [("recital", 3, "complete"), ("article", 3, "complete")]
    assert find(report, "Article 1").text == "1. This covers water.\n2. Ice is water."
    assert find(report, "Article 2").headings[-1].title == "Definitions"
    assert [p.anchor for p in report.paragraphs if p.number] == [
        "p1", "p2", "p3", "p1-2", "p2-2", "p3-2",
    ]  # fmt: skip


def test_each_annex_counts_afresh_under_its_name(report_of: ReadText) -> None:
    report = report_of(
        "1. One.\n\n2. Two.\n\nAnnex I\n\nRules\n\n1. First.\n\n2. Second.\n\n"
        "Annex II\n\n1. Another.\n\n3. The third.\n"
    )
    assert numbers(report) == [
        "¶ 1", "¶ 2", "Annex I, ¶ 1", "Annex I, ¶ 2", "Annex II, ¶ 1", "Annex II, ¶ 3",
    ]  # fmt: skip
    assert report.numbering.gaps == ("Annex II, 2",)
    assert report.numbering.warnings == ("No paragraph was found for: Annex II, 2.",)


def test_an_annex_of_a_law_counts_in_plain_numbers(report_of: ReadText) -> None:
    report = report_of(
        "Article 1. Water is free.\n\nArticle 2. Ice is not.\n\nArticle 3. Repealed are:\n\n"
        "1. the old law;\n\n2. the older law.\n\nSchedule 1\n\n1. First.\n\n"
        "2. Second.\n\n3. Third.\n"
    )
    assert series(report) == [("article", 3, "complete"), ("Schedule 1", 3, "complete")]
    assert [item.label for item in find(report, "Article 3").items] == ["1", "2"]


def test_numbers_of_several_parts_stand_below_numbered_headings(report_of: ReadText) -> None:
    report = report_of(
        "A guide to water\n\n1. Introduction\n\n1.1 Water is wet. See 2.1 below.\n\n"
        "1.2 Ice is cold.\n\n2. Rules\n\n2.1 Drink it.\n\n2.1.1 Not all of it.\n\n"
        "2.1.2 Not at once.\n\n2.3 The end.\n"
    )
    assert [p.number for p in report.paragraphs if p.number] == [
        "1.1", "1.2", "2.1", "2.1.1", "2.1.2", "2.3",
    ]  # fmt: skip
    assert report.numbering.gaps == ("2.2",)
    assert [heading.label for heading in report.outline] == ["1. Introduction", "2. Rules"]


@pytest.mark.parametrize(
    "line", ["3.5 Millionen Menschen", "3.5 million people", "2.4 %", "1.1 billion were spent"]
)
def test_a_quantity_at_the_start_of_a_line_is_no_number(report_of: ReadText, line: str) -> None:
    report = report_of(f"1. One.\n\n2. Two.\n\n3. Three, which has it all.\n{line}\n\n4. Four.\n")
    assert [p.number for p in report.paragraphs if p.number] == ["1", "2", "3", "4"]
    assert report.numbering.status == "complete"


def test_a_number_put_between_two_others_is_no_gap(report_of: ReadText) -> None:
    report = report_of(
        "第一条 甲。\n\n第二条 乙。\n\n第二条之一 丙。\n\n第二条之二 丁。\n\n"
        "第三条 戊。\n\n第五条 己。\n"
    )
    assert report.numbering.gaps == ("4",)
    assert [p.anchor for p in report.paragraphs] == ["p1", "p2", "p2.1", "p2.2", "p3", "p5"]


@pytest.mark.parametrize("form", ["第{}条", "제{}조"])
def test_in_japan_and_korea_the_first_put_in_is_the_second(report_of: ReadText, form: str) -> None:
    one, two, joint = form.format(1), form.format(2), "の" if "条" in form else "의"
    report = report_of(f"{one} 甲。\n\n{one}{joint}2 乙。\n\n{one}{joint}4 丙。\n\n{two} 丁。\n")
    assert report.numbering.gaps == ("1.3",)


def test_a_missing_one_between_two_others_is_named(report_of: ReadText) -> None:
    report = report_of("§ 1 Eins.\n\n§ 1a Zwei.\n\n§ 1c Drei.\n\n§ 2 Vier.\n")
    assert report.numbering.gaps == ("1.2",)


def test_numbered_headings_between_paragraphs_are_no_paragraphs(report_of: ReadText) -> None:
    report = report_of(
        "1. One.\n\n1. Admissibility\n\n2. Two.\n\n2. Merits\n\n3. Three.\n\n4. Four.\n"
    )
    assert numbers(report) == ["¶ 1", "¶ 2", "¶ 3", "¶ 4"]
    assert [heading.label for heading in report.outline] == ["1. Admissibility", "2. Merits"]


def test_contents_are_neither_headings_nor_paragraphs(report_of: ReadText) -> None:
    report = report_of(
        "劳动法\n\n目　录\n\n第一章　总则\n\n第二章　附则\n\n第一章　总则\n\n第一条　甲。\n\n"
        "第二章　附则\n\n第二条　乙。\n"
    )
    assert [heading.label for heading in report.outline] == ["第一章 总则", "第二章 附则"]
    assert report.title == "劳动法"
    assert report.paragraphs[0].kind == "front"


def test_two_languages_line_by_line_are_kept_apart(report_of: ReadText) -> None:
    pairs = [
        f"第{number}条　水是免费的{number}。\nArticle {place} Water is free {place}.\n\n"
        f"冰不是。\nIce is not.\n"
        for place, number in enumerate("一二三四五六", start=1)
    ]
    report = report_of("水法\nThe Water Act\n\n" + "\n".join(pairs))
    assert series(report) == [("zh", 6, "complete"), ("en", 6, "complete")]
    assert find(report, "第二条").text == "水是免费的二。\n冰不是。"
    assert find(report, "Article 2").text == "Water is free 2.\nIce is not."
    assert len({p.anchor for p in report.paragraphs}) == len(report.paragraphs)
    assert [p.ordinal for p in report.paragraphs] == list(range(1, len(report.paragraphs) + 1))


def test_two_languages_in_one_script_are_kept_apart(report_of: ReadText) -> None:
    pairs = [
        f"{place}. The committee of the house is to say what was said in that year {place}.\n\n"
        f"{place}. Le comité de la chambre est celui qui dit dans cette année les mots {place}.\n"
        for place in range(1, 8)
    ]
    report = report_of("\n".join(pairs))
    assert series(report) == [("en", 7, "complete"), ("fr", 7, "complete")]
    assert find(report, "en, ¶ 3").text.startswith("The committee")
    assert find(report, "fr, ¶ 3").text.startswith("Le comité")


def test_a_chinese_report_that_quotes_english_is_one_report(report_of: ReadText) -> None:
    report = report_of(
        "".join(f"{n}. 委员会指出水是免费的。\nWater is free, it says.\n\n" for n in range(1, 9))
    )
    assert series(report) == [("", 8, "complete")]


def test_footnotes_are_notes_with_their_number(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("1. Water is free.[^1]\n\n2. Ice is not.\n\n[^1]: See A/59/50.\n", "utf-8")
    report = read_report(path)
    note = next(p for p in report.paragraphs if p.kind == "note")
    assert (note.number, note.text, note.anchor) == ("1", "See A/59/50.", "note-1")
    assert find(report, "¶ 1").text == "Water is free.¹"
    assert report.numbering.numbered == 2


@pytest.mark.parametrize(
    ("form", "count"),
    [
        ("{n}. ", 12), ("{n}．", 12), ("({n}) ", 12), ("[{n}] ", 12), ("¶ {n} ", 12),
        ("§ {n} ", 12), ("Article {n} ", 12), ("Artículo {n}. ", 12), ("Статья {n}. ", 12),
        ("المادة {n} ", 12), ("第{n}条 ", 12), ("{n}) ", 12), ("{n}、", 12), ("1.{n} ", 12),
        ("A.{n} ", 12), ("Art. {n} ", 12), ("제{n}조 ", 12), ("Madde {n} ", 12),
    ],
)  # fmt: skip
def test_each_way_of_writing_numbers_is_followed(
    report_of: ReadText, form: str, count: int
) -> None:
    texts = [f"The committee met again, as it says in number {n}." for n in range(1, count + 1)]
    written = "\n\n".join(form.format(n=n) + text for n, text in enumerate(texts, start=1))
    report = report_of(written)
    assert report.numbering.status == "complete"
    assert [p.text for p in report.paragraphs] == texts


def test_lists_in_prose_number_no_paragraphs(report_of: ReadText) -> None:
    prose = "Water is scarce in many places of the world, and everybody can save it at home."
    report = report_of(
        f"{prose}\n\n{prose} As follows:\n\n1. Close the tap.\n2. Repair leaks.\n\n{prose}\n\n"
        f"1998 was dry. In it 26 people began.\n\n1. Buy a barrel.\n2. Use it.\n\n{prose}\n"
    )
    assert report.numbering.status == "none"
    assert report.numbering.doubted[0] == "1. Close the tap."
    assert not any(p.number for p in report.paragraphs)


def test_parts_titles_and_chapters_of_a_law_nest(report_of: ReadText) -> None:
    report = report_of(
        "CONSTITUCIÓN\n\nPREÁMBULO\n\nLa Nación proclama el agua.\n\nTÍTULO PRELIMINAR\n\n"
        "Artículo 1.\nEl agua es de todos.\n\nTÍTULO I\nDe los derechos\n\nCAPÍTULO PRIMERO\n"
        "Del beber\n\nArtículo 2.\nTodos beben.\n\nTÍTULO II\nDel hielo\n\nArtículo 3.\nEs frío.\n"
    )
    assert [[h.label for h in p.headings] for p in report.paragraphs] == [
        ["PREÁMBULO"],
        ["TÍTULO PRELIMINAR"],
        ["TÍTULO I De los derechos", "CAPÍTULO PRIMERO Del beber"],
        ["TÍTULO II Del hielo"],
    ]
