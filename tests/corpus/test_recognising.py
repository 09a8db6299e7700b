from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.reading import read_report


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("report.txt", b"%PDF-1.7\n%%EOF", "a PDF, whatever its name says.*ending .pdf"),
        ("report.docx", b"%PDF-1.7\n%%EOF", "a PDF"),
        ("report.pdf", b"{\\rtf1 words}", "Rich Text.*ending .rtf"),
        ("report.md", b"\x89PNG\r\n\x1a\n", "a picture. Run OCR"),
        ("report.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word.*ending .doc"),
        ("report.txt", b"PK\x03\x04" + b"\0" * 60, "zip archive"),
    ],
)
def test_a_file_that_is_something_else_is_told_so(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=said):
        read_report(path)
