"""`pincite evaluate`: gold questions in, a scorecard out.

Whatever is wrong with the files is said before the first question is asked.
"""

from __future__ import annotations

import json
import os
import tempfile
from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from assistant.asking import Assistant
from assistant.errors import UsageError
from assistant.evaluating.asking import ask_all, rank_all, times_asked
from assistant.evaluating.figures import ranking_tables
from assistant.evaluating.gold import Case, questions_of, read_gold
from assistant.evaluating.places import Places, check_names
from assistant.evaluating.records import ranking_record, scorecard_record
from assistant.evaluating.scorecard import explained, scorecard, scorecard_text, tables_text
from assistant.opening import open_beside
from assistant.progress import embedding, watched
from assistant.records import Record
from corpus.model import Report
from corpus.reading import read_report


def evaluate(assistant: Assistant, report: Report, asked: Namespace) -> int:
    """Measure on a report of the library, and print; returns the exit code.

    Raises:
        CorpusError: If a gold file can't be read, or a line of it is wrong.
        UnknownGoldError: If it names paragraphs that the report does not have.
        UsageError: If there would be nothing to measure, or nowhere to write the page.
    """
    cases = _cases(asked)
    return _measure(assistant, report, cases, check_names(cases, report), asked)


def evaluate_on(assistant: Assistant, asked: Namespace) -> int:
    """Measure on the report in the file `asked.on`, kept in a library only meanwhile.

    Raises:
        CorpusError: Also if that file can't be read.
    """
    cases = _cases(asked)
    report = read_report(asked.on)
    names = check_names(cases, report)
    with tempfile.TemporaryDirectory() as folder:
        beside = open_beside(assistant, Path(folder))
        with closing(beside.library):
            with embedding(asked.on.name) as progress:
                kept = beside.index.add(report, progress).report
            return _measure(beside, kept, cases, names, asked)


def _cases(asked: Namespace) -> tuple[Case, ...]:
    if asked.search and asked.html:
        raise UsageError("The page tells of answers; leave out --search or --html.")
    folder = asked.html.parent if asked.html else Path()
    if asked.html and (asked.html.is_dir() or not os.access(folder, os.W_OK)):
        raise UsageError(f"{asked.html} can't be written. Name a file in a folder that is yours.")
    cases = tuple(case for file in dict.fromkeys(asked.files) for case in read_gold(file))
    if asked.search and not any(question.gold for question in questions_of(cases)):
        raise UsageError("No question names a paragraph in its gold, so no ranking can be right.")
    return cases


def _measure(
    assistant: Assistant, report: Report, cases: Sequence[Case], names: Places, asked: Namespace
) -> int:
    embedder = assistant.index.embedder.fingerprint
    if asked.search:
        total = sum(bool(question.gold) for question in questions_of(cases))
        ranking = rank_all(assistant, cases, names, report.id)
        ranked = tuple(watched(ranking, total, "questions"))
        tables = ranking_tables(ranked)
        text = f"{tables_text(tables)}\n\n{explained(tables)}"
        _print(ranking_record(report, embedder, tables, ranked), text, asked)
        return 0
    asking = ask_all(assistant, cases, names, report.id)
    answered = tuple(watched(asking, times_asked(cases), "questions"))
    card = scorecard(report, embedder, answered)
    _print(scorecard_record(card), scorecard_text(card), asked)
    if asked.html:
        from assistant.evaluating.page import write_page

        write_page(asked.html, card)
    return 0


def _print(record: Record, text: str, asked: Namespace) -> None:
    print(json.dumps(record, ensure_ascii=False, indent=1) if asked.json else text)
