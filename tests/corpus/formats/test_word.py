import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.formats.word import blocks
from corpus.model import Block

DocxOf = Callable[..., Path]
PROSE = "This sentence is long enough to be prose, and no heading at all, wherever it may stand."


def p(text: str = "", properties: str = "", inside: str = "") -> str:
    run = f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{inside}</w:p>"


def style(key: str) -> str:
    return f'<w:pStyle w:val="{key}"/>'


def texts(path: Path) -> list[str]:
    return [block.text for block in blocks(path)]


def test_insertions_are_read_and_deletions_are_not(docx_of: DocxOf) -> None:
    changed = (
        "<w:ins><w:r><w:t>kept </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved away </w:t></w:r></w:moveFrom>"
        "<w:r><w:t>end</w:t></w:r>"
    )
    assert texts(docx_of(p(inside=changed))) == ["kept end"]


def test_a_paragraph_whose_end_was_deleted_runs_on(docx_of: DocxOf) -> None:
    assert texts(docx_of(p("One ", "<w:rPr><w:del/></w:rPr>") + p("sentence."))) == [
        "One sentence."
    ]


def test_a_fields_result_is_read_and_its_code_is_not(docx_of: DocxOf) -> None:
    field = (
        '<w:r><w:t>see para. </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> REF _1 \\h </w:instrText><w:t>code</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> above</w:t></w:r>'
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>, p. 3</w:t></w:r></w:fldSimple>'
    )
    assert texts(docx_of(p(inside=field))) == ["see para. 12 above, p. 3"]


def test_links_controls_and_signs_are_read(docx_of: DocxOf) -> None:
    inside = (
        "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtContent><w:r><w:t> control</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:r><w:tab/><w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t><w:sym w:char="F0B7"/></w:r>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    )
    assert texts(docx_of(p(inside=inside))) == ["link control non-stop•²"]


def test_a_text_box_follows_its_paragraph_once(docx_of: DocxOf) -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    drawn = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(docx_of(p("Before.", inside=drawn))) == ["Before.", "In the box."]


def test_notes_follow_what_calls_for_them_numbered_in_that_order(docx_of: DocxOf) -> None:
    foot, end = (
        '<w:r><w:footnoteReference w:id="{}"/></w:r>',
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
    )
    body = p("One.", inside=foot.format(8)) + p("Two.", inside=end + foot.format(3))
    notes = "".join(
        f'<w:footnote w:id="{key}">{p(text)}</w:footnote>' for key, text in ((3, "B."), (8, "A."))
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{p("no")}</w:footnote>'
    found = list(
        blocks(
            docx_of(
                body,
                footnotes=separator + notes,
                endnotes=f'<w:endnote w:id="2">{p("End.")}</w:endnote>',
            )
        )
    )
    assert [(block.role, block.number, block.text) for block in found] == [
        ("body", "", "One."),
        ("footnote", "1", "A."),
        ("body", "", "Two."),
        ("footnote", "i", "End."),
        ("footnote", "2", "B."),
    ]


def test_headings_are_known_by_style_outline_and_being_kept_with_what_follows(
    docx_of: DocxOf,
) -> None:
    styles = (
        '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Kept"/></w:style>'
        '<w:style w:styleId="Kept"><w:name w:val="Kept"/><w:pPr><w:keepNext/></w:pPr></w:style>'
    )
    body = (
        p("Second level", style("H2"))
        + p("By outline", '<w:outlineLvl w:val="0"/>')
        + p("By being kept", style("Own"))
        + p(PROSE)
    )
    found = list(blocks(docx_of(body, styles=styles)))
    assert [(block.role, block.level) for block in found] == [
        ("heading", 2),
        ("heading", 1),
        ("heading", 0),
        ("body", 0),
    ]


def test_numbered_prose_with_an_outline_level_is_no_heading(docx_of: DocxOf) -> None:
    styles = (
        '<w:style w:styleId="Para"><w:name w:val="Para"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        "</w:style>"
    )
    body = p(PROSE, style("Para")) * 2 + p("I would dismiss it.", style("Para"))
    assert {block.role for block in blocks(docx_of(body, styles=styles))} == {"body"}


def test_the_title_is_the_one_heading_of_the_first_level(docx_of: DocxOf) -> None:
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    )
    body = p("Report on water", style("T")) + p("Findings", style("H1")) + p(PROSE)
    found = [(block.text, block.level) for block in blocks(docx_of(body, styles=styles))][:2]
    assert found == [("Report on water", 1), ("Findings", 2)]


def test_a_table_of_contents_is_left_out(docx_of: DocxOf) -> None:
    styles = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    assert texts(docx_of(p("1. Findings 3", style("T1")) + p(PROSE), styles=styles)) == [PROSE]


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(text)}</w:tc>" for text in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_a_table_gives_its_rows(docx_of: DocxOf) -> None:
    found = list(blocks(docx_of(table(("Year", "Sum"), ("2020", "12")))))
    assert found == [Block("Year | Sum", "table"), Block("2020 | 12", "table")]


def test_a_table_that_lays_paragraphs_out_gives_paragraphs_with_their_numbers(
    docx_of: DocxOf,
) -> None:
    found = list(blocks(docx_of(table(("1.", PROSE), ("2.", PROSE)))))
    assert [(block.role, block.number, block.text) for block in found] == [
        ("body", "1.", PROSE),
        ("body", "2.", PROSE),
    ]


def test_a_number_that_a_tab_parts_from_the_words_is_the_paragraphs(docx_of: DocxOf) -> None:
    tabbed = "<w:r><w:t>3.1</w:t><w:tab/><w:t>Members should ensure it.</w:t></w:r>"
    assert list(blocks(docx_of(p(inside=tabbed)))) == [
        Block("Members should ensure it.", number="3.1")
    ]


def test_strict_documents_are_read_too(docx_of: DocxOf) -> None:
    path = docx_of(p("Words."))
    with zipfile.ZipFile(path) as archive:
        document = archive.read("word/document.xml")
    strict = document.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", strict)
    assert texts(path) == ["Words."]


def test_another_archive_is_no_word_document(tmp_path: Path) -> None:
    path = tmp_path / "sample.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(UnreadableFileError, match="no Word document"):
        texts(path)


@pytest.mark.parametrize(
    ("cover", "found"),
    [("Water", ["A/80/81", "Water"]), ("United Nations A/80/81", ["United Nations A/80/81"])],
)
def test_a_symbol_that_only_the_pages_heads_have_stands_above_all(
    docx_of: DocxOf, cover: str, found: list[str]
) -> None:
    header = p("A/80/81") + p("25-06745")
    assert texts(docx_of(p(cover), header1=header, header2=header)) == found
