"""Headings: how they are written, and how deep each one stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.joining import ends_clause, is_unspaced, width
from corpus.numerals import CHINESE_NUMERAL, chinese_value, letter_value, roman_value
from corpus.ordinals import (
    ARABIC_ADVERB,
    ARABIC_LETTER,
    ORDINAL_WORD,
    arabic_ordinal,
    counting_word,
    ordinal_value,
)

_REMEMBERED = 4_096  # lines, each of which is looked at several times
_WIDEST_TITLE = 200  # columns; longer is text

_PRELIMINARY = "preliminar|préliminaire|preliminary"
# What laws are parted into; a part may hold titles, a title chapters, or the other way round.
_PARTS = {
    "book": "Book|Livre|Libro|Buch|Книга|Livro|Boek",
    "part": "Part|Partie|Parte|Teil|Часть|Deel|Część",
    "title": "Title|Titre|Título|Titel|Раздел|Titolo|Dział",
    "chapter": "Chapter|Chapitre|Capítulo|Глава|Kapitel|Capo|Hoofdstuk|Rozdział",
    "division": "Section|Sección|Abschnitt|Division|Отдел|Sezione|Seção|Afdeling|Oddział",
}
PARTING = frozenset(_PARTS)  # the families whose headings stand high enough to name a series

# (family, pattern with a group `n`, whether it may stand without a title of its own)
_FORMS = (
    ("chinese", re.compile(rf"(?P<n>{CHINESE_NUMERAL})[.．、](?!\d)"), False),
    ("letter", re.compile(r"(?P<n>[A-Z])[.．](?=\s|$|[^\W\d_a-zA-Z])"), False),
    ("roman", re.compile(r"(?P<n>[IVXLC]+)[.．](?=\s|$|[^\W\d_a-zA-Z])"), False),
    ("roman", re.compile(r"(?P<n>[IVX]{1,5})$"), False),
    ("book", re.compile(rf"[第제]\s?(?P<n>\d+|{CHINESE_NUMERAL})\s?[编篇편](?=\s|$)"), True),
    ("chapter", re.compile(rf"[第제]\s?(?P<n>\d+|{CHINESE_NUMERAL})\s?[章장](?=\s|$)"), True),
    ("division", re.compile(rf"[第제]\s?(?P<n>\d+|{CHINESE_NUMERAL})\s?[节節部절](?=\s|$)"), True),
    # What a Spanish law provides beside its articles is counted in words.
    (
        "provision",
        re.compile(
            r"Disposici[oó]n\s(?:adicional|transitoria|derogatoria|final)"
            rf"(?:\s(?P<n>{ORDINAL_WORD}|única|\d+\.?[ªa]?))?(?=\s*[.:]|$)",
            re.IGNORECASE,
        ),
        True,
    ),
    *(
        (
            family,
            re.compile(
                rf"(?:{words})\s(?P<n>\d{{1,3}}|[IVXLC]+|{ORDINAL_WORD}|{_PRELIMINARY})"
                r"(?:er|re|ère|º|ª|°|\.[ªº])?(?=$|[\s.:—–-])",
                re.IGNORECASE,
            ),
            True,
        )
        for family, words in _PARTS.items()
    ),
    ("part", re.compile(r"(?:الباب|الجزء|الكتاب)\s(?P<n>\S.*)"), True),
    ("chapter", re.compile(r"(?:الفصل)\s(?P<n>\S.*)"), True),
    ("arabic", re.compile(rf"(?P<n>{ARABIC_ADVERB})\s?[-–—:.](?=\s|$)"), False),
    ("letter", re.compile(rf"(?P<n>{ARABIC_LETTER})\s?[-–—:.](?=\s|$)"), False),
    (
        "annex",
        re.compile(
            r"(?:附件|附录|附则|Annexe?|Appendix|Schedule|Anexo|Приложение|Anhang|Anlage"
            r"|Allegato|المرفق|مرفق|ملحق)"
            rf"\s?(?P<n>\d{{1,3}}|[IVXLC]+|[A-Z]|{CHINESE_NUMERAL})?$",
            re.IGNORECASE,
        ),
        True,
    ),
    # Each law that changed a Japanese or Korean one leaves supplementary provisions below it.
    ("annex", re.compile(r"부\s?칙(?P<n>)(?:\s?[<〈(][^<>〈〉()]{4,60}[>〉)])?$"), True),
    ("annex", re.compile(r"附\s?則(?P<n>)(?:\s?[（(][^（）()]{4,60}[）)])?(?:\s?抄)?$"), True),
    (
        "annex",
        re.compile(rf"別表(?:第(?P<n>\d+|{CHINESE_NUMERAL}))?(?:\s?[（(][^（）()]{{4,60}}[）)])?$"),
        True,
    ),
)
_SUMMARY = re.compile(
    r"(?:摘\s*要|提要|内容提要|(?:Executive )?Summary|Abstract|Résumé|Resumen|Резюме|ملخص|موجز"
    r"|Zusammenfassung)\s*[:：]?$",
    re.IGNORECASE,
)

_SECTION = re.compile(
    r"(?:Preamble|Préambule|Preámbulo|Präambel|Преамбула|الديباجة|序\s*言|前\s*言|Foreword"
    r"|Avant-propos|Vorwort|Introduction|Einleitung|Introducción|Введение|مقدمة|引\s*言|Procedure"
    r"|Procédure|Procedimiento|En fait|En droit|The facts|The law|Sachverhalt"
    r"|Tenor|Gründe|Tatbestand|Entscheidungsgründe|Leits[aä]tze?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """A heading's number as printed, its value, and where its title begins in the line."""

    family: str
    printed: str
    value: int
    end: int
    stands_alone: bool


@lru_cache(maxsize=_REMEMBERED)
def heading_marks(text: str) -> tuple[HeadingMark, ...]:
    """Read the heading numbers that a line may begin with; `I.` is both a letter and a numeral.

    >>> [mark.family for mark in heading_marks("I. Introduction")]
    ['letter', 'roman']
    >>> heading_marks("四.")[0].value
    4
    """
    marks = []
    for family, pattern, stands_alone in _FORMS:
        match = pattern.match(text)
        if match is None:
            continue
        end = match.end()
        if "\u0600" < text[0] < "\u0700" and stands_alone and match["n"]:
            value, length = arabic_ordinal(match["n"])  # of one word or more
            end = match.start("n") + length
        else:
            value = _value(family, match["n"] or "")
        if value:
            printed = text[:end].strip()
            end = len(text) - len(text[end:].lstrip(" \t\u3000.:：—–-"))
            marks.append(HeadingMark(family, printed, value, end, stands_alone))
    return tuple(marks)


def number_and_title(text: str) -> tuple[str, str]:
    """Part a heading on one line into its number, if it has one, and its title.

    >>> number_and_title("四. 成果"), number_and_title("结论")
    (('四.', '成果'), ('', '结论'))
    """
    for mark in heading_marks(text):
        return mark.printed, text[mark.end :]
    return "", text


def is_title(text: str) -> bool:
    """Tell whether a text could be a heading's words: short, and no sentence or clause.

    >>> is_title("首脑会议的形式"), is_title("首脑会议开得很成功。")
    (True, False)
    """
    remark = text.startswith(("(", "（", "[")) and text.endswith((")", "）", "]"))
    return 0 < len(text) <= _WIDEST_TITLE >= width(text) and not (remark or ends_clause(text))


def is_title_of(mark: HeadingMark, text: str) -> bool:
    """Tell whether a text could be the words after a heading's number on its line.

    Those of a Spanish law's provisions end in a full stop.
    """
    return is_title(text.rstrip(".") if mark.family == "provision" else text)


def is_summary_label(text: str) -> bool:
    """Tell whether a line announces a summary.

    >>> is_summary_label("摘要"), is_summary_label("摘要如下")
    (True, False)
    """
    return _SUMMARY.match(text) is not None


def is_annex_line(text: str) -> bool:
    """Tell whether a line is the name of an annex in a script without spaces.

    There such words fill no line by chance, so that nothing need part it from what is above it.

    >>> is_annex_line("附　則"), is_annex_line("Annex I"), is_annex_line("附則第二条")
    (True, False, False)
    """
    if not text or not is_unspaced(text[0]):
        return False
    return any(mark.family == "annex" and mark.end == len(text) for mark in heading_marks(text))


def is_section_label(text: str) -> bool:
    """Tell whether a line is what a part before the first number is usually called.

    >>> is_section_label("Préambule"), is_section_label("序　言"), is_section_label("The Court")
    (True, True, False)
    """
    return _SECTION.match(text) is not None


class Depths:
    """The headings that are open, by the style of their numbers.

    A style met for the first time goes one level below what is open; one that is open already
    closes all below it. So `A.` may restart below each `一.`, and levels need no table.
    """

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []

    def enter(self, marks: tuple[HeadingMark, ...]) -> tuple[HeadingMark, int]:
        """Open a heading; of its possible readings, the one that continues an open style wins.

        Returns:
            The reading chosen, and its level from 1.
        """
        mark = self._continuing(marks) or min(marks, key=lambda mark: mark.value)
        if mark.family in ("annex", "provision"):
            self._open.clear()
        while self._open and any(family == mark.family for family, _ in self._open):
            self._open.pop()
        self._open.append((mark.family, mark.value))
        return mark, len(self._open)

    def enter_unnumbered(self) -> int:
        """Open a heading without a number, below those with one; returns its level."""
        while self._open and self._open[-1][0] == "":
            self._open.pop()
        self._open.append(("", 0))
        return len(self._open)

    def below(self) -> int:
        """The level of what stands below all that is open."""
        return len(self._open) + 1

    def _continuing(self, marks: tuple[HeadingMark, ...]) -> HeadingMark | None:
        for family, value in reversed(self._open):
            for mark in marks:
                if mark.family == family and mark.value == value + 1:
                    return mark
        return None


def _value(family: str, numeral: str) -> int:
    if not numeral:
        return 1
    if numeral.isdecimal():
        return int(numeral)
    if family == "letter" and numeral.isascii():
        return ord(numeral) - ord("A") + 1
    if re.fullmatch(CHINESE_NUMERAL, numeral):
        return chinese_value(numeral)
    # A preliminary one stands first; "Annex B" is the second.
    return (
        roman_value(numeral)
        or ordinal_value(numeral)
        or counting_word(numeral)
        or letter_value(numeral)
        or 1
    )
