"""Ask, see the quote, open its source."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser

FUNDING = "首脑会议的经费从哪里来？"
QUOTE = "首脑会议筹备工作的经费来自吸引自愿捐款的筹资活动以及电信联盟建立的贷款机制。"


def marked(page: Any, selector: str = "mark") -> str:
    """What is marked in the reader, without the spaces at the edges of each piece."""
    return "".join(page.locator(f"#reader {selector}").all_text_contents())


def test_a_chip_opens_the_paragraph_and_marks_exactly_the_quote(visit: Any, ask: Any) -> None:
    page = visit()
    answer = ask(page, FUNDING)
    quote = answer.locator(".quote p").first.inner_text()
    chip = answer.locator(".chip").first
    assert quote == QUOTE
    assert "第8段" in chip.inner_text()
    assert "首脑会议的形式" in chip.inner_text()
    chip.click()
    assert marked(page, "mark.strong") == quote
    assert page.evaluate("document.activeElement.id") == "p8"
    assert page.evaluate("decodeURIComponent(location.hash)").startswith("#p8:")
    assert chip.get_attribute("aria-current") == "true"
    assert "二. 首脑会议的形式" in page.locator("#reader .where").inner_text()
    assert in_view(page, "#reader mark.strong")


def in_view(page: Any, selector: str) -> bool:
    return bool(
        page.locator(selector).first.evaluate(
            """(element) => {
                const box = element.getBoundingClientRect();
                const pane = document.querySelector("#reader").getBoundingClientRect();
                return box.top >= pane.top && box.bottom <= pane.bottom;
            }"""
        )
    )


def test_everything_quoted_is_marked_when_the_answer_arrives(visit: Any, ask: Any) -> None:
    page = visit()
    answer = ask(page, "第24-26段")
    page.wait_for_selector("#p26 mark")
    quotes = answer.locator(".quote > p:first-child").all_inner_texts()
    assert len(quotes) == 3
    assert marked(page) == "".join(quotes)
    assert marked(page, "mark.strong") == quotes[0]
    assert in_view(page, "#p24 mark")
    answer.locator(".chip").nth(2).click()
    assert marked(page, "mark.strong") == quotes[2]
    assert marked(page) == "".join(quotes)


def test_a_list_is_quoted_and_marked_as_a_list(visit: Any, ask: Any) -> None:
    page = visit()
    answer = ask(page, "第15段")
    page.wait_for_selector("#p15 .item mark")
    lines = answer.locator(".quote > p").first.inner_text().splitlines()
    assert len(lines) == 5
    assert marked(page) == "".join(lines)
    assert page.locator("#p15 .item").count() == 4


def test_what_the_report_does_not_answer_is_said_plainly(visit: Any, ask: Any) -> None:
    page = visit()
    answer = ask(page, "报告怎样谈火星移民？")
    assert "没有回答这个问题" in answer.inner_text()
    assert "最接近的段落" in answer.inner_text()
    assert page.locator("#reader mark").count() == 0
    nearest = answer.locator(".chip").first
    nearest.click()
    assert marked(page, "mark.strong") != ""


def test_a_pressed_example_is_asked(visit: Any) -> None:
    page = visit()
    example = page.locator("#chat .example").first
    question = example.inner_text().strip()
    example.click()
    page.locator("#chat .chip").first.wait_for()
    assert page.locator("#chat .asked").inner_text() == question


def test_chips_are_reached_and_opened_by_the_keyboard(visit: Any, ask: Any) -> None:
    page = visit()
    ask(page, "第8段")
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.chip')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "p8"


def test_a_refused_question_is_explained_and_kept(visit: Any) -> None:
    page = visit()
    box = page.locator("#ask textarea")
    for question, said in [("", "问题是空的"), ("长" * 5000, "5000")]:
        box.fill(question)
        box.press("Enter")
        page.locator("#notice .notice", has_text=said).wait_for()
        assert box.input_value() == question
        page.locator("#notice .dismiss").click()
        assert page.locator("#notice .notice").count() == 0
    box.press("Enter")
    page.locator("#notice .notice", has_text="5000").wait_for()


def test_a_quote_is_copied_with_its_citation(visit: Any, ask: Any) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer = ask(page, "第17段")
    quote = answer.locator(".quote > p").first.inner_text()
    for press in (answer.locator(".copy-quote").first, page.locator("#p17 .copy")):
        press.click()
        page.locator("#reader .unseen", has_text="已复制").wait_for(state="attached")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(f"“{quote}”（")
        assert copied.endswith("（《信息社会世界首脑会议筹备报告》第17段）")
        page.evaluate("navigator.clipboard.writeText('')")


def test_a_new_conversation_is_empty_and_unmarked(visit: Any, ask: Any) -> None:
    page = visit()
    ask(page, "第26段")
    page.wait_for_selector("#p26 mark")
    page.locator("#fresh").click()
    page.locator("#chat .example").first.wait_for()
    assert page.get_by_test_id("user").count() == 0
    page.locator("#reader mark").first.wait_for(state="detached")


def test_a_hostile_question_is_shown_as_it_was_typed(visit: Any, ask: Any) -> None:
    page = visit()
    question = '<img src=x onerror="window.hacked=1"> ${window.hacked=1} **b** [x](javascript:1)'
    ask(page, question)
    assert page.locator("#chat .asked").inner_text() == question
    assert page.locator("#chat .asked :is(img, b, strong, a)").count() == 0
