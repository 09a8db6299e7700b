"""The open data that training reads, as plain values.

A data folder holds `UNv1.0.{dev,test}set.LANGUAGE` (sentences, aligned line by line),
`tatoeba.en-LANGUAGE.tsv.gz` (English, translation) and `cedict.txt.gz` (CC-CEDICT). A folder of
question sets holds `NAME/paragraphs.jsonl` and `NAME/questions.jsonl`. Whatever is absent is
simply not trained on.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("zh", "fr", "es", "ru", "ar")
"""Those taught, beside English; a seventh needs its files and a tag here."""

_ENTRY = re.compile(
    r"(?P<traditional>\S+) (?P<simplified>\S+) \[(?P<sound>[^\]]*)\] /(?P<senses>.*)/"
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_POINTER = re.compile(
    r"^(?:variant of|old variant|see |see also|abbr\. for|used in|surname |CL:|erhua|also written|"
    r"Japanese variant|archaic variant|also pr\.|Taiwan pr\.|unofficial variant)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A dictionary head in both writings, and its English senses, likeliest first."""

    simplified: str
    traditional: str
    senses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in English and in another language."""

    english: str
    other: str
    language: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and a paragraph that answers it."""

    question: str
    paragraph: str


def dictionary(data: Path) -> list[Entry]:
    """Read CC-CEDICT; the entries of one head are joined, those of names last."""
    path = data / "cedict.txt.gz"
    common: dict[str, list[str]] = {}
    names: dict[str, list[str]] = {}
    traditional: dict[str, str] = {}
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for entry in filter(None, map(_ENTRY.match, lines)):
                head = entry["simplified"]
                if not all(is_han(character) for character in head):
                    continue
                traditional.setdefault(head, entry["traditional"])
                kind = names if entry["sound"][:1].isupper() else common
                kind.setdefault(head, []).extend(
                    clean
                    for sense in entry["senses"].split("/")
                    if not _POINTER.match(sense) and (clean := _ASIDE.sub("", sense).strip())
                )
    return [
        Entry(head, written, tuple(common.get(head, []) + names.get(head, [])))
        for head, written in traditional.items()
    ]


def parallel(data: Path, language: str) -> list[Pair]:
    """Read every sentence pair of English and a language: United Nations first, then Tatoeba."""
    pairs = []
    for part in ("devset", "testset"):
        english, other = (data / f"UNv1.0.{part}.{tag}" for tag in ("en", language))
        if english.exists() and other.exists():
            lines = zip(_lines(english), _lines(other), strict=True)
            pairs += [Pair(en, xx, language) for en, xx in lines if en and xx]
    path = data / f"tatoeba.en-{language}.tsv.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines_:
            rows = (line.rstrip("\n").split("\t") for line in lines_)
            pairs += [Pair(row[0], row[1], language) for row in rows if len(row) >= 2]
    return pairs


def is_held_out(number: str) -> bool:
    """Tell whether a set's paragraph, and every question on it, is kept from training.

    One in five, by a digest of its number, so that it is the same in every run.
    """
    return hashlib.sha256(number.encode()).digest()[0] % 5 == 0


def questions(sets: Path, names: tuple[str, ...]) -> list[Asked]:
    """Read the question sets of these names, in their order, but for what is held out."""
    asked = []
    for name in names:
        folder = sets / name
        if not (folder / "questions.jsonl").exists():
            continue
        texts = {str(row["number"]): row["text"] for row in _json(folder / "paragraphs.jsonl")}
        for row in _json(folder / "questions.jsonl"):
            gold = [str(number) for number in row["gold"]]
            if not any(map(is_held_out, gold)):
                asked += [Asked(row["question"], texts[number]) for number in gold]
    return asked


def is_han(character: str) -> bool:
    """Tell whether a character is Chinese.

    >>> is_han("社"), is_han("A")
    (True, False)
    """
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").split("\n")]


def _json(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text("utf-8").splitlines())
