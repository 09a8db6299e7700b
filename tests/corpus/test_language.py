import json
from pathlib import Path

import pytest

from corpus.bundled import bundled_report
from corpus.language import detect, language_of_report


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("信息社会", "zh"),
        ("ICT是什么？", "zh"),
        ("《Declaration of Principles》在哪一段？", "zh"),
        ("What does the report say about 突尼斯?", "en"),
        ("When was the summit held?", "en"),
        ("Quand le sommet a-t-il eu lieu ?", "fr"),
        ("¿Cuándo se celebró la cumbre?", "es"),
        ("Wer leitet den Ausschuss?", "de"),
        ("Кто возглавляет комитет?", "ru"),
        ("من يرأس اللجنة؟", "ar"),
        ("ITU", "und"),
        ("26", "und"),
        ("誰是主席？", "zh"),
        ("これは日本語の文章です。", "und"),
        ("대한민국", "und"),
    ],
)
def test_a_short_question_shows_its_language(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("第一条　この法律は、水の利用を定めることを目的とする。", "ja"),
        ("La legge si applica alle acque e ai fiumi di cui al comma 1 dell'articolo 2.", "it"),
        ("A lei aplica-se às águas e aos rios que não são do Estado.", "pt"),
        ("De wet is van toepassing op het water en op de rivieren van het land.", "nl"),
        ("이 법은 물의 이용에 관한 사항을 정함을 목적으로 한다.", "ko"),
        ("La loi s'applique aux eaux et aux fleuves dont il est question à l'article 2.", "fr"),
        ("La ley se aplica a las aguas y a los ríos de que trata el artículo 2.", "es"),
        ("The law applies to the waters and to the rivers in question.", "en"),
        ("第一条 为了保护河流，制定本法。", "zh"),
    ],
)
def test_a_report_may_be_in_a_language_that_nobody_is_answered_in(text: str, language: str) -> None:
    assert language_of_report(text) == language


def test_the_report_is_chinese() -> None:
    assert detect(bundled_report().paragraphs[15].text) == "zh"


@pytest.mark.parametrize("language", ["zh", "en", "es", "de", "ru", "ar"])
def test_nearly_every_question_of_xquad_is_told(language: str) -> None:
    path = Path(__file__).parents[3] / f"shared/sets/xquad/questions.{language}.jsonl"
    if not path.exists():
        pytest.skip("needs ../shared")
    lines = path.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines if line]
    right = sum(detect(question) == language for question in questions)
    assert right / len(questions) > 0.97
