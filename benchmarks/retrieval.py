"""First-place and top-five recall on labelled sets: `python -m benchmarks.retrieval SETS_FOLDER`.

A set is `paragraphs*.jsonl` and `questions*.jsonl` of the same folder; every pair of one with
the other is measured, as the product searches and by full text alone.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from corpus.reading import read_report
from index.embedders.bundled import bundled_embedder
from index.library import Library
from index.model import Hit
from index.searching import Index


def main(sets: Path) -> None:
    """Print a Markdown table."""
    print("| questions on paragraphs | n | first | in first five | full text alone: first |")
    print("|---|---|---|---|---|")
    for paragraphs in sorted(sets.glob("*/paragraphs*.jsonl")):
        with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "l.sqlite") as library:
            index = Index(library, bundled_embedder())
            index.add(read_report(paragraphs))
            for questions in sorted(paragraphs.parent.glob("questions*.jsonl")):
                _measure(index, paragraphs, questions)


def _measure(index: Index, paragraphs: Path, questions: Path) -> None:
    first = five = lexical = 0
    asked = [json.loads(line) for line in questions.read_text("utf-8").splitlines()]
    for question in asked:
        gold = {str(number) for number in question["gold"]}
        hits = index.search(question["question"], limit=50)
        found = [hit.paragraph.number in gold for hit in hits]
        first += found[0]
        five += any(found[:5])
        lexical += any(hit.paragraph.number in gold and _lexical_place(hit) == 1 for hit in hits)
    name = f"{paragraphs.parent.name} {_language(questions)} on {_language(paragraphs)}"
    n = len(asked)
    print(f"| {name} | {n} | {first / n:.3f} | {five / n:.3f} | {lexical / n:.3f} |", flush=True)


def _lexical_place(hit: Hit) -> int:
    return next((rank.place for rank in hit.ranks if rank.ranking == "lexical"), 0)


def _language(path: Path) -> str:
    return path.stem.partition(".")[2] or "zh"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
