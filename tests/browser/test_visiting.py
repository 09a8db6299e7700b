"""Languages, dark and light, the phone, links, and what the server says."""

from __future__ import annotations

import http.client
import json
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

# Text whose contrast with what lies behind it is below 4.5 (WCAG 2.2, 1.4.3).
PALE = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r, g, b].map((c, i) => c * a + [R, G, B][i] * (1 - a));
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => c / 255)
      .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const words = walker.currentNode.data.trim().slice(0, 40);
    if (!words || !element.checkVisibility({visibilityProperty: true})) continue;
    if (element.closest("script, style, .unseen") || !element.getClientRects().length) continue;
    const chain = [];
    for (let e = element; e; e = e.parentElement) chain.unshift(getComputedStyle(e));
    const behind = chain.map((style) => style.backgroundColor)
      .reduce((under, colour) => over(rgba(colour), under), [255, 255, 255]);
    const text = over(rgba(getComputedStyle(element).color), behind);
    const [high, low] = [light(text), light(behind)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)} ${words}`);
  }
  return found;
}"""


def look_up(page: Any, question: str = "第26段") -> Any:
    page.locator("#ask textarea").fill(question)
    page.locator("#ask textarea").press("Enter")
    page.locator("#chat .chip").first.wait_for()
    return page.locator("#chat .chip").first


def test_the_first_language_is_the_browsers_and_the_switch_is_kept(visit: Any) -> None:
    page = visit(locale="en-GB")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("button", name="Add a report").is_visible()
    look_up(page, "para 26")
    page.locator("#language input").click()
    page.locator("#language").get_by_role("option", name="中文").click()
    page.get_by_role("button", name="添加报告").wait_for()
    assert page.locator("#ask .submit-button").inner_text() == "提问"
    assert "目录" in page.locator("#reader .bar").inner_text()
    assert page.locator("#chat .chip").count() == 1, "the conversation goes on"
    assert page.locator("#p26 mark").count() == 1, "what was quoted stays marked"
    assert page.locator("html").get_attribute("lang") == "zh"
    page.reload()
    page.get_by_role("button", name="添加报告").wait_for()


def test_dark_and_light_are_both_readable_and_kept(visit: Any) -> None:
    page = visit()
    look_up(page).click()
    page.locator("#ask textarea").fill("报告怎样谈火星移民？")
    page.locator("#ask textarea").press("Enter")
    page.locator(".unanswered").wait_for(timeout=60_000)
    assert page.evaluate(PALE) == []
    page.locator("#theme button").click()
    assert page.evaluate("document.body.classList.contains('dark')")
    assert page.evaluate(PALE) == []
    page.reload()
    page.wait_for_selector("html.arrived")
    assert page.evaluate("document.body.classList.contains('dark')")
    assert page.evaluate(PALE) == []


def test_on_a_phone_the_report_is_a_sheet(visit: Any) -> None:
    page = visit(phone=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.locator("#reader .document").is_visible()
    chip = look_up(page)
    assert not page.locator("#reader .document").is_visible()
    chip.click()
    page.locator("#p26").wait_for()
    assert page.locator("#p26 mark.strong").count() == 1
    page.keyboard.press("Escape")
    page.locator("#p26").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.matches('.chip')"), "back where one came from"
    page.get_by_role("button", name="原文", exact=True).click()
    page.locator("#p26").wait_for()
    page.get_by_role("button", name="对话", exact=True).click()
    page.locator("#p26").wait_for(state="hidden")


def test_a_link_opens_a_paragraph(visit: Any) -> None:
    page = visit("/?report=wsis-2004#p26")
    page.wait_for_selector("#p26.current")
    assert page.evaluate("document.activeElement.id") == "p26"


def test_the_contents_lead_to_a_heading_and_tell_where_we_are(visit: Any) -> None:
    page = visit()
    page.locator("#reader .contents summary").click()
    page.locator("#reader .contents a", has_text="联合国系统行政首长协调理事会").click()
    assert not page.locator("#reader .contents ol").is_visible()
    where = page.locator("#reader .where")
    where.filter(has_text="五.").wait_for()
    page.locator("#p1 .number").evaluate("(link) => link.click()")
    where.filter(has_text="五.").wait_for(state="detached")


def answer_to(address: str, host: str) -> tuple[int, str]:
    """The status and the security policy of the page, asked for under a name."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    with closing(connection):
        connection.request("GET", "/", headers={"Host": host})
        with connection.getresponse() as response:
            return response.status, response.getheader("content-security-policy") or ""


def test_only_this_machines_names_are_answered(server: Any) -> None:
    assert answer_to(server.address, "elsewhere.example")[0] == 400
    status, policy = answer_to(server.address, urlsplit(server.address).netloc)
    assert status == 200
    assert "default-src 'none'" in policy


def test_a_program_asks_by_the_one_open_endpoint(server: Any) -> None:
    opened = f"{server.address}/gradio_api"
    with urllib.request.urlopen(f"{opened}/info", timeout=10) as response:
        assert list(json.load(response)["named_endpoints"]) == ["/ask"]
    asked = json.dumps({"data": ["第26段", "wsis-2004"]}).encode()
    request = urllib.request.Request(
        f"{opened}/call/ask", asked, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        event = json.load(response)["event_id"]
    with urllib.request.urlopen(f"{opened}/call/ask/{event}", timeout=60) as response:
        said = response.read().decode()
    answer = json.loads(said.partition("data: ")[2])[0]
    assert answer["citations"][0]["number"] == "26"


def test_a_taken_port_is_said_aloud_and_an_end_is_clean(server: Any, tmp_path: Path) -> None:
    port = urlsplit(server.address).port
    second = type(server)(tmp_path / "library", port)
    assert f"Port {port} is taken" in second.output
    assert second.address != server.address
    assert second.stop() == 0, second.output
    assert "Traceback" not in second.output
    assert not list((tmp_path / "library").glob(".uploads-*"))
