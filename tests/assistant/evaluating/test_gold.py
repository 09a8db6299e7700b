import json

import pytest

from assistant.evaluating.gold import read_gold
from corpus.errors import MalformedLineError, UnreadableFileError


@pytest.fixture
def read(tmp_path):
    def read(*lines):
        path = tmp_path / "gold.jsonl"
        raw = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        path.write_text("\n".join(raw), "utf-8")
        return read_gold(path)

    return read


def test_a_question_and_its_gold_are_all_that_a_line_needs(read):
    (case,) = read({"question": "Who chairs the Bureau?", "gold": [3]})
    (question,) = case.turns
    assert (case.id, case.line, case.is_dialogue) == ("1", 1, False)
    assert (question.text, question.gold, question.match) == (
        "Who chairs the Bureau?",
        ("3",),
        "any",
    )
    assert question.language == "en"


def test_an_empty_gold_says_that_the_report_does_not_answer(read):
    (case,) = read({"question": "Who won?", "gold": []})
    assert (case.turns[0].gold, case.turns[0].match) == ((), "none")


def test_the_turns_of_a_conversation_take_its_language(read):
    turns = [{"question": "Qui ?", "gold": [1]}, {"question": "?1", "gold": ["summary", 2]}]
    (case,) = read({"id": "d", "lang": "fr", "turns": turns})
    assert case.is_dialogue
    assert [turn.language for turn in case.turns] == ["fr", "fr"]
    assert case.turns[1].gold == ("summary", "2")


def test_empty_lines_count_but_are_no_questions(read):
    cases = read("", {"question": "Who?", "gold": [1]}, "", {"question": "When?", "gold": [1]})
    assert [case.line for case in cases] == [2, 4]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "expected an object"),
        ({"gold": [1]}, '"question" is missing'),
        ({"question": "Who?"}, '"gold" is missing'),
        ({"question": " ", "gold": [1]}, "empty"),
        ({"question": "长" * 100_000, "gold": [1]}, "characters"),
        ({"question": 7, "gold": [1]}, "must be a string"),
        ({"question": "Who?", "gold": "1"}, "must be a list"),
        ({"question": "Who?", "gold": [True]}, "must be a list"),
        ({"question": "Who?", "gold": [1.5]}, "must be a list"),
        ({"question": "Who?", "gold": [""]}, "must be a list"),
        ({"question": "Who?", "gold": [1], "also_ok": None}, "must be a list"),
        ({"question": "Who?", "gold": [1], "match": "some"}, "any, all or none"),
        ({"question": "Who?", "gold": [1], "match": ["any"]}, "any, all or none"),
        ({"question": "Who?", "gold": [1], "match": "none"}, '"match" is "none"'),
        ({"question": "Who?", "gold": [], "match": "all"}, '"match" is "none"'),
        ({"question": "Who?", "gold": [1], "kind": 3}, '"kind" must be a string'),
        ({"turns": []}, '"turns" must be a list'),
        ({"turns": ["Who?"]}, "turn 1: expected an object"),
        ({"turns": [{"question": "Who?", "gold": [1]}, {"gold": [1]}]}, "turn 2"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_wrong_in_it(read, line, said):
    with pytest.raises(MalformedLineError) as refused:
        read({"question": "Who?", "gold": [1]}, line)
    assert refused.value.line == 2
    assert str(refused.value).startswith("gold.jsonl, line 2: ")
    assert said in str(refused.value)
    assert len(str(refused.value)) < 400


def test_a_file_without_questions_is_refused(read, tmp_path):
    with pytest.raises(UnreadableFileError, match="empty"):
        read("")
    with pytest.raises(UnreadableFileError, match="no such file"):
        read_gold(tmp_path / "none.jsonl")
