"""What is promised of answers, asserted with the real model on the gold questions."""

import json
from pathlib import Path

import pytest

GOLD = Path(__file__).parent / "gold" / "dev.jsonl"
PLAIN = {"fact", "numeric", "list", "keyword", "typo"}


@pytest.fixture(scope="module")
def asked(real_assistant):
    questions = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    return [(question, real_assistant.ask(question["question"])) for question in questions]


def cited(answer):
    return [citation.paragraph.number or citation.paragraph.kind for citation in answer.citations]


def gold(question):
    return {str(number) for number in question["gold"]}


def test_plain_chinese_questions_are_answered_by_a_right_paragraph(asked):
    plain = [(q, a) for q, a in asked if q["lang"] == "zh" and q["kind"] in PLAIN]
    right = [bool(gold(q) & {*cited(a)}) for q, a in plain]
    first = [cited(a)[:1] != [] and cited(a)[0] in gold(q) for q, a in plain]
    assert sum(right) / len(plain) >= 0.85
    assert sum(first) / len(plain) >= 0.75


def test_what_is_cited_belongs_to_the_answer(asked):
    precision = []
    for question, answer in asked:
        allowed = gold(question) | {str(number) for number in question["also_ok"]}
        if answer.citations and question["lang"] == "zh" and question["kind"] in PLAIN:
            precision.append(
                sum(number in allowed for number in cited(answer)) / len(cited(answer))
            )
    assert sum(precision) / len(precision) >= 0.7


def test_every_paragraph_asked_for_by_number_is_quoted_in_every_language(asked):
    lookups = [(q, a) for q, a in asked if q["kind"] == "lookup"]
    assert [cited(a) for q, a in lookups] == [[str(n) for n in q["gold"]] for q, a in lookups]


def test_questions_off_the_topic_are_refused(asked):
    assert not [cited(a) for q, a in asked if q["kind"] == "offtopic" and a.citations]


def test_every_quote_is_an_exact_span_of_its_paragraph(asked):
    for _, answer in asked:
        for citation in (*answer.citations, *answer.nearest):
            text = citation.paragraph.text
            assert text[citation.start : citation.end] == citation.quote
