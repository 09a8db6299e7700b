"""A report of 2,000 paragraphs holds the browser up at no time but its first paint."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.opening import open_assistant
from assistant.settings import Settings
from corpus.reading import read_report

pytestmark = pytest.mark.browser

LONGEST = 150.0  # milliseconds that the page may not answer for
WORDS = (
    "the committee considered implementation resolution funding members information society"
    " governance development programme regional financing mechanism participants"
).split()


def long_report(path: Path) -> Path:
    """2,000 numbered paragraphs of 80 words under 120 headings."""
    lines = []
    for number in range(1, 2001):
        words = [WORDS[(number * 7 + place * place) % len(WORDS)] for place in range(80)]
        chapter, section = (number - 1) // 100 + 1, (number - 1) // 20 + 1
        headings = [f"{chapter}. Chapter {chapter}", f"{section}. Section {section}"]
        text = f"{' '.join(words).capitalize()}."
        lines.append(json.dumps({"number": str(number), "text": text, "headings": headings}))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def server(server: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server of its own, whose library holds the long report; to read it needs no model."""
    folder = tmp_path_factory.mktemp("long")
    settings = Settings(library=folder / "library")
    assistant = open_assistant(settings, print)
    assistant.index.keep(read_report(long_report(folder / "long.jsonl")))
    assistant.library.close()
    running = type(server)(settings.library)
    yield running
    running.stop()


def longest(trace: bytes) -> float:
    """How long the page's main thread was at one task, in milliseconds of its own work.

    What other programs take from the processor meanwhile is not the page's doing.
    """
    events = json.loads(trace)["traceEvents"]
    threads = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = [
        event["tdur"] / 1000
        for event in events
        if event["name"].endswith("RunTask")
        and "tdur" in event
        and (event["pid"], event["tid"]) in threads
    ]
    assert len(tasks) > 10, "the trace has no tasks"
    return max(tasks)


def test_nothing_holds_the_page_up_while_a_long_report_is_read(browser: Any, visit: Any) -> None:
    page = visit("/?report=wsis-2004", locale="en")

    def select() -> None:
        page.locator("#selector input").click()
        page.get_by_role("option", name="long").click()
        page.locator("#p2000").wait_for(state="attached")

    def move() -> None:
        page.evaluate("document.querySelector('#p1900 .number').click()")
        page.mouse.move(1100, 500)
        for _ in range(20):
            page.mouse.wheel(0, 900)

    def find() -> None:
        page.locator(".find-open").click()
        page.keyboard.type("funding members")
        page.locator(".finder .hits", has_text="of").wait_for()
        page.keyboard.press("Enter")

    took = {}
    for deed in (select, move, find):
        browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
        deed()
        page.evaluate(SETTLED)
        took[deed.__name__] = longest(browser.stop_tracing())
    assert max(took.values()) < LONGEST, took


def test_a_link_into_the_end_of_a_long_report_opens_there(visit: Any) -> None:
    page = visit("/?report=long#p1990", locale="en")
    page.wait_for_selector("#p1990.current")
    assert page.evaluate(IN_VIEW, "#p1990")


# Two frames drawn, and nothing left to do between them.
SETTLED = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)));
})"""
IN_VIEW = """async (selector) => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.top >= 0 && box.top < innerHeight;
}"""
