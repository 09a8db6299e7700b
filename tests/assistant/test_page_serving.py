"""Ports, and the folder for uploads."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.page.serving import free_port, upload_folder


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_gives_the_next_free_one(taken: int) -> None:
    assert taken < free_port("127.0.0.1", taken) < taken + 100


def test_zero_is_any_free_port() -> None:
    assert free_port("127.0.0.1", 0) > 1023


def test_an_address_of_another_machine_is_refused_in_words() -> None:
    with pytest.raises(UsageError, match=r"198\.51\.100\.1"):
        free_port("198.51.100.1", 7860)


def test_a_port_that_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(UsageError, match="99999"):
        free_port("127.0.0.1", 99_999)


def test_uploads_lie_in_the_library_and_are_gone_afterwards(tmp_path: Path) -> None:
    with upload_folder(tmp_path / "library") as folder:
        assert folder.parent == tmp_path / "library"
        (folder / "left.txt").write_text("x")
    assert list((tmp_path / "library").iterdir()) == []


def test_what_a_crash_left_a_day_ago_is_cleared_and_a_running_page_is_not(tmp_path: Path) -> None:
    old, running = tmp_path / ".uploads-old", tmp_path / ".uploads-running"
    for folder in (old, running):
        folder.mkdir()
    os.utime(old, (0, 0))
    with upload_folder(tmp_path):
        assert not old.exists()
        assert running.exists()
