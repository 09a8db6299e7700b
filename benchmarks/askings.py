"""Questions asked of reports that answer them and of reports that don't, with the evidence.

Source: questions made unanswerable by a swapped word, after Rajpurkar, Jia and Liang, "Know What
You Don't Know: Unanswerable Questions for SQuAD" (2018).
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answering import CANDIDATES, fitting
from assistant.confidence import Evidence, evidence
from assistant.expecting import expectation
from assistant.focusing import focus_span
from corpus.bundled import bundled_report
from corpus.model import Report
from corpus.reading import read_report
from index.embedders.bundled import bundled_embedder
from index.library import Library
from index.model import Hit
from index.searching import Index

WITHIN = (
    ("xquad/paragraphs.zh.jsonl", "xquad/questions.zh.jsonl"),
    ("xquad/paragraphs.en.jsonl", "xquad/questions.en.jsonl"),
    ("cmrc-trial/paragraphs.jsonl", "cmrc-trial/questions.jsonl"),
    ("drcd-dev/paragraphs.jsonl", "drcd-dev/questions.jsonl"),
    ("stard/paragraphs.jsonl", "stard/questions.jsonl"),
)
ACROSS = tuple(
    (f"xquad/paragraphs.{printed}.jsonl", f"xquad/questions.{asked}.jsonl")
    for printed in ("zh", "en")
    for asked in ("zh", "en", "es", "ru", "ar")
    if asked != printed
)
STRAYING = {
    "within": (
        "xquad/questions.zh.jsonl",
        "cmrc-trial/questions.jsonl",
        "drcd-dev/questions.jsonl",
        "stard/questions.jsonl",
    ),
    "across": tuple(f"xquad/questions.{asked}.jsonl" for asked in ("en", "es", "ru", "ar")),
}
OWN = Path(__file__).with_name("questions.jsonl")
MOST = 420  # questions of one set; of a larger one every so many
SEED = 1


@dataclass(frozen=True, slots=True)
class Asking:
    """The evidence on a question as it was asked once, and whether the best paragraph was right.

    `answered` tells whether the report answers at all, `strayed` whether it was asked of another.
    """

    question: str
    known: Evidence
    right: bool
    answered: bool = False
    strayed: bool = False


def askings(paragraphs: Path, questions: Path) -> Iterator[Asking]:
    """Questions of a set as they are, with their gold paragraphs hidden, and swapped."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "l.sqlite") as library:
        index = Index(library, bundled_embedder())
        report = index.add(read_report(paragraphs)).report
        chosen = _chosen(questions)
        swapped = _swapped([str(line["question"]) for line in chosen])
        for line in chosen:
            question = str(line["question"])
            gold = {str(number) for number in line["gold"]}
            found = index.search(question, limit=CANDIDATES)
            known, best = _evidence(question, found, index, report)
            yield Asking(question, known, best in gold, answered=True)
            hidden = [hit for hit in found if hit.paragraph.number not in gold]
            yield Asking(question, _evidence(question, hidden, index, report)[0], right=False)
            if other := swapped.get(question):
                yield Asking(question, _asked(other, index, report)[0], right=False)


def _asked(question: str, index: Index, report: Report) -> tuple[Evidence, str]:
    return _evidence(question, index.search(question, limit=CANDIDATES), index, report)


def _evidence(
    question: str, hits: Sequence[Hit], index: Index, report: Report
) -> tuple[Evidence, str]:
    sought, expected = index.seek(question, report.id), expectation(question)
    fitted = fitting(hits, expected)
    return evidence(question, fitted, sought, expected), fitted[0].paragraph.number


def _swapped(questions: Sequence[str]) -> dict[str, str]:
    """Each question, if it has such a word, asking about what another one asks about."""
    spans = {question: span for question in questions if (span := focus_span(question))}
    words = [question[slice(*span)] for question, span in spans.items()]
    drawn = random.Random(SEED).choices(words, k=len(words))
    return {
        question: f"{question[:start]}{word}{question[end:]}"
        for (question, (start, end)), word in zip(spans.items(), drawn, strict=True)
        if word != question[start:end]
    }


def on_the_bundled_report(sets: Path) -> tuple[dict[str, list[Asking]], dict[str, list[Asking]]]:
    """Our own questions on the bundled report, and those of the sets that stray to it.

    Each by whether they are in its language.
    """
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "l.sqlite") as library:
        index = Index(library, bundled_embedder())
        report = index.add(bundled_report()).report
        own: dict[str, list[Asking]] = {"within": [], "across": []}
        for line in _lines(OWN):
            known, best = _asked(line["question"], index, report)
            asking = Asking(line["question"], known, best in line["gold"], bool(line["gold"]))
            own["within" if line["lang"] == report.language else "across"].append(asking)
        strays = {
            way: [
                Asking(question, _asked(question, index, report)[0], right=False, strayed=True)
                for questions in files
                for question in (line["question"] for line in _chosen(sets / questions))
            ]
            for way, files in STRAYING.items()
        }
    return own, strays


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _chosen(questions: Path) -> list[dict[str, Any]]:
    lines = _lines(questions)
    return lines[:: max(1, -(-len(lines) // MOST))]
