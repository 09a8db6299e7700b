"""The documentation runs, and names everything there is."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from assistant import cli

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
