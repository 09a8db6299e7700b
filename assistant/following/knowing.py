"""Whether a report has a word for what a follow-up newly names.

"And journalists?" goes on about the report, "and pizza?" doesn't, though nothing in how they are
put tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from assistant.following.grammar import Grammar, plain
from assistant.following.phrases import Phrase, is_marked, phrases
from assistant.following.recognising import Move
from assistant.words.choosing import primary
from corpus.language import detect
from corpus.model import Report
from corpus.normalising import folded
from index.lexical import is_unspaced
from index.sought import Forms, forms_within
from index.translation import LANGUAGES, bundled_lexicon, forms_across

Knows = Callable[[str, str], bool]  # a text, and its language
SURE = 0.6  # how likely a translation has to be


def everything(text: str, language: str) -> bool:
    """Suppose that what is named is known."""
    return True


def belongs(move: Move, table: Grammar, knows: Knows) -> bool:
    """Whether a follow-up goes on about the reports: it points back, or names what they know."""
    if move.kind not in ("instead", "about"):
        return True
    text = plain(move.rest).strip(" ?؟.!")
    signs = (table.pronouns, table.possessives, *table.parallels.values())
    if any(sign.search(text) for sign in signs):
        return True
    if not table.spaced and (table.subjectless.match(text) or table.relational.search(text)):
        return True
    found = phrases(move.rest, table)
    if table.relational.fullmatch(text) or (
        move.kind == "about" and not _names(found, move, table)
    ):
        return True
    return knows(move.rest, table.language)


def _names(found: Sequence[Phrase], move: Move, table: Grammar) -> bool:
    """Whether a question names something, where nouns can be told from verbs."""
    if table.marks_nouns:
        return any(is_marked(phrase, move.rest, table) for phrase in found)
    return not table.spaced and bool(found)


def is_known(reports: Sequence[Report], text: str, language: str) -> bool:
    """Whether a report has most words of a text, or translations of them.

    A text that names nothing, or can't be looked up in its language, is supposed to be known.
    """
    return not reports or any(_is_held(text, language, report) for report in reports)


def _is_held(text: str, spoken: str, report: Report) -> bool:
    printed = primary(report.language)
    if (spoken == "zh") != any(map(is_unspaced, text)):
        spoken = detect(text)  # a name from another language
    if spoken in (printed, "und"):
        forms: Forms = forms_within(text, printed)
    elif {spoken, printed} <= LANGUAGES:
        forms = forms_across(text, spoken, printed, bundled_lexicon())
    else:
        return True
    text = _text(report)
    found = [
        any(form.chance >= SURE and _holds(text, form.terms) for form in ways)
        for term, ways in forms.items()
        if len(term) > 1
    ]
    return 2 * sum(found) > len(found) or not found


@lru_cache(maxsize=32)
def _text(report: Report) -> str:
    return folded("\n".join(paragraph.text for paragraph in report.paragraphs))


def _holds(text: str, stems: Sequence[str]) -> bool:
    """Whether each of some stems begins a word, or stands anywhere where none are told apart."""
    return all(
        stem in text if is_unspaced(stem[0]) else re.search(rf"(?<!\w){re.escape(stem)}", text)
        for stem in stems
    )
