from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import decoding
from corpus.bundled import bundled_report
from corpus.decoding import MAX_BYTES, file_text
from corpus.errors import CorpusError, NotTextError, UnreadableFileError

TEXT = "1. 信息社会世界首脑会议在日内瓦举行。\n2. The Summit was held in Geneva in 2003.\n"
Write = Callable[[bytes], Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    def write(content: bytes) -> Path:
        path = tmp_path / "report.txt"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "utf-32"]
)
def test_an_encoding_is_recognised(written: Write, encoding: str) -> None:
    assert file_text(written(TEXT.encode(encoding))) == TEXT


def test_the_whole_report_is_read_in_each_encoding(written: Write) -> None:
    text = "\n".join(paragraph.text for paragraph in bundled_report().paragraphs)
    for encoding in ("utf-16-le", "utf-16-be", "gb18030"):
        assert file_text(written(text.encode(encoding))) == text


def test_line_ends_of_other_systems_are_read(written: Write) -> None:
    assert file_text(written(b"one\r\ntwo\rthree\n")) == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Length 5>>stream\n\x00\x01\x02\x9c\x03endstream",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00",
        bytes(range(256)) * 4,
    ],
    ids=["pdf", "png", "bytes"],
)
def test_bytes_that_are_no_known_text_are_refused(written: Write, content: bytes) -> None:
    with pytest.raises(NotTextError, match="save it as plain text in UTF-8"):
        file_text(written(content))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le président a été élu à l'unanimité."),
        ("cp1251", "Комитет собрался в Женеве, доклад был принят."),
        ("koi8_r", "Комитет собрался в Женеве, доклад был принят."),
        ("cp1256", "اجتمعت اللجنة في جنيف واعتمدت التقرير بالإجماع."),
        ("big5", "資訊社會高峰會議於日內瓦舉行，各國代表討論了網路治理的問題。"),
    ],
)
def test_an_encoding_before_unicode_is_guessed(written: Write, encoding: str, text: str) -> None:
    assert file_text(written(text.encode(encoding))) == text


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf \n", "\u3000\n".encode()])
def test_an_empty_file_is_refused(written: Write, content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="the file is empty"):
        file_text(written(content))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no such file"):
        file_text(tmp_path / "report.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="this is a folder"):
        file_text(tmp_path)


def test_a_file_that_may_not_be_read_is_refused(
    written: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not by chmod: whoever runs the tests as root may read everything.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(b"text")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFileError, match="Permission denied"):
        file_text(path)


def test_a_200_mb_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFileError, match="too large"):
        file_text(path)


def test_a_file_of_exactly_the_bound_is_read(
    written: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MAX_BYTES == 50 * 1024 * 1024
    monkeypatch.setattr(decoding, "MAX_BYTES", 10)
    assert file_text(written(b"0123456789")) == "0123456789"
    with pytest.raises(CorpusError):
        file_text(written(b"0123456789a"))
