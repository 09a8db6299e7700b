import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from assistant.adding import add_all
from assistant.asking import Assistant
from corpus.errors import StoppedError

BUREAU = "1. The Bureau has thirty members.\n\n2. It meets in Tunis.\n"
RULING = "1. The appeal is dismissed.\n\n2. The costs are reserved.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "bureau.txt").write_text(BUREAU, "utf-8")
    (folder / "ruling.md").write_text(RULING, "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    return folder


def ids(assistant: Assistant) -> list[str]:
    return [summary.id for summary in assistant.library.reports()]


def test_a_folder_is_added_file_by_file_and_what_is_wrong_is_told(
    assistant: Assistant, folder: Path
) -> None:
    outcomes = list(add_all(assistant, [str(folder), str(folder / "missing.txt")]))
    assert [outcome.added.report.id if outcome.added else None for outcome in outcomes] == [
        "bureau",
        None,
        "ruling",
        None,
    ]
    assert "empty" in str(outcomes[1].error)
    assert "no such file" in str(outcomes[3].error)
    assert ids(assistant) == ["wsis-2004", "bureau", "ruling"]


def test_each_document_of_an_archive_is_a_report_that_knows_where_it_was(
    assistant: Assistant, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("bureau.txt", "ruling.md"):
            archive.write(folder / name, f"inside/{name}")
    assert [outcome.name for outcome in add_all(assistant, [str(path)])] == [
        f"{path}/inside/bureau.txt",
        f"{path}/inside/ruling.md",
    ]
    assert assistant.index.report("ruling").source == f"{path}/inside/ruling.md"


def test_a_newer_archive_brings_newer_versions(assistant: Assistant, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    outcomes = []
    for text in (BUREAU, BUREAU + "\n3. Its chair is elected.\n"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("bureau.txt", text)
        (outcome,) = add_all(assistant, [str(path)])
        outcomes.append(outcome.added and outcome.added.outcome)
    assert outcomes == ["added", "updated"]


def test_the_stages_are_told_in_order(assistant: Assistant, folder: Path) -> None:
    told: list[str] = []

    @contextmanager
    def watching(name: str) -> Iterator[object]:
        yield lambda stage, done, total: told.append(f"{stage} {done}/{total}")

    list(add_all(assistant, [str(folder / "bureau.txt")], watching))  # type: ignore[arg-type]
    stages = ["reading 0/0", "numbering 0/0", "embedding 0/0", "embedding 0/2", "embedding 2/2"]
    assert list(dict.fromkeys(told)) == stages


@pytest.mark.parametrize("at", ["reading", "numbering", "embedding"])
def test_stopping_at_any_stage_leaves_nothing_behind(
    assistant: Assistant, folder: Path, at: str
) -> None:
    before = vectors(assistant)

    @contextmanager
    def watching(name: str) -> Iterator[object]:
        def watch(stage: str, done: int, total: int) -> None:
            if stage == at and (at != "embedding" or done):
                raise StoppedError

        yield watch

    with pytest.raises(StoppedError):
        list(add_all(assistant, [str(folder)], watching))  # type: ignore[arg-type]
    assert ids(assistant) == ["wsis-2004"]
    assert vectors(assistant) == before


def vectors(assistant: Assistant) -> int:
    with closing(sqlite3.connect(assistant.library.path)) as connection:
        return int(connection.execute("SELECT count(*) FROM vectors").fetchone()[0])


def test_what_was_not_unpacked_is_told(assistant: Assistant, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", "PK")
    (outcome,) = add_all(assistant, [str(path)])
    assert "archive in an archive" in str(outcome.error)
