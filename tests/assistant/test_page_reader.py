"""The report as HTML: all of it, in order, findable by offset."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from assistant.page.reader import empty_reader_html, reader_html
from assistant.wording import wording
from corpus.bundled import bundled_report
from corpus.model import Heading, Item, Kind, Numbering, Paragraph, Report

VOID = {"br", "rect", "path", "circle", "input"}


class Page(HTMLParser):
    """Collects the text of each paragraph, the ids, the classes and the headings, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, str] = {}
        self.ids: list[str] = []
        self.classes: list[str] = []
        self.headings: list[str] = []
        self.order: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.anchor = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.classes += given.get("class", "").split()
        if "id" in given:
            self.ids.append(given["id"])
        if given.get("class", "").startswith("paragraph"):
            self.anchor = given["id"]
            self.texts[self.anchor] = ""
            self.order.append(self.anchor)
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append("")
            self.order.append(tag)
        if tag not in VOID:
            self.open.append((tag, given.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(name == "text" for _, name in self.open):
            self.texts[self.anchor] += data
        if self.open and self.open[-1][0] in {"h1", "h2", "h3", "h4"}:
            self.headings[-1] += data


def paragraph(text: str, number: str = "1", kind: Kind = "body", **more: object) -> Paragraph:
    anchor = f"p{number}" if kind == "body" else kind
    return Paragraph("r", 1, number, kind, text, anchor, **more)  # type: ignore[arg-type]


def report(*paragraphs: Paragraph, outline: tuple[Heading, ...] = ()) -> Report:
    placed = tuple(replace(p, ordinal=place) for place, p in enumerate(paragraphs, 1))
    return Report("r", "A title", "", "", "en", "", "", placed, outline, Numbering("complete", 1))


def rendered(*paragraphs: Paragraph, outline: tuple[Heading, ...] = ()) -> Page:
    return Page(reader_html(report(*paragraphs, outline=outline), wording("en")))


def test_every_paragraph_of_the_bundled_report_is_there_character_for_character() -> None:
    bundled = bundled_report()
    page = Page(reader_html(bundled, wording("zh")))
    assert page.texts == {p.anchor: p.text for p in bundled.paragraphs}
    assert page.open == []


def test_every_id_is_unique() -> None:
    page = Page(reader_html(bundled_report(), wording("zh")))
    assert len(page.ids) == len(set(page.ids))


def test_every_heading_of_the_outline_stands_before_its_paragraph() -> None:
    outline = (Heading("I.", "First", 1, 1), Heading("A.", "Second", 2, 2))
    page = rendered(paragraph("One.", "1"), paragraph("Two.", "2"), outline=outline)
    assert page.headings == ["A title", "I. First", "A. Second"]
    assert page.order == ["h1", "h2", "p1", "h3", "p2"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("They are:\nfirst\nsecond", [("a", 10, 15), ("b", 16, 22)]),
        ("They are: (a) first; (b) second.", [("a", 14, 20), ("b", 25, 32)]),
        ("They are:\n(a) first;\n(b) second.\nAnd more.", [("a", 14, 20), ("b", 25, 32)]),
        ("first", [("a", 0, 5)]),
        ("包括：\n（一）甲\n（二）乙", [("一", 7, 8), ("二", 12, 13)]),
    ],
)
def test_items_become_a_list_without_a_character_lost(
    text: str, spans: list[tuple[str, int, int]]
) -> None:
    page = rendered(paragraph(text, items=tuple(Item(*span) for span in spans)))
    assert page.texts["p1"] == text
    assert page.classes.count("item") == len(spans)


def test_the_mark_of_an_item_is_shown_in_place_of_a_bullet() -> None:
    lettered = rendered(paragraph("Are:\n(a) first", items=(Item("a", 9, 14),)))
    bulleted = rendered(paragraph("Are:\nfirst", items=(Item("a", 5, 10),)))
    assert "mark" in lettered.classes
    assert "bullet" not in lettered.classes
    assert "bullet" in bulleted.classes


def test_an_item_inside_another_is_not_shown_twice() -> None:
    page = rendered(paragraph("one two three", items=(Item("a", 0, 13), Item("i", 4, 7))))
    assert page.texts["p1"] == "one two three"


def test_front_matter_summary_and_notes_are_shown() -> None:
    page = rendered(
        paragraph("Front.", "", "front"),
        paragraph("Sum.", "", "summary"),
        paragraph("Text."),
        paragraph("Note.", "", "note"),
    )
    assert page.order == ["h1", "front", "h2", "summary", "p1", "h2", "note"]


def test_a_hostile_report_makes_only_our_own_elements() -> None:
    attack = '"><img src=x onerror=alert(1)>${alert(1)}</script>\n\n`'
    hostile = replace(
        report(
            paragraph(attack, attack, headings=(Heading(attack, attack, 1, 1),)),
            outline=(Heading(attack, attack, 1, 1),),
        ),
        title=attack,
        symbol=attack,
        language=attack,
        id=attack,
    )
    html = reader_html(hostile, wording("en"))
    assert "<img" not in html
    assert "${" not in html
    assert "</script" not in html
    page = Page(html)
    assert list(page.texts.values()) == [attack]
    assert page.open == []


def test_text_keeps_its_own_direction() -> None:
    assert '<div class="text" dir="auto">' in reader_html(report(paragraph("نص")), wording("en"))


def test_an_empty_library_says_so() -> None:
    assert "还没有报告" in empty_reader_html(wording("zh"))
