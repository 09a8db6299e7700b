"""What is answered to questions that name their paragraphs, without any model."""

import pytest

from assistant.model import Conversation, Turn


@pytest.fixture
def talk(assistant):
    def said(*questions):
        conversation = Conversation()
        for question in questions:
            answer = assistant.ask(question, conversation)
            conversation = conversation.with_turn(Turn(question, answer))
        return answer

    return said


def cited(answer):
    return [citation.paragraph.number or citation.paragraph.kind for citation in answer.citations]


def test_a_section_is_quoted_by_what_each_paragraph_begins_with(assistant):
    answer = assistant.ask("第四节讲了什么？")
    assert cited(answer) == [str(number) for number in range(12, 28)]
    assert answer.text.startswith("四. 首脑会议第一阶段会议的成果\n")
    assert all(citation.start == 0 for citation in answer.citations)
    assert len(answer.text) < 2_000


def test_one_paragraph_is_quoted_whole_however_long_it_is(assistant):
    (citation,) = assistant.ask("第7段").citations
    assert citation.quote == citation.paragraph.text


def test_an_entry_of_a_list_is_quoted_as_exactly_that(assistant):
    (citation,) = assistant.ask("What is item (b) of paragraph 15?").citations
    assert (citation.quote, citation.item) == ("来自99个组织的514名企业界代表", "b")


@pytest.mark.parametrize(
    ("question", "said", "nearest"),
    [
        ("第99段", "本报告有第1段至第36段，没有第99段", "36"),
        ("paragraph 99", "This report has paragraphs 1 to 36, but no para. 99.", "36"),
        ("第十节", "本报告有一、二、三、四、五、六、七各节，没有第10节", "36"),
        ("section IX", "This report has sections 一, 二, 三, 四, 五, 六, 七", "36"),
        (
            "section IV.D",
            "“四. 首脑会议第一阶段会议的成果” has parts A, B, C, but no part D.",
            "20",
        ),
        ("section II.A", "“二. 首脑会议的形式” is not divided into parts", "5"),
        ("第15段第五项", "第15段列有a、b、c、d，没有5", "15"),
        ("paragraph 2(a)", "Para. 2 holds no list", "2"),
        ("paragraph 30 of section II", "“二. 首脑会议的形式” has paragraphs 5 to 8", "8"),
        ("footnote 5", "This report has no note 5.", "note"),
        ("the annex", "This report has no annex.", "36"),
        ("上一段", "还没有引用过段落", "1"),
        ("the paragraph before paragraph 1", "Nothing comes before para. 1.", "1"),
        ("the paragraph after paragraph 36", "Nothing comes after para. 36.", "36"),
    ],
)
def test_what_is_not_there_is_said_with_the_nearest(assistant, question, said, nearest):
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert answer.text.startswith(said)
    near = answer.nearest[0].paragraph
    assert (near.number or near.kind) == nearest


def test_relative_references_count_from_what_was_quoted(talk):
    assert cited(talk("What does paragraph 27 say?", "and the paragraph before that?")) == ["26"]
    assert cited(talk("第24至27段", "下一段")) == ["28"]
    assert cited(talk("第24至27段", "上一段")) == ["23"]
    assert cited(talk("第26段", "下一节")) == ["28", "29", "30", "31", "32"]
    assert cited(talk("第五节", "A部分呢？")) == ["30"]
    assert cited(talk("第26段", "谢谢", "下一段")) == ["27"]


def test_a_relative_reference_is_shown_as_what_it_came_to(talk):
    assert talk("第26段", "下一段").query.standalone == "第27段说了什么？"
    assert talk("第26段", "the next two paragraphs").query.standalone.startswith("What does par")


def test_the_one_before_is_no_reference_after_a_search(talk):
    assert talk("因特网治理工作组由谁设立？", "后一个呢？").query.kind != "lookup"


def test_where_something_stands_is_told_by_quoting_it(talk):
    assert cited(talk("因特网治理工作组由谁设立？", "这是第几段写的？"))[0] == "25"


def test_a_question_stays_within_what_it_names(assistant):
    answer = assistant.ask("第五节关于因特网治理说了什么？")
    assert answer.query.kind == "search"
    assert {ordinal for _, ordinal in answer.query.within} == {
        p.ordinal
        for p in assistant.library.report("wsis-2004").paragraphs
        if p.number in {"28", "29", "30", "31", "32"}
    }
    shown = answer.citations or answer.nearest
    assert {citation.paragraph.number for citation in shown} <= {"28", "29", "30", "31", "32"}


def test_one_paragraph_asked_about_is_quoted_whole_where_no_sentence_is_sure(assistant):
    answer = assistant.ask("第21段提到了哪些企鹅？")
    assert cited(answer) == ["21"]
    assert answer.citations[0].quote == answer.citations[0].paragraph.text


def test_another_report_is_not_said_to_lack_what_one_has(assistant, tmp_path):
    path = tmp_path / "short.txt"
    path.write_text("1. It met.\n\n2. It adjourned.\n\n3. It left.", "utf-8")
    assistant.add(path)
    answer = assistant.ask("第30段")
    assert cited(answer) == ["30"]
    assert answer.text.startswith("报告原文")
