from __future__ import annotations

import io
import json
from datetime import date
from zipfile import ZipFile

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from assistant.errors import UsageError
from assistant.keeping.exporting import FORMATS, file_name, format_of
from assistant.keeping.markdown import plain
from assistant.keeping.transcript import Exchange, Quoted, Transcript, transcript
from assistant.keeping.word import directed, word_document
from assistant.wording import wording
from corpus.formats.word.reading import blocks

HOSTILE = [
    "<script>alert(1)</script>",
    "[link](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "# heading",
    "1. list",
    "- list",
    "> quote",
    "`code` *a* _b_ ~~c~~ | d |",
    "&lt; &amp; $x$ \\",
    "====",
    "http://evil.example",
    "\u202eback",
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def a_quote(text: str, citation: str = "A/1, para. 1") -> Quoted:
    link = "http://127.0.0.1:7860/?report=r#p1"
    return Quoted(text, citation, link, "r", "p1", "1", "", (), None)


def a_transcript(question: str, text: str, language: str = "en") -> Transcript:
    exchange = Exchange(question, "answered", ("Remark.",), (), "", 1.0, (a_quote(text),), (), ())
    return Transcript("Title", "Note", language, (exchange,))


@pytest.fixture
def real(said, symbolled) -> Transcript:
    conversation = said("第15段", "报告怎样谈火星移民？", "第24-26段")
    return transcript(
        conversation, symbolled, wording("zh"), "http://127.0.0.1:7860", date(2026, 3, 1)
    )


def written(told: Transcript, suffix: str) -> bytes:
    return format_of(suffix).write(told)


def parts(document: bytes) -> dict[str, etree._Element]:
    with ZipFile(io.BytesIO(document)) as package:
        assert package.testzip() is None
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def said_in(document: bytes) -> list[str]:
    body = parts(document)["word/document.xml"]
    return ["".join(p.itertext(f"{W}t")) for p in body.iter(f"{W}p")]


def test_json_holds_every_quote_citation_and_link(real) -> None:
    told = json.loads(written(real, ".json"))
    quotes = [quote for exchange in told["exchanges"] for quote in exchange["quotes"]]
    assert len(quotes) == 4
    assert all(quote["citation"].startswith("A/80/81") and quote["link"] for quote in quotes)


def test_markdown_holds_every_quote_citation_and_link(real) -> None:
    page = written(real, ".md").decode()
    for exchange in real.exchanges:
        for quoted in (*exchange.quotes, *exchange.nearest):
            assert f"(<{quoted.link}>)" in page
            assert plain(quoted.citation) in page
    assert page.count("\n> — ") == 4


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_says_hostile_text_and_does_nothing_it_says(text: str) -> None:
    page = written(a_transcript(text, f"{text}\n{text}"), ".md").decode()
    tokens = MarkdownIt("commonmark").enable("strikethrough").enable("table").parse(page)
    inline = [child for token in tokens for child in token.children or ()]
    links = [child.attrGet("href") for child in inline if child.type == "link_open"]
    assert links == ["http://127.0.0.1:7860/?report=r#p1"]
    assert not {"image", "html_inline", "code_inline", "s_open"} & {child.type for child in inline}
    assert not {"html_block", "bullet_list_open", "ordered_list_open", "table_open"} & {
        token.type for token in tokens
    }
    shown = "".join(child.content for child in inline if child.type in ("text", "text_special"))
    assert shown.count(text) == 3


def test_a_word_document_is_read_back_with_every_word(real, tmp_path) -> None:
    path = tmp_path / "talk.docx"
    path.write_bytes(written(real, ".docx"))
    read = "".join(block.number + block.text for block in blocks(path)).replace("\n", "")
    for exchange in real.exchanges:
        for quoted in exchange.quotes:
            assert quoted.text.replace("\n", "") in read
            assert quoted.citation in read


def test_every_part_of_a_word_document_is_named_and_every_link_leads_somewhere(real) -> None:
    package = parts(written(real, ".docx"))
    overrides = {entry.get("PartName", "").lstrip("/") for entry in package["[Content_Types].xml"]}
    assert {"word/document.xml", "word/styles.xml"} <= overrides
    targets = {
        entry.get("Id"): entry.get("Target") for entry in package["word/_rels/document.xml.rels"]
    }
    used = [
        targets[link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")]
        for link in package["word/document.xml"].iter(f"{W}hyperlink")
    ]
    shown = [
        quoted.link
        for exchange in real.exchanges
        for quoted in (*exchange.quotes, *exchange.nearest)
    ]
    assert used == shown
    styles = {style.get(f"{W}styleId") for style in package["word/styles.xml"].iter(f"{W}style")}
    wanted = {
        each.get(f"{W}val")
        for name in ("pStyle", "rStyle")
        for each in package["word/document.xml"].iter(f"{W}{name}")
    }
    assert wanted <= styles


def test_a_word_document_keeps_what_xml_cannot_hold_out_and_lines_apart() -> None:
    document = word_document(a_transcript("a\x00b\x01\ud800c", "one\ntwo"))
    assert "abc" in said_in(document)
    assert len(list(parts(document)["word/document.xml"].iter(f"{W}br"))) == 1


def test_arabic_runs_and_paragraphs_go_from_right_to_left() -> None:
    body = parts(word_document(a_transcript("ما هي الفقرة 26؟", "The Board", "ar")))[
        "word/document.xml"
    ]
    question = next(p for p in body.iter(f"{W}p") if "الفقرة" in "".join(p.itertext()))
    assert question.find(f"{W}pPr/{W}bidi") is not None
    assert all(run.find(f"{W}rPr/{W}rtl") is not None for run in question.iter(f"{W}r"))
    quote = next(p for p in body.iter(f"{W}p") if "Board" in "".join(p.itertext()))
    assert quote.find(f"{W}pPr/{W}bidi") is None
    assert body.find(f"{W}body/{W}sectPr/{W}bidi") is not None


def test_a_line_in_two_directions_is_cut_where_it_turns() -> None:
    assert directed("") == []
    assert directed("الفقرة 26 (see A/80/81)") == [(True, "الفقرة 26 ("), (False, "see A/80/81)")]


def test_equal_talks_make_equal_files(real) -> None:
    for kind in FORMATS:
        assert kind.write(real) == kind.write(real)


def test_half_a_character_stops_no_export() -> None:
    for kind in FORMATS:
        assert kind.write(a_transcript("half \ud800", "half \ud800"))


def test_a_file_is_named_after_the_question_with_nothing_a_disk_minds() -> None:
    assert file_name('a/b\\c:"d" <e>|?*', FORMATS[1]) == "a b c d e.docx"
    assert file_name("../..", FORMATS[0]) == "Pincite.md"
    assert len(file_name("长" * 500, FORMATS[2])) < 70


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"\.md, \.docx, \.json"):
        format_of(".pdf")
