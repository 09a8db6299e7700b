"""A page behind a password."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PASSWORD = "correct horse"


@pytest.fixture(scope="module")
def server(server: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server of its own, that asks for a password and keeps no conversations."""
    library = tmp_path_factory.mktemp("closed")
    running = type(server)(library, 0, "--no-history", password=PASSWORD)
    yield running
    running.stop()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A visitor whose browser notes whatever the page's policy had to forbid."""
    context = browser.new_context(locale="fr-FR", reduced_motion="reduce")
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.forbidden = []
    page.on(
        "console", lambda said: page.forbidden.append(said.text) if "Policy" in said.text else None
    )
    yield page
    context.close()
    assert page.forbidden == []


def test_a_wrong_password_is_told_and_the_right_one_opens_what_was_asked_for(
    page: Any, server: Any, ask: Any
) -> None:
    came = page.goto(f"{server.address}/?report=wsis-2004#p26")
    assert "default-src 'none'" in came.headers["content-security-policy"]
    assert page.locator("html").get_attribute("lang") == "fr"
    page.keyboard.type("faux")
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="bon mot de passe").wait_for()
    assert page.evaluate("document.activeElement.id") == "password"
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.locator("#p26.current").wait_for()
    ask(page, "par. 8")
    page.reload()
    page.locator("html.arrived").wait_for()
    (entrance,) = page.context.cookies()
    assert entrance["httpOnly"]
    assert entrance["sameSite"] == "Lax"
    page.locator(".open-past").click()
    page.locator(".past .none", has_text="conversations").wait_for()
    assert page.locator(".past li, .past .seek:visible").count() == 0
    assert not (server.library / "history.sqlite").exists()


def test_nothing_of_the_page_is_told_before(server: Any) -> None:
    for path in ("config", "gradio_api/info", "gradio_api/queue/data", "assets/", "theme.css"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{server.address}/{path}", timeout=10)
        with refused.value:
            assert (refused.value.code, refused.value.read()) == (401, b"")


def test_a_server_started_anew_asks_again_and_the_conversation_comes_back(
    page: Any, server: Any, ask: Any, tmp_path: Path
) -> None:
    start = type(server)
    first = start(tmp_path, password=PASSWORD)
    port = int(first.address.rpartition(":")[2])
    page.goto(first.address)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator("html.arrived").wait_for()
    ask(page, "par. 26")
    first.stop()
    page.locator("#notice [role=alert]").wait_for()
    again = start(tmp_path, port, password=PASSWORD)
    try:
        page.locator("#password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.locator("#chat .answer").wait_for(timeout=30_000)
        assert page.locator("#chat .asked").all_inner_texts() == ["par. 26"]
    finally:
        again.stop()
