"""Every sentence that the product says, per language.

The sentences are data: one TOML file a language in `words/`, each with the same keys. A language
is added by its file; what that file does not say yet is said in English, and a test says so.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any, TypeVar

from assistant.words.choosing import FALLBACK, known_languages, primary
from assistant.words.keys import (
    AnswerWords,
    ErrorWords,
    KeepingWords,
    PageWords,
    ReadingWords,
)
from corpus.model import Numbering, Paragraph, Report, Series
from corpus.numbering import RECITAL

_NAMED_AT_MOST = 20
# In French a sign stands off its word, and must not begin a line for that.
_BEFORE_A_SIGN = re.compile(r"(?<=\S) (?=[:;?!»])|(?<=«) ")
_NO_BREAK = "\u00a0"
_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Wording:
    """All words in one language; `language` is its BCP 47 tag, `name` what its readers call it."""

    language: str
    name: str
    answers: AnswerWords
    page: PageWords
    keeping: KeepingWords
    reading: ReadingWords
    errors: ErrorWords
    languages: Mapping[str, str]

    @property
    def report_says(self) -> str:
        """The line before the quotes of an answer."""
        return self.answers.report_says

    @property
    def not_answered(self) -> str:
        """The sentence for a question that the report does not answer."""
        return self.answers.not_answered

    @property
    def nearest_are(self) -> str:
        """The line before the nearest paragraphs, where nothing answers."""
        return self.answers.nearest_are

    @property
    def greeting(self) -> str:
        """The reply to a greeting."""
        return self.answers.greeting

    @property
    def thanks(self) -> str:
        """The reply to thanks."""
        return self.answers.thanks

    def numbered(self, number: str, series: str = "") -> str:
        """A paragraph's number in words; one that isn't a plain number stays as it is printed.

        >>> wording("zh").numbered("26"), wording("en").numbered("26")
        ('第26段', 'para. 26')
        >>> wording("en").numbered("第三条"), wording("en").numbered("3", "Annex I")
        ('第三条', 'Annex I, para. 3')
        """
        if not number[:1].isdigit():
            return number
        if series == RECITAL:
            return self.answers.recital.format(number=number)
        name = self.answers.numbered.format(number=number)
        return self.answers.in_series.format(series=series, paragraph=name) if series else name

    def paragraph(self, paragraph: Paragraph, item: str = "") -> str:
        """What to call a paragraph, or the list item of it that is meant."""
        if paragraph.kind != "body":
            name = {
                "summary": self.answers.summary,
                "front": self.answers.front,
                "note": self.answers.note,
            }[paragraph.kind]
            name = f"{name} {paragraph.number}" if paragraph.number else name
        elif paragraph.number:
            name = self.numbered(paragraph.number, paragraph.series)
        else:
            name = self.answers.unnumbered.format(ordinal=paragraph.ordinal)
        # An item of an item is labelled a.ii, and cited as (a)(ii).
        label = self.answers.item_joint.join(item.split("."))
        return self.answers.item.format(paragraph=name, label=label) if item else name

    def not_said(self, parts: Iterable[str]) -> str:
        """Say which parts of a question have no answer.

        >>> wording("en").not_said(["who paid?"])
        'The report does not say: “who paid?”'
        """
        quoted = [self.answers.quoted_part.format(part=part) for part in parts]
        return self.answers.not_said.format(parts=" ".join(quoted))

    def same_in(self, language: str) -> str:
        """The line before what another language version of the report says."""
        known = self.languages.get(primary(language), language)
        return self.answers.same_in.format(language=known)

    def contradiction(self, one: int, other: int) -> str:
        """Say that two citations, by their markers, contradict each other."""
        return self.answers.contradiction.format(one=one, other=other)

    def no_such_paragraph(self, number: str, first: str = "", last: str = "") -> str:
        """Say that a number is not there, and which are; without `first`, that none are.

        >>> wording("zh").no_such_paragraph("99", "1", "36")
        '本报告有第1段至第36段，没有第99段。'
        """
        if not first:
            return self.answers.no_numbered_paragraphs.format(number=self.numbered(number))
        return self.answers.no_such_paragraph.format(
            number=self.numbered(number), numbers=self.from_to(first, last)
        )

    def numbering_verdict(self, report: Report) -> str:
        """Say which numbers a report has and what is wrong with them, without a full stop."""
        numbers = [p.number for p in report.paragraphs if p.kind == "body" and p.number]
        verdict: Numbering = report.numbering
        if verdict.status == "none" and not numbers:
            return self.answers.no_numbers
        if len(verdict.series) > 1:
            return self.answers.part_comma.join(map(self.series_verdict, verdict.series))
        parts = [self.from_to(numbers[0], numbers[-1])]
        if verdict.status == "complete":
            parts.append(self.answers.complete)
        if verdict.gaps:
            parts.append(self.answers.missing.format(numbers=self.listed(verdict.gaps)))
        if verdict.doubles:
            parts.append(self.answers.repeated.format(numbers=self.listed(verdict.doubles)))
        return self.answers.clause_comma.join(parts)

    def series_verdict(self, series: Series) -> str:
        """Say which numbers one sequence of a report has and what is wrong with them."""
        plain = series.first[:1].isdigit()
        parts = [
            self.answers.recitals.format(first=series.first, last=series.last)
            if series.name == RECITAL
            else self.from_to(series.first, series.last)
        ]
        if series.status == "complete":
            parts.append(self.answers.complete)
        if series.gaps:
            parts.append(self.answers.missing.format(numbers=self.listed(series.gaps)))
        if series.doubles:
            parts.append(self.answers.repeated.format(numbers=self.listed(series.doubles)))
        verdict = self.answers.clause_comma.join(parts)
        if not series.name or not plain or series.name == RECITAL:
            return verdict
        return self.answers.in_part.format(series=series.name, verdict=verdict)

    def quote_language_note(self, question_language: str, report_language: str) -> str:
        """Say that the quotes are in another language than the question, or `""` if they aren't.

        >>> wording("en").quote_language_note("en", "zh-Hans")
        'The report is in Chinese; its own words are quoted.'
        >>> wording("zh").quote_language_note("zh", "zh-Hant")
        ''
        """
        asked, printed = primary(question_language), primary(report_language)
        if "und" in (asked, printed) or asked == printed:
            return ""
        return self.answers.other_language.format(
            language=self.languages.get(printed, report_language)
        )

    def searched_as(self, question: str) -> str:
        """Say what was searched for, where that is not what was asked.

        >>> wording("zh").searched_as("谁主持委员会？")
        '按此检索：谁主持委员会？'
        """
        return self.answers.searched_as.format(question=question)

    def error(self, error: Exception) -> str:
        """An error's sentence in this language; its own sentence where there is no other."""
        template = getattr(self.errors, type(error).__name__, None)
        if not isinstance(template, str):
            return str(error)
        names = [name for name in dir(error) if not name.startswith("_")]
        evidence = {name: getattr(error, name) for name in names}
        listed = {
            name: self.answers.list_comma.join(map(str, value))
            for name, value in evidence.items()
            if isinstance(value, tuple)
        }
        return template.format(**(evidence | listed))

    def from_to(self, first: str, last: str) -> str:
        """Name numbers from one to another.

        >>> wording("en").from_to("1", "36")
        'paragraphs 1 to 36'
        """
        if first == last:
            return self.numbered(first)
        plain = first[:1].isdigit() and last[:1].isdigit()
        template = self.answers.numbers if plain else self.answers.numbers_as_printed
        return template.format(first=first, last=last)

    def ranges(self, paragraphs: Sequence[Paragraph]) -> str:
        """Name the numbers of some paragraphs in order, those side by side by their ends."""
        runs = list(_runs(paragraphs))
        if not runs:
            return self.listed([self.paragraph(p) for p in paragraphs])
        if len(runs) == 1:
            return self.from_to(*runs[0])
        plain = all(number[:1].isdigit() for run in runs for number in run)
        said = self.answers
        template = said.run if plain else said.numbers_as_printed
        *others, last = (
            first if first == last else template.format(first=first, last=last)
            for first, last in runs
        )
        numbers = said.and_last.format(others=said.list_comma.join(others), last=last)
        return said.numbers_listed.format(numbers=numbers) if plain else numbers

    def listed(self, numbers: Sequence[str]) -> str:
        """Numbers in a row, cut short where there are too many to read."""
        more = ["…"] if len(numbers) > _NAMED_AT_MOST else []
        return self.answers.list_comma.join([*numbers[:_NAMED_AT_MOST], *more])


def _runs(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, str]]:
    """The first and the last number of each run of paragraphs that stand side by side."""
    for _, run in groupby(enumerate(paragraphs), lambda ranked: ranked[1].ordinal - ranked[0]):
        numbers = [p.number for _, p in run if p.number]
        if numbers:
            yield numbers[0], numbers[-1]


def wording(language: str) -> Wording:
    """The words of a language, given as a BCP 47 tag; English for one that has no file.

    >>> wording("zh-Hans-CN").language, wording("tlh").language
    ('zh', 'en')
    """
    wanted = primary(language)
    return _read(wanted if wanted in known_languages() else FALLBACK)


@cache
def _read(language: str) -> Wording:
    table, english = _table(language), _table(FALLBACK)

    def part(name: str, kind: type[_Part]) -> _Part:
        said = english[name] | table.get(name, {})
        return kind(**{key.name: said[key.name] for key in fields(kind)})  # type: ignore[arg-type]

    return Wording(
        language=language,
        name=table["name"],
        answers=part("answers", AnswerWords),
        page=part("page", PageWords),
        keeping=part("keeping", KeepingWords),
        reading=part("reading", ReadingWords),
        errors=part("errors", ErrorWords),
        languages=table["languages"],
    )


def _table(language: str) -> dict[str, Any]:
    text = files("assistant.words").joinpath(f"{language}.toml").read_text("utf-8")
    return tomllib.loads(_BEFORE_A_SIGN.sub(_NO_BREAK, text))
