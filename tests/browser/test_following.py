"""Follow up, see what was searched for, and edit it."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser


def test_what_was_searched_for_is_put_into_the_box_by_the_keyboard(visit: Any) -> None:
    page = visit()
    box = page.locator("#ask textarea")
    for count, question in enumerate(("首脑会议第一阶段在哪里举行？", "那第二阶段呢？"), start=1):
        box.fill(question)
        box.press("Enter")
        page.locator("#chat :is(.answer, .unanswered)").nth(count - 1).wait_for(timeout=60_000)
    line = page.locator("#chat .searched-as")
    line.wait_for()
    assert line.count() == 1
    assert "首脑会议第二阶段在哪里举行？" in line.inner_text()
    page.locator("#chat .edit-question").focus()
    page.keyboard.press("Enter")
    assert box.input_value() == "首脑会议第二阶段在哪里举行？"
    assert page.evaluate("document.activeElement === document.querySelector('#ask textarea')")
    page.keyboard.type("几号？")
    page.keyboard.press("Enter")
    asked = page.locator("#chat .asked").nth(2)
    asked.wait_for(timeout=60_000)
    assert asked.inner_text() == "首脑会议第二阶段在哪里举行？几号？"
