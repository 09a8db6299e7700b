"""How long reading a document takes, beside the bare text that its parser gives, in one run.

Run with `python -m benchmarks.parsing FILE...`; files may be PDF, .docx, .odt, .html
or .md. `--parsers` compares the PDF parsers that are installed instead: how fast each is, and what
it finds.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from zipfile import ZipFile

from corpus.formats import markdown, opendocument, pdf, web, word
from corpus.isolating import prepared_apart
from corpus.preparing import Stage, prepared

REPEATS = 7
NUMBERED_LINE = re.compile(r"^\s*(\d{1,3})\.\s", re.MULTILINE)


def main() -> None:
    """Measure, and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--parsers", action="store_true", help="compare PDF parsers")
    asked = parser.parse_args()
    rows = _parsers(asked.files) if asked.parsers else _reading(asked.files)
    print("\n".join(rows))


def _reading(files: list[Path]) -> list[str]:
    return [
        "| file | bare text | blocks | times | and numbered | in a process of its own |",
        "|---|---|---|---|---|---|",
        *map(_row, files),
    ]


def _row(file: Path) -> str:
    module, bare = _FORMATS[file.suffix.lower()]
    pairs = [
        (_seconds(lambda: bare(file)), _seconds(lambda: list(module.blocks(file))))
        for _ in range(REPEATS)
    ]
    text, blocks = (median(one) for one in zip(*pairs, strict=True))
    name = module.__name__
    here = median(_seconds(lambda: prepared(name, file, _unwatched)) for _ in range(3))
    apart = median(_seconds(lambda: prepared_apart(name, file, _unwatched)) for _ in range(3))
    return (
        f"| {file.name} | {text * 1000:.0f} ms | {blocks * 1000:.0f} ms"
        f" | {blocks / text:.2f} | {here * 1000:.0f} ms | {apart * 1000:.0f} ms |"
    )


def _unwatched(stage: Stage) -> None:
    """Nobody waits for a benchmark."""


def _parsers(files: list[Path]) -> list[str]:
    rows = [
        "| parser | file | seconds | characters | numbers at a line's start |",
        "|---|---|---|---|---|",
    ]
    for name, extract in _PARSERS.items():
        try:
            import_module(name)
        except ImportError:
            continue
        rows += [_parser_row(name, extract, file) for file in files]
    return rows


def _parser_row(name: str, extract: Callable[[Path], str], file: Path) -> str:
    text = extract(file)
    seconds = median(_seconds(lambda: extract(file)) for _ in range(3))
    found = len(set(NUMBERED_LINE.findall(text)))
    return f"| {name} | {file.name} | {seconds:.2f} | {len(text):,} | {found} |"


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _pdfium(file: Path) -> str:
    from pypdfium2 import PdfDocument

    texts = []
    with PdfDocument(file) as document:
        for page in document:
            textpage = page.get_textpage()
            texts.append(textpage.get_text_range())
            textpage.close()
            page.close()
    return "\n".join(texts).replace("\r", "")


def _pdfminer(file: Path) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(file))


def _pdfplumber(file: Path) -> str:
    import pdfplumber

    with pdfplumber.open(file) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _pypdf(file: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def _xml(part: str) -> Callable[[Path], str]:
    def extract(file: Path) -> str:
        from lxml import etree

        with ZipFile(file) as archive:
            roots = [etree.fromstring(archive.read(name)) for name in (part, "word/styles.xml")
                     if name in archive.namelist()]  # fmt: skip
        return "".join(map(str, roots[0].itertext()))

    return extract


def _html(file: Path) -> str:
    from lxml import html

    return str(html.document_fromstring(file.read_bytes()).text_content())


def _markdown(file: Path) -> str:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(file.read_text("utf-8"))
    return "\n".join(token.content for token in tokens)


_PARSERS: dict[str, Callable[[Path], str]] = {
    "pypdfium2": _pdfium,
    "pypdf": _pypdf,
    "pdfminer": _pdfminer,
    "pdfplumber": _pdfplumber,
}
_FORMATS = {
    ".pdf": (pdf, _pdfium),
    ".docx": (word, _xml("word/document.xml")),
    ".odt": (opendocument, _xml("content.xml")),
    ".html": (web, _html),
    ".md": (markdown, _markdown),
}

if __name__ == "__main__":
    main()
