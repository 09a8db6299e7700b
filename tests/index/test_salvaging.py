import contextlib
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.model import Report
from index.errors import DamagedLibraryError, LibraryError, NewerLibraryError
from index.library import Library, Postings
from index.salvaging import open_library

MakeReport = Callable[..., Report]


@pytest.fixture
def path(tmp_path: Path, make_report: MakeReport, postings: Postings) -> Path:
    """A library of a few dozen pages, closed."""
    path = tmp_path / "library.sqlite"
    with Library(path) as library:
        for number in range(10):
            library.store(make_report(f"r{number}", ("long " * 2000, "short")), postings)
    return path


def test_a_sound_library_is_opened_and_nothing_is_moved(path: Path) -> None:
    library, kept = open_library(path)
    with library:
        assert kept is None
        assert len(library.reports()) == 10
    assert [file.name for file in path.parent.iterdir()] == ["library.sqlite"]


def test_a_library_that_is_not_there_is_made(tmp_path: Path) -> None:
    library, kept = open_library(tmp_path / "new" / "library.sqlite")
    with library:
        assert (library.reports(), kept) == ((), None)


def test_what_is_no_database_is_kept_aside_and_a_new_one_made(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"not a database " * 500)
    library, kept = open_library(path)
    with library:
        assert library.reports() == ()
    assert kept is not None
    assert kept.read_bytes() == b"not a database " * 500
    assert kept.name.startswith("library.damaged-2")
    assert kept.suffix == ".sqlite"


def test_a_page_that_was_overwritten_is_noticed_at_opening(path: Path) -> None:
    size = int.from_bytes(path.read_bytes()[16:18])
    with path.open("r+b") as opened:
        opened.seek(size * 12)
        opened.write(random.Random(1).randbytes(size * 3))
    damaged = path.read_bytes()
    library, kept = open_library(path)
    with library:
        assert library.reports() == ()
    assert kept is not None
    assert kept.read_bytes() == damaged


def test_a_file_that_breaks_off_is_noticed_at_opening(path: Path) -> None:
    with path.open("r+b") as opened:
        opened.truncate(path.stat().st_size // 2)
    library, kept = open_library(path)
    library.close()
    assert kept is not None


def test_the_newest_changes_are_kept_aside_too(path: Path) -> None:
    path.write_bytes(b"garbage " * 1000)
    path.with_name("library.sqlite-wal").write_bytes(b"newest changes")
    library, kept = open_library(path)
    library.close()
    assert kept is not None
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"newest changes"


def test_nothing_kept_aside_is_ever_overwritten(path: Path) -> None:
    found = []
    for number in range(3):
        path.write_bytes(b"garbage %d " % number * 1000)
        library, kept = open_library(path)
        library.close()
        assert kept is not None
        found.append(kept)
    assert len(set(found)) == 3
    for number, kept in enumerate(found):
        assert kept.read_bytes().startswith(b"garbage %d" % number)


def test_a_library_made_meanwhile_by_another_process_is_not_moved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    healthy = path.rename(path.with_name("healthy.sqlite"))
    path.write_bytes(b"garbage " * 1000)

    class Racing(Library):
        """Between our meeting the damage and moving the file, the other has replaced it."""

        def __init__(self, path: Path, *, patience: float = 5.0) -> None:
            try:
                super().__init__(path, patience=patience)
            except DamagedLibraryError:
                path.rename(path.with_name("kept-by-the-other.sqlite"))
                healthy.rename(path)
                raise

    monkeypatch.setattr("index.salvaging.Library", Racing)
    library, kept = open_library(path)
    with library:
        assert kept is None
        assert len(library.reports()) == 10


def test_only_damage_moves_a_file(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerLibraryError):
        open_library(path)
    assert [file.name for file in path.parent.iterdir()] == ["library.sqlite"]


def test_a_locked_library_is_not_called_damaged(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="locked"):
            open_library(path, patience=0.05)
        other.execute("COMMIT")
    assert path.exists()
