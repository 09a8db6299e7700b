"""Numbers that Word would print, from small numbering.xml parts; expected values are Word's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.formats.word import blocks

DocxOf = Callable[..., Path]


def level(index: int, text: str, form: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def entry(num_id: int, ilvl: int = 0, text: str = "Words.") -> str:
    properties = f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbers(path: Path) -> list[str]:
    return [block.number for block in blocks(path)]


def test_levels_count_and_restart_below_those_above(docx_of: DocxOf) -> None:
    numbering = abstract(
        0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter")
    ) + num(1, 0)
    body = "".join(entry(1, at) for at in (0, 1, 1, 2, 2, 0, 1, 2))
    assert numbers(docx_of(body, numbering=numbering)) == [
        "1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1", "(a)",
    ]  # fmt: skip


def test_a_level_may_go_on_after_those_above(docx_of: DocxOf) -> None:
    never = '<w:lvlRestart w:val="0"/>'
    numbering = abstract(0, level(0, "Part %1"), level(1, "%2.", more=never)) + num(1, 0)
    body = "".join(entry(1, at) for at in (0, 1, 1, 0, 1))
    assert numbers(docx_of(body, numbering=numbering)) == ["Part 1", "1.", "2.", "Part 2", "3."]


def test_a_level_above_that_has_not_begun_is_shown_as_begun(docx_of: DocxOf) -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%1.%2")) + num(1, 0)
    assert numbers(docx_of(entry(1, 1), numbering=numbering)) == ["1.1"]


def test_lists_of_one_kind_count_on_unless_they_start_afresh(docx_of: DocxOf) -> None:
    afresh = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, afresh)
    body = "".join(map(entry, (1, 1, 2, 3, 3, 1)))
    assert numbers(docx_of(body, numbering=numbering)) == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_an_instance_may_change_a_level(docx_of: DocxOf) -> None:
    change = f'<w:lvlOverride w:ilvl="0">{level(0, "[%1]", "upperRoman")}</w:lvlOverride>'
    numbering = abstract(0, level(0, "%1.")) + num(1, 0) + num(2, 0, change)
    assert numbers(docx_of(entry(1) + entry(2), numbering=numbering)) == ["1.", "[II]"]


def test_a_style_numbers_its_paragraphs_at_the_level_tied_to_it(docx_of: DocxOf) -> None:
    tied = '<w:pStyle w:val="Para2"/>'
    numbering = abstract(0, level(0, "%1."), level(1, "(%2)", more=tied)) + num(7, 0)
    styles = (
        "".join(
            f'<w:style w:styleId="{key}"><w:name w:val="{key}"/><w:pPr><w:numPr>'
            '<w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
            for key in ("Para1", "Para2")
        )
        + '<w:style w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Para1"/></w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{key}"/></w:pPr><w:r><w:t>Words.</w:t></w:r></w:p>'
        for key in ("Para1", "Para2", "Para2", "Child")
    )
    assert numbers(docx_of(body, numbering=numbering, styles=styles)) == ["1.", "(1)", "(2)", "2."]


def test_the_list_0_takes_a_styles_number_away(docx_of: DocxOf) -> None:
    numbering = abstract(0, level(0, "%1.")) + num(7, 0)
    styles = (
        '<w:style w:styleId="Para"><w:name w:val="Para"/><w:pPr><w:numPr><w:numId w:val="7"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    plain = '<w:p><w:pPr><w:pStyle w:val="Para"/>{}</w:pPr><w:r><w:t>Words.</w:t></w:r></w:p>'
    body = (
        plain.format("")
        + plain.format('<w:numPr><w:numId w:val="0"/></w:numPr>')
        + plain.format("")
    )
    assert numbers(docx_of(body, numbering=numbering, styles=styles)) == ["1.", "", "2."]


def test_a_numbering_style_lends_its_levels(docx_of: DocxOf) -> None:
    numbering = (
        abstract(0, level(0, "§ %1"))
        + '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="List"/></w:abstractNum>'
        + num(1, 0)
        + num(2, 1)
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="List"><w:name w:val="List"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert numbers(docx_of(entry(2), numbering=numbering, styles=styles)) == ["§ 1"]


def test_legal_numbering_writes_all_levels_in_digits(docx_of: DocxOf) -> None:
    numbering = abstract(
        0, level(0, "Article %1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")
    ) + num(1, 0)
    assert numbers(docx_of(entry(1) + entry(1, 1), numbering=numbering)) == ["Article I", "1.1"]


def test_a_bullet_is_an_item_and_an_empty_paragraph_counts(docx_of: DocxOf) -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "\uf0b7", "bullet")) + num(1, 0)
    body = entry(1) + entry(1, text="") + entry(1) + entry(1, 1)
    found = list(blocks(docx_of(body, numbering=numbering)))
    assert [(block.role, block.number, block.level) for block in found] == [
        ("body", "1.", 1),
        ("body", "3.", 1),
        ("item", "•", 2),
    ]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("chineseCountingThousand", "第%1条", ["第一条", "第二条"]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)"]),
        ("upperLetter", "%1)", ["A)", "B)"]),
        ("decimalFullWidth", "%1．", ["１．", "２．"]),
        ("arabicAlpha", "%1-", ["أ-", "ب-"]),
        ("none", "Note", ["Note", "Note"]),
    ],
)
def test_numbers_are_written_in_the_lists_own_way(
    docx_of: DocxOf, form: str, text: str, expected: list[str]
) -> None:
    numbering = abstract(0, level(0, text, form)) + num(1, 0)
    assert numbers(docx_of(entry(1) * 2, numbering=numbering)) == expected
