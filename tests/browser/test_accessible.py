"""The page for those who don't see it, don't point at it, or see it large or without colours.

What can be checked by rule is checked by axe-core in every state of the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="needs axe-playwright-python (extra: dev)"
)
pytestmark = pytest.mark.browser

SERIOUS = {"serious", "critical"}
REPORT = "REPORT ON ORCHARDS\n\n1. Apples grow in the orchard.\n\n2. Pears lie in the cellar.\n"


def findings(page: Any) -> list[str]:
    """What axe-core finds serious or critical: the rule, and where."""
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]} {node['failureSummary'][:300]}"
        for rule in found
        if rule["impact"] in SERIOUS
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_nothing_serious_is_found_empty_answered_or_refused(
    visit: Any, ask: Any, phone: bool
) -> None:
    page = visit(locale="en", phone=phone)

    def clean(state: str) -> None:
        """Look for findings in the light and in the dark."""
        found = {dark: findings(page) for dark in (False, True) if turned(page, dark)}
        assert found == {False: [], True: []}, state

    clean("empty")
    chip = ask(page, "para. 15").locator(".chip").first
    clean("answered")
    chip.click()
    page.locator("#p15.current").wait_for()
    clean("the source opened")
    page.keyboard.press("Escape")
    ask(page, "What does the report say on emigration to Mars?")
    clean("refused")
    page.locator("#ask textarea").fill("")
    page.locator("#ask textarea").press("Enter")
    page.locator("#notice [role=alert]").wait_for()
    clean("an error")
    page.locator(".open-past").click()
    page.locator(".past li").first.wait_for()
    clean("past conversations")


def turned(page: Any, dark: bool) -> bool:
    """Turn the page dark or light by its button, wherever that is covered by a sheet."""
    if page.evaluate("document.body.classList.contains('dark')") != dark:
        page.evaluate("document.querySelector('#theme button').click()")
    page.wait_for_function(f"document.body.classList.contains('dark') === {str(dark).lower()}")
    return True


@pytest.mark.parametrize("locale", ["ar", "zh-CN"])
def test_nothing_serious_is_found_in_other_scripts(visit: Any, ask: Any, locale: str) -> None:
    page = visit(locale=locale)
    ask(page, "第26段")
    assert findings(page) == []


def test_nothing_serious_is_found_while_a_report_is_added(visit: Any, tmp_path: Path) -> None:
    page = visit(locale="en")
    # The server's word that it is done is held back, so that the page stays as it is meanwhile.
    page.locator("#add button, #add").first.wait_for()
    page.evaluate(
        """() => new MutationObserver((_, watcher) => {
          const busy = document.querySelector("#notice .busy");
          if (!busy) return;
          window.busy = busy.outerHTML;
          watcher.disconnect();
        }).observe(document.querySelector("#notice"), {childList: true, subtree: true})"""
    )
    body = "\n\n".join(f"{n}. Apples of kind {n} grow in the orchard." for n in range(1, 400))
    path = tmp_path / "orchards.txt"
    path.write_text(f"REPORT ON ORCHARDS\n\n{body}\n", encoding="utf-8")
    page.locator('#header input[type="file"]').set_input_files(path)
    page.wait_for_function("window.busy", timeout=60_000)
    assert findings(page) == [], "an upload runs"
    page.locator("#notice .notice:not(.busy)").wait_for(timeout=120_000)
    assert findings(page) == [], "added"


def test_an_answer_is_spoken_once(visit: Any, ask: Any) -> None:
    page = visit(locale="en")
    page.evaluate(
        """() => {
          window.spoken = [];
          const live = (node) => {
            const region = node.closest?.('[aria-live], [role=log], [role=status], [role=alert]');
            return region && region.getAttribute("aria-live") !== "off";
          };
          new MutationObserver((changes) => {
            for (const {addedNodes, target} of changes)
              for (const node of addedNodes) {
                const element = node.nodeType === 1 ? node : target;
                const text = node.textContent.trim();
                if (text && live(element)) window.spoken.push(text);
              }
          }).observe(document.body, {childList: true, subtree: true});
        }"""
    )
    quote = ask(page, "para. 26").locator(".quote p").first.inner_text()
    page.locator("#p26.current").wait_for()
    spoken = page.evaluate("window.spoken")
    assert sum(quote in text for text in spoken) == 1, spoken


def test_focus_is_never_lost(visit: Any, ask: Any) -> None:
    page = visit(locale="en")

    def held(where: str) -> None:
        """Wait for the focus to be on something that is there, a frame after all has changed."""
        page.wait_for_function("document.activeElement?.matches(':not(body)')", timeout=5_000)
        assert page.locator(where).evaluate("(e) => e.contains(document.activeElement)"), where

    ask(page, "para. 26")
    held("#ask")
    page.locator("#chat .chip").first.click()
    held("#reader")
    page.locator("#fresh").click()
    page.locator("#chat .example").first.wait_for()
    held("#left")
    page.locator("#chat .example").first.focus()
    page.keyboard.press("Enter")
    page.locator("#chat :is(.answer, .unanswered)").first.wait_for(timeout=60_000)
    held("#ask")
    page.locator("#ask textarea").fill("")
    page.locator("#ask textarea").press("Enter")
    page.locator("#notice .dismiss").focus()
    page.keyboard.press("Enter")
    page.locator("#notice .dismiss").wait_for(state="detached")
    held("#ask")


def test_at_twice_the_size_nothing_is_cut_or_runs_over(visit: Any, ask: Any) -> None:
    page = visit(locale="en")
    # A browser's zoom halves what it lays out in; so does half the window.
    for width, height in [(720, 450), (320, 256)]:
        page.set_viewport_size({"width": width, "height": height})
        answer = ask(page, "para. 26")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for part in ("#ask textarea", "#fresh"):
            box = page.locator(part).bounding_box()
            assert box["x"] >= 0, part
            assert box["x"] + box["width"] <= width, part
            assert box["y"] + box["height"] <= height, part
        answer.locator(".quote").first.scroll_into_view_if_needed()
        assert answer.locator(".quote").first.is_visible()


def test_nothing_moves_where_that_is_not_wanted(visit: Any, ask: Any) -> None:
    page = visit(locale="en")
    ask(page, "para. 26")
    moving = page.evaluate(
        """() => document.getAnimations()
          .filter((one) => one.playState === "running" && one.effect.getTiming().duration > 100)
          .map((one) => one.animationName ?? one.transitionProperty)"""
    )
    assert moving == []


def test_colour_is_never_the_only_sign(visit: Any, ask: Any) -> None:
    page = visit(locale="en")
    ask(page, "paras 24-26").locator(".chip").nth(1).click()
    style = (
        "(e) => { const s = getComputedStyle(e); return [s.borderBottomStyle,"
        " s.textDecorationLine, s.fontWeight, s.outlineStyle, s.borderLeftStyle,"
        " s.borderLeftWidth].join() }"
    )
    strong = page.locator("#reader mark.strong").first.evaluate(style)
    weak = page.locator("#reader mark:not(.strong)").first.evaluate(style)
    assert strong != weak, "the quote that was opened, among those that were quoted"
    chips = page.locator("#chat .chip")
    assert chips.nth(1).get_attribute("aria-current") == "true"
    assert chips.nth(1).evaluate(style) != chips.nth(0).evaluate(style)
