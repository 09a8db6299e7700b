"""Photograph the page as a visitor sees it.

`python docs/screenshots.py` renews `docs/page.png`, the picture in the README. With `--all FOLDER`
it puts every state of the page there, light and dark, on a desk and on a phone, to be judged by
eye. Needs Playwright and a Chromium (`PINCITE_CHROMIUM`, or one on the path).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

QUESTION = "首脑会议的经费从哪里来？"
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@contextmanager
def served() -> Iterator[str]:
    """The address of a page over a new library, in a process of its own."""
    with tempfile.TemporaryDirectory() as library:
        command = [sys.executable, "-m", "assistant", "serve", "--no-browser"]
        with subprocess.Popen(
            [*command, "--library", library, "--port", "0"],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            assert process.stdout
            address = re.search(r"http://\S+:\d+", process.stdout.readline())
            try:
                if not address:
                    sys.exit("The page did not start.")
                yield address[0]
            finally:
                process.terminate()


def ask(page: Any, question: str) -> None:
    """Ask, and wait for the answer."""
    answers = page.locator("#chat :is(.answer, .unanswered, .reply)")
    place = answers.count()
    page.locator("#ask textarea").fill(question)
    page.locator("#ask textarea").press("Enter")
    answers.nth(place).wait_for(timeout=120_000)


def photograph(browser: Any, address: str, folder: Path, everything: bool) -> None:
    """Save the README's picture, or one of every state."""

    def opened(size: dict[str, int], locale: str = "zh-CN", scale: float = 1) -> Any:
        context = browser.new_context(
            locale=locale, viewport=size, device_scale_factor=scale, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector("html.arrived")
        return page

    def shot(page: Any, name: str) -> None:
        page.screenshot(path=folder / f"{name}.png")

    page = opened(DESK)
    if everything:
        shot(page, "empty")
    ask(page, QUESTION)
    ask(page, "报告怎样谈火星移民？")
    page.locator("#chat .chip").first.click()
    page.mouse.move(0, 0)
    shot(page, "page")
    if not everything:
        return
    page.locator("#theme button").click()
    page.mouse.move(0, 0)
    shot(page, "dark")
    ask(page, "第24-26段")
    shot(page, "dark-range")
    page.locator("#ask textarea").fill("长" * 5000)
    page.locator("#ask textarea").press("Enter")
    page.locator("#notice .notice").wait_for()
    shot(page, "dark-refused")

    page = opened(DESK, "en-GB")
    shot(page, "english-empty")
    ask(page, "What does paragraph 15 say?")
    ask(page, "paragraph 99")
    page.locator("#reader .contents summary").click()
    shot(page, "english-contents")

    page = opened(PHONE, scale=2)
    shot(page, "phone-empty")
    ask(page, QUESTION)
    ask(page, "报告怎样谈火星移民？")
    shot(page, "phone")
    page.locator("#chat .chip").first.click()
    shot(page, "phone-source")


def main() -> None:
    """Start a page, photograph it, stop it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every state, into a folder")
    folder = parser.parse_args().all
    chromium = os.environ.get("PINCITE_CHROMIUM") or shutil.which("chromium")
    with served() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        (folder or Path(__file__).parent).mkdir(parents=True, exist_ok=True)
        photograph(browser, address, folder or Path(__file__).parent, folder is not None)
        browser.close()


if __name__ == "__main__":
    main()
