"""Markdown: headings, lists, tables and footnotes; lists keep the numbers typed for them.

CommonMark would renumber a list from its first number on. In a law the numbers typed are the
truth; only where all are the same (`1. 1. 1.`) does the place count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.decoding import file_text
from corpus.formats.web.reading import html_blocks
from corpus.model import Block, Role
from corpus.numerals import raised

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown")
ISOLATED = True  # HTML may stand in it

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(?:@@@|:::)[^\n]*$", re.MULTILINE)
_NOTE = re.compile(r"\[\^(?P<label>[^\]\s]+)\]:\s*")
_NOTE_REFERENCE = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?!:)")
_CELLS = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")
_TAG = re.compile(r"<[^<>]*>")
_MOSTLY_LINKS = 0.7
_LINE_ENDS = ("softbreak", "hardbreak")


def blocks(path: Path) -> Iterator[Block]:
    """Yield the file's blocks, in order; what stands in front matter and fences' signs is dropped.

    Raises:
        UnreadableFileError: If the file can't be read, or holds nothing.
        NotTextError: If its bytes are no text.
    """
    from markdown_it import MarkdownIt

    text = _FENCE.sub("", _FRONT_MATTER.sub("", file_text(path)))
    # An indent is a list's or the author's; reports hold no program code.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    yield from _Reader(path, parser.parse(text)).blocks()


class _Reader:
    def __init__(self, path: Path, tokens: Sequence[Token]) -> None:
        self._path = path
        self._tokens = tokens
        self._lists: list[Iterator[str]] = []
        self._number = ""

    def blocks(self) -> Iterator[Block]:
        """Yield a block for each paragraph, heading and table."""
        heading = 0
        place = 0
        while place < len(self._tokens):
            token = self._tokens[place]
            if token.type in ("ordered_list_open", "bullet_list_open"):
                self._lists.append(self._numbers(place))
            elif token.type in ("ordered_list_close", "bullet_list_close"):
                self._lists.pop()
            elif token.type == "list_item_open":
                self._number = next(self._lists[-1])
            elif token.type == "heading_open":
                heading = int(token.tag[1])
            elif token.type == "heading_close":
                heading = 0
            elif token.type == "inline":
                yield from self._block(token, heading)
            elif token.type in ("fence", "code_block"):
                yield Block(token.content.rstrip("\n"))
            elif token.type == "html_block":
                yield from html_blocks(self._path, token.content)
            elif token.type == "table_open":
                place, block = self._table(place)
                yield block
            place += 1

    def _block(self, token: Token, heading: int) -> Iterator[Block]:
        text = _text_of(token)
        if not text or (not heading and _is_of_links(token)):
            return
        number, self._number = self._number, ""
        note = _NOTE.match(text)
        if heading:
            yield Block(text, "heading", level=heading)
        elif note is not None:
            yield Block(f"{_digits(note['label'])} {text[note.end() :]}".strip(), "footnote")
        else:
            role: Role = "item" if self._lists else "body"
            yield Block(text, role, number, len(self._lists))

    def _numbers(self, place: int) -> Iterator[str]:
        """The signs of a list's entries, as they are to be printed."""
        opening = self._tokens[place]
        entries = []
        for token in self._tokens[place + 1 :]:
            if token.type == opening.type.replace("open", "close") and token.level == opening.level:
                break
            if token.type == "list_item_open" and token.level == opening.level + 1:
                entries.append(token)
        typed = [entry.info for entry in entries]
        if opening.type == "bullet_list_open":
            yield from ("•" for _ in entries)
        elif len(typed) > 1 and len(set(typed)) == 1:
            yield from (f"{int(typed[0]) + count}{one.markup}" for count, one in enumerate(entries))
        else:
            yield from (f"{entry.info}{entry.markup}" for entry in entries)

    def _table(self, place: int) -> tuple[int, Block]:
        rows: list[list[str]] = []
        while self._tokens[place].type != "table_close":
            token = self._tokens[place]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(_text_of(token))
            place += 1
        return place, Block("\n".join(" | ".join(row) for row in rows), "table")


def _text_of(token: Token) -> str:
    """An inline's words; a bar between cells that form no table is white space."""
    text = "".join(map(_words_of, token.children or ()))
    lines = (_NOTE_REFERENCE.sub(_reference, _CELLS.sub(" ", line)) for line in text.split("\n"))
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _words_of(token: Token) -> str:
    if token.type in _LINE_ENDS:
        return "\n"
    if token.type == "html_inline":
        return "\n" if token.content.lower().startswith("<br") else ""
    if token.type == "image":
        return ""
    return token.content


def _is_of_links(token: Token) -> bool:
    """Links to other places of the page, and little else."""
    depth = linked = 0
    for child in token.children or ():
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        linked += len(child.content) if depth else 0
    words = sum(len(child.content) for child in token.children or ())
    return linked > words * _MOSTLY_LINKS


def _reference(match: re.Match[str]) -> str:
    return raised(_digits(match["label"]))


def _digits(label: str) -> str:
    found = re.search(r"\d+$", label)
    return found.group() if found else label
