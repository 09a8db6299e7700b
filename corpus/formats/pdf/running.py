"""Running heads and feet, and page numbers: what a page repeats at its edges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.formats.pdf.model import Fragment, Page
from corpus.identity import is_symbol
from corpus.joining import ends_sentence

_EDGE = 0.16  # of a page's height: where heads and feet are looked for
_OUTERMOST = 0.125  # and where a number alone is the page's
_SAME_PLACE = 14.0  # points; the pages of a scan don't lie alike
_OFTEN = 0.4  # of the pages
_MOSTLY = 0.5  # of the rows at a height: it is the heads' or the feet's
_NUMBER = re.compile(r"\d+")
_PAGE_ONLY = re.compile(
    r"\W*(?:page|pag\.|p\.|seite|página|стр\.|страница|صفحة|第)?\s*(?P<n>\d{1,4})\s*页?"
    r"(?:\s*(?:/|of|de|von|из)\s*\d{1,4}|\s*\|)?\W*",
    re.IGNORECASE,
)
_ROMAN_ONLY = re.compile(r"\W*[ivxlc]{1,7}\W*")
_TO_BE_CONTINUED = re.compile(r"[/Il]?[\s.…•·]{2,}|/?…")
_LETTER = re.compile(r"[^\W\d_]")
Row = tuple[Fragment, ...]
_Key = tuple[str, int | None]


def without_running_matter(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Drop what is printed at a page's head or foot for the sake of the page alone.

    That is a row near an edge which another page has too, at the same height and word for word,
    or but for a number that counts with the pages. A number that doesn't (that of an article which
    happens to begin a page) is no reason; nor is a line of the text that happens to be repeated,
    where other pages have other lines. A symbol that heads each page stays on the first: there it
    tells what the document is.
    """
    edges = [tuple(_edge_rows(page)) for page in pages]
    places: dict[_Key, list[tuple[int, float]]] = {}
    for index, rows in enumerate(edges):
        for row, height in rows:
            for key in _keys(row, pages[index].number):
                places.setdefault(key, []).append((index, height))
    repeated = [
        [_is_repeated(row, index, height, pages, places) for row, height in rows]
        for index, rows in enumerate(edges)
    ]
    levels = _levels(edges, repeated)
    dropped: list[set[Fragment]] = [set() for _ in pages]
    for index, rows in enumerate(edges):
        for (row, height), again in reversed(list(zip(rows, repeated[index], strict=True))):
            running = again and levels[_level(height)] >= _MOSTLY
            if running or _is_furniture(row, pages[index], dropped[index]):
                dropped[index].update(
                    part for part in row if index or not is_symbol(part.text.strip())
                )
    return tuple(
        replace(page, fragments=tuple(part for part in page.fragments if part not in gone))
        for page, gone in zip(pages, dropped, strict=True)
    )


def _levels(
    edges: Sequence[Sequence[tuple[Row, float]]], repeated: Sequence[Sequence[bool]]
) -> dict[int, float]:
    """Of the rows at each height, which share is repeated."""
    all_rows: Counter[int] = Counter()
    repeated_rows: Counter[int] = Counter()
    for rows, flags in zip(edges, repeated, strict=True):
        for (_, height), again in zip(rows, flags, strict=True):
            for level in (_level(height) - 1, _level(height), _level(height) + 1):
                all_rows[level] += 1
                repeated_rows[level] += again
    return {level: repeated_rows[level] / count for level, count in all_rows.items()}


def _level(height: float) -> int:
    return round(height / 2)


def rows_of(fragments: Sequence[Fragment]) -> list[Row]:
    """Fragments that stand on one line, from the top of the page to its foot."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda part: -part.base):
        if rows and _on_one_line(rows[-1][0], fragment):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [tuple(sorted(row, key=lambda part: part.left)) for row in rows]


def _on_one_line(one: Fragment, other: Fragment) -> bool:
    return abs(one.base - other.base) < 0.35 * min(one.size, other.size)


def _edge_rows(page: Page) -> Iterator[tuple[Row, float]]:
    edge = page.height * _EDGE
    near = [
        part for part in page.fragments if part.base > page.height - edge or part.base < edge * 0.9
    ]
    for row in rows_of(near):
        yield row, row[0].base


def _keys(row: Row, page_number: int) -> Iterator[_Key]:
    """A row's words, and its words without each number that could be the page's."""
    text = " ".join(sorted(part.text for part in row))
    yield text, None
    for match in _NUMBER.finditer(text):
        if len(match[0]) <= 4:
            yield text[: match.start()] + "#" + text[match.end() :], int(match[0]) - page_number


def _is_repeated(
    row: Row,
    index: int,
    height: float,
    pages: Sequence[Page],
    places: dict[_Key, list[tuple[int, float]]],
) -> bool:
    is_sentence = ends_sentence(" ".join(part.text for part in row))
    for key in _keys(row, pages[index].number):
        text, counted = key
        alike = {place for place, there in places[key] if abs(there - height) <= _SAME_PLACE}
        # Words with a number that counts with the pages may be articles, one a page.
        often = len(alike) > max(2, len(pages) * _OFTEN)
        also_seldom = not is_sentence if counted is None else not _LETTER.search(text)
        if len(alike) > 1 and (often or also_seldom):
            return True
    return False


def _is_furniture(row: Row, page: Page, dropped: Collection[Fragment]) -> bool:
    """A page's own number, the printer's, or the sign that it goes on overleaf, on a line alone."""
    text = " ".join(part.text for part in row)
    outermost = page.height * _OUTERMOST
    if not (row[0].base < outermost or row[0].base > page.height - outermost):
        return False
    number = _PAGE_ONLY.fullmatch(text)
    return bool(
        (number and int(number["n"]) == page.number)
        or _ROMAN_ONLY.fullmatch(text)
        or _TO_BE_CONTINUED.fullmatch(text)
        or (row[0].base < outermost and _is_code(text) and _stands_apart(row, page, dropped))
    )


def _is_code(text: str) -> bool:
    """Tell a job number or a bar code, mostly digits, from words."""
    digits = sum(map(str.isdigit, text))
    return digits >= 6 and digits > 2 * len(_LETTER.findall(text))


def _stands_apart(row: Row, page: Page, dropped: Collection[Fragment]) -> bool:
    top = max(part.top for part in row)
    return not any(
        -1.0 < part.base - top < row[0].size * 0.5
        for part in page.fragments
        if part not in row and part not in dropped and not _is_code(part.text)
    )


def body_size(pages: Sequence[Page]) -> float:
    """The height of a line in the size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for fragment in page.fragments:
            sizes[round(fragment.size * 4) / 4] += len(fragment.text)
    return max(sizes, key=lambda size: sizes[size], default=10.0)
