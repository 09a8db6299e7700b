"""The files of words: each language says everything, fills the same gaps, and is understood."""

from __future__ import annotations

import re
import string
import tomllib
from dataclasses import fields
from importlib.resources import files

import pytest

from assistant.model import NOTHING_SAID
from assistant.referring import find_reference
from assistant.understanding import understand
from assistant.wording import Wording, wording
from assistant.words.choosing import FALLBACK, direction, known_languages, preferred_language
from corpus.bundled import bundled_report

PARTS = {
    field.name: set(type(getattr(wording(FALLBACK), field.name)).__dataclass_fields__)
    for field in fields(Wording)
    if hasattr(type(getattr(wording(FALLBACK), field.name)), "__dataclass_fields__")
}
every_language = pytest.mark.parametrize("language", known_languages())


def table(language: str) -> dict[str, dict[str, str]]:
    """A file of words as it stands, without the English that fills its gaps."""
    return tomllib.loads(files("assistant.words").joinpath(f"{language}.toml").read_text("utf-8"))


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_the_six_languages_of_the_united_nations_are_there() -> None:
    assert set(known_languages()) == {"ar", "en", "es", "fr", "ru", "zh"}
    assert {"answers", "page", "errors"} <= set(PARTS)


@every_language
def test_no_key_is_missing_or_superfluous(language: str) -> None:
    said = table(language)
    assert {part: set(said.get(part, {})) ^ keys for part, keys in PARTS.items()} == {
        part: set() for part in PARTS
    }
    assert set(said) == {field.name for field in fields(Wording)} - {"language"}


@every_language
def test_nothing_is_said_in_no_words(language: str) -> None:
    said = table(language)
    assert [key for part in PARTS for key, text in said[part].items() if not text.strip()] == []


@every_language
def test_the_same_gaps_are_filled_in_every_language(language: str) -> None:
    said, english = table(language), table(FALLBACK)
    for part in PARTS:
        assert {key: gaps(text) for key, text in said[part].items()} == {
            key: gaps(text) for key, text in english[part].items()
        }


@every_language
def test_no_sentence_was_left_in_english(language: str) -> None:
    if language == FALLBACK:
        return
    said, english = table(language), table(FALLBACK)
    same = [
        text
        for part in PARTS
        for key, text in said[part].items()
        if text == english[part][key]
        and len(re.findall(r"[A-Za-z]{2,}", re.sub("{.*?}", "", text))) > 2
    ]
    assert same == []


@every_language
def test_every_language_can_name_every_other(language: str) -> None:
    named = set(table(language)["languages"])
    assert named == set(table(FALLBACK)["languages"])
    assert named >= set(known_languages()) | {"de", "it", "ja", "ko", "nl", "pt"}


@every_language
def test_a_language_is_written_in_the_direction_of_its_script(language: str) -> None:
    letters = wording(language).name
    assert direction(language) == ("rtl" if re.search("[\u0590-\u08ff]", letters) else "ltr")


def test_french_keeps_its_signs_with_their_words() -> None:
    page = wording("fr").page
    assert page.ask_section == "Que dit la section «\u00a0{title}\u00a0»\u00a0?"
    assert page.numbering == "Repérage des numéros de paragraphe"


def test_what_a_file_does_not_say_yet_is_said_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    from assistant import wording as module

    lacking = {**table("fr"), "page": {"ask": "Demander"}}
    tables = {"fr": lacking, FALLBACK: table(FALLBACK)}
    monkeypatch.setattr(module, "_table", tables.__getitem__)
    read = module._read.__wrapped__("fr")
    assert (read.page.ask, read.page.stop) == ("Demander", "Stop")
    assert read.answers.not_answered == wording("fr").answers.not_answered


@every_language
def test_what_a_language_calls_a_place_is_understood_as_that_place(language: str) -> None:
    report, words = bundled_report(), wording(language)
    listing = next(p for p in report.paragraphs if p.kind == "body" and p.items)
    item = listing.items[0].label
    by_number = {p.number: p for p in report.paragraphs if p.kind == "body"}
    expected = {
        words.paragraph(by_number["26"]): [("26", "")],
        words.from_to("24", "26"): [("24", ""), ("25", ""), ("26", "")],
        words.ranges([by_number[n] for n in ("3", "30")]): [("3", ""), ("30", "")],
        words.ranges([by_number[n] for n in ("1", "2", "3", "9")]): [
            (number, "") for number in ("1", "2", "3", "9")
        ],
        words.paragraph(listing, item): [(listing.number, item)],
        words.answers.summary: [("", "")],
    }
    for name, places in expected.items():
        for question in (name, words.page.ask_paragraph.format(paragraph=name)):
            found = find_reference(question, report)
            assert found is not None, question
            assert found.rest == "", question
            assert [(place.paragraph.number, place.item) for place in found.places] == places


@every_language
def test_a_question_made_for_a_reader_is_known_to_be_in_their_language(language: str) -> None:
    report, words = bundled_report(), wording(language)
    questions = [
        words.page.ask_paragraph.format(paragraph=words.numbered("26")),
        words.page.ask_section.format(title=report.outline[3].title),
    ]
    for question in questions:
        query, references = understand(question, [report], NOTHING_SAID)
        assert (query.kind, query.language) == ("lookup", language), question
        assert references


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("xx,zh;q=0.5", "zh"),
        ("zh_TW", "zh"),
        ("ar-EG, fr; q=0.5", "ar"),
        ("es;q=0, ru; q=0.3", "ru"),
        ("en;q=broken, zh;q=0.1", "zh"),
        ("*", "en"),
    ],
)
def test_the_first_language_is_the_browsers(header: str, language: str) -> None:
    assert preferred_language(header) == language
