"""A real process on a free port, and a real browser to visit it with."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import LIBRARY_VARIABLE, MODEL_VARIABLE, PASSWORD_VARIABLE

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Server:
    """`pincite serve` in a process of its own; what it says is kept for the failure report."""

    def __init__(self, library: Path, port: int = 0, *more: str, password: str = "") -> None:
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in {LIBRARY_VARIABLE, MODEL_VARIABLE}
        }
        self.library = library
        command = [sys.executable, "-m", "assistant", "serve", "--no-browser"]
        self.process = subprocess.Popen(
            [*command, "--library", str(library), "--port", str(port), *more],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**environment, "PYTHONUNBUFFERED": "1", PASSWORD_VARIABLE: password},
        )
        self.said: list[str] = []
        self._spoke = threading.Event()
        self._ears = threading.Thread(target=self._listen, daemon=True)
        self._ears.start()
        self._spoke.wait(60)

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if "http://" in line:
                self._spoke.set()
        self._spoke.set()

    @property
    def output(self) -> str:
        return "".join(self.said)

    @property
    def address(self) -> str:
        found = re.search(r"http://\S+:\d+", self.output)
        assert found, f"the server did not start:\n{self.output}"
        return found[0]

    def stop(self) -> int:
        """End it politely, as a service would, and give its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(20)
        finally:
            self.process.kill()
            self.process.wait()
            self._ears.join()
            assert self.process.stdout
            self.process.stdout.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("library"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = os.environ.get("PINCITE_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.skip("no Chromium: set PINCITE_CHROMIUM to its path")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visit(browser: Any, server: Server) -> Iterator[Any]:
    """Open the page as a new visitor: `visit(path, locale=..., phone=...)`.

    Afterwards it is checked that nothing was fetched from elsewhere, nothing complained, no
    dialogue opened and no script of a report ran.
    """
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(path: str = "/", locale: str = "zh-CN", phone: bool = False) -> Any:
        size = {"width": 390, "height": 844} if phone else {"width": 1440, "height": 900}
        context = browser.new_context(locale=locale, viewport=size, reduced_motion="reduce")
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: _note(complaints, said.type, said.text))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (complaints.append("a dialogue"), dialog.dismiss()))
        context.on("request", lambda request: _local(complaints, request.url, server.address))
        page.goto(server.address + path)
        page.wait_for_selector("html.arrived")
        return page

    yield open_page
    hacked = [page.evaluate("window.hacked") for context in contexts for page in context.pages]
    for context in contexts:
        context.close()
    assert not complaints, f"{complaints}\n{server.output}"
    assert not any(hacked)


@pytest.fixture(scope="session")
def ask() -> Callable[[Any, str], Any]:
    """Ask on a page, wait for the answer, and give it: `ask(page, question)`."""

    def asked(page: Any, question: str) -> Any:
        answers = page.locator("#chat :is(.answer, .unanswered, .reply)")
        answer = answers.nth(answers.count())
        page.locator("#ask textarea").fill(question)
        page.locator("#ask textarea").press("Enter")
        answer.wait_for(timeout=60_000)
        return answer

    return asked


@pytest.fixture(scope="session")
def add() -> Callable[..., Any]:
    """Add a report on a page, wait for what is said of it, and give that: `add(page, path, text)`.

    Without a text the file is taken as it is.
    """

    def added(page: Any, path: Path, text: str | None = None) -> Any:
        if text is not None:
            path.write_text(text, encoding="utf-8")
        turn = page.locator("#notice [data-turn]").get_attribute("data-turn")
        page.locator('#header input[type="file"]').set_input_files(path)
        said = page.locator(f'#notice .notice:not(.busy, [data-turn="{turn}"])')
        said.wait_for(timeout=120_000)
        return said

    return added


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Show what the server said beside a failure."""
    report = yield
    running = getattr(item, "funcargs", {}).get("server")
    if report.failed and running is not None:
        report.sections.append(("the server's output", running.output))
    return report


def _note(complaints: list[str], kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        complaints.append(f"console {kind}: {text}")


def _local(complaints: list[str], url: str, address: str) -> None:
    if not url.startswith((f"{address}/", "data:", "blob:")):
        complaints.append(f"fetched {url}")
