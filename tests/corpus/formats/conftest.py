"""Small documents, written by hand: a PDF's text line by line, Office parts as XML."""

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Line = (
    tuple[float, float, str]
    | tuple[float, float, str, float]
    | tuple[float, float, str, float, bool | str]
)
WriteParts = Callable[..., Path]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
    )
)


def pdf_bytes(
    pages: Sequence[Sequence[Line]],
    *,
    trailer: str = "",
    hidden: bool = False,
    matrix: str = "1 0 0 1",
) -> bytes:
    """A PDF of A4 pages; a line is (x, y, text), its size (10), and if it is bold or "italic"."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>")
    for name in ("Times-Roman", "Times-Bold", "Times-Italic"):
        objects.append(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        )
    for number, lines in enumerate(pages):
        content = "".join(_drawn(*line, hidden=hidden, matrix=matrix) for line in lines)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >>"
            f" /Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    output = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(output))
        output += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(output)
    output += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    output += "".join(f"{place:010} 00000 n \n" for place in places)
    output += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
    return (output + f"startxref\n{start}\n%%EOF\n").encode("cp1252")


def _drawn(
    x: float,
    y: float,
    text: str,
    size: float = 10,
    style: bool | str = False,
    *,
    hidden: bool,
    matrix: str,
) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    font, mode = 3 if style == "italic" else 2 if style else 1, 3 if hidden else 0
    return f"BT {mode} Tr /F{font} {size} Tf {matrix} {x} {y} Tm ({escaped}) Tj ET\n"


@pytest.fixture
def pdf_of(tmp_path: Path) -> Callable[..., Path]:
    def write(*pages: Sequence[Line], **how: object) -> Path:
        path = tmp_path / "sample.pdf"
        path.write_bytes(pdf_bytes(pages, **how))  # type: ignore[arg-type]
        return path

    return write


@pytest.fixture
def docx_of(tmp_path: Path) -> Callable[..., Path]:
    """A .docx from the XML inside its parts: the body, `styles`, `numbering`, `footnotes`, …"""

    def write(body: str, **parts: str) -> Path:
        path = tmp_path / "sample.docx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr(
                "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
            )
            for name, inside in parts.items():
                archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{inside}</w:{name}>")
        return path

    return write


@pytest.fixture
def odt_of(tmp_path: Path) -> Callable[..., Path]:
    """An .odt from the XML inside its text and its automatic styles."""

    def write(body: str, styles: str = "") -> Path:
        path = tmp_path / "sample.odt"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr(
                "content.xml",
                f"<office:document-content {ODF}><office:automatic-styles>{styles}"
                f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
                "</office:body></office:document-content>",
            )
        return path

    return write
