"""What passages are best: `python -m benchmarks.passages SETS_FOLDER tests/gold/dev.jsonl`.

Window size, overlap, headings above a window, and what stands for a paragraph: its best window,
its best sentence, or the mean of both. First-place recall, fused as the product fuses.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.bundled import bundled_report
from corpus.language import detect
from corpus.model import Report
from corpus.reading import read_report
from index.bm25 import rank
from index.embedders.bundled import bundled_embedder
from index.fusion import fuse
from index.lexical import count, findable
from index.sought import forms_within
from index.translation import LANGUAGES, bundled_lexicon, forms_across
from index.windows import windows

SIZES = (64, 96, 128, 192, 256)
SETS = (
    ("xquad/paragraphs.zh.jsonl", ("xquad/questions.zh.jsonl", "xquad/questions.en.jsonl")),
    ("xquad/paragraphs.en.jsonl", ("xquad/questions.en.jsonl", "xquad/questions.zh.jsonl")),
    ("cmrc-trial/paragraphs.jsonl", ("cmrc-trial/questions.jsonl",)),
)
SEARCHED = {"fact", "paraphrase", "numeric", "list", "multi", "keyword", "typo"}
Cosines = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions on one report, their vectors and their full-text shares of each paragraph.

    `across` tells of each whether its terms were translated.
    """

    name: str
    golds: list[set[str]]
    vectors: NDArray[np.float32]
    lexical: NDArray[np.float64]
    across: list[bool]


def main(sets: Path, gold: Path) -> None:
    """Print a Markdown table, a row for each way to cut and a column for each set."""
    rows: dict[str, list[str]] = {}
    names: list[str] = []
    for report, asked in _reports(sets, gold):
        names += [f"{one.name} (n = {len(one.golds)})" for one in asked]
        keys = [paragraph.number or paragraph.kind for paragraph in report.paragraphs]
        for way, scores in _ways(report, [one.vectors for one in asked]):
            for one, cosines in zip(asked, scores, strict=True):
                rows.setdefault(way, []).append(_first(one, cosines, keys))
    print("| |", " | ".join(names), "|")
    print("|---" * (len(names) + 1), "|", sep="")
    for way, found in rows.items():
        print("|", way, "|", " | ".join(found), "|")


def _first(asked: Asked, cosines: Cosines, keys: Sequence[str]) -> str:
    dense = [keys[np.argmax(row)] in gold for row, gold in zip(cosines, asked.golds, strict=True)]
    fused = [
        keys[np.argmax(fuse(np.maximum(row, 0.0), lexical, across=across))] in gold
        for row, lexical, across, gold in zip(
            cosines, asked.lexical, asked.across, asked.golds, strict=True
        )
    ]
    return f"{np.mean(dense):.3f} / {np.mean(fused):.3f}"


def _ways(
    report: Report, questions: Sequence[NDArray[np.float32]]
) -> Iterator[tuple[str, list[Cosines]]]:
    sentence = _compared(report, questions, 256, 1, 0, headed=False)
    yield "best sentence", sentence
    for size in SIZES:
        for overlap in (0, 1):
            for headed in (False, True):
                window = _compared(report, questions, size, 10_000, overlap, headed=headed)
                name = f"windows of {size}" + ", overlap" * overlap + ", headings" * headed
                yield name, window
                mean = [(one + two) / 2 for one, two in zip(window, sentence, strict=True)]
                yield f"{name}; mean with best sentence", mean


def _compared(
    report: Report,
    questions: Sequence[NDArray[np.float32]],
    size: int,
    sentences: int,
    overlap: int,
    *,
    headed: bool,
) -> list[Cosines]:
    """The best cosine of each paragraph's windows; shape (questions, paragraphs) each."""
    cut = windows(report.paragraphs, EMBEDDER, size, sentences=sentences, overlap=overlap)
    heads = [" ".join(h.title for h in paragraph.headings) for paragraph, _, _ in cut]
    texts = [paragraph.text[start:end] for paragraph, start, end in cut]
    if headed:
        texts = [f"{head}\n{text}".strip() for head, text in zip(heads, texts, strict=True)]
    vectors = _embedded(texts)
    places = np.array([paragraph.ordinal - 1 for paragraph, _, _ in cut])
    compared = []
    for asked in questions:
        best = np.full((len(report.paragraphs), len(asked)), -1.0)
        np.maximum.at(best, places, vectors @ asked.T)
        compared.append(best.T)
    return compared


def _embedded(texts: Sequence[str]) -> NDArray[np.float32]:
    new = [text for text in dict.fromkeys(texts) if text not in KEPT]
    encoded = EMBEDDER.encode_documents(new)
    KEPT.update((text, one.vector) for text, one in zip(new, encoded, strict=True))
    return np.stack([KEPT[text] for text in texts])


def _reports(sets: Path, gold: Path) -> Iterator[tuple[Report, list[Asked]]]:
    for paragraphs, questions in SETS:
        report = read_report(sets / paragraphs)
        yield report, [_asked(report, name, _lines(sets / name)) for name in questions]
    report = bundled_report()
    lines = [line for line in _lines(gold) if line["kind"] in SEARCHED and line["gold"]]
    languages: dict[str, Callable[[str], bool]] = {
        "zh": lambda found: found == "zh",
        "en": lambda found: found == "en",
        "fr, es, ru, ar": lambda found: found not in ("zh", "en"),
    }
    yield (
        report,
        [
            _asked(report, f"gold {name}", [line for line in lines if wanted(line["lang"])])
            for name, wanted in languages.items()
        ],
    )


def _asked(report: Report, name: str, lines: Sequence[dict[str, object]]) -> Asked:
    questions = [str(line["question"]) for line in lines]
    postings = count((findable(paragraph) for paragraph in report.paragraphs), report.language)
    lexicon, printed = bundled_lexicon(), report.language
    lexical, translated = [], []
    for question in questions:
        spoken = detect(question)
        across = spoken != printed and {spoken, printed} <= LANGUAGES
        forms = (
            forms_across(question, spoken, printed, lexicon)
            if across
            else forms_within(question, printed)
        )
        lexical.append(rank(forms, postings)[0])
        translated.append(across)
    return Asked(
        name.replace(".jsonl", ""),
        [{str(number) for number in line["gold"]} for line in lines],  # type: ignore[attr-defined]
        np.stack([EMBEDDER.encode_query(question).vector for question in questions]),
        np.stack(lexical),
        translated,
    )


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


EMBEDDER = bundled_embedder()
KEPT: dict[str, NDArray[np.float32]] = {}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
