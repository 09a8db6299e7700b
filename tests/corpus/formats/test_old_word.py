import shutil
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.formats import old_word
from corpus.formats.old_word import blocks

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = rb"{\rtf1\ansi 1.\tab The first paragraph.\par 2.\tab The second one.\par}"


@pytest.fixture
def rich_text(tmp_path: Path) -> Path:
    path = tmp_path / "sample.rtf"
    path.write_bytes(RTF)
    return path


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_makes_a_word_document_of_it(rich_text: Path) -> None:
    assert [block.text for block in blocks(rich_text)] == [
        "1. The first paragraph.",
        "2. The second one.",
    ]


def test_without_libreoffice_the_remedy_is_named(
    rich_text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(old_word, "_PROGRAMS", ())
    monkeypatch.setattr(old_word, "_PLACES", ())
    with pytest.raises(UnreadableFileError, match=r"LibreOffice.*Install it, or save"):
        list(blocks(rich_text))


def test_a_conversion_that_fails_says_so(rich_text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word, "_PROGRAMS", ("false",))
    with pytest.raises(UnreadableFileError, match="damaged"):
        list(blocks(rich_text))


def test_a_protected_document_says_so(tmp_path: Path) -> None:
    path = tmp_path / "sample.doc"
    encrypted = b"\xec\xa5" + b"\0" * 9 + b"\x01"
    path.write_bytes(OLE + b"\0" * 504 + encrypted + b"\0" * 500)
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        list(blocks(path))


def test_a_newer_document_under_an_old_name_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "sample.doc"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(UnreadableFileError, match=r"ending \.docx"):
        list(blocks(path))
