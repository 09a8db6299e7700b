"""The evaluation table at the end: how often the right paragraph comes first.

Searched as the product searches, on every set of a folder that training did not read, and on what
was held out of those that it did.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.reading import read_report
from index.embedders.processor import fastest_dtype
from index.embedders.sentence_transformer import SentenceTransformerEmbedder
from index.library import Library
from index.model import Hit
from index.searching import Index
from training.sources import is_held_out

LOOKED_AT = 50  # hits; what one ranking has first is hardly ever further down


@dataclass(frozen=True, slots=True)
class Recall:
    """Shares (0 to 1) of `n` questions whose right paragraph is first, or among the first five.

    `dense`, `late` (word by word) and `lexical` are first places of these rankings alone.
    """

    name: str
    n: int
    dense: float
    late: float
    lexical: float
    first: float
    five: float


def measured(model: Path, sets: Path, learned: Sequence[str]) -> Iterator[Recall]:
    """Measure a model on each pair of paragraphs and questions in a folder of sets.

    Args:
        model: The model's folder.
        sets: `NAME/paragraphs*.jsonl` and `NAME/questions*.jsonl`.
        learned: The sets that were trained on; of these only what was held out is asked.
    """
    embedder = SentenceTransformerEmbedder(str(model), fastest_dtype())
    for paragraphs in sorted(sets.glob("*/paragraphs*.jsonl")):
        with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "l.sqlite") as library:
            index = Index(library, embedder)
            index.add(read_report(paragraphs))
            for questions in sorted(paragraphs.parent.glob("questions*.jsonl")):
                yield _recall(index, paragraphs, questions, learned)


def table(rows: Iterator[Recall]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield "| questions on paragraphs | n | dense | by word | full text | all: first | in five |"
    yield "|---|---|---|---|---|---|---|"
    for row in rows:
        figures = (row.dense, row.late, row.lexical, row.first, row.five)
        yield (
            f"| {row.name} | {row.n} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"
        )


def _recall(index: Index, paragraphs: Path, questions: Path, learned: Sequence[str]) -> Recall:
    found: dict[str, int] = dict.fromkeys(("dense", "late", "lexical", "first", "five"), 0)
    n = 0
    for line in questions.read_text("utf-8").splitlines():
        asked = json.loads(line)
        gold = {str(number) for number in asked["gold"]}
        if paragraphs.parent.name in learned and not any(map(is_held_out, gold)):
            continue
        n += 1
        hits = index.search(asked["question"], limit=LOOKED_AT)
        right = [hit for hit in hits if hit.paragraph.number in gold]
        found["first"] += hits[0] in right
        found["five"] += any(hit in right for hit in hits[:5])
        for ranking in ("dense", "late", "lexical"):
            found[ranking] += any(_place(hit, ranking) == 1 for hit in right)
    held_out = " (held out)" if paragraphs.parent.name in learned else ""
    name = f"{paragraphs.parent.name} {_tag(questions)} on {_tag(paragraphs)}{held_out}"
    return Recall(name, n, **{key: count / max(1, n) for key, count in found.items()})


def _place(hit: Hit, ranking: str) -> int:
    return next((rank.place for rank in hit.ranks if rank.ranking == ranking), 0)


def _tag(path: Path) -> str:
    return path.stem.partition(".")[2] or "zh"
