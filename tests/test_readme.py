"""The documentation runs, and names everything there is."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from assistant import cli
from assistant.evaluating.gold import read_gold
from assistant.evaluating.scorecard import scorecard_text

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```\n(.*?)```", README, re.DOTALL)
EXAMPLES = [
    shlex.split(line, comments=True)[1:]
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("pincite")
]


def commands():
    (choices,) = (
        action.choices
        for action in cli.parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    return set(choices)


@pytest.mark.parametrize("arguments", EXAMPLES, ids=" ".join)
def test_every_command_in_the_readme_can_be_typed(arguments):
    assert cli.parser().parse_args(arguments)


def test_every_command_is_in_the_readme():
    named = {arguments[0] for arguments in EXAMPLES if arguments}
    assert commands() - named <= {"serve"}
    assert "pincite serve" in README


def test_the_answer_in_the_readme_is_the_answer_given(real_assistant):
    question = re.search(r"> \*\*(.+?)\*\*", README)[1]
    quote, label = re.search(r">\n> (.+?) \*\*(.+?)\*\*", README).groups()
    answer = real_assistant.ask(question)
    assert [citation.quote for citation in answer.citations] == [quote]
    assert label in answer.text


def test_the_gold_file_in_the_readme_can_be_read(tmp_path):
    (block,) = [block for block in BLOCKS if block.startswith('{"question"')]
    path = tmp_path / "gold.jsonl"
    path.write_text(block, "utf-8")
    cases = read_gold(path)
    assert {case.is_dialogue for case in cases} == {True, False}


def test_the_quality_tables_in_the_readme_are_what_is_measured(real_scorecard):
    _, _, measured = README.partition("<!-- measured: python docs/measured.py -->\n\n")
    shown, _, _ = measured.partition("\n\n<!-- /measured -->\n")
    stale = shown.splitlines() != scorecard_text(real_scorecard).splitlines()
    assert not stale, "Questions are answered differently now: run `python docs/measured.py`."


def test_every_file_the_readme_links_to_is_there():
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_folder_on_the_map_is_there():
    map_ = next(block for block in BLOCKS if block.startswith("corpus/"))
    parent = ""
    for line in map_.splitlines():
        folder = line.split()[0]
        if line.startswith(" "):
            assert (ROOT / parent / folder).is_dir(), line
        else:
            parent = folder
            assert (ROOT / folder).is_dir(), line
