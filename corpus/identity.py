"""What a document says of itself: its symbol and its date, found where they are printed.

A symbol that a text only cites must never be taken for its own. So none is looked for in
sentences, notes or recitals: only on lines of the cover that hold nothing else, behind a label
such as "Neutral Citation Number:", and in the title of a law.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.dating import date_in, has_only_a_date

_MOST_LINES = 60  # of a cover
_LONGEST_LINE = 200
# What may stand on the line of a United Nations symbol.
_MASTHEAD = re.compile(
    r"\b(?:UNITED|NATIONS|UNIES|UNIDAS|NACIONES|Distr\.?:?|GENERAL|LIMITED|RESTRICTED"
    r"|General Assembly|Assemblée générale|Asamblea General|Генеральная Ассамблея"
    r"|Security Council|Conseil de sécurité|Consejo de Seguridad|Совет Безопасности"
    r"|Economic and Social Council|Human Rights Council|Original:?|English|French|Spanish|Russian"
    r"|Arabic|Chinese|CMA|COP|Организация|Объединенные|Объединенных|Наций|Нации)\b"
    r"|联合国|大会|安全理事会|经济及社会理事会|الأمم المتحدة|الجمعية العامة|مجلس الأمن",
    re.IGNORECASE,
)
_UN = re.compile(
    r"(?P<s>(?-i:[A-Z]{1,8})\.?(?:/[A-Z0-9][A-Za-z0-9.()]*)+(?:\s\(\d{4}\))?)(?:[-–\s,/]+.*)?$"
)
_JOINED = re.compile(r"[-–](?=[A-Z]{1,8}/)")
_DECISION = re.compile(
    r"(?:Decision|Resolution|Décision|Résolution|Decisión|Resolución|Резолюция|Решение|决议|决定)"
    r"\s+(?P<s>(?:[A-Z]{1,8}/)*\d+(?:[/.][A-Z0-9.]+)*)(?:\s*\(\d{4}\))?$",
    re.IGNORECASE,
)
_LABEL = r"(?:(?:NCN|Neutral Citation(?: Number)?|Citation|Ref(?:erence)?)\s*(?:No\.?)?\s*:?\s*)?"
_NEUTRAL = re.compile(
    rf"{_LABEL}(?P<s>\[(?:19|20)\d{{2}}\]\s[A-Z][A-Za-z]{{1,6}}(?:\s[A-Z][A-Za-z]{{2,5}})?"
    r"\s\d{1,5}(?:\s\([A-Z][\w &]{1,14}\))?|(?:19|20)\d{2}\s[A-Z]{2,7}\s\d{1,5})$"
)
_ECLI = re.compile(
    r"(?:ECLI\s*:?\s*)?(?P<s>ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25})$", re.IGNORECASE
)
_CELEX = re.compile(r"(?:CELEX(?:\s+(?:number|no\.?))?\s*:?\s*)(?P<s>[1-9]\d{4}[A-Z]{1,2}\d{4})\b")
_APPLICATION = re.compile(
    r"\(?(?:Applications?|Requêtes?|Demandes?)\s+n(?:os?|°|º)s?\.?\s*(?P<s>\d{1,6}/\d{2})\b.*$",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"(?:In |Dans (?:l['’]|les )|En (?:el |los )|In (?:der|den) )?(?:Joined |verbundenen )?"
    r"(?:Cases?|[Aa]ffaires?|Rechtssachen?|[Aa]suntos?)\s+"
    r"(?P<s>[CTF][-‑–]\d{1,4}/\d{2}(?:\s?P)?)[,;.]?(?:\s.*)?$"
)
_GERMAN = (
    r"(?:[IVX]{1,5}[a-z]?|\d{1,3}|[A-Z])\s[A-Z][A-Za-z]{0,4}\s(?:\([A-Za-z]+\)\s)?\d{1,5}/\d{2}"
)
_FILE_NUMBER = re.compile(rf"(?:(?:Aktenzeichen|Az\.?|Gz\.?)\s*:?\s*)?(?P<s>{_GERMAN})$")
_GERMAN_RULING = re.compile(
    rf"(?:.*\s)?(?:Beschlu(?:ss|ß)|Urteil|Teilurteil|Versäumnisurteil)\s.*?(?P<s>{_GERMAN})\b"
)
_CHINESE = re.compile(
    r"(?P<s>[\u4e00-\u9fff]{1,12}[〔\[（(]\d{4}[〕\]）)][\u4e00-\u9fff]{0,6}第?\d+号)$"
)
_EU_ACT = re.compile(
    r"(?:(?:Commission|Council|Delegated|Implementing)\s)*(?:Regulation|Directive|Decision"
    r"|Framework Decision|Règlement|Directive|Décision|Verordnung|Richtlinie|Reglamento|Directiva)"
    r"\s(?P<s>\((?:EU|EC|EEC|UE|CE|EG)(?:, Euratom)?\)\s(?:No\.?\s|n°\s|Nr\.\s)?\d{1,4}/\d{1,4}"
    r"|\d{2,4}/\d{1,4}/(?:EU|EC|EEC|UE|CE|EG|JHA))\b",
    re.IGNORECASE,
)
# Each on a line of its own or behind its label; the first kind that is found counts.
_KINDS = (_ECLI, _NEUTRAL, _DECISION, _CELEX, _APPLICATION, _CASE, _FILE_NUMBER, _CHINESE)
_ELSEWHERE = re.compile(
    r"\s*(?:On appeal from|Appeal from|cf\.|see\b|voir\b|siehe\b|\*|†)", re.IGNORECASE
)

# The day of a resolution, rather than that on which it was distributed.
_ADOPTED = re.compile(
    r"(?:Resolution|Decision) adopted (?:by|on)|(?:Résolution|Décision) adoptée|Adopted by the"
    r"|(?:Resolución|Decisión) (?:aprobada|adoptada)|(?:Резолюция|Решение), принят|قرار اتخذ"
    r"|.{2,20}日大会决议",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:of|du|vom|del?|от)\s", re.IGNORECASE)  # the date of an act, not of a journal
_DATING = re.compile(
    r"通过|公布|发布|\b(?:Adopted|Issued|Published|Dated|Given|Delivered|Promulgated|Enacted)\b"
    r"|Adoptée?|Promulguée?|Принят|Утвержден|Verkündet|vom\b|صدر|Done (?:at|in)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Identity:
    """A document's own symbol and date (ISO 8601), each `""` where none is printed."""

    symbol: str
    date: str


def identified(title: str, cover: Sequence[str], closing: Sequence[str] = ()) -> Identity:
    """Read the symbol and the date of a document.

    Args:
        title: Its title.
        cover: The lines above its first paragraph, without notes.
        closing: The lines below its last one.
    """
    lines = [line.strip() for line in cover[:_MOST_LINES] if len(line) <= _LONGEST_LINE]
    return Identity(_symbol(title, lines), _date(title, lines, closing))


def is_symbol(line: str) -> bool:
    """Tell whether a line holds a document's symbol and nothing else.

    >>> is_symbol("A/HRC/40/12"), is_symbol("See A/HRC/40/12"), is_symbol("and/or")
    (True, False, False)
    """
    text = " ".join(line.split())
    if text and _un_symbol(text) == text:
        return True
    return any(kind.fullmatch(text) for kind in (_ECLI, _NEUTRAL, _FILE_NUMBER, _CHINESE))


def _symbol(title: str, lines: Sequence[str]) -> str:
    own = [line for line in lines if not _ELSEWHERE.match(line)]
    for kind in _KINDS:
        for line in (*own, title):
            found = kind.match(line)
            # "Resolution 2713 (2023)" has a symbol too, S/RES/2713 (2023), if it is printed.
            if found and (kind is not _DECISION or "/" in found["s"]):
                return _tidy(found["s"])
    for line in own:
        if symbol := _un_symbol(line):
            return symbol
    for pattern in (_DECISION, _EU_ACT, _GERMAN_RULING):
        for line in (title, *own):
            if found := pattern.match(line):
                return _tidy(found["s"])
    return ""


def _un_symbol(line: str) -> str:
    """A symbol alone on its line; of two for one document (A/80/81-E/2025/62) the first."""
    rest = " ".join(_MASTHEAD.sub(" ", line).split()).strip(" :")
    first, *others = _JOINED.split(rest)
    found = _UN.match(first)
    if found is None or not re.search(r"\d", found["s"]):
        return ""
    alone = found["s"] == first and all(_UN.match(other) for other in others)
    return _tidy(found["s"]) if alone else ""


def _tidy(symbol: str) -> str:
    return " ".join(symbol.replace("./", "/").split()).rstrip(".,;")


def _date(title: str, lines: Sequence[str], closing: Sequence[str]) -> str:
    """The date of the cover: alone on a line; else of adoption or issue; else in the title."""
    for told in (
        (date_in(line) for line in lines if _ADOPTED.match(line)),
        (date_in(line) for line in lines if has_only_a_date(line) and _OF.match(line)),
        (date_in(line) for line in lines if has_only_a_date(line)),
        (date_in(line) for line in lines if _DATING.search(line)),
        iter([date_in(title)]),
        (date_in(line) for line in closing if _DATING.search(line) or has_only_a_date(line)),
    ):
        if found := next(filter(None, told), ""):
            return found
    return ""
