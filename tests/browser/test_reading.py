"""Walk the citations, find words, read tables and reports that run from the right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.opening import open_assistant
from assistant.settings import Settings
from corpus.reading import read_report

pytestmark = pytest.mark.browser

MEETINGS = """# Report on regional meetings

## I. Meetings

1. Their results are shown in the table below.

| Region | Place | Participants |
|---|---|---|
| Africa | Bamako | 1,700 |
| Europe | Bucharest | 1,200 |

2. The secretariat thanks the hosts.[^1]

[^1]: The costs were met by the hosts.
"""
# Drawn, with nothing left to do.
DRAWN = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)));
})"""
ARABIC = """# تقرير عن مؤتمر القمة

## أولا - التمويل

1. يأتي تمويل الأعمال التحضيرية من التبرعات ومن آلية القروض التي أنشأها الاتحاد.
"""


def focus(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.className"))


def test_the_arrows_walk_the_citations_and_escape_goes_back(visit: Any, ask: Any) -> None:
    page = visit()
    ask(page, "第24-26段")
    page.wait_for_selector("#p26 mark")
    at = page.locator("#reader .walk .at")
    at.filter(has_text="1 / 3").wait_for()
    page.locator("#chatbar").click(position={"x": 8, "y": 8})
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#p25 mark.strong")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert at.inner_text() == "3 / 3", "it ends with the last one"
    assert focus(page) == "p26"
    assert page.locator("#reader mark:not(.strong)").count() > 0, "the others stay marked"
    page.keyboard.press("ArrowLeft")
    assert focus(page) == "p25"
    page.locator("#reader .walk .behind").click()
    assert focus(page) == "p24"
    page.keyboard.press("Escape")
    assert focus(page) == "chip"
    page.keyboard.press("ArrowDown")
    assert focus(page) == "p25"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('#ask textarea')")


def test_a_slash_goes_to_the_box_and_stays_a_slash_within(visit: Any) -> None:
    page = visit()
    page.locator("#chatbar").click(position={"x": 8, "y": 8})
    page.keyboard.press("/")
    box = page.locator("#ask textarea")
    assert page.evaluate("document.activeElement.matches('#ask textarea')")
    assert box.input_value() == ""
    page.keyboard.type("56/183")
    assert box.input_value() == "56/183"


def test_words_are_found_and_counted_and_walked(visit: Any) -> None:
    page = visit(locale="en")
    text = page.locator("#reader .document").evaluate(
        "(document) => [...document.querySelectorAll('.text, h1, .heading')]"
        ".map((part) => part.textContent).join('|')"
    )
    count = text.count("电信联盟")
    assert count > 3
    page.locator("#reader .find-open").click()
    page.keyboard.type("电信联盟")
    hits = page.locator("#reader .hits")
    hits.filter(has_text=f"1 of {count}").wait_for()
    page.keyboard.press("Enter")
    hits.filter(has_text=f"2 of {count}").wait_for()
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    hits.filter(has_text=f"{count} of {count}").wait_for()
    assert page.evaluate("CSS.highlights.get('found').size") == count
    page.locator("#reader .finder input").fill("火星")
    hits.filter(has_text="Not found").wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("#reader .finder").is_visible()
    assert "find-open" in focus(page)
    assert page.evaluate("CSS.highlights.get('found').size") == 0


def test_the_contents_show_the_current_place(visit: Any, ask: Any) -> None:
    page = visit()
    ask(page, "第26段")
    page.wait_for_selector("#p26 mark")
    current = page.locator('#reader .contents [aria-current="location"]')
    current.filter(has_text="C.").wait_for(state="attached")
    page.locator("#reader .contents summary").click()
    assert current.is_visible()


def test_tables_and_notes_are_set_as_such(visit: Any, tmp_path: Path, add: Any) -> None:
    page = visit(locale="en")
    add(page, tmp_path / "meetings.md", MEETINGS)
    assert page.get_by_role("table").get_by_role("row").count() == 3
    assert page.get_by_role("cell", name="Bamako").is_visible()
    assert "costs were met" in page.locator(".paragraph.note").inner_text()


def test_an_arabic_report_runs_from_the_right(visit: Any, tmp_path: Path, add: Any) -> None:
    page = visit(locale="en")
    add(page, tmp_path / "ar.md", ARABIC)
    places = page.locator("#p1").evaluate(
        "(one) => [...one.querySelectorAll('.number, .text')]"
        ".map((part) => part.getBoundingClientRect().left)"
    )
    assert places[0] > places[1], "the number stands at the right"
    assert page.evaluate("document.documentElement.dir") == "ltr"


def test_all_reports_are_asked_and_a_chip_opens_its_own(
    visit: Any, tmp_path: Path, ask: Any, add: Any
) -> None:
    page = visit(locale="en")
    add(page, tmp_path / "meetings.md", MEETINGS)
    page.locator("#selector input").click()
    page.get_by_role("option", name="All reports").click()
    page.locator("#chat .about", has_text="reports are asked").wait_for()
    first = ask(page, "首脑会议的经费从哪里来？").locator(".chip").first
    assert "信息社会世界首脑会议筹备报告" in first.inner_text()
    page.wait_for_selector("#p8 mark")
    second = ask(page, "Whom does the secretariat thank?").locator(".chip").first
    assert "Report on regional meetings" in second.inner_text()
    page.locator("#reader .of", has_text="Report on regional meetings").wait_for()
    page.wait_for_selector("#p2 mark")
    first.click()
    page.wait_for_selector("#p8.current mark.strong")
    assert "report=wsis-2004" in page.url
    assert page.locator("#selector input").input_value() == "All reports"


def add_beside(server: Any, path: Path, title: str) -> None:
    """Add a report as another program would."""
    path.write_text(f"{title}\n\n1. Plums for {title}.\n\n2. Quinces.\n", encoding="utf-8")
    assistant = open_assistant(Settings(library=server.library), print)
    assistant.index.keep(read_report(path))
    assistant.library.close()


def test_what_is_typed_to_search_the_reports_holds_while_they_are_fetched(
    visit: Any, add: Any, server: Any, tmp_path: Path
) -> None:
    page = visit(locale="en")
    add(page, tmp_path / "meetings.md", MEETINGS)
    add_beside(server, tmp_path / "another.txt", "ADDED MEANWHILE")
    options = page.get_by_role("option")
    # The reports that there are now arrive only after everything has been typed.
    held: list[Any] = []
    page.route("**/queue/join*", lambda route: held.append(route))
    page.locator("#selector input").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("regional")
    options.filter(has_text="国际").wait_for(state="detached")
    assert held
    page.evaluate(
        "const filter = window.pinciteFilter;"
        "window.pinciteFilter = () => { filter(); window.fetched = true; }"
    )
    for each in held:
        each.continue_()
    page.wait_for_function("window.fetched")
    page.evaluate(DRAWN)
    assert options.count() == 1
    assert "Report on regional meetings" in options.inner_text()
    assert page.locator("#selector input").input_value() == "regional"


def test_leaving_a_list_without_a_choice_changes_nothing(visit: Any, ask: Any) -> None:
    page = visit(locale="en")
    ask(page, "para. 26")
    for part in ("#selector", "#language"):
        with page.expect_response(lambda response: "queue/join" in response.url):
            page.locator(f"{part} input").click()
            page.keyboard.press("Tab")
        ask(page, "para. 27")
    assert page.locator("#chat .asked").count() == 3


def test_a_report_that_another_program_added_is_there_to_choose(
    visit: Any, server: Any, tmp_path: Path
) -> None:
    page = visit(locale="en")
    add_beside(server, tmp_path / "beside.txt", "ADDED BESIDE")
    page.locator("#selector input").click()
    page.get_by_role("option", name="ADDED BESIDE").click()
    page.locator(".reader[data-report=beside]").wait_for()


def test_a_question_is_edited_and_asked_again_in_its_place(visit: Any, ask: Any) -> None:
    page = visit(locale="en")
    ask(page, "para. 26")
    ask(page, "para. 27")
    page.locator('.revise[href="#edit=1"]').click()
    box = page.locator("#ask textarea")
    assert box.input_value() == "para. 27"
    page.locator("#notice .revising").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#notice .revising").count() == 0
    assert box.input_value() == ""
    page.locator('.revise[href="#edit=1"]').click()
    box.fill("para. 28")
    box.press("Enter")
    page.wait_for_selector("#p28 mark")
    asked = page.locator("#chat .asked")
    assert asked.all_inner_texts() == ["para. 26", "para. 28"]
    page.locator('.revise[href="#again=0"]').click(force=True)
    page.wait_for_selector("#p26 mark")
    assert asked.all_inner_texts() == ["para. 26"]


def test_a_suggestion_is_asked(visit: Any, ask: Any) -> None:
    page = visit(locale="en")
    ask(page, "para. 26")
    page.locator("#chat .option", has_text="27").click()
    page.wait_for_selector("#p27 mark")
    assert page.locator("#chat .asked").last.inner_text() == "What does para. 27 say?"


def test_how_sure_an_answer_is_is_said_in_words(visit: Any, ask: Any) -> None:
    page = visit()
    answer = ask(page, "首脑会议的经费从哪里来？")
    assert "置信度：" in answer.locator(".surety").inner_text()
    assert ask(page, "第26段").locator(".surety").count() == 0
