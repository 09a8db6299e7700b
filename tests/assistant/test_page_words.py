"""Every sentence that a visitor reads comes from the files of words, none from the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

PAGE = Path(str(files("assistant.page")))
# What is printed or logged is read by whoever runs the page; of some modules all is.
TO_THE_TERMINAL = {"print", "UsageError"}
SPEAKS_TO_THE_TERMINAL = {"hosts.py", "password.py", "serving.py"}
# Our name, and what browsers call a key or a kind of thing dropped, are the same everywhere.
NAMES = {"Pincite", "Esc", "Escape", "Enter", "Home", "End", "Tab", "Files"}
TAG = re.compile(r"<[^<>]*>|<[^<>]*$|^[^<>]*>")
READ_ALOUD = re.compile(r'(?:title|alt|placeholder|aria-label|aria-description)="([^"]*)"')
JS_COMMENT = re.compile(r"(?<![:\"'`])//[^\n]*|/\*.*?\*/", re.DOTALL)
JS_TEXT = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`")
GAP = "\0"


def is_said(text: str) -> bool:
    """Whether a text is for people: a sentence or a capitalised word, or not in Latin letters."""
    words = text.replace(GAP, " ").strip()
    if words in NAMES:
        return False
    foreign = re.search(r"[\u0400-\u04ff\u0621-\u064a\u3400-\u9fff]", words)
    label = re.fullmatch(r"[A-Z][a-z]{2,}(?:[ ,:;.!?…'’-]+[A-Za-z]+)*[.!?…:]?", words)
    sentence = re.search(r"[A-Za-z]{2,} [a-z]{2,}.*[.!?…]$", words)
    return bool(foreign or label or sentence)


def parts_seen(text: str) -> Iterator[str]:
    """What a person sees or hears of a piece of HTML."""
    yield from READ_ALOUD.findall(text)
    yield from TAG.split(text)


def python_texts(source: str) -> Iterator[str]:
    """The strings of a module, but for docstrings and what goes to the terminal or the log."""
    tree = ast.parse(source)
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            log = isinstance(called, ast.Attribute) and getattr(called.value, "id", "") == "_LOG"
            if name in TO_THE_TERMINAL or log:
                silent |= {id(inner) for inner in ast.walk(node)}
        if isinstance(node, ast.JoinedStr):
            if id(node) not in silent:
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else GAP
                    for part in node.values
                )
            silent |= {id(part) for part in node.values}
    yield from (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
    )


def script_texts(source: str) -> Iterator[str]:
    for found in JS_TEXT.finditer(JS_COMMENT.sub("", source)):
        yield next(group for group in found.groups() if group is not None)


def said_in(path: Path) -> list[str]:
    texts = python_texts if path.suffix == ".py" else script_texts
    source = path.read_text("utf-8")
    return [part for text in texts(source) for part in parts_seen(text) if is_said(part)]


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted([*PAGE.glob("**/*.py"), *PAGE.glob("**/*.js")])
        if path.name not in SPEAKS_TO_THE_TERMINAL
    ],
    ids=lambda path: path.name,
)
def test_no_sentence_of_the_page_stands_in_its_code(path: Path) -> None:
    assert said_in(path) == []


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("a.py", 'x = f"<p>Hello {name}, how are you?</p>"', ["Hello \0, how are you?"]),
        ("b.py", "x = '<button aria-label=\"Close\">×</button>'", ["Close"]),
        ("c.py", 'gr.Button("添加报告")', ["添加报告"]),
        ("d.py", '"""A docstring."""\nprint("It is stopped.")\nx = "level-2"', []),
        (
            "e.js",
            'say("Quote copied"); // It is said.\nx.className = "notice error";',
            ["Quote copied"],
        ),
        ("f.js", "note.textContent = `Файл ${name}`", ["Файл ${name}"]),
    ],
)
def test_a_sentence_in_code_would_be_found(
    tmp_path: Path, name: str, source: str, said: list[str]
) -> None:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    assert said_in(path) == said
