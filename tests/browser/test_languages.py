"""The page in each language: its words, its direction, its choice, its room."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.wording import wording
from assistant.words.choosing import known_languages

pytestmark = pytest.mark.browser

# Text that stands in the page and isn't cut off on purpose, yet is wider than its element.
CUT_OFF = """() => [...document.querySelectorAll(
    "#language input, #chatbar h2, :is(#header, #chatbar, #ask, #reader .bar) button"
  )].filter((one) => one.checkVisibility() && one.clientWidth > 1
    && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.value || one.textContent)"""

# Latin words on an Arabic page, apart from what a report, a question or a language's name says.
LATIN = """() => {
  const others = "[lang]:not(html):not([lang=ar]), article, #language, #selector, .chip span"
    + ", .where, .contents li, .example";
  const found = new Set();
  const look = (text) => (text ?? "").match(/[A-Za-z]{3,}/g)?.forEach((word) => found.add(word));
  for (const one of document.querySelectorAll("#header *, #main *")) {
    if (one.closest(others) || !one.checkVisibility()) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) look(one.getAttribute(name));
    for (const node of one.childNodes) if (node.nodeType === Node.TEXT_NODE) look(node.data);
  }
  return [...found];
}"""


def choose(page: Any, language: str) -> None:
    page.locator("#language input").click()
    page.locator("#language").get_by_role("option", name=wording(language).name).click()
    page.wait_for_selector(f"html[lang={language}]")


def middle(place: Any) -> float:
    box = place.bounding_box()
    return float(box["x"] + box["width"] / 2)


def test_arabic_runs_from_right_to_left(visit: Any, ask: Any) -> None:
    page = visit(locale="ar-EG")
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")
    assert middle(page.locator("#left")) > middle(page.locator("#right"))
    assert middle(page.locator("#brand")) > middle(page.locator("#theme"))
    answer = ask(page, "ماذا يقول التقرير في الفقرة 26؟")
    assert "الفقرة 26" in answer.locator(".chip").inner_text()
    said, quote = page.locator("#chat .user-row"), answer.locator(".quote")
    assert said.bounding_box()["x"] < middle(quote), "one's own words stand at the left"
    assert quote.evaluate("(one) => getComputedStyle(one).borderRightWidth") == "3px"
    assert middle(answer.locator(".chip")) > middle(answer.locator(".copy-quote"))
    assert middle(page.locator("#ask .submit-button")) < middle(page.locator("#ask textarea"))


def test_a_report_keeps_its_own_language_and_direction_on_an_arabic_page(
    visit: Any, ask: Any
) -> None:
    page = visit(locale="ar")
    answer = ask(page, "الفقرة 26")
    voice = answer.locator("xpath=ancestor-or-self::*[@lang][1]")
    assert (voice.get_attribute("lang"), voice.get_attribute("dir")) == ("ar", "rtl")
    quote = answer.locator(".quote > p").first
    assert (quote.get_attribute("lang"), quote.get_attribute("dir")) == ("zh", "ltr")
    number = page.locator("#p26 .number")
    assert page.locator("article").get_attribute("lang") == "zh"
    assert middle(number) < middle(page.locator("#p26 .text"))


def test_an_answer_speaks_the_questions_language_whatever_the_pages(visit: Any, ask: Any) -> None:
    page = visit(locale="fr-CA")
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator("html").get_attribute("dir") == "ltr"
    assert page.locator("#ask .submit-button").inner_text() == "Demander"
    assert "par. 25" in ask(page, "25").locator(".chip").inner_text(), "no language: the page's"
    assert "par. 26" in ask(page, "Que dit le par. 26 ?").locator(".chip").inner_text()
    assert "第26段" in ask(page, "第26段").locator(".chip").inner_text()
    assert "п. 26" in ask(page, "Что сказано в п. 26?").locator(".chip").inner_text()


def test_the_language_that_was_chosen_holds_against_the_browsers(visit: Any, ask: Any) -> None:
    page = visit(locale="es-MX")
    ask(page, "párr. 26")
    for language in ("ar", "ru"):
        choose(page, language)
        page.get_by_role("button", name=wording(language).page.add_report).wait_for()
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert page.locator("#chat .chip").count() == 1, "the conversation goes on"
    page.reload()
    page.wait_for_selector("html.arrived[lang=ru]")
    assert page.locator("#language input").input_value() == "Русский"


def test_no_english_is_left_on_an_arabic_page(visit: Any, ask: Any) -> None:
    page = visit(locale="en-GB")
    choose(page, "ar")
    page.get_by_role("button", name=wording("ar").page.add_report).wait_for()
    assert set(page.evaluate(LATIN)) <= {"Pincite", "Esc"}, "a name and a key"
    ask(page, "الفقرة 26")
    ask(page, "الفقرة 99")
    assert set(page.evaluate(LATIN)) <= {"Pincite", "Esc"}, "a name and a key"


def test_a_languages_name_is_found_by_key(visit: Any) -> None:
    page = visit(locale="zh-CN")
    box = page.get_by_role("combobox", name=wording("zh").page.language)
    box.focus()
    box.press("ArrowDown")
    page.locator("#language .active").filter(has_text="English").wait_for()
    box.press("Enter")
    page.wait_for_selector("html[lang=en]")


def test_no_words_are_cut_off_on_a_phone(visit: Any, ask: Any, subtests: pytest.Subtests) -> None:
    page = visit(locale="en", phone=True)
    for language in known_languages():
        with subtests.test(language):
            if language != page.locator("html").get_attribute("lang"):
                choose(page, language)
            page.get_by_role("button", name=wording(language).page.add_report).wait_for()
            ask(page, wording(language).numbered("26"))
            assert page.evaluate(CUT_OFF) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            for part in ("#brand", "#add", "#language", "#theme", "#selector", "#source"):
                box = page.locator(part).bounding_box()
                assert box["x"] >= 0, part
                assert box["x"] + box["width"] <= 390, part
