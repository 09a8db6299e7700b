"""The page's buttons for what is kept, as HTML."""

from __future__ import annotations

import pytest
from lxml import html

from assistant.asking import Assistant
from assistant.keeping.feedback import answer_name
from assistant.page.judging import judging
from assistant.page.shelf import shelf_html
from assistant.wording import wording
from assistant.words.choosing import known_languages


@pytest.mark.parametrize("language", known_languages())
def test_every_button_and_field_has_a_name(language: str) -> None:
    shelf = html.fromstring(shelf_html(wording(language)))
    for control in shelf.iter("button", "input", "summary", "dialog"):
        named = control.text_content().strip() if control.tag != "dialog" else ""
        assert named or control.get("aria-label") or control.get("aria-labelledby")


def test_each_format_can_be_chosen() -> None:
    shelf = html.fromstring(shelf_html(wording("en")))
    assert [b.get("data-format") for b in shelf.find_class("export-as")] == [
        ".md",
        ".docx",
        ".json",
    ]


def choices(assistant: Assistant, question: str, conversation: str = "abc") -> list[str]:
    line = judging(assistant.ask(question), conversation, 2, wording("en"))
    links = [link.get("href") for link in html.fromstring(line or "<p>").iter("a")]
    name = answer_name(conversation, 2, question)
    assert all(link.endswith(f":{name}") for link in links)
    return [link.removesuffix(f":{name}").removeprefix("#judge=") for link in links]


def test_an_answer_can_be_right_in_the_wrong_place_or_none_at_all(assistant) -> None:
    assert choices(assistant, "第26段") == [
        "right",
        "wrong_paragraph",
        "should_say_no",
    ]


def test_a_no_can_be_right_or_wrong(assistant) -> None:
    assert choices(assistant, "第99段") == ["right", "wrong_paragraph"]
    line = judging(assistant.ask("第99段"), "abc", 2, wording("en"))
    assert wording("zh").keeping.should_answer in line


def test_a_greeting_is_not_judged_nor_is_what_has_no_id(assistant) -> None:
    assert choices(assistant, "你好") == choices(assistant, "第26段", "") == []
