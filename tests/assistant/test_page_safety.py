"""Whatever a text holds, it stays text."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import pytest

from assistant.page.safety import fragment, inert, inert_line, inert_lines, straight

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</div></article><h1>",
    "<!-- <![CDATA[ ]]>",
    "${alert(1)}",
    "{{#each x}}{{{y}}}{{/each}}",
    "`${1}`",
    "[press](javascript:alert(1))",
    "![](http://elsewhere.example/x.png)",
    "<http://elsewhere.example>",
    "http://elsewhere.example www.elsewhere.example a@b.example",
    "# heading\n\n- list\n\n    code\n\n> quote\n\n---\n\n| a | b |\n|---|---|",
    "$$\\href{javascript:alert(1)}{x}$$ \\(x\\)",
    "&lt;script&gt;&#60;b&#62;",
    "**bold** _em_ ~~del~~ `code` :smile: ==x==",
    "\x00\x01\x1b[31m\x7f\x9f",
    "<b\u2028>\u2029</b>",
]


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_element(text: str) -> None:
    seen = Seen()
    seen.feed(f"<p>{inert(text)}</p>")
    seen.close()
    assert seen.tags == ["p"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_cannot_leave_an_attribute(text: str) -> None:
    for quoted in (f'<i title="{inert(text)}">', f"<i title='{inert(text)}'>"):
        seen = Seen()
        seen.feed(quoted)
        seen.close()
        assert seen.tags == ["i"]
        assert seen.text == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_no_mark_that_markdown_or_a_template_acts_on_is_left(text: str) -> None:
    left = inert(text)
    assert not set(left) & set("<>\"'`*_[](){}$\\!|~=:.@+-/")


def test_what_is_copied_from_the_page_is_the_text_itself() -> None:
    text = "第56/183号 <决议>, 11 000 & “more”"
    assert html.unescape(inert(text)) == text


def test_control_characters_are_dropped_and_line_breaks_kept() -> None:
    assert inert("a\x00b\x9fc\nd\te") == "abc\nd\te"


def test_no_blank_line_is_left_to_end_an_html_block() -> None:
    text = "one\r\n\r\ntwo\u2028three\x0bfour\n"
    assert inert_lines(text) == "one<br><br>two<br>three<br>four"
    assert inert_line(text) == "one  two three four"


def test_a_link_holds_any_anchor() -> None:
    assert fragment("p8", 0, 3) == "#p8:0-3"
    for anchor in ('p" onclick="x', "p<b>", "第三条", "p 1:2-3", "p#%?&"):
        assert not set(fragment(anchor)[1:]) & set("\"'<> #?&")


def test_no_text_turns_the_direction_of_what_stands_around_it() -> None:
    turning = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    for made in (inert, inert_line, inert_lines, straight):
        left = made(f"a{turning}b")
        assert not set(left) & set(turning)
        assert len(html.unescape(left)) == len(turning) + 2, "places are counted in signs"
    marks = "\u200e\u200f"  # these two turn nothing, and Arabic texts need them
    assert inert(marks) == marks
