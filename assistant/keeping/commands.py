"""What `pincite history` and `pincite feedback` do."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from assistant.errors import UnknownConversationError, UsageError
from assistant.keeping.exporting import format_of
from assistant.keeping.feedback import Feedback
from assistant.keeping.gold import gold_file
from assistant.keeping.history import History
from assistant.keeping.model import Kept
from assistant.keeping.recording import recorded
from assistant.keeping.transcript import Transcript, transcript
from assistant.settings import Settings
from assistant.wording import wording

_SHORT_ID = 8
_PLAIN = wording("en")


def run_history(settings: Settings, asked: Namespace) -> int:
    """List, show, delete or export past conversations; returns the exit code."""
    history = History(settings.history_file, settings.patience)
    return _ACTIONS[asked.action](history, settings, asked)


def run_feedback(settings: Settings, asked: Namespace) -> int:
    """Tell what was said of answers, or write it as gold; returns the exit code."""
    feedback = Feedback(settings.feedback_file)
    judgements = [
        one for one in feedback.judgements() if not asked.report or one.report == asked.report
    ]
    if asked.gold is None:
        if asked.json:
            _print_json([asdict(one) for one in judgements])
            return 0
        if not judgements:
            _say("There is no feedback yet. Give some with the buttons under an answer.")
        for one in judgements:
            places = f" [{', '.join(one.meant)}]" if one.meant else ""
            print(f"{one.report}  {one.verdict.replace('_', ' ')}{places}  {one.question}")
        return 0
    reports = sorted({one.report for one in judgements})
    if len(reports) > 1:
        raise UsageError(
            f"Say which report with --report ID: there is feedback on {', '.join(reports)}."
        )
    gold = gold_file(judgements)
    if not gold.lines:
        raise UsageError("There is no feedback that says which paragraphs are right.")
    _write(asked.gold, gold.text.encode())
    left = f"; {gold.unnamed} left out, for which no right paragraph was named"
    _say(f"{_count(len(gold.lines))}{left if gold.unnamed else ''}.")
    if asked.gold != "-":
        _say(f"Measure with: pincite evaluate {asked.gold} --report {reports[0]}")
    return 0


def _list(history: History, settings: Settings, asked: Namespace) -> int:
    summaries = history.summaries(None, asked.search)
    if asked.json:
        _print_json([asdict(summary) for summary in summaries])
        return 0
    if not summaries:
        _say("No conversation is kept" + (f" with “{asked.search}”." if asked.search else " yet."))
    for summary in summaries:
        when = summary.changed_at[:16].replace("T", " ")
        print(f"{summary.id[:_SHORT_ID]}  {when}  {summary.name}  ({_count(summary.questions)})")
    return 0


def _show(history: History, settings: Settings, asked: Namespace) -> int:
    kept = _kept(history, asked.conversation)
    if asked.json:
        _print_json({**asdict(kept.summary), **recorded(kept.conversation)})
        return 0
    for turn in kept.conversation.turns:
        print(f"> {turn.question.strip()}\n\n{turn.answer.text}\n")
    return 0


def _delete(history: History, settings: Settings, asked: Namespace) -> int:
    if asked.all == bool(asked.conversations):
        raise UsageError("Say which conversations to delete, or --all.")
    if asked.all:
        chosen = [summary.id for summary in history.summaries(None)]
    else:
        chosen = [_full_id(history, typed) for typed in dict.fromkeys(asked.conversations)]
    for conversation_id in chosen:
        history.delete(conversation_id, None)
        print(f"{conversation_id[:_SHORT_ID]}: deleted")
    return 0


def _export(history: History, settings: Settings, asked: Namespace) -> int:
    kept = _kept(history, asked.conversation)
    suffix = asked.format or (".md" if asked.file == "-" else Path(asked.file).suffix)
    kind = format_of(suffix if suffix.startswith(".") else f".{suffix}")
    _write(asked.file, kind.write(_transcript(kept, settings)))
    return 0


_ACTIONS: dict[str, Callable[[History, Settings, Namespace], int]] = {
    "list": _list,
    "show": _show,
    "delete": _delete,
    "export": _export,
}


def _transcript(kept: Kept, settings: Settings) -> Transcript:
    return transcript(
        kept.conversation,
        {report.id: report for report in kept.covers},
        wording(kept.conversation.turns[0].answer.query.language),
        f"http://{settings.host}:{settings.port}",
        date.today(),
    )


def _kept(history: History, typed: str) -> Kept:
    return history.kept(_full_id(history, typed), None)


def _full_id(history: History, typed: str) -> str:
    """The id that begins as typed; a name, too, if only one conversation has it."""
    summaries = history.summaries(None)
    found = [one.id for one in summaries if typed and typed in (one.id, one.name)]
    found = found or [one.id for one in summaries if typed and one.id.startswith(typed)]
    if not found:
        raise UnknownConversationError(typed)
    if len(found) > 1:
        raise UsageError(f"“{typed}” can be any of {', '.join(found)}.")
    return found[0]


def _count(questions: int) -> str:
    return f"{questions} question{'' if questions == 1 else 's'}"


def _write(file: str, content: bytes) -> None:
    if file == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        Path(file).write_bytes(content)
    except OSError as error:
        raise UsageError(f"{file} can't be written: {error.strerror or error}.") from error


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _say(sentence: str) -> None:
    print(f"pincite: {sentence}", file=sys.stderr)
