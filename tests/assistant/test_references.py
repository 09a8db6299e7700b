import pytest

from assistant.references import find_reference
from corpus.bundled import bundled_report
from corpus.reading import read_report

REPORT = bundled_report()


def numbers(question):
    reference = find_reference(question, REPORT)
    return reference and [
        paragraph.number or paragraph.anchor for paragraph in reference.paragraphs
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("第26段", "26"),
        ("第 26 段说了什么？", "26"),
        ("第２６段", "26"),
        ("第二十六段", "26"),
        ("26段", "26"),
        ("paragraph 26", "26"),
        ("Para. 26?", "26"),
        ("¶26", "26"),
        ("¶ 26", "26"),
        ("§26", "26"),
        ("26", "26"),
        ("[26]", "26"),
        ("Что сказано в пункте 26?", "26"),
        ("п. 26", "26"),
        ("ما نص الفقرة ٢٦؟", "26"),
        ("le paragraphe 26", "26"),
        ("l'alinéa 26", "26"),
        ("el párrafo 26", "26"),
        ("24-27", "24 25 26 27"),
        ("第24-27段", "24 25 26 27"),
        ("第24段至第27段", "24 25 26 27"),
        ("第二十四至二十七段", "24 25 26 27"),
        ("What do paragraphs 24 to 27 say?", "24 25 26 27"),
        ("paras 24–27", "24 25 26 27"),
        ("paragraph no. 26", "26"),
        ("para #26", "26"),
        ("第26段论述了什么？", "26"),
        ("第26段建议了什么？", "26"),
        ("第三段话说了什么？", "3"),
        ("2004年第26段提到什么", "26"),
        ("根据第56/183号决议，第26段说了什么", "26"),
        ("¶¶ 24-27", "24 25 26 27"),
        ("les paragraphes 24 à 27", "24 25 26 27"),
        ("пункты 24 по 27", "24 25 26 27"),
        ("第9段和第10段分别讲什么？", "9 10"),
        ("paragraphs 3, 5 and 7", "3 5 7"),
        ("第3、5、7段", "3 5 7"),
        ("报告最后一段说了什么？", "36"),
        ("What is the last paragraph about?", "36"),
        ("the first paragraph", "1"),
        ("摘要", "summary"),
        ("摘要讲了什么？", "summary"),
        ("What does the summary say?", "summary"),
    ],
)
def test_paragraphs_are_found_in_the_plain_forms(question, expected):
    assert numbers(question) == expected.split()


@pytest.mark.parametrize(
    "question",
    [
        "首脑会议的经费从哪里来？",
        "2004年3月开了什么会？",
        "resolution 56/183",
        "联合国大会第56/183号决议",
        "第一阶段会议什么时候举行？",
        "第二阶段",
        "第3次会议",
        "第三节主要讲什么",
        "175个会员国有多少名代表？",
        "2015",
        "11 000",
        "Which 87 organizations took part?",
        "摘要中的日期是哪一天？",
        "两段话概括一下报告",
        "三段话够吗？",
        "一两段就行",
        "第一段时间发生了什么？",
        "第三条建议是什么？",
        "State of the art 2003",
        "paragraph 3.1",
    ],
)
def test_a_year_a_resolution_or_a_quantity_is_no_reference(question):
    assert find_reference(question, REPORT) is None


def test_numbers_that_are_not_there_are_told_apart():
    reference = find_reference("paragraphs 35 to 38", REPORT)
    assert [p.number for p in reference.paragraphs] == ["35", "36"]
    assert reference.missing == ("37", "38")


def test_a_range_written_backwards_is_its_two_ends():
    assert numbers("paragraphs 27-24") == ["27", "24"]


@pytest.mark.parametrize(
    "question",
    [
        "第56/183号决议第3段",
        "《世界人权宣言》第十九条",
        "根据宪章第5条",
        "Article 5 of the Charter",
        "paragraph 3 of General Assembly resolution 56/183",
    ],
)
def test_a_paragraph_of_another_document_is_not_looked_up_here(question):
    assert find_reference(question, REPORT) is None


def test_a_report_is_asked_by_its_own_title_or_one_that_nobody_knows(tmp_path):
    assert numbers(f"《{REPORT.title}》第3段") == ["3"]
    path = tmp_path / "law.jsonl"
    path.write_text('{"number": "19", "text": "Everyone."}\n', "utf-8")
    assert find_reference("《世界人权宣言》第十九条", read_report(path)).paragraphs


def test_a_number_of_several_parts_is_only_itself(tmp_path):
    path = tmp_path / "rules.jsonl"
    lines = [f'{{"number": "{number}", "text": "Text."}}' for number in ("2", "13", "13-2", "3.1")]
    path.write_text("\n".join(lines), "utf-8")
    report = read_report(path)
    for question, expected in [
        ("第13段", ["13"]),
        ("第13-2段", ["13-2"]),
        ("paragraph 3.1", ["3.1"]),
        ("13-2", ["13-2"]),
    ]:
        found = find_reference(question, report)
        assert [paragraph.number for paragraph in found.paragraphs] == expected, question
    assert find_reference("3.1 million people?", report) is None
