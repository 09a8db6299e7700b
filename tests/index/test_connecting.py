import contextlib
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.model import Report
from index.errors import (
    DamagedLibraryError,
    ForeignLibraryError,
    LockedLibraryError,
    NewerLibraryError,
    UnwritableLibraryError,
)
from index.library import Library, Postings

MakeReport = Callable[..., Report]
ROOT = Path(__file__).parents[2]

_OPENED_TOGETHER = """
import sys
from pathlib import Path
from index.library import Library
print("ready", flush=True)
sys.stdin.readline()
library = Library(Path(sys.argv[1]))
library.vectors.missing("fp", [b"a"])
print(library.revision(), flush=True)
"""


@contextlib.contextmanager
def _held(path: Path, begin: str = "BEGIN EXCLUSIVE") -> Iterator[None]:
    """Another program holds the file."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(begin)
        yield
        other.execute("ROLLBACK")


def _integrity(path: Path) -> str:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def test_a_locked_library_is_waited_for_and_then_named(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    with _held(library.path):
        with pytest.raises(LockedLibraryError, match=r"0\.05 seconds.*Nothing was changed"):
            library.remove("water")
        assert library.report("water") == make_report(), "reading need not wait"
    library.remove("water")
    assert library.reports() == ()


def test_a_library_locked_at_opening_is_named_and_not_called_damaged(
    library: Library,
) -> None:
    library.close()
    with contextlib.closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedLibraryError):
            Library(library.path, patience=0.05)
        other.execute("COMMIT")
    Library(library.path, patience=0.05).close()


def test_a_writer_gets_its_turn_when_the_lock_is_given_up(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    with Library(library.path, patience=30) as patient, ThreadPoolExecutor(1) as pool:
        with _held(library.path):
            waiting = pool.submit(patient.store, make_report(), postings)
            with pytest.raises(LockedLibraryError):
                library.store(make_report("other"), postings)
            assert not waiting.done()
        waiting.result()
    assert [summary.id for summary in library.reports()] == ["water"]


@pytest.mark.parametrize("where", ["folder is a file", "file is a folder"])
def test_a_place_where_no_library_can_be_is_named(tmp_path: Path, where: str) -> None:
    path = tmp_path / "there" / "library.sqlite"
    if where == "folder is a file":
        path.parent.write_text("a")
    else:
        path.mkdir(parents=True)
    with pytest.raises(UnwritableLibraryError, match="--library"):
        Library(path)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UnwritableLibraryError):
            Library(tmp_path / "library.sqlite")
    finally:
        tmp_path.chmod(0o700)


def test_a_library_of_a_newer_version_is_refused_and_not_touched(library: Library) -> None:
    library.close()
    with contextlib.closing(sqlite3.connect(library.path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = library.path.read_bytes()
    with pytest.raises(NewerLibraryError, match="layout 99") as caught:
        Library(library.path)
    assert caught.value.found == 99
    assert library.path.read_bytes() == before
    assert [file.name for file in library.path.parent.iterdir()] == [library.path.name]


def test_a_running_process_writes_nothing_once_a_newer_version_has_migrated_the_file(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    with contextlib.closing(sqlite3.connect(library.path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerLibraryError):
        library.remove("water")


@pytest.mark.parametrize("sign", ["PRAGMA application_id = 7", "PRAGMA user_version = 3", ""])
def test_a_database_of_another_program_is_refused_and_not_touched(
    tmp_path: Path, sign: str
) -> None:
    path = tmp_path / "photos.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as foreign:
        foreign.execute("PRAGMA journal_mode = WAL")
        foreign.execute("CREATE TABLE photos (id)")
        foreign.execute(sign)
    before = path.read_bytes()
    with pytest.raises(ForeignLibraryError, match="another program"):
        Library(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["photos.sqlite"]


def test_an_empty_file_is_a_new_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.touch()
    with Library(path) as library:
        assert library.reports() == ()


@pytest.mark.parametrize("content", [b"xy", b"hello " * 1000, b"SQLite format 3\x00", bytes(5000)])
def test_what_is_no_database_is_damaged_and_not_touched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(DamagedLibraryError):
        Library(path)
    assert path.read_bytes() == content


def test_several_processes_may_make_the_same_library_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "library.sqlite"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", _OPENED_TOGETHER, str(path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in started:
        out, complaint = process.communicate(timeout=60)
        assert (process.returncode, out, complaint) == (0, "0\n", "")


def test_many_threads_may_make_the_same_library_at_once(tmp_path: Path) -> None:
    for attempt in range(3):
        gate = threading.Barrier(8)
        path = tmp_path / f"{attempt}.sqlite"

        def opened(gate: threading.Barrier = gate, path: Path = path) -> int:
            gate.wait()
            with Library(path) as library:
                return library.revision()

        with ThreadPoolExecutor(8) as pool:
            assert [one.result() for one in [pool.submit(opened) for _ in range(8)]] == [0] * 8


def test_readers_see_one_version_whole_while_others_write(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    versions = [make_report(texts=(f"{n}",) * (n + 1)) for n in range(5)]
    library.store(versions[0], postings)
    done = threading.Event()

    def read() -> int:
        seen = 0
        with Library(library.path) as other:
            while not done.is_set() or not seen:
                assert other.report("water") in versions
                seen += 1
        return seen

    with Library(library.path) as writing, ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(3)]
        for n in range(60):
            writing.store(versions[n % 5], postings)
        done.set()
        assert all(reader.result() for reader in readers)
    assert _integrity(library.path) == "ok"


def test_threads_that_share_a_library_write_one_after_the_other(
    tmp_path: Path, make_report: MakeReport, postings: Postings
) -> None:
    with Library(tmp_path / "library.sqlite") as library, ThreadPoolExecutor(8) as pool:
        reports = [make_report(f"r{n}") for n in range(40)]
        list(pool.map(lambda report: library.store(report, postings), reports))
        assert len(library.reports()) == 40
        assert library.revision() == 40


def test_connections_of_threads_that_ended_are_closed(library: Library) -> None:
    for _ in range(20):
        thread = threading.Thread(target=library.reports)
        thread.start()
        thread.join()
    library.reports()
    assert len(library._connections._open) <= 2
