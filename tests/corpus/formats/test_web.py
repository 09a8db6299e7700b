from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import NotTextError, UnreadableFileError
from corpus.formats.web import blocks
from corpus.model import Block
from corpus.reading import read_report

Read = Callable[[str], list[Block]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def write_and_read(html: str) -> list[Block]:
        path = tmp_path / "page.html"
        path.write_text(f"<html><body>{html}</body></html>", encoding="utf-8")
        return list(blocks(path))

    return write_and_read


def told(found: list[Block]) -> list[tuple[str, str, str]]:
    return [(block.role, block.number, block.text) for block in found]


def test_elements_become_blocks(read: Read) -> None:
    html = "<h1>Water</h1><h2>Its use</h2><p>Drink\n it.<br>Always.</p><div>Or <b>not</b>.</div>"
    assert told(read(html)) == [
        ("heading", "", "Water"),
        ("heading", "", "Its use"),
        ("body", "", "Drink it.\nAlways."),
        ("body", "", "Or not."),
    ]
    assert [block.level for block in read(html)] == [1, 2, 0, 0]


def test_a_lists_numbers_are_those_that_are_printed(read: Read) -> None:
    html = (
        '<ol start="26"><li>One.<li value="30">Two.<ol type="a"><li>In.</ol></li></ol>'
        '<ol reversed><li>B.<li>A.</ol><ul><li>Dot.</ul><ol type="I" start="4"><li>Four.</ol>'
    )
    assert told(read(html)) == [
        ("item", "26.", "One."),
        ("item", "30.", "Two."),
        ("item", "a.", "In."),
        ("item", "2.", "B."),
        ("item", "1.", "A."),
        ("item", "•", "Dot."),
        ("item", "IV.", "Four."),
    ]


def test_a_number_typed_into_a_list_is_not_doubled(read: Read) -> None:
    assert told(read("<ol><li>1. One.<li>2. Two.</ol>")) == [
        ("item", "", "1. One."),
        ("item", "", "2. Two."),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>1&nbsp;</td><td>Der Kläger.</td></tr>"
        "<tr><td>2</td><td>Er.</td></tr></table>",
        "<table><tr><td><table><tr><td><i>1</i></td></tr></table></td>"
        "<td><table><tr><td>Der Kläger.</td></tr></table></td></tr>"
        "<tr><td>2</td><td>Er.</td></tr></table>",
        "<dl><dt><a name='rd_1'>1</a></dt><dd><p>Der Kläger.</p></dd></dl>"
        "<dl><dt>2</dt><dd>Er.</dd></dl>",
        "<p><a name=rd></a></p><ol><li>Der Kläger.</li><li>Er.</li></ol>",
        '<p><a name="point1">1</a>&nbsp;&nbsp;Der Kläger.</p><p><a id="point2">2</a> Er.</p>',
        '<p><span class="rn">1</span> Der Kläger.</p><p><span class="rn">2</span> Er.</p>',
        "<p>1&nbsp;&nbsp;&nbsp;Der Kläger.</p><p>2&nbsp;&nbsp;&nbsp;Er.</p>",
    ],
)  # fmt: skip
def test_numbers_in_the_margin_are_their_paragraphs(tmp_path: Path, html: str) -> None:
    path = tmp_path / "urteil.html"
    path.write_text(html, encoding="utf-8")
    report = read_report(path)
    assert [(p.number, p.text) for p in report.paragraphs] == [("1", "Der Kläger."), ("2", "Er.")]
    assert report.numbering.status == "complete"


def test_a_number_in_the_text_is_none_of_the_margin(read: Read) -> None:
    html = '<p>In <span class="num">26</span> cases</p><p><b class="num">26</b></p>'
    assert told(read(html)) == [("body", "", "In 26 cases"), ("body", "", "26")]


def test_what_frames_a_page_is_no_part_of_it(read: Read) -> None:
    text = "<p>The Committee met in Geneva, and it said that water is free for all people.</p>" * 8
    html = (
        "<script>var x = '1. One.'</script><style>p {}</style><nav><a href=a>Home</a></nav>"
        '<ul><li><a href="a">News</a><li><a href="b">Events</a><li><a href="c">More</a></ul>'
        '<div class="breadcrumb">Home » Here</div><div hidden>Hidden</div>'
        "<form>Search <input></form>"
        f'<div style="display: none">Unseen</div><main><h1>Water</h1>{text}</main>'
        '<footer role="contentinfo">© 2031</footer>'
    )
    assert {block.text for block in read(html)} == {
        "Water",
        "The Committee met in Geneva, and it said that water is free for all people.",
    }


def test_a_header_that_holds_the_preamble_is_kept(read: Read) -> None:
    html = "<h1>Law</h1><header><h2>Preamble</h2><p>Whereas.</p></header><p>Text.</p>"
    assert [block.text for block in read(html)] == ["Law", "Preamble", "Whereas.", "Text."]


@pytest.mark.parametrize(
    "raised",
    ["67<sup>1</sup>", "67<span class=W9>1</span>", '67<i style="vertical-align: super">1</i>'],
)
def test_raised_digits_stay_raised(tmp_path: Path, raised: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><head><style>.W9 {{vertical-align: super;}}</style></head><p>Статья {raised}</p>",
        encoding="utf-8",
    )
    assert [block.text for block in blocks(path)] == ["Статья 67¹"]


def test_a_centred_bold_line_is_a_heading(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><style>.T {text-align: center; font-weight: bold}</style></head>"
        '<p class="T">ON WATER</p><p align="center"><b>Part</b></p><p align=center>No</p></html>',
        encoding="utf-8",
    )
    assert [block.role for block in blocks(path)] == ["heading", "heading", "body"]


def test_a_table_of_data_is_one_block(read: Read) -> None:
    html = (
        "<table><tr><th>Water</th><th>1</th></tr><tr><td>2. Ice</td><td>3. x</td></tr></table>"
        "<p>1. One.</p>"
    )
    assert told(read(html)) == [
        ("table", "", "Water | 1\n2. Ice | 3. x"),
        ("body", "", "1. One."),
    ]


def test_numbers_in_a_quotation_are_another_documents(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<p>1. The claimant asks for water, as is plain from what he said to the court below.</p>"
        "<blockquote><p>2. I drank it.</p></blockquote>"
        "<p>2. The defendant has none, which is what was found by the judge in her judgment.</p>",
        encoding="utf-8",
    )
    report = read_report(path)
    assert [p.number for p in report.paragraphs] == ["1", "2"]
    assert report.paragraphs[0].text.endswith("\n2. I drank it.")


def test_footnotes_are_footnotes(read: Read) -> None:
    html = '<p>Water<sup>1</sup>.</p><p class="oj-note">(1) OJ L 1.</p><li id="fn2">2 Ice.</li>'
    assert [block.role for block in read(html)] == ["body", "footnote", "footnote"]
    assert read(html)[0].text == "Water¹."


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("iso-8859-1", "cp1252"), ("gb2312", "gb18030"), ("windows-1251", "cp1251"), ("", "utf-8")],
)
def test_a_declared_encoding_is_believed(tmp_path: Path, charset: str, encoding: str) -> None:
    words = {"cp1252": "Käufer – „so“", "gb18030": "水是免费的", "cp1251": "Вода"}.get(
        encoding, "Ç"
    )
    path = tmp_path / "page.html"
    path.write_bytes(f'<meta charset="{charset}"><p>{words}</p>'.encode(encoding))
    assert [block.text for block in blocks(path)] == [words]


def test_valid_utf_8_is_utf_8_whatever_is_declared(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes('<meta charset="iso-8859-1"><p>Käufer</p>'.encode())
    assert [block.text for block in blocks(path)] == ["Käufer"]


def test_an_xml_declaration_and_entities_are_read(tmp_path: Path) -> None:
    path = tmp_path / "page.xhtml"
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY a "b"><!ENTITY c SYSTEM'
        ' "file:///etc/passwd">]><html><body><p>&auml;&nbsp;&amp; &c; x</p></body></html>',
        encoding="utf-8",
    )
    text = " ".join(block.text for block in blocks(path))
    assert "ä &" in text
    assert "root:" not in text


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 5000 + "1. One." + "</div>" * 5000, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="nested too deeply"):
        list(blocks(path))


def test_text_without_a_tag_is_no_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("1. One.", encoding="utf-8")
    with pytest.raises(NotTextError, match="not one HTML tag"):
        list(blocks(path))


@pytest.mark.parametrize("name", ["Airteagal {n}", "{n}. cikk", "ข้อ {n}", "Kifungu cha {n}."])
def test_articles_of_a_language_that_is_not_known_are_followed(tmp_path: Path, name: str) -> None:
    articles = "".join(
        f"<article><h2>{name.format(n=n)}</h2><p>Text {n}.</p>"
        "<ol><li>a</li><li>b</li></ol></article>"
        for n in range(1, 7)
    )
    path = tmp_path / "law.html"
    path.write_text(f"<h1>Law</h1>{articles}", encoding="utf-8")
    report = read_report(path)
    printed = [name.format(n=n).rstrip(".") for n in range(1, 7)]
    assert [p.number for p in report.paragraphs] == printed
    assert report.paragraphs[0].text == "Text 1.\n1. a\n2. b"


def test_a_number_in_a_block_or_a_span_of_its_own_belongs_to_what_follows(read: Read) -> None:
    html = (
        "<p class='rn'>1</p><p>Water is wet.</p>"
        "<p><span class='LegDS LegP1Container'><span class='LegDS LegP1No'>2</span></span>"
        "<span class='LegDS LegLHS LegP2No'>(1)</span><span class='LegRHS'>It is cold.</span></p>"
    )
    assert told(read(html)) == [("body", "1", "Water is wet."), ("body", "2", "(1) It is cold.")]


def test_text_that_was_set_beforehand_keeps_its_lines(read: Read) -> None:
    html = "<pre>\nRESOLUTION 7\n\n   1. Water\nis wet.\n\n   2. Ice is not.\n</pre>"
    assert [block.text for block in read(html)] == [
        "RESOLUTION 7",
        "   1. Water\nis wet.",
        "   2. Ice is not.",
    ]
