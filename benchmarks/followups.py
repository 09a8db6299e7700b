"""How well follow-ups are made to stand alone: `python -m benchmarks.followups FOLDER [FILE...]`.

FOLDER holds the rewritten follow-ups of CANARD (`canard_dev.json`, English) and of the incomplete
utterance restoration set (`iur.zh.tsv`, Chinese): people's own rewrites of what was said, chat
included. Counted is which words of substance a rewrite adds to a question, as in query resolution
(Voskarides et al., 2020), beside two baselines: to add nothing, and all of the last question.

Each FILE holds gold conversations, whose later turns are asked as they were written, and by
themselves as the `standalone` that people wrote for them; or questions that stand alone, each of
which is asked after the one before it and should come out as it went in.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from assistant.following import follow
from assistant.model import NOTHING_SAID, Answer, Conversation, Query, Turn
from assistant.opening import open_assistant
from assistant.settings import Settings
from corpus.language import detect
from index.lexical import question_terms

Rewrite = Callable[[str, Conversation], str]


@dataclass(frozen=True, slots=True)
class Restored:
    """A follow-up in its conversation, and what people made of it."""

    question: str
    rewritten: str


def canard(file: Path) -> Iterator[Sequence[Restored]]:
    """The conversations of CANARD, each begun by its article's title as the first thing said."""
    rows = json.loads(file.read_text("utf-8"))
    for _, turns in groupby(rows, key=lambda row: row["QuAC_dialog_id"]):
        asked = list(turns)
        title = ", ".join(asked[0]["History"])
        said = [Restored(row["Question"], row["Rewrite"]) for row in asked]
        yield [Restored(title, title), *said]


def restoration(file: Path) -> Iterator[Sequence[Restored]]:
    """The exchanges of the restoration set: one thing said, an answer left out, a follow-up."""
    for line in file.read_text("utf-8").splitlines():
        first, *_, question, rewritten = line.split("\t\t")
        yield [Restored(first, first), Restored(question, rewritten)]


def by_rules(question: str, conversation: Conversation) -> str:
    """What Pincite makes of it."""
    return follow(question, conversation).standalone


def never(question: str, conversation: Conversation) -> str:
    """The question as it is."""
    return question


def always(question: str, conversation: Conversation) -> str:
    """The question behind all of the last one."""
    return f"{conversation.turns[-1].answer.query.asked} {question}"


def main(folder: Path, files: Sequence[Path]) -> None:
    """Print Markdown tables."""
    print("| rewrites | n | way | left alone where people add nothing | added to where they add"
          " | precision | recall | F1 of the words added |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|")
    for name, language, read, rewrites in (
        ("CANARD dev, English", "en", canard, "canard_dev.json"),
        ("restoration, Chinese", "zh", restoration, "iur.zh.tsv"),
    ):
        for way in (never, always, by_rules):
            count, figures = _added(read(folder / rewrites), way, language)
            said = (way.__doc__ or "").rstrip(".").lower()
            print(f"| {name} | {count} | {said} | {' | '.join(f'{v:.2f}' for v in figures)} |")
    dialogues = [file for file in files if "turns" in _records(file)[0]]
    if questions := [file for file in files if file not in dialogues]:
        print("\n| questions that stand alone | n | left alone after the one before |")
        print("|---|---|---|")
    for file in questions:
        kept = _kept(file)
        print(f"| {file.parent.name}/{file.name} | {len(kept)} | {sum(kept) / len(kept):.3f} |")
    if dialogues:
        print("\n| dialogues | later turns | right as written | right as standalone |")
        print("|---|---|---|---|")
    for file in dialogues:
        written, alone = _asked(file)
        count = len(written)
        print(f"| {file.name} | {count} | {sum(written) / count:.2f} | {sum(alone) / count:.2f} |")


def _records(file: Path) -> list[Any]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def _kept(file: Path) -> list[bool]:
    """For each question of a file but the first, whether it was left as it is."""
    questions = [text for record in _records(file) if (text := record["question"].strip())]
    return [
        follow(question, NOTHING_SAID.with_turn(_turn(before, before, detect(before)))).standalone
        == question
        for before, question in pairwise(questions)
    ]


def _turn(question: str, standalone: str, language: str) -> Turn:
    query = Query(question, standalone, "search", language=language)
    return Turn(question, Answer("answered", "", query, 1.0))


def _added(
    conversations: Iterator[Sequence[Restored]], way: Rewrite, language: str
) -> tuple[int, tuple[float, ...]]:
    alone: list[bool] = []
    recognised: list[bool] = []
    hits = ours = theirs = 0
    for turns in conversations:
        said = NOTHING_SAID
        for place, turn in enumerate(turns):
            standalone = way(turn.question, said) if place else turn.question
            said = said.with_turn(_turn(turn.question, standalone, language))
            if not place:
                continue
            asked = {*question_terms(turn.question, language)}
            wanted = {*question_terms(turn.rewritten, language)} - asked
            found = {*question_terms(standalone, language)} - asked
            (recognised if wanted else alone).append(bool(found) == bool(wanted))
            hits += len(wanted & found)
            ours, theirs = ours + len(found), theirs + len(wanted)
    precision, recall = hits / max(ours, 1), hits / max(theirs, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return len(alone) + len(recognised), (
        sum(alone) / max(len(alone), 1),
        sum(recognised) / max(len(recognised), 1),
        precision,
        recall,
        f1,
    )


def _asked(file: Path) -> tuple[list[bool], list[bool]]:
    written, alone = [], []
    with tempfile.TemporaryDirectory() as folder:
        assistant = open_assistant(Settings(library=Path(folder)), print)
        for record in _records(file):
            said = NOTHING_SAID
            for turn in record["turns"]:
                answer = assistant.ask(turn["question"], said)
                if said.turns:
                    written.append(_is_right(turn, answer))
                    alone.append(_is_right(turn, assistant.ask(turn["standalone"])))
                said = said.with_turn(Turn(turn["question"], answer))
        assistant.library.close()
    return written, alone


def _is_right(turn: Any, answer: Answer) -> bool:
    cited = {c.paragraph.number or c.paragraph.kind for c in answer.citations}
    gold = {str(number) for number in turn["gold"]}
    if turn["match"] == "none":
        return not cited
    return gold <= cited if turn["match"] == "all" else bool(gold & cited)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
