"""How paragraph numbers are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from corpus.numerals import CHINESE_NUMERAL, chinese_value, letter_value, lowered, roman_value
from corpus.ordinals import ORDINAL_WORD, arabic_ordinal, ordinal_value

Value = tuple[int, ...]
_MOST_DIGITS = 4
_REMEMBERED = 4_096  # lines, each of which is looked at several times
LATIN_SUFFIXES = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies",
    "undecies", "duodecies", "terdecies", "quaterdecies", "quinquiesdecies", "sexiesdecies",
    "septiesdecies", "octiesdecies", "noviesdecies", "vicies",
)  # fmt: skip
# What numbers a paragraph put between two others: 34-1, 12 bis, 15a, 1396r-8, 67¹, 第十七条之一.
_BETWEEN = (
    rf"(?:-(?P<dash>\d{{1,2}}(?:-\d{{1,2}})*)(?!\d)|[.](?P<point>\d{{1,2}})(?=[\s.:—–-]|$)"
    rf"|(?P<raised>[¹²³⁴-⁹⁰]+)|[\s-]?(?P<latin>{'|'.join(LATIN_SUFFIXES)})\b"
    r"|\s?(?P<again>مكرر)(?:اً|ا)?|"
    r"-?(?P<letter>(?P<one>[A-Za-z])(?P=one){0,3})(?:[-–](?P<below>\d{1,2}))?(?=[\s.:)]|$))?"
)
_ARTICLE_WORDS = (
    r"Article|Art\.?|Artículo|Articulo|Artigo|Articolo|Artikel|Artikkel|Artykuł|Článek|Článok|Člának"
    r"|Članak|Člen|Madde|Pasal|Điều|Άρθρο|Статья|Стаття|Артыкул|Член|Статия|المادة|مادة|ماده|अनुच्छेद"
)
_RULE_WORDS = (
    r"Rule|Principle|Guideline|Règle|Principe|Regla|Principio|Directriz|Правило|Принцип"
    r"|القاعدة|المبدأ|规则|原则"
)
BARE = "bare"  # the family of numbers without any sign, alone on a line or far before their text
_TO_TEXT = r"(?=\s|$|[^\W\d_a-z]|[“”‘’\"'«(（《「【\[*])"


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a number, which is `pattern`'s group `n`.

    `keeps` tells whether what stands around the number belongs to it as printed ("Article 3",
    "§ 3") or not ("3.", "(3)").
    """

    family: str
    pattern: re.Pattern[str]
    keeps: bool = False


# A new way of writing is one more entry. Those of one family count in one sequence.
FORMS = (
    Form("dot", re.compile(rf"(?P<n>\d{{1,4}}) ?[.．]{_TO_TEXT}")),
    Form(
        "dot",
        re.compile(r"(?P<n>\d{1,3}(?:[.．]\d{1,3}){1,4}(?:[.．]?\(\d{1,3}\))?)[.．]?(?=\s+\S)"),
    ),
    Form("dot", re.compile(r"(?P<n>\d{1,4})(?=\t\s*\S)")),
    Form("dot", re.compile(rf"(?P<n>\d{{1,4}}[A-Z])[.．]{_TO_TEXT}")),  # put between two others
    Form("lettered", re.compile(r"(?P<n>[A-Z](?:[.．]\d{1,3}){1,4})[.．]?(?=\s)")),
    Form("wide", re.compile(r"(?P<n>\d{1,3})\u3000\s*(?=[^\W\d_])")),
    Form("comma", re.compile(r"(?P<n>\d{1,4})、")),
    Form("dash", re.compile(r"(?P<n>\d{1,4})\s?[-–—]\s+(?=[^\W\d])")),
    Form("close", re.compile(r"(?P<n>\d{1,4})[)）]")),
    Form("paren", re.compile(r"[(（](?P<n>\d{1,4})[)）]")),
    Form("bracket", re.compile(r"\[(?P<n>\d{1,4})\]")),
    Form("pilcrow", re.compile(r"¶ ?(?P<n>\d{1,4})\b[.．]?")),
    Form(
        "section",
        re.compile(
            rf"§ ?(?P<n>\d{{1,4}}){_BETWEEN}(?![\d–a-z-])"
            r"(?:\s(?P<apart>[a-z])(?=\s+(?:[^\W\d_a-z]|\()|$))?[.．]?"
        ),
        keeps=True,
    ),
    Form(
        "article-zh",
        re.compile(
            rf"第\s?(?P<n>\d{{1,4}}|{CHINESE_NUMERAL})\s?[条條]"
            rf"(?:[之の](?P<raised>\d+|{CHINESE_NUMERAL}))?(?=\s|$|[【（(：:])"
        ),
        keeps=True,
    ),
    Form(  # before what would read the L of “Article L. 111-1” as fifty
        "article-code",
        re.compile(
            r"(?:Article|ARTICLE|Art\.)\s"
            r"(?P<n>(?:LO?|R|D|A)\.?\s?\*{0,2}\d{1,4}(?:[-‑]\d{1,3}){0,4})(?=$|[\s.:])"
        ),
        keeps=True,
    ),
    Form(
        "article",
        re.compile(
            rf"(?:{_ARTICLE_WORDS})\s?\(?"
            rf"(?P<n>\d{{1,4}}(?!\d)|(?=[IVXLC])[IVXLC]+(?![a-zà-ÿ])|(?:{ORDINAL_WORD})\b)"
            rf"(?:er|ère|º|°|\.º|ª)?{_BETWEEN}\)?(?=$|[\s.:—–(-])",
            re.IGNORECASE,
        ),
        keeps=True,
    ),
    Form("article", re.compile(r"제\s?(?P<n>\d{1,4})\s?조(?:의\s?(?P<raised>\d+))?"), keeps=True),
    Form(
        "rule",
        re.compile(
            rf"(?:{_RULE_WORDS})\s?(?P<n>\d{{1,3}})(?!\d|[.]\d)[.:：]?(?=$|[\s—–-])", re.IGNORECASE
        ),
        keeps=True,
    ),
    Form(
        "section",
        re.compile(r"(?:SECTION|Section|SEC\.|Sec\.)\s(?P<n>\d{1,4}[A-Z]?)[.]"),
        keeps=True,
    ),
    Form(BARE, re.compile(r"(?P<n>\d{1,4})(?:$|\s{2,}(?=[^\W\d_a-z]|[“«„‚‘\"'(\[]))")),
    Form("roman", re.compile(r"(?P<n>[IVXLC]+)[.．](?=\s)")),
    Form("paren-zh", re.compile(rf"[(（](?P<n>{CHINESE_NUMERAL})[)）]"), keeps=True),
    Form("chinese", re.compile(rf"(?P<n>{CHINESE_NUMERAL})[、．](?!\d)")),
)
_ARABIC_ARTICLE = re.compile(r"(?:المادة|مادة)\s\(?")
_AGAIN = re.compile(r"\s?مكرر(?:اً|ا)?")
_GIVEN = re.compile(r"(?P<n>\d{1,4})")
_FROM_SECOND = re.compile(r"[条條]の|조의")
# Families that name themselves: their paragraphs may contain bare numbers.
SELF_NAMING = ("article", "article-zh", "article-code", "section", "pilcrow", "rule")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start of a line: as printed, its value, and where the text goes on.

    The value of `1.2.3` is `(1, 2, 3)`, that of `34-1`, put between 34 and 35, `(34, 1)`.
    """

    family: str
    printed: str
    value: Value
    end: int

    @property
    def inserted(self) -> bool:
        """Whether the number was put between two others."""
        return self.family in SELF_NAMING and len(self.value) > 1

    @property
    def first_inserted(self) -> int:
        """What the first one put after another is called: in Japan and Korea its second."""
        return 2 if self.inserted and _FROM_SECOND.search(self.printed) else 1

    @property
    def is_coded(self) -> bool:
        """Whether its parts tell where it stands, as those of L111-3 do; so nothing is missing."""
        return self.family == "article-code"


@lru_cache(maxsize=_REMEMBERED)
def mark_of(text: str) -> Mark | None:
    """Read the number that a line begins with, if it does.

    >>> mark_of("30．第一阶段会议").value, mark_of("第二十六条 公民").printed
    ((30,), '第二十六条')
    >>> mark_of("3.5 per cent"), mark_of("1998年"), mark_of("11 000 people")
    (None, None, None)
    """
    for form in FORMS:
        match = form.pattern.match(text)
        if match is None:
            continue
        value = _value(match, form.family)
        if not value or (len(value) > 1 and form.family == "dot" and not _goes_on(text, match)):
            continue
        return _mark(text, form, match["n"], match.end(), value)
    return _in_words(text)


def given_mark(number: str) -> Mark | None:
    """Read a number that a format keeps apart from the text; it may be bare.

    >>> given_mark("26").value, given_mark("(3)").family, given_mark("•")
    ((26,), 'paren', None)
    """
    mark = mark_of(f"{number} X")
    if mark is not None and mark.end >= len(number):
        return mark
    bare = _GIVEN.fullmatch(number)
    return Mark("dot", number, (int(number),), len(number)) if bare else None


def _mark(text: str, form: Form, numeral: str, end: int, value: Value) -> Mark:
    printed = text[:end].strip(" .．").rstrip("(") if form.keeps else numeral
    if form.keeps:
        printed += ")" * (printed.count("(") - printed.count(")"))
        end += len(text[end:]) - len(text[end:].lstrip(" \t\u3000.．:：—–-"))
    return Mark(form.family, printed, value, end)


def _in_words(text: str) -> Mark | None:
    article = _ARABIC_ARTICLE.match(text)
    if article is None:
        return None
    value, length = arabic_ordinal(text[article.end() :])
    if not value:
        return None
    end = article.end() + length
    again = _AGAIN.match(text, end)
    end = again.end() if again else end
    closed = end + text[end:].startswith(")") * ("(" in article.group())
    form = Form("article", _ARABIC_ARTICLE, keeps=True)
    return _mark(text, form, "", closed, (value, 1) if again else (value,))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """After `3.5` a sentence begins where it is a number, and goes on where it is a quantity."""
    following = text[match.end() :].lstrip()
    if match["n"].count(".") > 1:
        return True  # no quantity has three parts
    return not (following[:1].islower() or following[:1] in "%‰°$€£¥×–-")


def _value(match: re.Match[str], family: str) -> Value:
    numeral = match["n"]
    if numeral.isdecimal():
        first: Value = (int(numeral),)
    elif re.fullmatch(CHINESE_NUMERAL, numeral):
        first = (chinese_value(numeral),)
    elif inserted := re.fullmatch(r"(\d+)([A-Z])", numeral):
        first = (int(inserted[1]), letter_value(inserted[2]))
    elif re.search(r"\d", numeral):
        parts = re.findall(r"\d+|^[A-Z]", numeral)
        first = tuple(
            int(part) if part.isdecimal() else _part_value(part, family) for part in parts
        )
    else:
        first = (ordinal_value(numeral) or roman_value(numeral),)
    if not all(first) or any(len(str(part)) > _MOST_DIGITS for part in first):
        return ()
    return first + _inserted(match)


def _part_value(letter: str, family: str) -> int:
    """Where the part stands that a letter names; of a code statute before regulation.

    Decrees (D) are numbered among the other regulations (R), orders (A) stand after these.
    """
    in_order = {"D": "R", "A": "S"} if family == "article-code" else {}
    return letter_value(in_order.get(letter, letter))


def _inserted(match: re.Match[str]) -> Value:
    found = match.groupdict()
    return tuple(
        reader(part)
        for name, reader in _INSERTED.items()
        if found.get(name) is not None
        for part in found[name].split("-")
    )


def _raised_value(text: str) -> int:
    plain = lowered(text)
    return int(plain) if plain.isdecimal() else chinese_value(plain)


def _letters_value(text: str) -> int:
    return 26 * (len(text) - 1) + letter_value(text[0])


_INSERTED: dict[str, Callable[[str], int]] = {
    "dash": int,
    "point": int,
    "raised": _raised_value,
    "latin": lambda text: LATIN_SUFFIXES.index(text.lower()) + 1,
    "letter": _letters_value,  # 360bbb stands after 360z and 360aa
    "apart": letter_value,
    "again": lambda _: 1,
    "below": int,
}
