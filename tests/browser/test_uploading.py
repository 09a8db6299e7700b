"""Reports of one's own, friendly and hostile."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

RULING = """RULING OF THE TRIBUNAL

I. FACTS

1. The first paragraph tells of apples in the orchard.

2. The second paragraph tells of pears in the cellar.

II. LAW

4. The fourth paragraph tells of plums on the table.
"""
ATTACKS = [
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    '"><svg onload=window.hacked=1>',
    "${window.hacked=1}",
    "{{window.hacked=1}} {{{x}}} {{#each x}}",
    "[press](javascript:window.hacked=1)",
    "![](http://elsewhere.example/x.png)",
    "</script></style></div><iframe src=http://elsewhere.example>",
    "<form action=http://elsewhere.example><button>go</button></form>",
    "$$\\href{javascript:window.hacked=1}{x}$$",
    "' onfocus='window.hacked=1' autofocus='",
]


def test_an_upload_is_judged_selected_and_shown(visit: Any, tmp_path: Path, add: Any) -> None:
    report = tmp_path / "ruling.txt"
    report.write_text(RULING, encoding="utf-8")
    page = visit(locale="en")
    notice = add(page, report)
    assert "paragraphs 1 to 4, missing: 3" in notice.inner_text()
    assert page.locator("#selector input").input_value() == "RULING OF THE TRIBUNAL"
    assert "plums" in page.locator("#p4").inner_text()
    page.locator("#ask textarea").fill("What does paragraph 2 say?")
    page.locator("#ask textarea").press("Enter")
    page.locator("#chat .chip").wait_for()
    page.locator("#p2 mark").wait_for()
    assert "report=ruling" in page.url
    page.locator("#selector input").click()
    page.get_by_role("option", name="国际电信联盟").click()
    page.locator("#p36").wait_for(state="attached")
    assert page.get_by_test_id("user").count() == 0, "another report, another conversation"


def test_a_file_that_is_no_report_is_refused_in_words(visit: Any, tmp_path: Path, add: Any) -> None:
    page = visit()
    for name, content, said in [
        ("页.pdf", b"%PDF-1.7", "页.pdf"),
        ("声音.txt", bytes(range(256)) * 40, "不是文本文件"),
        ("空.txt", b"", "空.txt"),
    ]:
        path = tmp_path / name
        path.write_bytes(content)
        notice = add(page, path)
        notice.filter(has_text=said).wait_for()
        page.locator("#notice .dismiss").click()


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(
    visit: Any, tmp_path: Path, add: Any
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(60 * 2**20)
    page = visit()
    page.locator("#ask textarea").press("Enter")
    page.locator("#notice .dismiss").click()  # what was told before leaves room
    page.locator('#header input[type="file"]').set_input_files(path)
    page.locator("#notice .error", has_text="文件太大").wait_for()


def test_a_paragraph_as_long_as_a_book_is_refused(visit: Any, add: Any, tmp_path: Path) -> None:
    page = visit(locale="en")
    text = "Apples grow in the orchard and fall in the autumn. " * 200_000
    notice = add(page, tmp_path / "book.txt", f"REPORT\n\n1. {text}\n\n2. Pears.\n")
    assert "book: one of its paragraphs has 10," in notice.inner_text()
    assert "at most 200,000 make a paragraph" in notice.inner_text()
    assert page.locator(".reader[data-report=wsis-2004]").count() == 1


def test_nothing_in_a_hostile_report_runs(visit: Any, tmp_path: Path, add: Any) -> None:
    body = "\n\n".join(f"{n}. {attack}" for n, attack in enumerate(ATTACKS, 1))
    report = tmp_path / '"><img src=x onerror=window.hacked=1>${window.hacked=1}.txt'
    heading = "I. <img src=x onerror=window.hacked=1> ${window.hacked=1}"
    report.write_text(f"{ATTACKS[1]} REPORT\n\n{heading}\n\n{body}\n", encoding="utf-8")
    page = visit()
    add(page, report)
    for number, attack in enumerate(ATTACKS, 1):
        assert page.locator(f"#p{number} .text").text_content() == attack
    for number in range(1, len(ATTACKS) + 1):
        page.locator("#ask textarea").fill(f"第{number}段")
        page.locator("#ask textarea").press("Enter")
        page.locator("#chat .chip").nth(number - 1).wait_for()
    quotes = page.locator("#chat .quote > p:first-child")
    assert quotes.all_inner_texts() == ATTACKS
    page.locator("#chat .chip").last.click()
    page.locator("#reader .copy").first.click(force=True)
    page.locator("#selector input").click()
    page.get_by_role("option").first.wait_for()
    strange = "#chat .prose, #reader .document, #notice, #selector"
    assert page.locator(f":is({strange}) :is(img, iframe, script, form)").count() == 0
    assert page.locator(":is(#chat, #reader) a[href^='javascript']").count() == 0


def test_hostile_numbers_and_headings_of_structured_files_do_not_run(
    visit: Any, tmp_path: Path, add: Any
) -> None:
    import json

    lines = [
        {"number": attack, "text": attack, "headings": [attack, "a\n\n# b"]} for attack in ATTACKS
    ]
    report = tmp_path / "hostile.jsonl"
    report.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    page = visit(locale="en")
    add(page, report)
    assert page.locator("#reader .paragraph .text").all_text_contents() == ATTACKS
    page.locator("#chat .example").first.click()
    page.locator("#chat :is(.answer, .unanswered)").wait_for(timeout=60_000)
    assert page.locator("#chat .prose :is(img, iframe, script, form, h1)").count() == 0
    page.locator("#reader .number").last.click()
    assert page.locator("#reader .paragraph.current").count() == 1


def long_report(path: Path) -> Path:
    """A report that takes minutes to embed."""
    body = "\n\n".join(f"{n}. Of {n} apples in orchard {n * 7}, none." for n in range(1, 5001))
    path.write_text(f"REPORT ON ORCHARDS\n\n{body}\n", encoding="utf-8")
    return path


def cancel_at(page: Any, path: Path, stage: str) -> None:
    """Add a report, cancel at the stage that the page tells, and see that it is done soon."""
    page.locator('#header input[type="file"]').set_input_files(path)
    page.locator("#notice .busy", has_text=stage).wait_for(timeout=60_000)
    page.locator("#cancel").click()
    page.locator("#notice .plain", has_text="Adding was cancelled").wait_for(timeout=5_000)
    page.locator("#cancel").wait_for(state="hidden")
    assert page.get_by_role("button", name="Add a report").is_enabled()


def left_of_it(library: Path) -> dict[str, Any]:
    """What is there besides the bundled report and what belongs to it."""
    with closing(sqlite3.connect(library / "library.sqlite")) as kept:
        (reports,) = kept.execute("SELECT count(*) FROM reports").fetchone()
        (vectors,) = kept.execute(
            "SELECT count(*) FROM vectors WHERE key NOT IN (SELECT vector FROM passages)"
        ).fetchone()
    return {"reports": reports - 1, "vectors": vectors, "uploads": [*library.glob(".uploads-*")]}


def test_a_cancelled_upload_ends_soon_and_leaves_nothing(
    browser: Any, server: Any, ask: Any, tmp_path: Path
) -> None:
    """On a server just started, while its model is still loading; again once that is there."""
    fresh = type(server)(tmp_path / "library")
    page = browser.new_page(locale="en-GB", reduced_motion="reduce")
    try:
        page.goto(fresh.address)
        page.wait_for_selector("html.arrived")
        cancel_at(page, long_report(tmp_path / "early.txt"), "the model is still loading")
        ask(page, "Who pays for the Summit?")  # what is answered is answered by the model
        cancel_at(page, long_report(tmp_path / "late.txt"), "Indexing")
        page.locator("#selector input").click()
        page.get_by_role("option").first.wait_for()
        assert page.get_by_role("option").count() == 1
        ask(page, "para. 26")
    finally:
        page.close()
        assert fresh.stop() == 0, fresh.output
    assert left_of_it(fresh.library) == {"reports": 0, "vectors": 0, "uploads": []}
