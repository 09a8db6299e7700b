"""Past conversations, in an SQLite file of their own.

Each belongs to the visitor who had it, known by a secret of their browser's of which only the
digest is kept. Every question is written by one short transaction of its own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from assistant.errors import DamagedHistoryError, UnknownConversationError
from assistant.keeping.file import HistoryFile
from assistant.keeping.model import Kept, Summary, cover, name_of
from assistant.keeping.recording import recorded, restored
from assistant.model import Answer, Citation, Conversation, Turn
from corpus.model import Report
from corpus.normalising import folded

_SUMMARY = """SELECT id, name, report, began_at, changed_at,
    (SELECT count(*) FROM turns WHERE conversation = id) FROM conversations"""


class History:
    """Conversations on disk; safe to use from several threads and processes.

    Where an `owner` is asked for, None stands for whoever the machine belongs to: they see all.

    Args:
        path: The file; it is made when the first conversation is kept.
        patience: How many seconds a file that another program holds is waited for.
    """

    def __init__(self, path: Path, patience: float = 2.0) -> None:
        self.path = path
        self._file = HistoryFile(path, patience)

    def save(
        self, owner: str, conversation: Conversation, report: str, covers: Mapping[str, Report]
    ) -> None:
        """Keep a conversation under its id, or what is new in it.

        Turns are only ever added to a conversation, or its end is replaced: of those already
        kept, all before the last one stay as they are.

        Args:
            owner: The visitor's secret.
            conversation: With an id, and with at least one turn.
            report: What is chosen to be asked: the id of a report, or whatever stands for all.
            covers: The reports that are quoted, by id.

        Raises:
            HistoryError: If it can't be kept; which child tells why.
        """
        now, last = datetime.now(UTC).isoformat(), len(conversation.turns) - 1
        with self._file.open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO conversations VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
                " SET changed_at = excluded.changed_at, name = excluded.name"
                " WHERE owner = excluded.owner",
                (
                    conversation.id,
                    _digest(owner),
                    name_of(conversation.turns[0].question),
                    report,
                    now,
                    now,
                ),
            )
            self._found(connection, conversation.id, owner)
            connection.execute(
                "DELETE FROM turns WHERE conversation = ? AND place >= ?", (conversation.id, last)
            )
            (kept,) = connection.execute(
                "SELECT count(*) FROM turns WHERE conversation = ?", (conversation.id,)
            ).fetchone()
            connection.executemany(
                "INSERT INTO turns VALUES (?, ?, ?, ?, ?)",
                [
                    (conversation.id, place, *_row(conversation.turns[place], covers))
                    for place in range(kept, last + 1)
                ],
            )

    def summaries(self, owner: str | None, sought: str = "") -> tuple[Summary, ...]:
        """A visitor's conversations, the latest first.

        Args:
            owner: Whose; None for everybody's.
            sought: Words that a conversation must all hold, in its questions, its answers or the
                names of its reports, however they are written.

        Raises:
            HistoryError: If they can't be read.
        """
        if not self.path.exists():
            return ()
        conditions, values = ["1"], list[str]()
        if owner is not None:
            conditions.append("owner = ?")
            values.append(_digest(owner))
        for word in folded(sought).split():
            conditions.append(
                "EXISTS (SELECT 1 FROM turns WHERE conversation = id AND instr(sought, ?))"
            )
            values.append(word)
        with self._file.open() as connection:
            rows = connection.execute(
                f"{_SUMMARY} WHERE {' AND '.join(conditions)} ORDER BY changed_at DESC", values
            )
            return tuple(Summary(*row) for row in rows)

    def kept(self, conversation_id: str, owner: str | None) -> Kept:
        """A conversation as it was had.

        Raises:
            UnknownConversationError: If this owner has none of that id.
            HistoryError: If it can't be read.
        """
        if not self.path.exists():
            raise UnknownConversationError(conversation_id)
        with self._file.open() as connection:
            connection.execute("BEGIN")
            summary = self._found(connection, conversation_id, owner)
            rows = connection.execute(
                "SELECT record, covers FROM turns WHERE conversation = ? ORDER BY place",
                (conversation_id,),
            ).fetchall()
        try:
            turns = tuple(restored(Turn, json.loads(record)) for record, _ in rows)
            covers = {
                each["id"]: restored(Report, each) for _, kept in rows for each in json.loads(kept)
            }
        except ValueError as error:
            raise DamagedHistoryError(self.path, str(error)) from error
        return Kept(summary, Conversation(turns, conversation_id), tuple(covers.values()))

    def delete(self, conversation_id: str, owner: str | None) -> None:
        """Delete a conversation; what it said is overwritten in the file.

        Raises:
            UnknownConversationError: If this owner has none of that id.
            HistoryError: If it can't be deleted.
        """
        if not self.path.exists():
            raise UnknownConversationError(conversation_id)
        with self._file.open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            self._found(connection, conversation_id, owner)
            connection.execute("DELETE FROM conversations WHERE id = ?", (conversation_id,))

    def _found(
        self, connection: sqlite3.Connection, conversation_id: str, owner: str | None
    ) -> Summary:
        mine, values = ("", []) if owner is None else (" AND owner = ?", [_digest(owner)])
        row = connection.execute(
            f"{_SUMMARY} WHERE id = ?{mine}", [conversation_id, *values]
        ).fetchone()
        if row is None:
            raise UnknownConversationError(conversation_id)
        return Summary(*row)


def cited_in(answer: Answer) -> tuple[Citation, ...]:
    """Everything of reports that an answer shows."""
    return (*answer.citations, *answer.nearest, *answer.parallels)


def quoted_reports(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The ids of the reports that answers show something of, in order."""
    return tuple(
        dict.fromkeys(
            cited.paragraph.report_id for turn in turns for cited in cited_in(turn.answer)
        )
    )


def _row(turn: Turn, covers: Mapping[str, Report]) -> tuple[str, str, str]:
    quoted = [cover(covers[name]) for name in quoted_reports([turn]) if name in covers]
    said = [turn.question, turn.answer.text, *(report.title for report in quoted)]
    return (
        _json(recorded(turn)),
        _json([recorded(report) for report in quoted]),
        folded("\n".join(said)),
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _digest(owner: str) -> str:
    return sha256(owner.encode()).hexdigest()
