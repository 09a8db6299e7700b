"""How well gold questions are answered: `python -m benchmarks.answers GOLD_FILE`.

Each line of the file has a `question`, the `gold` paragraphs (numbers, `"summary"` or `"front"`;
none where the report does not answer), whether `any` of them is enough or `all` are needed
(`match`), and those that may be cited too (`also_ok`).
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.model import Answer
from assistant.opening import open_assistant
from assistant.settings import Settings

PLAIN = {"fact", "numeric", "list", "keyword", "typo"}
UNANSWERED = {"unanswerable", "offtopic"}
GROUPS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("zh: fact, numeric, list, keyword, typo", lambda q: q["lang"] == "zh" and q["kind"] in PLAIN),
    ("zh: paraphrase", lambda q: q["lang"] == "zh" and q["kind"] == "paraphrase"),
    ("zh: several paragraphs needed", lambda q: q["lang"] == "zh" and q["kind"] == "multi"),
    ("all languages: by paragraph number", lambda q: q["kind"] == "lookup"),
    ("all languages: a section", lambda q: q["kind"] == "section"),
    (
        "other languages, the rest",
        lambda q: q["lang"] != "zh" and q["kind"] not in {*UNANSWERED, "lookup", "section"},
    ),
    ("all languages: not in the report", lambda q: q["kind"] == "unanswerable"),
    ("all languages: off topic", lambda q: q["kind"] == "offtopic"),
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What one answer got; the last two are None where nothing was cited or nothing is right."""

    right: bool
    first: bool | None
    precision: float | None


def main(gold_file: Path) -> None:
    """Print a Markdown table."""
    questions = [json.loads(line) for line in gold_file.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        assistant = open_assistant(Settings(library=Path(folder)), print)
        marked = [(q, _marks(q, assistant.ask(q["question"]))) for q in questions]
        assistant.library.close()
    print("| questions | n | right | first citation right | citation precision |")
    print("|---|---|---|---|---|")
    for name, belongs in GROUPS:
        marks = [mark for question, mark in marked if belongs(question)]
        columns = (
            _mean(mark.right for mark in marks),
            _mean(mark.first for mark in marks),
            _mean(mark.precision for mark in marks),
        )
        print(f"| {name} | {len(marks)} | {' | '.join(columns)} |")


def _marks(question: Any, answer: Answer) -> Marks:
    cited = [c.paragraph.number or c.paragraph.kind for c in answer.citations]
    gold = {str(number) for number in question["gold"]}
    if not gold:
        return Marks(not cited, None, None)
    allowed = gold | {str(number) for number in question["also_ok"]}
    right = gold <= {*cited} if question["match"] == "all" else bool(gold & {*cited})
    precision = sum(number in allowed for number in cited) / len(cited) if cited else None
    return Marks(right, bool(cited) and cited[0] in gold, precision)


def _mean(values: Iterable[float | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{sum(known) / len(known):.2f}" if known else "–"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
