"""The two doors for programs: JSON Lines in, JSON Lines out, in order, one flushed at a time.

A line that can't be read or answered gives a line with an `error`, and the batch goes on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.asking import Assistant
from assistant.errors import AssistantError, UsageError
from assistant.model import Conversation, Turn
from assistant.records import Record, answer_record, hit_record
from index.errors import IndexingError

_EXPECTED = (AssistantError, IndexingError)


def search_batch(assistant: Assistant, source: str, reports: Sequence[str], limit: int) -> int:
    """Rank paragraphs for every line's `question`; returns the exit code.

    Raises:
        UsageError: If the file can't be opened.
    """

    def searched(line: Record) -> Iterator[Record]:
        if "question" not in line:
            raise UsageError('The line has no "question".')
        hits = assistant.search(_text(line["question"]), limit, _within(line, reports))
        yield {"id": line.get("id"), "hits": [hit_record(hit) for hit in hits]}

    return _run(source, searched)


def answer_batch(assistant: Assistant, source: str, reports: Sequence[str]) -> int:
    """Answer every line's `question`, or its `turns` as one conversation; returns the exit code.

    Raises:
        UsageError: If the file can't be opened.
    """

    def answered(line: Record) -> Iterator[Record]:
        turns = line.get("turns", [line["question"]] if "question" in line else None)
        if not isinstance(turns, list) or not turns:
            raise UsageError('The line has neither a "question" nor a list of "turns".')
        within = _within(line, reports)
        conversation = Conversation()
        for number, turn in enumerate(turns, start=1):
            try:
                question = _text(turn)
                answer = assistant.ask(question, conversation, within)
            except _EXPECTED as error:
                yield _failed(line, number, error)
                continue
            conversation = conversation.with_turn(Turn(question, answer))
            yield {"id": line.get("id"), "turn": number, **answer_record(answer)}

    return _run(source, answered)


def _run(source: str, work: Callable[[Record], Iterator[Record]]) -> int:
    for number, raw in enumerate(_lines(source), start=1):
        if not raw.strip():
            continue
        line: Record = {}
        try:
            line = _parsed(raw, number)
            for record in work(line):
                _write(record)
        except _EXPECTED as error:
            _write(_failed(line, None, error))
    return 0


def _failed(line: Record, turn: int | None, error: Exception) -> Record:
    return {"id": line.get("id"), "turn": turn, "error": str(error)}


def _lines(source: str) -> Iterator[bytes]:
    if source == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(source).open("rb") as file:
            yield from file
    except OSError as error:
        raise UsageError(f"{source} can't be read: {error.strerror}.") from error


def _parsed(raw: bytes, number: int) -> Record:
    try:
        line = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"Line {number} is not JSON in UTF-8: {error}.") from error
    if not isinstance(line, dict):
        raise UsageError(f"Line {number} is not a JSON object.")
    return line


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UsageError("A question must be a string.")
    return value


def _within(line: Record, reports: Sequence[str]) -> Sequence[str]:
    report = line.get("report")
    if report is None:
        return reports
    if not isinstance(report, str):
        raise UsageError('"report" must be the id of one report.')
    return (report,)


def _write(record: Record) -> None:
    line = json.dumps(record, ensure_ascii=False)
    # Half a character, which JSON may hold but UTF-8 may not, leaves as the escape it came in as.
    sys.stdout.write(line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
    sys.stdout.flush()
