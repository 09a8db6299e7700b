from collections.abc import Callable

from corpus.arranging import arranged
from corpus.model import Block, Report

ReadText = Callable[[str], Report]

UN_REPORT = """\
UNITED NATIONS
Report of the Committee on the Use of Numbered Paragraphs in Reports
Geneva, 4 May 2004

Summary
This report tells how paragraphs
are numbered.

I. Introduction

1. The Committee met in Geneva. It considered:

(a) the numbering of paragraphs;

(b) the numbering of annexes,
and of their lists.

2. It adopted three rules:

1. Number each paragraph.

2. Number no heading.

3. Restart in annexes.

3. The Committee thanked its hosts.

Next steps

4. It will meet again.

II. Conclusions

A. General

5. Nothing more was said.

Annex I

Rules of procedure

1. The chair presides.

2. The chair may be replaced.
"""


def paths(report: Report) -> dict[str, list[str]]:
    return {p.anchor: [heading.label for heading in p.headings] for p in report.paragraphs}


def texts(report: Report) -> dict[str, str]:
    return {paragraph.anchor: paragraph.text for paragraph in report.paragraphs}


def test_headings_nest_and_close(report_of: ReadText) -> None:
    assert paths(report_of(UN_REPORT)) == {
        "front-1": [],
        "summary": ["Summary"],
        "p1": ["I. Introduction"],
        "p2": ["I. Introduction"],
        "p3": ["I. Introduction"],
        "p4": ["I. Introduction", "Next steps"],
        "p5": ["II. Conclusions", "A. General"],
        "p1-2": ["Annex I Rules of procedure"],
        "p2-2": ["Annex I Rules of procedure"],
    }


def test_the_widest_line_of_the_cover_is_the_title(report_of: ReadText) -> None:
    report = report_of(UN_REPORT)
    assert report.title == "Report of the Committee on the Use of Numbered Paragraphs in Reports"
    assert texts(report)["front-1"] == "UNITED NATIONS\nGeneva, 4 May 2004"


def test_lettered_entries_are_items_without_their_marks(report_of: ReadText) -> None:
    first = report_of(UN_REPORT).paragraphs[2]
    assert [(item.label, first.text[item.start : item.end]) for item in first.items] == [
        ("a", "the numbering of paragraphs;"),
        ("b", "the numbering of annexes, and of their lists."),
    ]
    assert first.text.split("\n")[1] == "(a) the numbering of paragraphs;"


def test_a_numbered_list_stays_in_its_paragraph(report_of: ReadText) -> None:
    report = report_of(UN_REPORT)
    assert texts(report)["p2"].endswith("2. Number no heading.\n3. Restart in annexes.")
    assert report.numbering.status == "complete"


def test_a_law_is_read_by_article(report_of: ReadText) -> None:
    report = report_of(
        "数据法\n\n第一章 总则\n\n第一条 为了规范活动，制定本法。\n\n"
        "第二条 开展活动，适用本法。\n第三条规定的情形除外。\n\n第二章 附则\n\n"
        "第三条 本法所称数据，是指：\n（一）电子记录；\n（二）其他记录。\n\n第五条 自今日起施行。\n"
    )
    assert [p.number for p in report.paragraphs] == ["第一条", "第二条", "第三条", "第五条"]
    assert report.paragraphs[1].text == "开展活动，适用本法。第三条规定的情形除外。"
    assert [item.label for item in report.paragraphs[2].items] == ["一", "二"]
    assert report.paragraphs[3].headings[0].label == "第二章 附则"
    assert report.numbering.gaps == ("4",)
    assert report.title == "数据法"


def test_a_text_without_blank_lines_is_read_by_its_numbers(report_of: ReadText) -> None:
    report = report_of(
        "意见\n一、背景\n1、信息化是趋势。\n2、各地要重视。\n二、措施\n3、加强建设。\n"
    )
    assert texts(report) == {"p1": "信息化是趋势。", "p2": "各地要重视。", "p3": "加强建设。"}
    assert [heading.title for heading in report.outline] == ["背景", "措施"]


def test_a_text_without_numbers_is_read_with_a_warning(report_of: ReadText) -> None:
    report = report_of("A memo\n\nIt has no numbers, and was\nwrapped.\n\nIn 2004 neither.\n")
    assert texts(report) == {"u1": "It has no numbers, and was wrapped.", "u2": "In 2004 neither."}
    assert {(p.kind, p.number) for p in report.paragraphs} == {("body", "")}
    assert report.numbering.status == "none"
    assert "No numbered paragraphs" in report.numbering.warnings[0]


def test_without_blank_lines_each_line_is_a_paragraph(report_of: ReadText) -> None:
    report = report_of("信息社会。\n行动计划。\n原则宣言。\n")
    assert [p.text for p in report.paragraphs] == ["信息社会。", "行动计划。", "原则宣言。"]


def test_text_between_a_heading_and_a_number_is_kept(report_of: ReadText) -> None:
    report = report_of("1. One.\n\nII. Second\n\n2. Two.\n\nMore of two.\n")
    assert texts(report) == {"p1": "One.", "p2": "Two.\nMore of two."}


def test_text_below_a_heading_does_not_go_on_with_what_is_above_it(report_of: ReadText) -> None:
    report = report_of("1. One.\n\nII. Second\n\nAn introduction.\n\n2. Two.\n")
    assert texts(report) == {"p1": "One.", "u1": "An introduction.", "p2": "Two."}
    assert paths(report)["u1"] == ["II. Second"]


def test_a_paragraph_goes_on_after_a_note(report_of: ReadText) -> None:
    report = report_of("1. One* has\n\n* A note.\n\nmore.\n\n2. Two.\n")
    assert texts(report) == {"p1": "One* has\nmore.", "note-1": "* A note.", "p2": "Two."}


def test_a_numbered_list_on_lines_of_one_block_is_a_list(report_of: ReadText) -> None:
    report = report_of("1. One:\n1. apples;\n2. pears.\n\n2. Two.\n")
    assert report.paragraphs[0].text == "One:\n1. apples;\n2. pears."
    assert [item.label for item in report.paragraphs[0].items] == ["1", "2"]


def test_a_short_list_in_much_prose_numbers_no_paragraphs(report_of: ReadText) -> None:
    prose = "This is a long paragraph of a text that has no numbers of its own. " * 3
    report = report_of("\n\n".join([prose] * 5 + ["1. apples", "2. pears"] + [prose] * 5))
    assert report.numbering.status == "none"
    assert report.numbering.doubted == ("1. apples", "2. pears")
    assert len(report.paragraphs) == 12


def test_a_star_is_a_note_only_after_a_star_in_the_text(report_of: ReadText) -> None:
    report = report_of("Agenda*\n\nReport on stars\n\n* Item 3.\n\n1. One:\n\n* a point\n")
    assert [p.kind for p in report.paragraphs] == ["front", "note", "body", "note"]
    report = report_of("Report on stars\n\n1. One:\n\n* a point\n\n* another\n")
    assert [item.label for item in report.paragraphs[0].items] == ["a", "b"]


def test_a_number_without_text_is_no_paragraph(report_of: ReadText) -> None:
    report = report_of("1. One.\n\n2. Two.\n\n3.\n")
    assert [p.number for p in report.paragraphs] == ["1", "2"]
    assert report.numbering.doubted == ("3.",)


def test_a_number_may_stand_a_blank_line_above_its_text(report_of: ReadText) -> None:
    assert texts(report_of("1.\n\nOne.\n\n2.\n\nTwo.\n")) == {"p1": "One.", "p2": "Two."}


def test_given_headings_keep_their_level() -> None:
    blocks = (
        Block("Part one", "heading", level=1),
        Block("A. First", "heading", level=2),
        Block("1. One."),
        Block("Part two", "heading", level=1),
        Block("2. Two."),
        Block("A footnote.", "footnote"),
    )
    arrangement = arranged(blocks)
    assert [[h.label for h in p.headings] for p in arrangement.paragraphs[:2]] == [
        ["Part one", "A. First"],
        ["Part two"],
    ]
    assert arrangement.paragraphs[2].kind == "note"
