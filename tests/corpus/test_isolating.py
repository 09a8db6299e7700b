"""Reading apart: what goes wrong there comes back as the right error, and nothing is left."""

import sys
import tempfile
from pathlib import Path

import pytest

from corpus.arranging import arranged
from corpus.errors import MalformedLineError, NotTextError, UnreadableFileError
from corpus.isolating import prepared_apart
from corpus.model import Block
from corpus.preparing import Stage

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


def nobody(stage: Stage) -> None:
    """Watches nothing."""


@pytest.mark.parametrize(
    "text",
    [
        "1. One.\n\n2. Two.\n",
        "Rules\n\nA. Water\n\n1. It is:\n\n(a) wet;\n\n(b) dear.\n\nAnnex\n\n1. More.\n\n3. End.\n",
        "Nothing is numbered here.\n",
    ],
)
def test_an_arrangement_comes_back_as_it_is(report: Path, text: str) -> None:
    report.write_text(text, "utf-8")
    blocks = tuple(Block(part.strip()) for part in text.split("\n\n"))
    assert prepared_apart(PLAIN, report, nobody) == arranged(blocks)


def test_each_stage_is_told(report: Path) -> None:
    told: list[Stage] = []
    prepared_apart(PLAIN, report, told.append)
    assert list(dict.fromkeys(told)) == ["reading", "numbering"]


def test_numbering_that_takes_too_long_is_killed_too(report: Path, module_of) -> None:
    endless = "import corpus.preparing as p; p.arranged = lambda _: [0 for _ in iter(int, 1)]"
    module = module_of(endless)
    with pytest.raises(UnreadableFileError, match="longer than 1 seconds"):
        prepared_apart(module, report, nobody, seconds=1)


def test_an_error_comes_back_with_its_evidence(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text("{}\n", "utf-8")
    with pytest.raises(MalformedLineError) as error:
        prepared_apart("corpus.formats.jsonl", path, nobody)
    assert (error.value.path, error.value.line) == (path, 1)


def test_the_kind_of_error_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(NotTextError):
        prepared_apart(PLAIN, path, nobody)


def test_what_takes_too_long_is_killed_and_told(report: Path, module_of) -> None:
    module = module_of("while True: pass")
    before = left_behind()
    with pytest.raises(UnreadableFileError, match="longer than 1 seconds"):
        prepared_apart(module, report, nobody, seconds=1)
    assert left_behind() == before


def test_a_parser_that_breaks_down_takes_nothing_with_it(report: Path, module_of) -> None:
    module = module_of("import os; os.abort()")
    with pytest.raises(UnreadableFileError, match="break down"):
        prepared_apart(module, report, nobody)


def test_an_error_that_is_no_reports_is_told_as_a_break_down(report: Path, module_of) -> None:
    module = module_of("raise ValueError('a mistake in the parser')")
    with pytest.raises(UnreadableFileError, match="break down"):
        prepared_apart(module, report, nobody)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is not limited")
def test_too_much_memory_is_told(report: Path, module_of) -> None:
    module = module_of("b'x' * (5 * 1024 ** 3)")
    with pytest.raises(UnreadableFileError, match="more memory"):
        prepared_apart(module, report, nobody)


def test_who_watches_can_stop_it(report: Path, module_of) -> None:
    module = module_of("while True: pass")

    def stop(stage: Stage) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepared_apart(module, report, stop)


def test_what_the_parser_prints_does_not_spoil_the_answer(report: Path, module_of) -> None:
    module = module_of("print('chatter')")
    assert prepared_apart(module, report, nobody).paragraphs == ()
