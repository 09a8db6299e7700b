"""The server goes and comes back in mid-conversation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A visitor whose browser may complain: of a server that is away it must."""
    context = browser.new_context(locale="en", reduced_motion="reduce")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def arrive(page: Any, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("html.arrived")


def test_a_restart_is_told_and_the_conversation_goes_on(
    page: Any, server: Any, tmp_path: Path, ask: Any
) -> None:
    start = type(server)
    first = start(tmp_path)
    arrive(page, first.address)
    for number in (26, 8):
        ask(page, f"para. {number}")
    page.locator("#ask textarea").fill("half a quest")
    said = page.locator("#chat .answer").all_inner_texts()
    first.stop()
    page.locator("#notice [role=alert]", has_text="connection to Pincite is lost").wait_for()
    again = start(tmp_path, urlsplit(first.address).port)
    try:
        assert again.address == first.address, again.output
        page.locator("#notice [role=status]", has_text="Connected again").wait_for()
        assert page.locator("#chat .answer").all_inner_texts() == said
        box = page.locator("#ask textarea")
        assert box.input_value() == "half a quest"
        assert page.evaluate("document.activeElement === document.querySelector('#ask textarea')")
        ask(page, "And the next one?")
        assert "para. 9" in page.locator("#chat .chip").last.inner_text()
        page.locator(".open-past").click()
        page.locator(".past li").first.wait_for()
        assert page.locator(".past li").count() == 1, "it is the same conversation"
        assert "Questions: 3" in page.locator(".past li").inner_text()
        assert "Traceback" not in again.output
    finally:
        again.stop()


def test_what_was_asked_of_a_server_that_is_away_is_not_lost(
    page: Any, server: Any, tmp_path: Path, ask: Any
) -> None:
    start = type(server)
    first = start(tmp_path)
    arrive(page, first.address)
    ask(page, "para. 26")
    first.stop()
    page.locator("#notice [role=alert]").wait_for()
    page.locator("#ask textarea").fill("para. 8")
    page.locator("#ask textarea").press("Enter")
    again = start(tmp_path, urlsplit(first.address).port)
    try:
        page.locator("#notice [role=status]", has_text="Connected again").wait_for()
        page.locator("#chat .answer").first.wait_for()
        kept = page.locator("#ask textarea").input_value()
        asked = page.locator("#chat .asked").all_inner_texts()
        assert "para. 26" in asked
        assert kept == "para. 8" or "para. 8" in asked
    finally:
        again.stop()
