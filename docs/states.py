"""Every state of the page that the gallery shows, and how a visitor gets there."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WSIS = "/?report=wsis-2004"
FUNDING = "首脑会议的经费从哪里来？"
MARS = "报告怎样谈火星移民？"

Steps = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class State:
    """A picture: its file's `name`, what the README says of it, and the `steps` on a page."""

    name: str
    caption: str
    steps: Steps
    path: str = WSIS
    locale: str = "zh-CN"
    phone: bool = False
    dark: bool = False


def ask(*questions: str) -> Steps:
    """Ask them one after the other, each when the one before is answered."""

    def steps(page: Any) -> None:
        for question in questions:
            answers = page.locator("#chat :is(.answer, .unanswered, .reply)")
            answer = answers.nth(answers.count())
            page.locator("#ask textarea").fill(question)
            page.locator("#ask textarea").press("Enter")
            answer.wait_for(timeout=120_000)
        page.locator("#chat .waiting").wait_for(state="detached")

    return steps


def press(selector: str, then: str) -> Steps:
    """Press the first of these, and wait for what comes of it."""

    def steps(page: Any) -> None:
        page.locator(selector).first.click()
        page.locator(then).first.wait_for()

    return steps


def in_turn(*parts: Steps) -> Steps:
    """All of these."""

    def steps(page: Any) -> None:
        for part in parts:
            part(page)

    return steps


def find(words: str) -> Steps:
    """Find words in the report."""

    def steps(page: Any) -> None:
        page.locator(".find-open").click()
        page.keyboard.type(words)
        page.locator(".finder .hits:not(:empty)").wait_for()

    return steps


def add(body: str, until: str) -> Steps:
    """Add a report of this text, and wait for what the notice says then."""

    def steps(page: Any) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "orchards.txt"
            path.write_text(body, encoding="utf-8")
            page.locator('#header input[type="file"]').set_input_files(path)
            page.locator(until).wait_for(timeout=120_000)

    return steps


def refuse(page: Any) -> None:
    """Ask what is too long to be asked."""
    page.locator("#ask textarea").fill(FUNDING * 500)
    page.locator("#ask textarea").press("Enter")
    page.locator("#notice [role=alert]").wait_for()


def nothing(page: Any) -> None:
    """As it is at first."""


OPEN = press("#chat .chip", "#reader .paragraph.current")
ORCHARDS = """REPORT ON THE ORCHARDS OF THE COMMUNE

I. APPLES

1. Apples are grown in nine orchards of the commune.

2. The harvest came to 1,140 tons.

II. PEARS

4. Pears are kept in the cellar of the town hall until February.
"""
ENDLESS = "REPORT ON ORCHARDS\n\n" + "\n\n".join(
    f"{n}. In year {n} the orchard bore {n * 7} apples." for n in range(1, 5001)
)
STATES = (
    State(
        "cited",
        "A citation opened: the quote is marked in its paragraph",
        in_turn(ask(FUNDING, MARS), OPEN),
    ),
    State("empty", "Before the first question", nothing),
    State(
        "answered", "A list quoted item by item", ask("What does paragraph 15 say?"), locale="en-GB"
    ),
    State("refused", "What the report does not answer is said, with what comes nearest", ask(MARS)),
    State(
        "beside",
        "Asked in one language of a report in another: both versions side by side",
        in_turn(ask("基金的资金来自哪里？"), OPEN),
        "/?report=water-fund-en",
    ),
    State(
        "contradiction",
        "A report that contradicts itself: both places",
        in_turn(ask("When was the first session of the Board held?"), OPEN),
        "/?report=water-fund-en",
        "en-GB",
    ),
    State("dark", "In the dark", in_turn(ask(FUNDING, "第24-26段"), OPEN), dark=True),
    State(
        "arabic",
        "Arabic, from the right",
        in_turn(ask("متى عُقدت الدورة الأولى للمجلس؟"), OPEN),
        "/?report=water-fund-ar",
        "ar",
    ),
    State(
        "outline",
        "The outline, with the place where one is",
        in_turn(ask("第26段"), press(".contents summary", ".contents a")),
        locale="fr-FR",
    ),
    State("finder", "Words found in the report", find("电信联盟"), locale="es-ES"),
    State(
        "uploading",
        "A report being added, to be cancelled at any time",
        add(ENDLESS, "#notice progress[value]:not([value^='0'])"),
        locale="en-GB",
    ),
    State(
        "verdict",
        "What was found in it: here, that a number is missing",
        add(ORCHARDS, "#notice .notice.plain"),
        locale="en-GB",
    ),
    State("error", "A question that can't be asked stays in the box", refuse, locale="ru-RU"),
    State(
        "history",
        "Past conversations, to be searched, opened and deleted",
        in_turn(
            ask(FUNDING),
            press("#fresh", "#chat .example"),
            ask("第15段"),
            press(".open-past", ".past li + li"),
        ),
        locale="en-GB",
    ),
    State(
        "export",
        "A conversation exported",
        in_turn(ask(FUNDING), press(".export summary", ".export-as")),
    ),
    State("phone", "On a phone", ask(FUNDING), phone=True),
    State("phone-source", "On a phone, a citation opened", in_turn(ask(FUNDING), OPEN), phone=True),
    State("phone-empty", "On a phone, before the first question", nothing, phone=True, dark=True),
)
