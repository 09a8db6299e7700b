"""What each command does."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, replace
from typing import Any

from assistant.adding import add_all
from assistant.asking import Assistant
from assistant.batch import answer_batch, search_batch
from assistant.correcting import checked_corrections
from assistant.errors import UsageError
from assistant.opening import open_assistant
from assistant.records import answer_record, hit_record, paragraph_record
from assistant.settings import Settings
from assistant.showing import select
from assistant.wording import wording
from corpus.model import Paragraph, Report
from index.describing import CORRECTABLE

_PLAIN = wording("en")
_DOUBTED_SHOWN = 5  # lines; `pincite inspect` tells all


def run(asked: Namespace) -> int:
    """Run the command that was asked for; returns the exit code."""
    if asked.command == "model":
        from index.embedders.finding import fetch

        print(f"{asked.name} is at {fetch(asked.name)}; use it with --model {asked.name}")
        return 0
    if asked.command == "inspect":
        from assistant.inspecting import inspect

        return inspect(asked.files, _PLAIN, as_json=asked.json)
    settings = _settings(asked)
    if asked.command in ("history", "feedback"):
        from assistant.keeping.commands import run_feedback, run_history

        return (run_history if asked.command == "history" else run_feedback)(settings, asked)
    assistant = open_assistant(settings, _say)
    with closing(assistant.library):
        if asked.command in (None, "serve"):
            from assistant.page.serving import serve

            serve(assistant, settings)
            return 0
        return _COMMANDS[asked.command](assistant, asked)


def _settings(asked: Namespace) -> Settings:
    plain = ("library", "model", "port", "open_browser", "history", "host", "open_to_network")
    chosen = {name: getattr(asked, name) for name in plain if hasattr(asked, name)}
    if chosen.get("open_to_network"):
        chosen.setdefault("host", "0.0.0.0")
    if hasattr(asked, "also_called"):
        chosen["also_called"] = tuple(asked.also_called)
    if hasattr(asked, "password"):
        from assistant.page.password import ask_for_password

        chosen["password"] = asked.password or ask_for_password()
    return replace(Settings(), **chosen)


def _ask(assistant: Assistant, asked: Namespace) -> int:
    if asked.batch:
        return answer_batch(assistant, asked.batch, asked.report)
    answer = assistant.ask(_question(asked), reports=asked.report)
    if not assistant.is_calibrated and answer.query.kind == "search":
        print(wording(answer.query.language).answers.uncalibrated, file=sys.stderr)
    if asked.json:
        _print_json(answer_record(answer))
    else:
        print(answer.text)
    return 0


def _search(assistant: Assistant, asked: Namespace) -> int:
    if asked.limit < 1:
        raise UsageError(f"--limit must be at least 1, not {asked.limit}.")
    if asked.batch:
        return search_batch(assistant, asked.batch, asked.report, asked.limit)
    hits = assistant.search(_question(asked), asked.limit, asked.report)
    if asked.json:
        _print_json([hit_record(hit) for hit in hits])
        return 0
    for hit in hits:
        print(f"{hit.score:.3f}  {_headline(hit.paragraph)}")
    return 0


def _show(assistant: Assistant, asked: Namespace) -> int:
    report = _the_report(assistant, asked.report)
    paragraphs = select(report, asked.which)
    if asked.json:
        _print_json([paragraph_record(paragraph) for paragraph in paragraphs])
        return 0
    path: tuple[str, ...] = ()
    for paragraph in paragraphs:
        above = tuple(heading.label for heading in paragraph.headings)
        if above != path:
            print(" › ".join(above) + "\n" if above else "")
            path = above
        print(f"{_PLAIN.paragraph(paragraph)}  {paragraph.text}\n")
    return 0


def _add(assistant: Assistant, asked: Namespace) -> int:
    records: list[dict[str, Any]] = []
    for outcome in add_all(assistant, asked.files):
        if outcome.added is None:
            print(f"pincite: {outcome.error}", file=sys.stderr)
            records.append({"file": outcome.name, "error": str(outcome.error)})
            continue
        report, verdict = outcome.added.report, outcome.added.report.numbering
        records.append(
            {
                "file": outcome.name,
                "report": report.id,
                "title": report.title,
                "symbol": report.symbol,
                "outcome": outcome.added.outcome,
                "paragraphs": len(report.paragraphs),
                "numbered": verdict.numbered,
                "numbering": verdict.status,
                "series": [asdict(series) for series in verdict.series],
                "gaps": list(verdict.gaps),
                "doubles": list(verdict.doubles),
                "doubted": list(verdict.doubted),
                "warnings": list(verdict.warnings),
            }
        )
        if not asked.json:
            print(f"{report.id}: {outcome.added.outcome}. {_PLAIN.numbering_verdict(report)}.")
            for warning in verdict.warnings:
                print(f"  {warning}")
            for line in verdict.doubted[:_DOUBTED_SHOWN]:
                print(f"  Not taken for a numbered paragraph: {line}")
    if asked.json:
        _print_json(records)
    return 2 if any("error" in record for record in records) else 0


def _evaluate(assistant: Assistant, asked: Namespace) -> int:
    from assistant.evaluating.command import evaluate, evaluate_on

    if asked.on:
        return evaluate_on(assistant, asked)
    return evaluate(assistant, _the_report(assistant, asked.report), asked)


def _reports(assistant: Assistant, asked: Namespace) -> int:
    summaries = assistant.library.reports()
    if asked.json:
        _print_json(
            [
                {
                    "report": s.id,
                    "title": s.title,
                    "symbol": s.symbol,
                    "date": s.date,
                    "language": s.language,
                    "source": s.source,
                    "paragraphs": s.paragraphs,
                    "numbered": s.numbered,
                    "numbering": s.numbering,
                }
                for s in summaries
            ]
        )
        return 0
    if not summaries:
        print("There are no reports. Add one with: pincite add FILE", file=sys.stderr)
    for s in summaries:
        print(f"{s.id}  {s.title}  ({s.numbered} numbered paragraphs, {s.numbering})")
    return 0


def _edit(assistant: Assistant, asked: Namespace) -> int:
    changes = {name: value for name in CORRECTABLE if (value := getattr(asked, name)) is not None}
    if not changes:
        names = ", ".join(f"--{name.replace('_', '-')}" for name in CORRECTABLE)
        raise UsageError(f"Say what to correct: {names}.")
    report_id = _the_report(assistant, asked.report).id
    assistant.library.correct(report_id, checked_corrections(changes))
    report = assistant.library.report(report_id)
    described = {name: getattr(report, name) for name in CORRECTABLE}
    if asked.json:
        _print_json({"report": report.id, **described})
        return 0
    for name, value in described.items():
        print(f"{name.replace('_', ' ') + ':':<13}{value or 'none'}")
    return 0


def _remove(assistant: Assistant, asked: Namespace) -> int:
    for report_id in dict.fromkeys(asked.reports):
        assistant.remove(report_id)
        print(f"{report_id}: removed")
    return 0


_COMMANDS: dict[str, Callable[[Assistant, Namespace], int]] = {
    "ask": _ask,
    "search": _search,
    "show": _show,
    "add": _add,
    "evaluate": _evaluate,
    "reports": _reports,
    "edit": _edit,
    "remove": _remove,
}


def _question(asked: Namespace) -> str:
    if asked.question is None:
        raise UsageError(f"Say what to {asked.command}, or give --batch FILE.")
    return str(asked.question)


def _the_report(assistant: Assistant, report_id: str | None) -> Report:
    if report_id:
        return assistant.index.report(report_id)
    known = [summary.id for summary in assistant.library.reports()]
    if len(known) != 1:
        have = f"has {', '.join(known)}" if known else "is empty"
        raise UsageError(f"Say which report with --report ID: the library {have}.")
    return assistant.index.report(known[0])


def _headline(paragraph: Paragraph) -> str:
    text = " ".join(paragraph.text.split())
    short = text if len(text) <= 80 else text[:79] + "…"
    return f"{paragraph.report_id}, {_PLAIN.paragraph(paragraph)}: {short}"


def _print_json(value: Sequence[Any] | dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _say(sentence: str) -> None:
    print(f"pincite: {sentence}", file=sys.stderr)
