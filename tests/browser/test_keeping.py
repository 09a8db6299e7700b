"""Keep what was found: past conversations, exports, links and judgements."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.browser

FUNDING = "首脑会议的经费从哪里来？"
MARS = "报告怎样谈火星移民？"


def begin_anew(page: Any) -> None:
    page.locator("#fresh").click()
    page.get_by_test_id("user").first.wait_for(state="detached")


def past(page: Any) -> Any:
    """Open the list of past conversations."""
    page.locator(".open-past").click()
    page.locator(".past :is(li, .none:not([hidden]))").first.wait_for()
    return page.locator(".past")


def kept(page: Any, count: int) -> None:
    """Wait until the list has so many."""
    page.wait_for_function(f"document.querySelectorAll('.past li').length === {count}")


def test_a_past_conversation_is_found_and_goes_on(visit: Any, ask: Any) -> None:
    page = visit()
    ask(page, FUNDING)
    ask(page, MARS)
    begin_anew(page)
    ask(page, "第26段")
    past(page)
    kept(page, 2)  # a moment after the answer; to leave before would break off a request
    page.reload()
    page.wait_for_selector("html.arrived")
    shelf = past(page)
    assert shelf.locator("li b").all_inner_texts() == ["第26段", FUNDING]
    shelf.locator(".seek").press_sequentially("火星")
    kept(page, 1)
    shelf.get_by_role("button", name=f"打开“{FUNDING}”").press("Enter")
    shelf.wait_for(state="hidden")
    assert page.locator("#chat .asked").all_inner_texts() == [FUNDING, MARS]
    page.locator("#chat .chip").first.click()
    assert page.evaluate("document.activeElement.id") == "p8"
    ask(page, "第27段")
    assert page.get_by_test_id("user").count() == 3
    assert past(page).locator("li b").all_inner_texts() == [FUNDING, "第26段"]


def test_deleting_asks_again_and_leaves_the_focus_in_the_list(visit: Any, ask: Any) -> None:
    page = visit()
    for question in ("第1段", "第2段"):
        ask(page, question)
        begin_anew(page)
    shelf = past(page)
    button = shelf.get_by_role("button", name="删除“第2段”")
    button.press("Enter")
    assert shelf.locator(".delete.really").inner_text() == "确定删除？"
    assert shelf.locator("li").count() == 2
    shelf.locator(".delete.really").press("Enter")
    kept(page, 1)
    assert page.evaluate("document.activeElement.closest('li')?.innerText").startswith("第1段")
    page.keyboard.press("Escape")
    shelf.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.className") == "open-past"


def test_nobody_sees_anothers_conversations(visit: Any, ask: Any) -> None:
    ask(visit(), "第26段")
    assert past(visit()).locator("li").count() == 0


def test_a_conversation_outlives_the_server(
    browser: Any, tmp_path: Path, restarted: Any, ask: Any
) -> None:
    first, context = restarted(), browser.new_context(locale="zh-CN", reduced_motion="reduce")
    page = context.new_page()
    page.goto(first.address)
    page.wait_for_selector("html.arrived")
    quote = ask(page, "第26段").locator(".quote > p").first.inner_text()
    past(page).locator(".open").first.wait_for()  # kept, a moment after it was answered
    assert first.stop() == 0
    page.goto(restarted().address)
    page.wait_for_selector("html.arrived")
    past(page).locator(".open").first.click()
    page.locator("#chat .quote > p").first.wait_for()
    assert page.locator("#chat .quote > p").first.inner_text() == quote
    context.close()


@pytest.fixture
def restarted(server: Any, tmp_path: Path) -> Iterator[Any]:
    """Serve the same library again, on whatever port is free."""
    running: list[Any] = []

    def serve() -> Any:
        running.append(type(server)(tmp_path / "library"))
        return running[-1]

    yield serve
    for each in running:
        if each.process.poll() is None:
            each.stop()


def test_a_damaged_history_is_told_and_the_page_goes_on(
    browser: Any, tmp_path: Path, restarted: Any, ask: Any
) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "history.sqlite").write_bytes(b"garbage" * 500)
    page = browser.new_page(locale="en-GB", reduced_motion="reduce")
    page.goto(restarted().address)
    page.wait_for_selector("html.arrived")
    ask(page, "paragraph 26")
    page.locator("#notice .notice", has_text="could not be kept").wait_for()
    page.locator(".open-past").click()
    page.locator(".past .trouble", has_text="damaged").wait_for()
    page.keyboard.press("Escape")
    ask(page, "paragraph 27")
    page.close()


def test_a_conversation_is_carried_off_in_three_formats(
    visit: Any, tmp_path: Path, ask: Any
) -> None:
    page = visit()
    assert page.locator(".export").is_hidden()
    quote = ask(page, FUNDING).locator(".quote > p").first.inner_text()
    ask(page, MARS)
    link = f"{page.evaluate('location.origin')}/?report=wsis-2004#p8"
    for suffix, label in ((".md", "Markdown"), (".docx", "Word"), (".json", "JSON")):
        page.locator(".export summary").click()
        with page.expect_download() as download:
            page.locator(".export-as", has_text=label).click()
        path = tmp_path / download.value.suggested_filename
        assert path.name == f"首脑会议的经费从哪里来{suffix}"
        download.value.save_as(path)
        page.locator("#notice .notice", has_text=path.name).wait_for()
        if suffix == ".docx":
            with ZipFile(path) as package:
                text = package.read("word/document.xml").decode()
                links = package.read("word/_rels/document.xml.rels").decode()
        else:
            text = links = path.read_text("utf-8")
        assert quote in text
        assert link in links
    assert len(json.loads(text)["exchanges"]) == 2


def test_a_link_to_a_paragraph_is_copied_and_leads_there(visit: Any, ask: Any) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-write"])
    answer = ask(page, "第26段")
    box = page.locator("#ask textarea")
    link = f"{page.evaluate('location.origin')}/?report=wsis-2004#p26"
    for press in (answer.locator(".copy-link").first, page.locator("#p26 .copy-link")):
        press.click()
        page.locator("#keeping .unseen", has_text="已复制链接").wait_for(state="attached")
        box.fill("")
        box.press("Control+V")
        assert box.input_value() == link
        page.evaluate("navigator.clipboard.writeText('')")
    there = visit("/?report=wsis-2004#p26")
    there.locator("#p26.current").wait_for()


def test_an_answer_is_judged_and_stays_so_when_it_opens_again(visit: Any, ask: Any) -> None:
    page = visit()
    ask(page, "第26段")
    page.locator(".judge.right").press("Space")
    page.locator('.judge.right[aria-pressed="true"]').wait_for()
    page.locator(".judge.wrong_paragraph").click()
    asked = page.locator(".which")
    asked.locator("input").fill("99")
    asked.locator("input").press("Enter")
    asked.locator(".trouble", has_text="99").wait_for()
    asked.locator("input").fill("8, 9-10")
    asked.locator(".save").click()
    asked.wait_for(state="hidden")
    page.locator('.judge.wrong_paragraph[aria-pressed="true"]').wait_for()
    assert page.locator('.judge.right[aria-pressed="false"]').count() == 1
    page.reload()
    page.wait_for_selector("html.arrived")
    past(page).locator(".open").first.click()
    page.locator('.judge.wrong_paragraph[aria-pressed="true"]').wait_for()


def test_hostile_words_are_only_words_in_the_list(visit: Any, ask: Any) -> None:
    page = visit()
    question = '<img src=x onerror="window.hacked=1"> ${window.hacked=1}'
    ask(page, question)
    shelf = past(page)
    assert shelf.locator("li b").first.inner_text() == question
    assert shelf.locator("li img").count() == 0
    shelf.locator(".open").first.click()
    shelf.wait_for(state="hidden")
    assert page.locator("#chat .asked").first.inner_text() == question


def test_the_file_holds_no_visitors_secret(visit: Any, server: Any, ask: Any) -> None:
    page = visit()
    ask(page, "第26段")
    past(page)
    (cookie,) = page.context.cookies()
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"
    with closing(sqlite3.connect(server.library / "history.sqlite")) as history:
        owners = [owner for (owner,) in history.execute("SELECT owner FROM conversations")]
    assert owners
    assert cookie["value"] not in owners
