"""Paragraphs asked for by number, found without any model.

Read here are the plain forms: “第26段”, “paragraphs 24 to 27”, “¶26”, “24-27”, “the last
paragraph”, “摘要”. Numbers count as asked for only beside a word for paragraph, or alone: a year,
a quantity or the number of a resolution is none, nor is a paragraph of another document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.model import Paragraph, Report
from corpus.numerals import CHINESE_NUMERAL, chinese_value

_NUMERAL = rf"(?:\d{{1,4}}|{CHINESE_NUMERAL})"
_TO = r"(?:\s*(?:-|–|—|~|～|至|到|\bto\b|\bthrough\b|\bà\b|\bal?\b|\bпо\b|\bдо\b|إلى)\s*)"
_AND = r"(?:\s*(?:,|、|;|和|及|与|以及|&|\band\b|\bor\b|\bet\b|\by\b|\bи\b|(?<=\s)و(?=\s|\d))\s*)+"
_MORE = rf"(?:(?:{_TO}|{_AND})(?:第\s*)?{_NUMERAL}(?:\s*(?:自然段|段落|段|条))?)*"
_WORD = (
    r"(?:\bparagraphs?|\bparas?\b\.?|¶+|§+|\barticles?\b|\barts?\.|\bparagraphes?|\balinéas?|\bpárrafos?"
    r"|\bartículos?|\bпункт\w*|\bпп?\.|\bабзац\w*|\bстат\w+|الفقرات|الفقرتين|الفقرتان|الفقرة|فقرة|المادة)"
    r"(?:\s*(?:\bno\b\.?|\bnumber\b|№|#))?"
)
# “第一段时间”, “第三条建议”, “三段话”: what is counted is no paragraph.
_OF_THE_REPORT = r"(?!(?<=段)时间|(?<=条)(?:建议|意见|措施))"
_NO_MEASURE = r"(?!话|时间|论(?![述及]))"
_NUMBERED = re.compile(
    rf"第\s*(?P<zh>{_NUMERAL}(?:\s*(?:自然段|段落|段|条))?{_MORE})(?<=[段落条]){_OF_THE_REPORT}"
    rf"|(?<![\w/.])(?!.?两)(?P<bare_zh>{_NUMERAL}{_MORE})\s*(?:自然段|段落|段){_NO_MEASURE}"
    rf"|{_WORD}\s*(?P<word>\d{{1,4}}(?![\d/]|\.\d){_MORE})",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\s*[\(\[]?\s*(?P<alone>\d{{1,4}}{_MORE})\s*[\)\]]?\s*[?？.。]?\s*")
_PAIR = re.compile(rf"(?P<first>{_NUMERAL})(?:[段落自然条第\s]*{_TO}[第\s]*(?P<last>{_NUMERAL}))?")
_COMPOUND = r"\d+(?:[-./]\d+)+"
_PRINTED = re.compile(
    rf"(?:第\s*|{_WORD}\s*)(?P<printed>{_COMPOUND})(?![\d/])"
    rf"|^\s*(?P<alone>{_COMPOUND})\s*[?？.。]?\s*$",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(
    r"(?:(?P<number>\d+/\d+)\s*号?(?:决议|决定)|《(?P<title>[^《》]+)》|(?P<word>宪章))\s*的?\s*$"
)
_OTHER_AFTER = re.compile(
    r"\s*(?:\(\w+\)\s*)?of (?:the )?(?:[\w']+ ){0,4}?"
    r"(?:(?:resolution|decision) (?:\w+/)*(?P<number>\d+/\d+)|(?P<word>charter)\b)",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"最后(?:的)?(?:一个?)?(?:自然段|段落|段)|末段|尾段"
    r"|\b(?:last|final|closing) para(?:graph)?\b|\bdernier (?:paragraphe|alinéa)\b"
    r"|\búltimo párrafo\b|\bпоследн\w+ (?:пункт|абзац)\w*|الفقرة الأخيرة",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:最前面|开头|首)(?:的)?(?:一)?(?:自然段|段落|段)"
    r"|\b(?:first|opening) para(?:graph)?\b|\bpremier (?:paragraphe|alinéa)\b"
    r"|\bprimer párrafo\b|\bперв\w+ (?:пункт|абзац)\w*|الفقرة الأولى",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\s*(?:请?(?:看看|显示|给我)?(?:报告的?|文件的?)?摘要(?:部分)?(?:说了?|讲了?|写了?|是|有)?"
    r"(?:些|的)?(?:什么|哪些)?(?:内容)?"
    r"|(?:(?:show|read|quote|what does|what is|what's|give)(?: me)? )?(?:in )?(?:the )?"
    r"(?:report'?s? )?(?:executive )?summary(?: of the report)?(?: say)?"
    r"|(?:le )?résumé|(?:el )?resumen|резюме|الموجز)\s*[?？.。!！]*\s*",
    re.IGNORECASE,
)
LONGEST_RANGE = 2_000


@dataclass(frozen=True, slots=True)
class Reference:
    """What was asked for by number: the paragraphs there are, and the numbers there are not."""

    paragraphs: tuple[Paragraph, ...]
    missing: tuple[str, ...] = ()


def find_reference(question: str, report: Report) -> Reference | None:
    """Resolve the paragraphs that a question names, or None if it names none.

    A number that the report does not have is `missing`; one that stands alone and is not there
    is no reference at all, but something to search for.
    """
    text = unicodedata.normalize("NFKC", question)
    if _SUMMARY.fullmatch(text):
        summary = tuple(p for p in report.paragraphs if p.kind == "summary")
        return Reference(summary) if summary else None
    numbered = tuple(p for p in report.paragraphs if p.kind == "body")
    printed = tuple(
        paragraph
        for match in _PRINTED.finditer(text)
        for paragraph in numbered
        if paragraph.number in match.groups() and not _is_elsewhere(match, report)
    )
    if printed:
        return Reference(tuple(dict.fromkeys(printed)))
    wanted = [
        number
        for match in _NUMBERED.finditer(text)
        if not _is_elsewhere(match, report)
        for number in _expanded(next(group for group in match.groups() if group))
    ]
    alone = _ALONE.fullmatch(text)
    if wanted:
        found = _resolved(wanted, numbered)
    elif alone:
        found = _resolved(_expanded(alone["alone"]), numbered)
        if found.missing:
            return None
    else:
        found = Reference(())
    ends = (numbered[:1] if _FIRST.search(text) else ()) + (
        numbered[-1:] if _LAST.search(text) else ()
    )
    paragraphs = tuple(dict.fromkeys(found.paragraphs + ends))
    return Reference(paragraphs, found.missing) if paragraphs or found.missing else None


def number_value(paragraph: Paragraph) -> int | None:
    """A paragraph's number as an integer, whatever is printed around it.

    None if it has none, or several: “13-2” is not 13.
    """
    numerals = re.findall(_NUMERAL, paragraph.number) if paragraph.kind == "body" else []
    return _value(numerals[0]) if len(numerals) == 1 else None


def _is_elsewhere(match: re.Match[str], report: Report) -> bool:
    """Tell whether a number is another document's: “第56/183号决议第3段” asked of a report.

    Where a report's title is no more than its file's name, a title in the question may be its own.
    """
    text = match.string
    other = _OTHER_BEFORE.search(text, 0, match.start()) or _OTHER_AFTER.match(text, match.end())
    if other is None or report.title == Path(report.source).stem:
        return False
    name = next(found for found in other.groups() if found).casefold()
    own = f"{report.title} {report.symbol}".casefold()
    return name not in own and report.title.casefold() not in name


def _expanded(run: str) -> list[int]:
    numbers: list[int] = []
    for pair in _PAIR.finditer(run):
        first = _value(pair["first"])
        last = _value(pair["last"]) if pair["last"] else first
        if last < first or last - first >= LONGEST_RANGE:
            numbers += [first, last]
        else:
            numbers += range(first, last + 1)
    return list(dict.fromkeys(numbers))


def _resolved(wanted: Iterable[int], numbered: tuple[Paragraph, ...]) -> Reference:
    places: dict[int, list[Paragraph]] = {}
    for paragraph in numbered:
        value = number_value(paragraph)
        if value is not None:
            places.setdefault(value, []).append(paragraph)
    paragraphs: list[Paragraph] = []
    missing: list[str] = []
    for number in wanted:
        if number in places:
            paragraphs += places[number]
        else:
            missing.append(str(number))
    return Reference(tuple(paragraphs), tuple(missing))


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else chinese_value(numeral)
