"""Small reports of several kinds, and the numerals that phrasings are filled with."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.bundled import bundled_report
from corpus.model import Heading, Item, Numbering, Paragraph, Report
from corpus.numerals import roman_numeral

PHRASINGS = Path(__file__).parent / "phrasings"
_HAN = "零一二三四五六七八九十"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WORDS = "one two three four five six seven eight nine ten".split()
_NTH = {
    "zh": [f"第{_HAN[n]}" for n in range(1, 11)],
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième"
    " dixième".split(),
    "es": "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo".split(),
    "ru": "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый".split(),
    "ar": "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split(),
}  # fmt: skip
_NTH_SECTION = _NTH | {
    "fr": ["première", *_NTH["fr"][1:]],
    "es": "primera segunda tercera cuarta quinta sexta séptima octava novena décima".split(),
    "ar": "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split(),
}  # fmt: skip


LISTED = "They agreed:\na) to act\nb) to report\nc) to meet"


class Phrasings:
    """The lists of phrasings, and what fills them."""

    def of(self, file: str, kind: str) -> Iterator[tuple[str, str]]:
        """The phrasings of a kind, each with its language."""
        table = self.table(file)[kind]
        for language, phrases in table.items():
            yield from ((language[:2], phrase) for phrase in phrases)

    def table(self, file: str) -> dict[str, Any]:
        """A whole list, as it is written."""
        return tomllib.loads((PHRASINGS / f"{file}.toml").read_text("utf-8"))

    def han(self, number: int) -> str:
        """A number below a hundred in Chinese."""
        tens, ones = divmod(number, 10)
        head = "" if not tens else "十" if tens == 1 else _HAN[tens] + "十"
        return head + (_HAN[ones] if ones else "")

    def forms(self, **numbers: int) -> dict[str, str]:
        """All ways of writing some numbers, as the fields of a phrasing."""
        fields = {}
        for name, number in numbers.items():
            roman = roman_numeral(number)
            word = _WORDS[number - 1] if number <= len(_WORDS) else str(number)
            fields |= {
                name: str(number),
                f"{name}_wide": str(number).translate(_WIDE),
                f"{name}_indic": str(number).translate(_INDIC),
                f"{name}_han": self.han(number),
                f"{name}_roman": roman,
                f"{name}_roman_small": roman.lower(),
                f"{name}_word": word,
                f"{name}_word_capital": word.capitalize(),
            }
        return fields

    def nth(self, language: str, number: int, *, section: bool = False) -> str:
        """An ordinal in words, as it goes with a paragraph or with a section."""
        return (_NTH_SECTION if section else _NTH)[language][number - 1]


@pytest.fixture(scope="session")
def asked() -> Phrasings:
    return Phrasings()


def _make(
    sections: list[tuple[str, str, int, list[str | tuple[str, str, str]]]],
    language: str,
    title: str = "",
) -> Report:
    """A report of sections: each its number, title, level, and paragraphs.

    A paragraph is its text, numbered in one sequence, or its number, series and text.
    """
    paragraphs: list[Paragraph] = []
    outline: list[Heading] = []
    open_headings: list[Heading] = []
    for number, heading_title, level, texts in sections:
        heading = Heading(number, heading_title, level, len(paragraphs) + 1)
        outline.append(heading)
        open_headings = [h for h in open_headings if h.level < level] + [heading]
        for entry in texts:
            ordinal = len(paragraphs) + 1
            printed, series, text = (str(ordinal), "", entry) if isinstance(entry, str) else entry
            paragraphs.append(
                Paragraph("made", ordinal, printed, "body", text, f"p{ordinal}", _items(text),
                          tuple(open_headings), None, series)
            )  # fmt: skip
    return Report(
        "made", title or "Made for a test", "", "", language, "", f"{language}{len(paragraphs)}",
        tuple(paragraphs), tuple(outline), Numbering("complete", len(paragraphs)),
    )  # fmt: skip


def _items(text: str) -> tuple[Item, ...]:
    found, place = [], 0
    for line in text.split("\n"):
        mark, closed, _ = line.partition(") ")
        label = mark.removeprefix("(")
        if closed and len(label) <= 3:
            start = place + len(mark) + 2
            found.append(Item(label, start, place + len(line)))
        place += len(line) + 1
    return tuple(found)


@pytest.fixture(scope="session")
def made() -> Callable[..., Report]:
    return _make


@pytest.fixture(scope="session")
def roman() -> Report:
    """Sections I to VI, with parts A to C and headings of the third level."""
    return _make(
        [
            ("I.", "Introduction", 1, ["It began.", "It went on."]),
            ("II.", "Follow-up to the conference", 1, ["Members met.", LISTED]),
            ("A.", "Water and sanitation", 2, ["Wells were dug.", "Pipes were laid."]),
            ("B.", "Energy", 2, ["Lamps were lit."]),
            ("III.", "Finance", 1, []),
            ("A.", "Sources", 2, ["Money came.", "More came."]),
            ("1.", "Public", 3, ["Taxes."]),
            ("2.", "Private", 3, ["Gifts."]),
            ("B.", "Uses", 2, ["Money went:\n(i) here\n(ii) there"]),
            ("C.", "Savings", 2, ["Little was saved."]),
            ("IV.", "Oversight", 1, ["Auditors came."]),
            ("V.", "Observations and recommendations", 1, ["Be careful.", "Be brief.", "Be kind."]),
            ("VI.", "Conclusions", 1, ["It ended.", "All went home."]),
        ],
        "en",
    )  # fmt: skip


@pytest.fixture(scope="session")
def bundled() -> Report:
    return bundled_report()
