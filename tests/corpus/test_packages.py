import zipfile
from pathlib import Path

import pytest

from corpus import packages
from corpus.errors import UnreadableFileError
from corpus.packages import Package

BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;">]><x>&c;</x>'


@pytest.fixture
def package_of(tmp_path: Path):
    def write(suffix: str = ".docx", **members: str | bytes) -> Path:
        path = tmp_path / f"sample{suffix}"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return path

    return write


def test_a_member_is_unpacked_into_memory(package_of) -> None:
    with Package(package_of(one="1", two="22")) as package:
        assert package.names == ("one", "two")
        assert package.read("two") == b"22"


def test_a_bomb_stops_at_the_bound_whatever_it_says_of_its_size(
    package_of, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "MOST_UNPACKED", 1_000_000)
    path = package_of(zeros=b"\0" * 5_000_000)
    # The size that the archive's directory gives is made small.
    content = path.read_bytes().replace(
        (5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    )
    path.write_bytes(content)
    with Package(path) as package, pytest.raises(UnreadableFileError):
        package.read("zeros")


def test_all_members_together_are_bounded(package_of, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_UNPACKED", 1_500)
    with Package(package_of(one="x" * 1_000, two="x" * 1_000)) as package:
        package.read("one")
        with pytest.raises(UnreadableFileError, match="larger than"):
            package.read("two")


def test_too_many_members_are_refused(package_of, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_MEMBERS", 1)
    with pytest.raises(UnreadableFileError, match="2 files; at most 1"):
        Package(package_of(one="", two=""))


@pytest.mark.parametrize(
    "xml",
    [
        BOMB,
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><x/>',
    ],
)
def test_xml_that_declares_entities_is_refused(package_of, xml: str) -> None:
    with (
        Package(package_of(part=xml)) as package,
        pytest.raises(UnreadableFileError, match="entit"),
    ):
        package.xml("part")


def test_xml_nested_too_deeply_is_refused(package_of) -> None:
    deep = "<a>" * 3_000 + "</a>" * 3_000
    with (
        Package(package_of(part=deep)) as package,
        pytest.raises(UnreadableFileError, match="deep"),
    ):
        package.xml("part")


def test_a_part_that_is_not_there_is_none(package_of) -> None:
    with Package(package_of(part="<a/>")) as package:
        assert package.xml("missing") is None


def test_what_is_cut_off_is_refused(package_of) -> None:
    path = package_of(part="<a/>")
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UnreadableFileError, match="damaged or cut off"):
        Package(path)


def test_an_encrypted_document_says_so(tmp_path: Path) -> None:
    path = tmp_path / "sample.docx"
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1_000
    path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        Package(path)
    path.write_bytes(ole)
    with pytest.raises(UnreadableFileError, match="old Word document"):
        Package(path)


def test_an_encrypted_member_says_so(package_of) -> None:
    path = package_of(part="<a/>")
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1  # the flag in the archive's directory
    path.write_bytes(content)
    with Package(path) as package, pytest.raises(UnreadableFileError, match="protected"):
        package.read("part")


def test_names_of_old_archives_are_read_as_they_were_meant(tmp_path: Path) -> None:
    path = tmp_path / "sample.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("XXXX.txt", "x")
    path.write_bytes(path.read_bytes().replace(b"XXXX", "报告".encode("gb18030")))
    with Package(path) as package:
        assert [package.readable(name) for name in package.names] == ["报告.txt"]
