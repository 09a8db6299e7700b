"""What a person may say that a report is called, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from assistant.errors import UsageError

_LONGEST = 500
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def checked_corrections(changes: Mapping[str, str]) -> dict[str, str]:
    """Check what is to be written over a report's title, symbol, date or language.

    Raises:
        UsageError: If one of them can't be; it says what it should look like.
    """
    checked = {name: " ".join(text.split()) for name, text in changes.items()}
    for name, text in checked.items():
        if len(text) > _LONGEST or any("\ud800" <= letter <= "\udfff" for letter in text):
            raise UsageError(
                f"The {name.replace('_', ' ')} must be text of at most {_LONGEST} characters."
            )
    if checked.get("title") == "":
        raise UsageError("A report needs a title: --title must not be empty.")
    if not _is_date(checked.get("date", "")):
        raise UsageError(
            f"{checked['date']} is no date; write YYYY, YYYY-MM or YYYY-MM-DD, as in 2025-04-29."
        )
    language = checked.get("language")
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise UsageError(f"“{language}” is no language tag; write one such as zh, en or fr-CA.")
    return checked


def _is_date(text: str) -> bool:
    if not text:
        return True
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
