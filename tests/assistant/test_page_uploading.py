"""Uploads, without a browser: several at once, archives, and a cancel that leaves nothing."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from assistant.asking import Assistant
from assistant.page.safety import inert_line
from assistant.page.uploading import Upload, Uploading
from assistant.wording import wording
from corpus.errors import StoppedError

WORDS = wording("en")


@pytest.fixture
def workers() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=1) as workers:
        yield workers


@pytest.fixture
def uploading(assistant: Assistant, tmp_path: Path, workers: ThreadPoolExecutor) -> Uploading:
    return Uploading(assistant, tmp_path / "uploads", workers)


def uploaded(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / "uploads" / f"token-{name}" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def finished(upload: Upload) -> str:
    assert upload.future is not None
    upload.future.result(timeout=30)
    return upload.sentence(WORDS, str)


def ids(assistant: Assistant) -> list[str]:
    return [summary.id for summary in assistant.library.reports()]


def test_several_files_are_added_and_what_is_wrong_is_told(
    uploading: Uploading, assistant: Assistant, tmp_path: Path
) -> None:
    paths = [
        uploaded(tmp_path, "one.txt", "1. One.\n\n2. Two.\n"),
        uploaded(tmp_path, "empty.txt", ""),
        uploaded(tmp_path, "two.txt", "1. Eins.\n\n2. Zwei.\n"),
    ]
    sentence = finished(uploading.begin(paths, "visitor"))
    assert "“one” added" in sentence
    assert "“two” added" in sentence
    assert "empty.txt: the file is empty" in sentence
    assert ids(assistant) == ["wsis-2004", "one", "two"]
    assert not any(path.exists() for path in paths)


def test_an_archive_brings_all_its_documents_and_no_trace_of_where_it_lay(
    uploading: Uploading, assistant: Assistant, tmp_path: Path
) -> None:
    path = tmp_path / "uploads" / "token" / "all.zip"
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(4):
            archive.writestr(f"part{number}.txt", f"1. Part {number}.\n\n2. More of {number}.\n")
    assert finished(uploading.begin([path], "visitor")) == "4 reports were added."
    assert assistant.index.report("part0").source == ""


class Slow(Assistant):
    """An assistant that tells when it has begun to embed, and waits there."""

    def __init__(self, real: Assistant) -> None:
        super().__init__(real.index)
        self.begun, self.go = threading.Event(), threading.Event()

    def add(self, path: Path, watch: Any = None, **how: Any) -> Any:
        def slowly(stage: str, done: int, total: int) -> None:
            if stage == "embedding":
                self.begun.set()
                assert self.go.wait(30)
            watch(stage, done, total)

        return super().add(path, slowly, **how)


def test_a_cancelled_upload_leaves_nothing_behind(
    assistant: Assistant, tmp_path: Path, workers: ThreadPoolExecutor
) -> None:
    slow = Slow(assistant)
    uploading = Uploading(slow, tmp_path / "uploads", workers)
    paths = [
        uploaded(tmp_path, "one.txt", "1. One.\n\n2. Two.\n"),
        uploaded(tmp_path, "two.txt", "1. Eins.\n\n2. Zwei.\n"),
    ]
    upload = uploading.begin(paths, "visitor")
    assert slow.begun.wait(30)
    assert not upload.given_up
    uploading.cancel("visitor")
    assert upload.given_up, "nobody need wait for the model"
    assert "Stopping" in upload.notice(WORDS, ready=True, several=True)
    slow.go.set()
    assert finished(upload) == WORDS.page.cancelled
    assert ids(assistant) == ["wsis-2004"]
    assert not any(path.parent.exists() for path in paths)


def test_what_is_being_kept_already_is_not_given_up() -> None:
    upload = Upload(threading.Event())
    with upload.watching("one.txt") as watch:
        watch("embedding", 2, 2)
        upload.called_off.set()
        assert not upload.given_up
        with pytest.raises(StoppedError):
            watch("embedding", 2, 2)


def test_another_visitors_cancel_stops_nothing(
    uploading: Uploading, assistant: Assistant, tmp_path: Path
) -> None:
    upload = uploading.begin([uploaded(tmp_path, "one.txt", "1. One.\n\n2. Two.\n")], "visitor")
    uploading.cancel("another")
    finished(upload)
    assert ids(assistant) == ["wsis-2004", "one"]


def test_the_stages_are_shown(uploading: Uploading) -> None:
    upload = Upload(threading.Event())
    with upload.watching("one.pdf") as watch:
        for stage, said in (
            ("reading", WORDS.page.reading_file),
            ("numbering", WORDS.page.numbering),
            ("embedding", WORDS.page.indexing),
        ):
            watch(stage, 1, 2)  # type: ignore[arg-type]
            notice = upload.notice(WORDS, ready=True, several=True)
            assert inert_line(f"one.pdf: {said}") in notice
