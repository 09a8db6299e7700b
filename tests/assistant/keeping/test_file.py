from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.errors import DamagedHistoryError, LockedHistoryError, UnwritableHistoryError
from assistant.keeping.history import History


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def test_a_file_that_another_program_holds_is_said_to_be_locked(path, said, reports) -> None:
    history = History(path, patience=0)
    history.save("me", said("第1段"), "", reports)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedHistoryError):
            history.save("me", said("第2段"), "", reports)
        with pytest.raises(LockedHistoryError):
            history.summaries("me")
        other.execute("ROLLBACK")
    assert len(history.summaries("me")) == 1


def test_a_damaged_file_is_left_as_it_is(path, said, reports) -> None:
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(DamagedHistoryError, match="Move the file away"):
        History(path).save("me", said("第1段"), "", reports)
    assert path.read_bytes() == b"no database at all" * 100


def test_another_programs_database_is_left_as_it_is(path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(DamagedHistoryError, match="another program"):
        History(path).summaries("me")


def test_a_later_versions_file_is_left_as_it_is(path, said, reports) -> None:
    history = History(path)
    history.save("me", said("第1段"), "", reports)
    with closing(sqlite3.connect(path)) as later:
        later.execute("PRAGMA user_version = 99")
    with pytest.raises(DamagedHistoryError, match="newer"):
        history.summaries("me")


def test_a_record_that_makes_no_sense_is_called_damage(path, said, reports) -> None:
    history, conversation = History(path), said("第1段")
    history.save("me", conversation, "", reports)
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE turns SET record = '[1, 2'")
        other.commit()
    with pytest.raises(DamagedHistoryError):
        history.kept(conversation.id, "me")


def test_a_folder_that_cannot_be_made_is_told(tmp_path, said, reports) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(UnwritableHistoryError):
        History(tmp_path / "file" / "history.sqlite").save("me", said("第1段"), "", reports)
