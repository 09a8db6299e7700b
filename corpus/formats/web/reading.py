"""An HTML file as blocks: its encoding, its tree, its main text, its blocks.

Nothing is fetched and nothing runs: scripts, styles, forms and menus are dropped, and links keep
their words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.decoding import file_text
from corpus.errors import NotTextError, UnreadableFileError
from corpus.model import Block

SUFFIXES = (".html", ".htm", ".xhtml")
ISOLATED = True  # libxml2 is C, and pages come from anywhere

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z!/][^<>]*>")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TOO_DEEP = "Excessive depth"


def blocks(path: Path) -> Iterator[Block]:
    """Yield the blocks of a page's main text, in order.

    Raises:
        UnreadableFileError: If the file can't be read, holds nothing, or is nested too deeply.
        NotTextError: If it is no HTML.
    """
    text = file_text(path, _CHARSET)
    if _TAG.search(text) is None:
        raise NotTextError(path, "there is not one HTML tag in it")
    yield from html_blocks(path, text)


def html_blocks(path: Path, text: str) -> Iterator[Block]:
    """Yield the blocks of a piece of HTML; `path` is what errors name.

    Raises:
        UnreadableFileError: If it is nested too deeply.
    """
    from lxml import etree, html

    from corpus.formats.web.maintext import main_text
    from corpus.formats.web.styling import Styles
    from corpus.formats.web.walking import walk

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    content = _XML_DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(content, parser=parser)
    except etree.ParserError:
        return  # there is nothing but comments in it
    # The parser leaves out what is nested too deeply, and only its log tells.
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise UnreadableFileError(
            path,
            "its elements are nested too deeply to be read completely."
            " Save the page's text from a browser.",
        )
    styles = Styles(tree)
    yield from walk(main_text(tree), styles)
