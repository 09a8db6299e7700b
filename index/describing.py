"""What a report is called, as its owner corrected it: kept when a newer version comes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

CORRECTABLE = ("title", "short_title", "symbol", "date", "language")


def correct(connection: sqlite3.Connection, report_id: str, changes: Mapping[str, str]) -> None:
    """Write what its owner says a report is called over what was found in it, and remember it."""
    known = {**corrections(connection, report_id), **changes}
    connection.execute(
        "UPDATE reports SET corrections = ? WHERE id = ?",
        (json.dumps(known, ensure_ascii=False), report_id),
    )
    for name in CORRECTABLE:
        if name in known:
            # The names are ours; what is written there comes in as a parameter.
            connection.execute(
                f"UPDATE reports SET {name} = ? WHERE id = ?", (known[name], report_id)
            )


def corrections(connection: sqlite3.Connection, report_id: str) -> dict[str, str]:
    """What the owner of a report has corrected, none for one that is not there."""
    row = connection.execute(
        "SELECT corrections FROM reports WHERE id = ?", (report_id,)
    ).fetchone()
    known: dict[str, str] = json.loads(row[0]) if row else {}
    return known
