"""A page's elements as blocks: one for each element that stands on lines of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from corpus.formats.web.styling import Styles
from corpus.headings import is_title
from corpus.marks import given_mark
from corpus.model import Block, Role
from corpus.numerals import bullet_label, raised, roman_numeral
from corpus.paging import text_blocks

_BLOCKS = set(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\r\n\f\xa0\u2000-\u200a\u202f]+")
_NOTE_NAMES = re.compile(
    r"foot-?note(?!-?ref)|endnote|fussnote|MsoFootnoteText|references|reflist|bibliography|(?:^|[\s-])notes?(?:\s|$)",
    re.IGNORECASE,
)
_QUOTED_LEVEL = 9  # deeper than any list: no number of it is a paragraph's
_QUOTED_IS_LESS_THAN = 0.3  # of a page's words: more is no quotation but how the page is set
_NOTE_IDS = re.compile(r"(?:fn|ftn|footnote|note)[-_:]?\d+$", re.IGNORECASE)
_MARGINAL = re.compile(
    r"para|point|LegS?P1No|(?:^|[\s_-])(?:rn|rd|rz|nr?|no|p|margin\w*|num\w*|absatz)(?:$|[\s_.-]|\d)",
    re.IGNORECASE,
)
# A span that holds a number by itself, though no space is written after it.
_NUMBER_NAMES = re.compile(r"(?:^|\s)(?:Leg\w*No|LegLHS)(?:\s|$)")
_BARE_NUMBER = re.compile(r"\[?\d{1,4}[.)\]]?")
# What sets a bare number apart from its text, as a tab does in print.
_SET_APART = re.compile(r"^\s*(\d{1,4})[ \t]*[\xa0\u2002\u2003]{2,}\s*")
_ONLY_MARK = re.compile(r"[(（\[]?[\w.-]{1,8}[)）\].．]{0,2}|第.{1,8}条|[•·●▪–—-]")
_COUNTED: dict[str, Callable[[int], str]] = {
    "a": lambda place: bullet_label(place - 1),
    "A": lambda place: bullet_label(place - 1).upper(),
    "i": lambda place: roman_numeral(place).lower(),
    "I": roman_numeral,
}


@dataclass(slots=True)
class _Run:
    """The text of the block in the making."""

    pieces: list[str] = field(default_factory=list)

    def text(self) -> str:
        found = "".join(self.pieces)
        apart = _SET_APART.match(found)
        number = f"{apart[1]}\t" if apart else ""
        lines = (found[apart.end() :] if apart else found).split("\0")
        cleaned = filter(None, (_SPACE.sub(" ", line).strip() for line in lines))
        return number + "\n".join(cleaned)


@dataclass(slots=True)
class _List:
    """A list that is open, and the place of its next entry."""

    ordered: bool
    count: str
    place: int
    step: int

    @classmethod
    def of(cls, element: HtmlElement) -> _List:
        backwards = element.get("reversed") is not None
        first = len(element.findall("li")) if backwards else 1
        place = _whole(element.get("start"), first)
        kind = element.get("type") or "1"
        return cls(element.tag == "ol", kind, place, -1 if backwards else 1)

    def next(self, entry: HtmlElement) -> str:
        """The sign of an entry, as it is printed."""
        self.place = _whole(entry.get("value"), self.place)
        place, self.place = self.place, self.place + self.step
        if not self.ordered:
            return "•"
        return f"{_COUNTED.get(entry.get('type') or self.count, str)(place)}."


def walk(root: HtmlElement, styles: Styles) -> Iterator[Block]:
    """Yield the blocks of an element and all below it, in order."""
    walker = _Walker(styles, len(root.text_content()) * _QUOTED_IS_LESS_THAN)
    yield from walker.inside(root, "body", 0)
    yield from walker.flush("body", 0)


class _Walker:
    def __init__(self, styles: Styles, longest_quotation: float) -> None:
        self._styles = styles
        self._longest_quotation = longest_quotation
        self._run = _Run()
        self._number = ""
        self._lists: list[_List] = []

    def flush(self, role: Role, level: int) -> Iterator[Block]:
        """Yield what was gathered, if it is anything."""
        if not self._run.pieces:
            return
        text, self._run = self._run.text(), _Run()
        if text:
            number, self._number = self._number, ""
            if number and _begins_with(text, number):
                number = ""  # typed as well: the list's own signs are switched off
            yield Block(text, role, number, level)

    def inside(self, element: HtmlElement, role: Role, level: int) -> Iterator[Block]:
        """Yield the blocks inside an element; what is left over stays in the run."""
        self._add(element.text, element)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._child(child, role, level)
            self._add(child.tail, element)

    def _child(self, element: HtmlElement, role: Role, level: int) -> Iterator[Block]:
        if element.tag == "br":
            self._run.pieces.append("\0")
        elif element.tag not in _BLOCKS:
            if self._is_marginal(element):
                self._number = " ".join(element.text_content().split())
            else:
                yield from self.inside(element, role, level)
                if _NUMBER_NAMES.search(element.get("class", "")):
                    self._run.pieces.append(" ")
        else:
            yield from self.flush(role, level)
            yield from self._block(element, role, level)

    def _block(self, element: HtmlElement, role: Role, level: int) -> Iterator[Block]:
        if _is_note(element):
            role = "footnote"
        if element.tag in ("ol", "ul"):
            yield from self._list(element, role, level + 1)
        elif element.tag == "li":
            yield from self._item(element, role, level)
        elif element.tag == "pre":
            yield from text_blocks(element.text_content().expandtabs().split("\n"))
        elif element.tag == "dt":
            yield from self._term(element)
        elif element.tag == "blockquote" and self._is_quotation(element):
            # A number in a quotation is another document's.
            yield from self.inside(element, "item", _QUOTED_LEVEL)
            yield from self.flush("item", _QUOTED_LEVEL)
        elif element.tag == "tr":
            yield from self._row(element, role, level)
        elif element.tag == "table" and _is_of_data(element):
            yield from _table(element)
        elif self._is_number_beside(element):
            self._number = " ".join(element.text_content().split())
        else:
            depth = _HEADINGS.get(element.tag, 0)
            heading = depth > 0 or self._is_title(element)
            yield from self.inside(element, role, level)
            yield from self.flush("heading" if heading else role, depth if heading else level)

    def _is_marginal(self, element: HtmlElement) -> bool:
        """A number at a block's beginning that links lead to: `<a name="point1">1</a>`."""
        if any(map(str.strip, self._run.pieces)) or self._number:
            return False
        names = " ".join(element.get(name, "") for name in ("name", "id", "class"))
        return (
            _MARGINAL.search(names) is not None
            and _BARE_NUMBER.fullmatch(element.text_content().strip()) is not None
            and _is_followed(element)
        )

    def _is_number_beside(self, element: HtmlElement) -> bool:
        """A block that holds nothing but a number, and is called so: `<p class="rn">1</p>`."""
        return (
            _MARGINAL.search(element.get("class", "")) is not None
            and _BARE_NUMBER.fullmatch(element.text_content().strip()) is not None
            and element.getnext() is not None
        )

    def _is_quotation(self, element: HtmlElement) -> bool:
        return len(element.text_content()) < self._longest_quotation

    def _is_title(self, element: HtmlElement) -> bool:
        is_leaf = not any(child.tag in _BLOCKS for child in element)
        return is_leaf and self._styles.titles(element) and is_title(element.text_content().strip())

    def _list(self, element: HtmlElement, role: Role, level: int) -> Iterator[Block]:
        self._lists.append(_List.of(element))
        yield from self.inside(element, role, level)
        yield from self.flush(role, level)
        self._lists.pop()
        self._number = ""

    def _item(self, element: HtmlElement, role: Role, level: int) -> Iterator[Block]:
        self._number = self._lists[-1].next(element) if self._lists else "•"
        inner: Role = "footnote" if role == "footnote" else "item"
        yield from self.inside(element, inner, level)
        yield from self.flush(inner, level)
        self._number = ""

    def _term(self, element: HtmlElement) -> Iterator[Block]:
        """A term that is a number belongs to what it stands beside."""
        text = " ".join(element.text_content().split())
        if _ONLY_MARK.fullmatch(text) and given_mark(text):
            self._number = text
        else:
            yield from self.inside(element, "body", 0)
            yield from self.flush("body", 0)

    def _row(self, element: HtmlElement, role: Role, level: int) -> Iterator[Block]:
        """A row of a table that only lays out the page: a number, and what stands beside it."""
        for cell in element:
            text = " ".join(cell.text_content().split())
            if _ONLY_MARK.fullmatch(text) and cell.getnext() is not None:
                self._number = text
            elif isinstance(cell.tag, str):
                yield from self.inside(cell, role, level)
                yield from self.flush(role, level)
        self._number = ""

    def _add(self, text: str | None, element: HtmlElement) -> None:
        if text:
            self._run.pieces.append(raised(text) if self._styles.raises(element) else text)


def _is_followed(element: HtmlElement) -> bool:
    """Whether there is more on an element's line."""
    here: HtmlElement | None = element
    while here is not None and here.tag not in _BLOCKS:
        if (here.tail or "").strip() or here.getnext() is not None:
            return True
        here = here.getparent()
    return False


def _is_note(element: HtmlElement) -> bool:
    return (
        element.get("role") == "doc-footnote"
        or _NOTE_NAMES.search(element.get("class", "")) is not None
        or (
            element.tag in ("li", "div", "p") and _NOTE_IDS.match(element.get("id", "")) is not None
        )
    )


def _is_of_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that only lays out the page."""
    if any(True for _ in table.iter("h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul")):
        return False
    if len(list(table.iter("table"))) > 1:
        return False
    rows = [row for row in table.iter("tr") if len(row) > 1]
    if any(True for _ in table.iter("th", "thead", "caption")):
        return bool(rows)
    marked = [row for row in rows if _ONLY_MARK.fullmatch(row[0].text_content().strip())]
    return len(rows) > 1 and len(marked) * 2 < len(rows) and len(rows[0]) > 2


def _table(table: HtmlElement) -> Iterator[Block]:
    rows = (
        " | ".join(" ".join(cell.text_content().split()) for cell in row if len(cell) or cell.text)
        for row in table.iter("tr")
    )
    text = "\n".join(filter(None, rows))
    if text:
        yield Block(text, "table")


def _begins_with(text: str, number: str) -> bool:
    mark = given_mark(number)
    typed = given_mark(text.split(maxsplit=1)[0])
    if typed is None or mark is None:
        return typed is not None
    # Beside section 1 its subsection (1) may stand; an entry's own sign is of any form.
    return mark.value == typed.value and (number.endswith(".") or mark.family == typed.family)


def _whole(text: str | None, otherwise: int) -> int:
    stripped = (text or "").strip()
    return int(stripped) if re.fullmatch(r"-?\d{1,9}", stripped) else otherwise
