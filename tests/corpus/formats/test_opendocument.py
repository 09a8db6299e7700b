import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.formats.opendocument import blocks
from corpus.model import Block

OdtOf = Callable[..., Path]
LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2"'
    ' style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
)


def item(inside: str, more: str = "") -> str:
    return f"<text:list-item {more}>{inside}</text:list-item>"


def listed(inside: str, more: str = "") -> str:
    return f'<text:list text:style-name="L" {more}>{inside}</text:list>'


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def numbers(path: Path) -> list[str]:
    return [block.number for block in blocks(path)]


def test_lists_are_numbered_and_nested(odt_of: OdtOf) -> None:
    body = listed(
        item(p("One.") + p("Still one.") + f"<text:list>{item(p('A.'))}{item(p('B.'))}</text:list>")
        + item(p("Two."))
    )
    assert numbers(odt_of(body, LIST)) == ["1.", "", "(a)", "(b)", "2."]


def test_a_list_starts_afresh_unless_it_says_that_it_continues(odt_of: OdtOf) -> None:
    body = (
        listed(item(p("One.")))
        + p("Between.")
        + listed(item(p("Two.")), 'text:continue-numbering="true"')
        + listed(item(p("Fresh.")))
        + listed(item(p("Nine."), 'text:start-value="9"'))
    )
    assert numbers(odt_of(body, LIST)) == ["1.", "", "2.", "1.", "9."]


def test_headings_are_numbered_by_their_outline(odt_of: OdtOf) -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    body = (
        '<text:h text:outline-level="1">First</text:h><text:h text:outline-level="2">Deep</text:h>'
    )
    assert list(blocks(odt_of(body, outline))) == [
        Block("First", "heading", "I", 1),
        Block("Deep", "heading", "I.1", 2),
    ]


def test_words_notes_and_spaces_are_read_and_deletions_are_not(odt_of: OdtOf) -> None:
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        '<text:p>Two<text:s text:c="2"/>gaps<text:note><text:note-citation>4</text:note-citation>'
        "<text:note-body><text:p>Below.</text:p></text:note-body></text:note>\n  and more</text:p>"
    )
    assert list(blocks(odt_of(body))) == [
        Block("Two  gaps and more"),
        Block("Below.", "footnote", "4"),
    ]


def test_tables_give_rows_and_a_table_of_contents_nothing(odt_of: OdtOf) -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    body = (
        "<text:table-of-content><text:p>1. Words 3</text:p></text:table-of-content>"
        f"<table:table><table:table-row>{cell.format(p('Year'))}{cell.format(p('Sum'))}"
        "</table:table-row></table:table>"
    )
    assert list(blocks(odt_of(body))) == [Block("Year | Sum", "table")]


def test_another_kind_of_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sheet.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    with pytest.raises(UnreadableFileError, match="no OpenDocument text"):
        numbers(path)
