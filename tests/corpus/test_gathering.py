import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from corpus.errors import UnknownFormatError, UnreadableFileError
from corpus.gathering import check_readable, documents_in, gathered
from corpus.reading import read_report

TEXT = "1. One.\n\n2. Two.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.md", "picture.png", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")
    return tmp_path / "reports"


def zipped(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_file_means_itself(folder: Path) -> None:
    path = folder / "a.txt"
    assert [document.path for document in gathered(str(path))] == [path]


def test_a_folder_means_every_report_below_it_that_is_not_hidden(folder: Path) -> None:
    found = [document.path.relative_to(folder).as_posix() for document in gathered(str(folder))]
    assert found == ["a.txt", "b.txt", "deep/c.md"]


def test_a_pattern_means_the_files_that_match(folder: Path) -> None:
    found = [document.path.name for document in gathered(f"{folder}/**/*.??")]
    assert found == ["c.md"]


def test_a_file_whose_name_looks_like_a_pattern_means_itself(folder: Path) -> None:
    path = folder / "[2019] UKSC 5.txt"
    path.write_text(TEXT, "utf-8")
    assert [document.path for document in gathered(str(path))] == [path]


@pytest.mark.parametrize("typed", ["", "/*.doc"])
def test_nothing_found_is_told(tmp_path: Path, typed: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"no report|no file"):
        list(gathered(f"{tmp_path}{typed}"))


def test_standard_input_is_judged_by_its_content() -> None:
    document = next(gathered("-", BytesIO(TEXT.encode())))
    assert (document.name, document.passing) == ("standard-input.txt", True)


def test_an_archive_gives_each_document_while_it_is_asked_for(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", {"in/a.txt": TEXT, "b.txt": TEXT, "__MACOSX/b.txt": ""})
    before = set(Path(tempfile.gettempdir()).glob("pincite-*"))
    found = []
    for document in documents_in(path):
        assert read_report(document.path).id in ("a", "b")
        found.append(document.name)
    assert found == [f"{path}/in/a.txt", f"{path}/b.txt"]
    assert set(Path(tempfile.gettempdir()).glob("pincite-*")) == before


def test_an_archive_in_an_archive_and_other_files_are_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", {"inner.zip": b"PK", "sheet.xls": "x"})
    inner, sheet = documents_in(path)
    with pytest.raises(UnreadableFileError, match="archive in an archive"):
        check_readable(inner)
    with pytest.raises(UnknownFormatError):
        check_readable(sheet)


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt"]
)
def test_a_name_that_leads_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "evil.zip", {name: TEXT})
    with pytest.raises(UnreadableFileError, match="leads out"):
        list(documents_in(path))
    assert not list(tmp_path.rglob("evil.txt"))


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no document in this archive"):
        list(documents_in(zipped(tmp_path / "none.zip", {})))
