"""Every language says everything, and fills the same gaps."""

from __future__ import annotations

import string
from dataclasses import fields
from pathlib import Path

import pytest

from assistant.errors import EmptyQuestionError, MisquotedError, QuestionTooLongError
from assistant.wording import Wording, known_languages, preferred_language, wording
from corpus.errors import UnknownFormatError
from corpus.model import Numbering, Paragraph, Report


def all_words(words: Wording) -> dict[str, str]:
    parts = {"answers": words.answers, "page": words.page, "errors": words.errors}
    return {
        f"{name}.{field.name}": getattr(part, field.name)
        for name, part in parts.items()
        for field in fields(part)
    }


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def report(*numbers: str, numbering: Numbering) -> Report:
    paragraphs = tuple(
        Paragraph("r", place, number, "body", "Text.", f"p{number}")
        for place, number in enumerate(numbers, 1)
    )
    return Report("r", "R", "", "", "en", "", "", paragraphs, (), numbering)


@pytest.mark.parametrize("language", known_languages())
def test_no_string_is_missing_or_empty(language: str) -> None:
    empty = [name for name, text in all_words(wording(language)).items() if not text.strip()]
    assert empty == []


@pytest.mark.parametrize("language", known_languages())
def test_the_same_gaps_are_filled_in_every_language(language: str) -> None:
    english = {name: gaps(text) for name, text in all_words(wording("en")).items()}
    assert {name: gaps(text) for name, text in all_words(wording(language)).items()} == english


@pytest.mark.parametrize("language", known_languages())
def test_every_language_can_name_every_other(language: str) -> None:
    assert set(wording(language).languages) == {"ar", "en", "es", "fr", "ru", "zh"}


def test_a_key_that_a_file_lacks_is_noticed() -> None:
    from assistant.words.keys import AnswerWords

    with pytest.raises(TypeError, match="thanks"):
        AnswerWords(**{"greeting": "hello"})  # type: ignore[arg-type]


def test_an_unknown_language_is_answered_in_english() -> None:
    assert wording("xx").language == "en"
    assert wording("und").language == "en"
    assert wording("").language == "en"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("xx,zh;q=0.5", "zh"),
        ("zh_TW", "zh"),
        ("en;q=broken, zh;q=0.1", "zh"),
        ("*", "en"),
    ],
)
def test_the_first_language_is_the_browsers(header: str, language: str) -> None:
    assert preferred_language(header) == language


def test_each_kind_of_paragraph_has_a_name() -> None:
    def named(kind: str, number: str = "") -> Paragraph:
        return Paragraph("r", 4, number, kind, "Text.", "a")  # type: ignore[arg-type]

    zh, en = wording("zh"), wording("en")
    assert [zh.paragraph(named(kind)) for kind in ("summary", "front", "note")] == [
        "摘要",
        "文件信息",
        "注",
    ]
    assert en.paragraph(named("body", "26")) == "para. 26"
    assert en.paragraph(named("body", "26"), item="b") == "para. 26 (b)"
    assert zh.paragraph(named("body", "第三条")) == "第三条"
    assert zh.paragraph(named("body")) == "无编号段落 4"
    assert en.paragraph(named("note", "2")) == "note 2"


def test_a_complete_numbering_is_said_in_words() -> None:
    complete = report("1", "2", "36", numbering=Numbering("complete", 3))
    assert wording("zh").numbering_verdict(complete) == "第1段至第36段，编号完整"
    assert wording("en").numbering_verdict(complete) == "paragraphs 1 to 36, complete"


def test_gaps_and_doubles_are_named() -> None:
    broken = report("1", "2", "2", "5", numbering=Numbering("gaps", 4, ("3", "4"), ("2",)))
    assert wording("en").numbering_verdict(broken) == (
        "paragraphs 1 to 5, missing: 3, 4, repeated: 2"
    )


def test_a_long_list_of_gaps_is_cut_short() -> None:
    many = tuple(str(number) for number in range(2, 90))
    verdict = wording("en").numbering_verdict(
        report("1", "90", numbering=Numbering("gaps", 2, many))
    )
    assert verdict.endswith("20, 21, …")


def test_a_report_without_numbers_says_so() -> None:
    bare = report("", numbering=Numbering("none", 0))
    assert wording("zh").numbering_verdict(bare) == "没有编号段落"


def test_a_number_that_is_not_there_is_named_with_those_that_are() -> None:
    assert wording("en").no_such_paragraph("99", "1", "36") == (
        "This report has paragraphs 1 to 36, but no para. 99."
    )
    assert wording("zh").no_such_paragraph("99") == "本报告没有编号段落，因此没有第99段。"


def test_the_note_on_languages_is_silent_where_they_agree_or_are_unknown() -> None:
    en = wording("en")
    assert en.quote_language_note("und", "zh") == en.quote_language_note("en", "und") == ""
    assert en.quote_language_note("en", "tlh") != ""


def test_an_error_is_told_in_the_readers_language_with_its_evidence() -> None:
    zh = wording("zh")
    assert zh.error(EmptyQuestionError()).startswith("问题是空的")
    assert "2000" in zh.error(QuestionTooLongError(100_000, 2000))
    assert ".txt、.jsonl" in zh.error(UnknownFormatError(Path("报告.xyz"), [".txt", ".jsonl"]))


def test_an_error_without_words_keeps_its_own_sentence() -> None:
    error = MisquotedError("¶ 1", 2, 1)
    assert wording("zh").error(error) == str(error)
