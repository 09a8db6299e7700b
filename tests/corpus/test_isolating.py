"""Reading apart: what goes wrong there comes back as the right error, and nothing is left."""

import sys
import tempfile
from pathlib import Path

import pytest

from corpus import isolating
from corpus.errors import MalformedLineError, NotTextError, UnreadableFileError
from corpus.isolating import blocks_apart, bounded
from corpus.model import Block

PLAIN = "corpus.formats.plain"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("1. One.\n\n2. Two.\n", "utf-8")
    return path


@pytest.fixture
def module_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Writes a format's module, which the other process can import too."""

    def write(body: str) -> str:
        (tmp_path / "made_up.py").write_text(
            f"def blocks(path):\n    {body}\n    return iter(())\n", encoding="utf-8"
        )
        monkeypatch.syspath_prepend(tmp_path)
        return "made_up"

    yield write
    sys.modules.pop("made_up", None)


def left_behind() -> set[str]:
    return {path.name for path in Path(tempfile.gettempdir()).glob("pincite-*")}


def test_blocks_come_back_as_they_are(report: Path) -> None:
    assert blocks_apart(PLAIN, report) == (Block("1. One."), Block("2. Two."))


def test_an_error_comes_back_with_its_evidence(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text("{}\n", "utf-8")
    with pytest.raises(MalformedLineError) as error:
        blocks_apart("corpus.formats.jsonl", path)
    assert (error.value.path, error.value.line) == (path, 1)


def test_the_kind_of_error_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(NotTextError):
        blocks_apart(PLAIN, path)


def test_what_takes_too_long_is_killed_and_told(report: Path, module_of) -> None:
    module = module_of("while True: pass")
    before = left_behind()
    with pytest.raises(UnreadableFileError, match="longer than 1 seconds"):
        blocks_apart(module, report, seconds=1)
    assert left_behind() == before


def test_a_parser_that_breaks_down_takes_nothing_with_it(report: Path, module_of) -> None:
    module = module_of("import os; os.abort()")
    with pytest.raises(UnreadableFileError, match="break down"):
        blocks_apart(module, report)


def test_an_error_that_is_no_reports_is_told_as_a_break_down(report: Path, module_of) -> None:
    module = module_of("raise ValueError('a mistake in the parser')")
    with pytest.raises(UnreadableFileError, match="break down"):
        blocks_apart(module, report)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is not limited")
def test_too_much_memory_is_told(report: Path, module_of) -> None:
    module = module_of("b'x' * (5 * 1024 ** 3)")
    with pytest.raises(UnreadableFileError, match="more memory"):
        blocks_apart(module, report)


def test_the_heartbeat_can_stop_it(report: Path, module_of) -> None:
    module = module_of("while True: pass")

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        blocks_apart(module, report, heartbeat=stop)


def test_what_the_parser_prints_does_not_spoil_the_answer(report: Path, module_of) -> None:
    module = module_of("print('chatter')")
    assert blocks_apart(module, report) == ()


def test_more_paragraphs_than_a_report_can_have_are_refused(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolating, "MOST_BLOCKS", 2)
    assert len(list(bounded([Block("1. One."), Block("2. Two.")], report))) == 2
    with pytest.raises(UnreadableFileError, match="more than 2 paragraphs"):
        list(bounded([Block("1. One.")] * 3, report))
