"""Answers as chat messages."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote, unquote

from assistant.model import Answer, Citation, Conversation, Query, Turn
from assistant.page.knowing import Known
from assistant.page.rendering import (
    answer_markdown,
    marks,
    messages,
    notice_html,
    question_message,
    waiting_message,
)
from assistant.wording import wording
from corpus.model import Heading, Item, Numbering, Paragraph, Report

ZH, EN = wording("zh"), wording("en")
REPORT = Report("r", "关于经费的报告", "", "", "zh", "", "", (), (), Numbering("complete", 9))
KNOWN = Known({"r": REPORT})
ATTACK = '"><img src=x onerror=alert(1)>${alert(1)}\n\n# [x](javascript:alert(1))'


def paragraph(text: str, number: str = "8", title: str = "首脑会议的形式") -> Paragraph:
    return Paragraph(
        "r", 1, number, "body", text, f"p{number}", headings=(Heading("二.", title, 1, 1),)
    )


def answer(status: str, *cited: Citation, text: str = "", **query: str) -> Answer:
    asked = Query("?", "?", query.get("kind", "search"), language=query.get("language", "zh"))  # type: ignore[arg-type]
    if status == "not_found":
        return Answer("not_found", text, asked, 0.1, nearest=cited)
    return Answer(status, text, asked, 0.9, citations=cited)  # type: ignore[arg-type]


QUOTED = Citation(1, paragraph("经费来自捐款。其他。"), 0, 7)


def test_a_quote_stands_with_a_chip_that_leads_to_its_span() -> None:
    shown = answer_markdown(answer("answered", QUOTED), ZH, KNOWN)
    assert '<p lang="zh" dir="ltr"><span>经费来自捐款。</span></p>' in shown
    assert 'class="chip" href="?report=r#p8:0-7"' in shown
    assert "<b>第8段</b>" in shown
    assert "首脑会议的形式" in shown
    assert "报告原文：" in shown


def test_several_quotes_bear_the_numbers_that_notes_call_them_by() -> None:
    other = Citation(2, paragraph("会费也用于此。", "9"), 0, 7)
    shown = answer_markdown(answer("answered", QUOTED, other), ZH, KNOWN)
    assert re.findall(r'class="number">&#91;(\d)&#93;', shown) == ["1", "2"]
    assert 'class="number"' not in answer_markdown(answer("answered", QUOTED), ZH, KNOWN)


def test_a_quoted_list_is_a_list_and_an_item_cut_short_is_text() -> None:
    listed = replace(paragraph("包括：\n甲组\n乙组"), items=(Item("a", 4, 6), Item("b", 7, 9)))
    whole = answer_markdown(answer("answered", Citation(1, listed, 0, 9)), ZH, KNOWN)
    part = answer_markdown(answer("answered", Citation(1, listed, 5, 9)), ZH, KNOWN)
    assert whole.count('class="item bullet"') == 2
    assert part.count('class="item bullet"') == 1


def test_a_quote_in_another_language_is_introduced_as_such() -> None:
    shown = answer_markdown(answer("answered", QUOTED, language="en"), ZH, KNOWN)
    assert "The report is in Chinese" in shown
    assert "para&#46; 8" in shown


def test_a_question_in_no_language_is_answered_in_the_pages() -> None:
    shown = answer_markdown(answer("answered", QUOTED, language="und", kind="lookup"), ZH, KNOWN)
    assert "报告原文：" in shown


def test_an_answer_never_mixes_languages() -> None:
    said = "This report has no para. 2.\nNearest paragraphs:\n[1] para. 8: …"
    for language in ("de", "und"):
        given = answer("not_found", QUOTED, text=said, kind="lookup", language=language)
        given = replace(given, remarks=(said.splitlines()[0],))
        shown = answer_markdown(given, ZH, KNOWN)
        assert "Nearest paragraphs" in shown
        assert "最接近" not in shown


def test_each_voice_is_marked_with_its_own_language_and_direction() -> None:
    said = answer("answered", QUOTED, kind="search", language="ar")
    assert question_message("كيف يمول؟", "ar")["content"] == (
        '<div class="asked" lang="ar" dir="rtl">كيف يمول؟</div>'
    )
    assert "lang" not in question_message("26")["content"]
    shown = answer_markdown(said, EN, KNOWN)
    assert shown.startswith('<div lang="ar" dir="rtl">')
    assert '<p lang="zh" dir="ltr">' in shown
    assert "الفقرة 8" in shown
    assert "lang" not in answer_markdown(said, EN).partition("<blockquote")[2]


def test_numbers_that_are_not_there_are_said_before_the_quotes() -> None:
    said = "本报告没有第99段。\n报告原文：\n[1] 第8段: 经费来自捐款。"
    given = replace(
        answer("answered", QUOTED, text=said, kind="lookup"), remarks=("本报告没有第99段。",)
    )
    shown = answer_markdown(given, ZH, KNOWN)
    assert shown.index("没有第99段") < shown.index("报告原文") < shown.index("<blockquote")


def test_finding_nothing_is_said_plainly_with_the_nearest_paragraphs() -> None:
    shown = answer_markdown(answer("not_found", QUOTED), ZH, KNOWN)
    assert 'class="unanswered"' in shown
    assert "没有回答这个问题" in shown
    assert "最接近的段落" in shown
    assert 'class="chip"' in shown
    assert "<blockquote" not in shown


def test_a_copied_quote_carries_its_citation() -> None:
    shown = answer_markdown(answer("answered", QUOTED), ZH, KNOWN)
    (link,) = re.findall(r'href="#copy=([^"]*)"', shown)
    assert unquote(link) == "“经费来自捐款。”（《关于经费的报告》第8段）"
    assert "#copy=" not in answer_markdown(answer("answered", QUOTED), ZH), "nothing to cite it by"


def test_a_chip_names_its_report_where_several_are_asked_and_its_page() -> None:
    several = Known({"r": REPORT}, asks_several=True)
    printed = Citation(1, replace(QUOTED.paragraph, page=7), 0, 7)
    shown = answer_markdown(answer("answered", printed), ZH, several)
    assert "<b>第8段</b><span>关于经费的报告</span>" in shown
    assert 'title="关于经费的报告 · 第8段 · 二&#46; 首脑会议的形式 · 第7页"' in shown
    assert "关于经费的报告</span>" not in answer_markdown(answer("answered", printed), ZH, KNOWN)


def test_every_question_can_be_edited_and_asked_again() -> None:
    turn = Turn("经费？", answer("answered", QUOTED))
    shown = messages(Conversation((turn, turn)), ZH, KNOWN)
    assert 'href="#edit=0"' in shown[0]["content"]
    assert 'href="#again=1"' in shown[2]["content"]
    assert "options" not in shown[1], "only the last answer suggests how to go on"
    assert shown[3]["options"]


def test_nothing_near_shows_no_empty_list() -> None:
    assert "<ul" not in answer_markdown(answer("not_found"), EN, KNOWN)


def test_a_number_that_is_not_there_is_the_headline() -> None:
    said = "本报告有第1段至第36段，没有第99段。\n最接近的段落：\n[1] 第36段: …"
    given = answer("not_found", QUOTED, text=said, kind="lookup")
    shown = answer_markdown(replace(given, remarks=(said.splitlines()[0],)), ZH, KNOWN)
    assert "<h3>本报告有第1段至第36段，没有第99段。</h3>" in shown


def test_small_talk_is_a_plain_reply() -> None:
    shown = answer_markdown(answer("smalltalk", text="您好！"), ZH, KNOWN)
    assert shown == '<div lang="zh" dir="ltr"><div class="reply">您好！</div></div>'


def test_a_section_named_as_its_paragraph_is_not_said_twice() -> None:
    summary = Paragraph(
        "r", 1, "", "summary", "文本。", "summary", headings=(Heading("", "摘要", 1, 1),)
    )
    shown = answer_markdown(answer("answered", Citation(1, summary, 0, 3)), ZH, KNOWN)
    assert "<b>摘要</b></a>" in shown


def test_a_conversation_is_shown_in_order() -> None:
    turn = Turn("经费？", answer("answered", QUOTED))
    shown = messages(Conversation((turn, turn)), ZH, KNOWN)
    assert [message["role"] for message in shown] == ["user", "assistant"] * 2


def test_every_message_is_one_html_block_whatever_it_holds() -> None:
    hostile = Citation(1, paragraph(ATTACK, ATTACK, ATTACK), 0, len(ATTACK))
    shown = [
        question_message(ATTACK)["content"],
        waiting_message(ATTACK)["content"],
        answer_markdown(answer("answered", hostile, text=ATTACK), ZH, KNOWN),
        answer_markdown(answer("not_found", hostile, text=ATTACK, kind="lookup"), ZH, KNOWN),
        answer_markdown(answer("smalltalk", text=ATTACK), ZH, KNOWN),
        notice_html(ATTACK, ZH),
    ]
    for one in shown:
        assert one.startswith("<div")
        assert "\n\n" not in one
        for live in ("<img", "${", "](", "javascript:"):
            assert live not in one


def test_what_is_quoted_is_what_is_marked() -> None:
    assert marks(answer("answered", QUOTED)) == [{"anchor": "p8", "start": 0, "end": 7}]
    assert marks(answer("not_found", QUOTED)) == []


def test_progress_is_a_share_or_unknown() -> None:
    assert 'value="25"' in notice_html("x", EN, "busy", 0.25)
    assert "<progress" in notice_html("x", EN, "busy")
    assert "value" not in notice_html("x", EN, "busy")


def test_the_same_notice_said_twice_is_two_notices() -> None:
    assert notice_html("x", EN) != notice_html("x", EN)
    assert 'class="notice' not in notice_html("", EN)


def test_what_was_searched_for_stands_under_the_answer_where_it_was_not_what_was_asked() -> None:
    given = answer("answered", QUOTED)
    followed = replace(given, query=replace(given.query, standalone="第二阶段何时举行？"))
    assert "searched-as" not in answer_markdown(given, ZH, KNOWN)
    shown = answer_markdown(followed, ZH, KNOWN)
    assert "按此检索：第二阶段何时举行？" in shown
    assert 'href="#ask=%E7%AC%AC%E4%BA%8C' in shown
    assert ">修改</a>" in shown
    refused = replace(followed, status="not_found", citations=())
    assert "按此检索" in answer_markdown(refused, ZH, KNOWN)


def test_a_question_that_stays_within_a_section_is_edited_as_it_was_asked() -> None:
    asked, searched = (
        "what does section V say about money?",
        "what does the report say about money?",
    )
    query = Query(asked, searched, "search", within=(("r", 28), ("r", 29)))
    shown = answer_markdown(replace(answer("answered", QUOTED), query=query), EN, KNOWN)
    assert "searched-as" in shown
    assert f'href="#ask={quote(asked, safe="")}"' in shown
    assert quote(searched, safe="") not in shown


def test_nothing_in_what_was_searched_for_can_do_anything() -> None:
    given = answer("answered", QUOTED)
    attacked = replace(given, query=replace(given.query, standalone=ATTACK))
    shown = answer_markdown(attacked, ZH, KNOWN)
    assert "<img" not in shown
    assert "\n\n" not in shown
    assert "javascript:" not in shown


def test_what_the_report_does_not_say_comes_after_the_quotes() -> None:
    noted = replace(answer("answered", QUOTED), notes=("报告没有说明：<b>谁付钱</b>",))
    shown = answer_markdown(noted, ZH, KNOWN)
    assert shown.index("</blockquote>") < shown.index("报告没有说明")
    assert "<b>谁付钱" not in shown


def test_another_version_stands_beside_in_its_own_language() -> None:
    version = Paragraph("r-en", 8, "8", "body", "Funds come from gifts.", "p8")
    asked = answer("answered", QUOTED, language="en")
    shown = answer_markdown(replace(asked, parallels=(Citation(1, version, 0, 22),)), EN, KNOWN)
    assert "Funds come from gifts" in shown.partition('<p lang="en" dir="ltr">')[2]
    assert shown.index("The same in English") > shown.index('<p lang="zh"')
