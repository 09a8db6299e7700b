"""What can go wrong while asking.

AssistantError
├── EmptyQuestionError      nothing was asked
├── QuestionTooLongError    more was asked than a question can hold
├── NoReportError           there is nothing to ask about
├── UnknownGoldError        a gold file names paragraphs that its report does not have
├── MisquotedError          a citation that is no exact span of its paragraph (a bug, never a case)
├── HistoryError            past conversations can't be kept or found again
│   ├── LockedHistoryError      another program held their file for too long
│   ├── DamagedHistoryError     their file is no history that this version can read
│   ├── UnwritableHistoryError  their folder can't be written, or the disk is full
│   └── UnknownConversationError  there is none of that id, or it is somebody else's
└── UsageError              the command line, a setting or a batch line is wrong
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path


class AssistantError(Exception):
    """Something about a question or a command. `str()` is a sentence for people."""


class EmptyQuestionError(AssistantError):
    """There is no question in the text."""

    def __init__(self) -> None:
        super().__init__("The question is empty. Type what you want to know about the report.")


class QuestionTooLongError(AssistantError):
    """The question has more characters than `limit`."""

    def __init__(self, length: int, limit: int) -> None:
        self.length = length
        self.limit = limit
        super().__init__(
            f"The question has {length:,} characters; at most {limit:,} can be asked at once."
            " Shorten it, or add the text as a report."
        )


class NoReportError(AssistantError):
    """The library is empty."""

    def __init__(self) -> None:
        super().__init__(
            "There is no report to ask about. Add one on the page, or with: pincite add FILE"
        )


class UnknownGoldError(AssistantError):
    """Gold names paragraphs that the report lacks; `missing` tells each one's lines."""

    def __init__(self, report_id: str, missing: Mapping[str, Sequence[str]], has: str) -> None:
        self.report_id = report_id
        self.missing = {name: tuple(lines) for name, lines in missing.items()}
        named = [f"no {name} ({_some(lines, 2)})" for name, lines in missing.items()]
        super().__init__(
            f"The report {report_id} has {has}, but {_some(named, 5)}. Nothing was measured."
        )


class MisquotedError(AssistantError):
    """A citation's span is not inside its paragraph."""

    def __init__(self, label: str, start: int, end: int) -> None:
        self.label = label
        self.start = start
        self.end = end
        super().__init__(f"{label} has no characters {start} to {end} to quote.")


class HistoryError(AssistantError):
    """Past conversations can't be kept or found; answers don't depend on them."""


class LockedHistoryError(HistoryError):
    """Another program held the file at `path` for too long."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"Another program is holding the past conversations {path}. Try again when it is done."
        )


class DamagedHistoryError(HistoryError):
    """The file at `path` is damaged, another program's, or a later version's; it is left alone."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            f"The past conversations {path} can't be read ({reason}). Move the file away, and a new"
            " one is made."
        )


class UnwritableHistoryError(HistoryError):
    """Nothing can be written to the file at `path`."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            f"The past conversations {path} can't be written ({reason}). Make room, or allow"
            " writing there."
        )


class UnknownConversationError(HistoryError):
    """There is no such conversation for whoever asks."""

    def __init__(self, conversation_id: str) -> None:
        self.conversation_id = conversation_id
        super().__init__(
            f"There is no conversation “{conversation_id}”. See which there are with: pincite"
            " history list"
        )


class UsageError(AssistantError):
    """A command, a setting or a line of a batch is not what it should be."""


def _some(names: Sequence[str], most: int) -> str:
    """Names in a row; of too many to read only how many more there are.

    >>> _some(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    left = len(names) - most
    return ", ".join(names[:most]) + (f" and {left} more" if left > 0 else "")
