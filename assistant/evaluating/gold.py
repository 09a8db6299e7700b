"""Gold files: questions, and which paragraphs a right answer cites.

One JSON object a line. A single question has `question` and `gold`; a conversation has `turns`,
each of them such an object. All else may be left out:

- `gold`: paragraphs, by number (`26`), anchor (`"p13-2"`) or kind (`"summary"`, `"front"`); an
  empty list says that the report does not answer.
- `match`: `any` of them is enough (the default), or `all` are needed; `none` where gold is empty.
- `also_ok`: paragraphs that may be cited too.
- `standalone`: the turn rewritten so that it can be asked alone.
- `id`, `kind`, `lang`: what the scorecard names and groups by; `kind` `offtopic` is counted apart.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from assistant.errors import AssistantError
from assistant.understanding import checked
from corpus.decoding import file_text
from corpus.errors import MalformedLineError
from corpus.language import detect

Match = Literal["any", "all", "none"]
OFF_TOPIC = "offtopic"


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `gold` and `also_ok` name paragraphs as the file does."""

    text: str
    gold: tuple[str, ...]
    also_ok: tuple[str, ...] = ()
    match: Match = "any"
    kind: str = ""
    language: str = "und"
    standalone: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A line of a gold file: one question, or the turns of a conversation; `line` is from 1."""

    id: str
    file: Path
    line: int
    turns: tuple[Question, ...]
    is_dialogue: bool = False

    @property
    def key(self) -> tuple[Path, int]:
        """What tells it from every other, which an id need not."""
        return self.file, self.line


def read_gold(file: Path) -> tuple[Case, ...]:
    """Read every line of a gold file.

    Raises:
        UnreadableFileError, NotTextError: If the file can't be read, or is empty.
        MalformedLineError: If a line is not as described above.
    """
    cases = []
    for number, line in enumerate(file_text(file).split("\n"), start=1):
        if line.strip():
            try:
                cases.append(_case(_parsed(line), file, number))
            except ValueError as error:
                raise MalformedLineError(file, number, str(error)) from error
    return tuple(cases)


def _parsed(line: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(
            f'this is not JSON ({error}). Write one {{"question": ..., "gold": [...]}} a line.'
        ) from error
    if not isinstance(entry, dict):
        raise ValueError('expected an object like {"question": ..., "gold": [...]}.')
    return entry


def _case(entry: dict[str, Any], file: Path, line: int) -> Case:
    name = str(entry.get("id", line))
    if "turns" not in entry:
        return Case(name, file, line, (_question(entry, entry),))
    turns = entry["turns"]
    if not isinstance(turns, list) or not turns:
        raise ValueError('"turns" must be a list of questions that is not empty.')
    questions = []
    for number, turn in enumerate(turns, start=1):
        if not isinstance(turn, dict):
            raise ValueError(f'turn {number}: expected an object with "question" and "gold".')
        try:
            questions.append(_question(turn, entry))
        except ValueError as error:
            raise ValueError(f"turn {number}: {error}") from error
    return Case(name, file, line, tuple(questions), is_dialogue=True)


def _question(entry: dict[str, Any], line: dict[str, Any]) -> Question:
    text = _askable(entry, "question")
    gold = _paragraphs(entry, "gold")
    match = entry.get("match", "any" if gold else "none")
    if match not in get_args(Match):
        raise ValueError(f'"match" must be any, all or none, not {_shown(match)}.')
    if (match == "none") != (not gold):
        raise ValueError(
            '"match" is "none" where "gold" is empty, and only there. Name the paragraphs that'
            ' answer, or leave "match" out.'
        )
    return Question(
        text,
        gold,
        _paragraphs(entry, "also_ok") if "also_ok" in entry else (),
        match,
        _text(entry, "kind", ""),
        _text(entry, "lang", "") or _text(line, "lang", "") or detect(text),
        _askable(entry, "standalone") if entry.get("standalone") else "",
    )


def _askable(entry: dict[str, Any], field: str) -> str:
    if field not in entry:
        raise ValueError(f'"{field}" is missing.')
    try:
        return checked(_text(entry, field, ""))
    except AssistantError as error:
        raise ValueError(f'"{field}": {error}') from error


def _paragraphs(entry: dict[str, Any], field: str) -> tuple[str, ...]:
    if field not in entry:
        raise ValueError(f'"{field}" is missing. Where the report does not answer, write [].')
    names = entry[field]
    if not isinstance(names, list) or not all(_is_name(name) for name in names):
        raise ValueError(
            f'"{field}" must be a list of paragraphs, as [26, "summary"], not {_shown(names)}.'
        )
    return tuple(dict.fromkeys(str(name).strip() for name in names))


def _is_name(name: object) -> bool:
    return isinstance(name, int | str) and not isinstance(name, bool) and bool(str(name).strip())


def _text(entry: dict[str, Any], field: str, default: str) -> str:
    value = entry.get(field, default)
    if not isinstance(value, str):
        raise ValueError(f'"{field}" must be a string, not {_shown(value)}.')
    return value


def _shown(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 60 else shown[:59] + "…"


def questions_of(cases: Sequence[Case]) -> tuple[Question, ...]:
    """Every question, whether alone or a turn."""
    return tuple(question for case in cases for question in case.turns)
