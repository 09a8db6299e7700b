"""What sentences are made of, and how a place in a report is called."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.errors import EmptyQuestionError, MisquotedError, QuestionTooLongError
from assistant.wording import wording
from corpus.errors import UnknownFormatError
from corpus.model import Numbering, Paragraph, Report


def report(*numbers: str, numbering: Numbering) -> Report:
    paragraphs = tuple(
        Paragraph("r", place, number, "body", "Text.", f"p{number}")
        for place, number in enumerate(numbers, 1)
    )
    return Report("r", "R", "", "", "en", "", "", paragraphs, (), numbering)


def test_an_unknown_language_is_answered_in_english() -> None:
    assert wording("xx").language == "en"
    assert wording("und").language == "en"
    assert wording("").language == "en"


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


def test_each_language_cites_as_its_field_does() -> None:
    entry = Paragraph("r", 1, "26", "body", "Text.", "p26")
    assert [
        wording(tag).paragraph(entry, "b.ii") for tag in ("ar", "en", "es", "fr", "ru", "zh")
    ] == [
        "الفقرة 26 (b) (ii)",
        "para. 26 (b)(ii)",
        "párr. 26 b) ii)",
        "par. 26 b) ii)",
        "п. 26 b) ii)",
        "第26段（b）（ii）",
    ]


def test_paragraphs_apart_are_named_one_by_one_and_runs_by_their_ends() -> None:
    numbers = [str(n) for n in range(1, 31)]
    there = report(*numbers, numbering=Numbering("complete", 30)).paragraphs
    said = {
        tag: (
            wording(tag).ranges([there[2], there[29]]),
            wording(tag).ranges([*there[:4], there[6], *there[8:10]]),
        )
        for tag in ("ar", "en", "es", "fr", "ru", "zh")
    }
    assert said == {
        "ar": ("الفقرات 3 و30", "الفقرات من 1 إلى 4، 7 ومن 9 إلى 10"),
        "en": ("paragraphs 3 and 30", "paragraphs 1 to 4, 7 and 9 to 10"),
        "es": ("párrs. 3 y 30", "párrs. 1 a 4, 7 y 9 a 10"),
        "fr": ("par. 3 et 30", "par. 1 à 4, 7 et 9 à 10"),
        "ru": ("пп. 3 и 30", "пп. 1–4, 7 и 9–10"),
        "zh": ("第3和30段", "第1至4、7和9至10段"),
    }
    assert wording("en").ranges(there[2:5]) == "paragraphs 3 to 5"
    assert wording("en").ranges(there[2:3]) == "para. 3"


def test_printed_numbers_stay_as_they_are_where_several_are_named() -> None:
    there = report(
        "第一条", "第二条", "第三条", "第四条", numbering=Numbering("complete", 4)
    ).paragraphs
    assert wording("zh").ranges([there[0], *there[2:]]) == "第一条和第三条至第四条"
    plain = [replace(p, number="", ordinal=2 * p.ordinal) for p in there[:2]]
    assert wording("zh").ranges(plain) == "无编号段落 2、无编号段落 4"


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
