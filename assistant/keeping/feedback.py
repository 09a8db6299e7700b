"""What people say of answers, a JSON object a line in a file of this machine's."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args
from zlib import crc32

from assistant.errors import UnwritableHistoryError
from assistant.keeping.recording import restored
from assistant.model import Status, Turn
from corpus.errors import MalformedLineError

Verdict = Literal["right", "wrong_paragraph", "should_say_no"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of one answer.

    `verdict` on an answer that says no: `right`, or `wrong_paragraph` where the report does
    answer. `cited` are the anchors that the answer quotes, `meant` those that the person named as
    right; `report` is the id of the report that they are in. `conversation`, `turn`, from 0, and
    the question tell the answer, so that a later word on it replaces an earlier one.
    """

    at: str
    conversation: str
    turn: int
    verdict: Verdict
    report: str
    question: str
    standalone: str
    language: str
    status: Status
    cited: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()

    @property
    def answer(self) -> str:
        """The name of the answer that is judged."""
        return answer_name(self.conversation, self.turn, self.question)


def answer_name(conversation: str, place: int, question: str) -> str:
    """What tells an answer from every other, one to a question put in its place among them.

    >>> answer_name("abc", 0, "Who pays?")
    'abc:0:1a7a9e5b'
    """
    return f"{conversation}:{place}:{crc32(question.encode(errors='replace')):08x}"


def judgement(
    turn: Turn,
    verdict: Verdict,
    *,
    conversation: str,
    place: int,
    report: str,
    meant: Iterable[str] = (),
) -> Judgement:
    """Judge a turn, now.

    Args:
        turn: What was asked and answered.
        verdict: What the person says of it.
        conversation: The id of the conversation it is part of.
        place: Its place in there, from 0.
        report: The report that was asked; an answer's own quotes tell it better.
        meant: The anchors of the paragraphs that are right.
    """
    answer = turn.answer
    quoted = [cited.paragraph for cited in answer.citations]
    return Judgement(
        datetime.now(UTC).isoformat(timespec="seconds"),
        conversation,
        place,
        verdict,
        quoted[0].report_id if quoted else report,
        answer.query.asked,
        answer.query.standalone,
        answer.query.language,
        answer.status,
        tuple(dict.fromkeys(paragraph.anchor for paragraph in quoted)),
        tuple(dict.fromkeys(meant)),
    )


class Feedback:
    """Judgements in a file that grows by one line each.

    A line is written by one call at the end of the file, so that several processes can share it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, said: Judgement) -> None:
        """Keep a judgement.

        Raises:
            UnwritableHistoryError: If the file can't be written.
        """
        line = json.dumps(asdict(said), ensure_ascii=False) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            descriptor = os.open(self.path, flags, 0o600)
            with os.fdopen(descriptor, "ab", buffering=0) as file:
                file.write(line.encode())
        except OSError as error:
            raise UnwritableHistoryError(self.path, error.strerror or str(error)) from error

    def judgements(self) -> tuple[Judgement, ...]:
        """The last word on every answer, in the order in which they were first judged.

        Raises:
            UnwritableHistoryError: If the file can't be opened.
            MalformedLineError: If a line is no judgement.
        """
        try:
            text = self.path.read_text("utf-8")
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise UnwritableHistoryError(self.path, error.strerror or str(error)) from error
        except UnicodeDecodeError as error:
            raise MalformedLineError(
                self.path, 1, f"this is not UTF-8 ({error.reason})."
            ) from error
        latest: dict[str, Judgement] = {}
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                said = self._read(line, number)
                latest[said.answer] = said
        return tuple(latest.values())

    def _read(self, line: str, number: int) -> Judgement:
        try:
            said = restored(Judgement, json.loads(line))
        except ValueError as error:
            raise MalformedLineError(
                self.path, number, f"{error}. Correct the line or delete it."
            ) from error
        if said.verdict not in get_args(Verdict):
            raise MalformedLineError(
                self.path, number, f"“{said.verdict}” is none of {', '.join(get_args(Verdict))}."
            )
        return said
