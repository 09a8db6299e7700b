"""Whatever stops a change half-way, everything is as before it: killed, or out of room."""

import contextlib
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.model import Report
from index.errors import UnwritableLibraryError
from index.library import Library, Postings
from index.model import Encoded
from index.vectors import text_digest

MakeReport = Callable[..., Report]
ROOT = Path(__file__).parents[2]

# Adds vectors in two batches, then the report, and is killed where it was told.
_KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
import numpy as np
import index.library, index.vectors
from index.library import Library, Postings
from index.model import Encoded, Passage

def die(*_):
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

where = sys.argv[2]
library = Library(Path(sys.argv[1]))
old = library.report("water")
# Larger than SQLite's page cache, so that unfinished work is on the disk when it comes.
new = replace(old, digest="new", paragraphs=tuple(
    replace(old.paragraphs[0], ordinal=n, text=f"{n} " * 20_000, anchor=f"p{n}")
    for n in range(1, 200)))
passages = [Passage(one, 0, 5) for one in new.paragraphs]
digests = [index.vectors.text_digest(one.text) for one in passages]
one = np.ones(384, np.float32)
vectors = [Encoded(one, one[np.newaxis])] * len(digests)
library.vectors.add("fp", digests[:100], vectors[:100])
if where == "in a batch":
    index.vectors.vector_blob = die
if where == "in the transaction of a batch":
    index.vectors.embedder_key = die
library.vectors.add("fp", digests[100:], vectors[100:])
if where == "before the report":
    die()
if where == "in the report":
    index.library.write_passages = die
if where == "at its end":
    index.library.bump_revision = die
library.store(new, Postings(np.ones(199, np.uint32), {}), "fp", passages, digests)
die()
"""

_LITTLE_ROOM = """
import resource, sys
from pathlib import Path
import numpy as np
from index.errors import UnwritableLibraryError
from index.library import Library
from index.model import Encoded
library = Library(Path(sys.argv[1]))
before = library.reports()
one = np.ones(2000, np.float32)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    digests = [bytes([n]) for n in range(250)]
    library.vectors.add("fp", digests, [Encoded(one, one[np.newaxis])] * 250)
except UnwritableLibraryError as error:
    print(error)
assert library.reports() == before
"""


def _integrity(path: Path) -> str:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def test_a_full_disk_is_said_and_loses_nothing(
    tmp_path: Path,
    make_report: MakeReport,
    postings: Postings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "library.sqlite"
    with Library(path) as roomy:
        roomy.store(make_report(), postings)

    connect = sqlite3.connect

    def cramped(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 40")
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", cramped)
        with Library(path) as full:
            with pytest.raises(UnwritableLibraryError, match="full") as caught:
                full.store(make_report(texts=("long " * 100_000,)), postings)
            assert "make room" in str(caught.value)
            assert full.report("water") == make_report()
    with Library(path) as roomy:
        roomy.store(make_report(texts=("long " * 100_000,)), postings)
    assert _integrity(path) == "ok"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_write_that_the_system_refuses_is_said_and_loses_nothing(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    done = _python(_LITTLE_ROOM, str(library.path))
    assert done.returncode == 0, done.stderr
    assert "can't be written" in done.stdout
    assert library.report("water") == make_report()
    assert _integrity(library.path) == "ok"


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ("in a batch", 100),
        ("in the transaction of a batch", 100),
        ("before the report", 199),
        ("in the report", 199),
        ("at its end", 199),
    ],
)
def test_an_add_that_is_killed_leaves_everything_as_before_but_for_its_vectors(
    library: Library, make_report: MakeReport, postings: Postings, where: str, kept: int
) -> None:
    report = make_report()
    library.store(report, postings)
    summaries, revision = library.reports(), library.revision()
    library.close()
    killed = _python(_KILLED, str(library.path), where)
    assert killed.returncode == -getattr(signal, "SIGKILL", -1), killed.stderr
    assert library.report("water") == report
    assert library.reports() == summaries
    assert library.revision() == revision
    assert set(library.postings("water", ["water", "信息"])) == {"water", "信息"}
    digests = [text_digest((f"{n} " * 3)[:5]) for n in range(1, 200)]
    assert len(library.vectors.missing("fp", digests)) == 199 - kept
    library.close()
    assert _integrity(library.path) == "ok"
    one = np.ones(384, np.float32)
    library.vectors.add("fp", digests, [Encoded(one, one[np.newaxis])] * 199)


def test_the_same_add_left_alone_stores_the_report(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    _python(_KILLED, str(library.path), "only after it")
    assert library.report("water").digest == "new"


def _python(code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
