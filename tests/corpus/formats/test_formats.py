"""What every module of corpus.formats keeps to; a newcomer is found by being in the folder."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from corpus import formats
from corpus.errors import CorpusError, UnreadableFileError
from corpus.reading import Format, known_suffixes, read_report

NAMES = sorted(module.name for module in iter_modules(formats.__path__))


@pytest.fixture(params=NAMES)
def format_module(request: pytest.FixtureRequest) -> Format:
    module: Format = import_module(f"corpus.formats.{request.param}")  # type: ignore[assignment]
    return module


def test_its_endings_are_known_small_and_its_own(format_module: Format) -> None:
    assert format_module.SUFFIXES
    assert set(format_module.SUFFIXES) <= set(known_suffixes())
    assert all(suffix == suffix.lower() and suffix[0] == "." for suffix in format_module.SUFFIXES)
    others = [import_module(f"corpus.formats.{name}") for name in NAMES]
    owners = [other for other in others if set(other.SUFFIXES) & set(format_module.SUFFIXES)]
    assert owners == [format_module]


def test_a_missing_file_is_told_in_a_sentence(format_module: Format, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no such file"):
        list(format_module.blocks(tmp_path / f"missing{format_module.SUFFIXES[0]}"))


@pytest.mark.parametrize("content", [b"", b"\0" * 100, bytes(range(256)) * 8, b"\xff\xfe\0\xd8"])
def test_what_is_no_report_is_refused_in_a_sentence(
    format_module: Format, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / f"broken{format_module.SUFFIXES[0]}"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=r"broken.*: .*\."):
        read_report(path)
