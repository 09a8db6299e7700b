import io
import json
import os
import subprocess
import sys

import pytest

from assistant import cli

TEXT = "1. The Bureau has thirty members.\n\n2. It meets in Tunis.\n\n3. Its chair is elected.\n"


@pytest.fixture
def pincite(tmp_path, monkeypatch, capsys):
    """Run a command in this process on a library of its own; gives its code, output and errors."""
    monkeypatch.setenv("PINCITE_LIBRARY", str(tmp_path / "library"))

    def run(*arguments):
        with pytest.raises(SystemExit) as left:
            cli.main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return left.value.code, printed.out, printed.err

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "bureau.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_help_answers_at_once_because_nothing_heavy_is_imported():
    code = "import assistant.cli, sys; assistant.cli.parser().format_help(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert not {"numpy", "torch", "gradio", "faiss", "sentence_transformers", "sqlite3"} & {*loaded}


def test_a_paragraph_is_shown_by_number_without_a_model(pincite):
    code, out, err = pincite("show", "26")
    assert (code, err) == (0, "")
    assert "C. 在若干至关重要的领域发起行动" in out
    assert "para. 26" in out


def test_paragraphs_are_shown_as_they_are_kept(pincite):
    code, out, _ = pincite("show", "all", "--report", "wsis-2004", "--json")
    paragraphs = json.loads(out)
    assert code == 0
    assert [p["number"] for p in paragraphs if p["kind"] == "body"] == [
        str(number) for number in range(1, 37)
    ]
    assert set(paragraphs[0]) == {
        "ordinal", "number", "series", "kind", "text", "items", "headings", "page", "anchor",
    }  # fmt: skip
    fifteen = next(p for p in paragraphs if p["number"] == "15")
    assert [fifteen["text"][i["start"] : i["end"]] for i in fifteen["items"]] == [
        "3 300名民间社会的代表",
        "来自99个组织的514名企业界代表",
        "87个国际组织",
        "1 000多名新闻记者",
    ]


def test_a_number_that_is_not_there_ends_with_code_2_and_one_sentence(pincite):
    code, out, err = pincite("show", "99")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "paragraphs 1 to 36" in err


def test_a_report_is_added_listed_asked_shown_and_removed(pincite, report):
    code, out, _ = pincite("add", report, "--json")
    added = json.loads(out)
    assert code == 0
    assert added[0] | {"file": str(report), "report": "bureau", "numbering": "complete"} == added[0]
    assert (added[0]["paragraphs"], added[0]["numbered"], added[0]["gaps"]) == (3, 3, [])

    _, out, _ = pincite("reports", "--json")
    assert [listed["report"] for listed in json.loads(out)] == ["wsis-2004", "bureau"]

    _, out, _ = pincite("ask", "How many members has the Bureau?", "--report", "bureau", "--json")
    answer = json.loads(out)
    assert answer["status"] == "answered"
    assert answer["citations"][0]["quote"] == "The Bureau has thirty members."

    assert pincite("remove", "bureau")[0] == 0
    code, _, err = pincite("show", "1", "--report", "bureau")
    assert code == 2
    assert "wsis-2004" in err


def test_the_bundled_report_stays_away_once_removed(pincite):
    assert pincite("remove", "wsis-2004")[0] == 0
    assert json.loads(pincite("reports", "--json")[1]) == []
    code, _, err = pincite("ask", "谁？")
    assert code == 2
    assert "pincite add" in err


def test_one_bad_file_does_not_keep_the_others_out(pincite, report, tmp_path):
    code, out, err = pincite("add", tmp_path / "missing.txt", report, "--json")
    records = json.loads(out)
    assert code == 2
    assert "missing.txt" in err
    assert "error" in records[0]
    assert records[1]["report"] == "bureau"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "it is a picture"),
    ],
)
def test_a_file_that_is_no_report_is_refused_in_words(pincite, tmp_path, content, said):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    code, _, err = pincite("add", path)
    assert code == 2
    assert said in err
    assert "Traceback" not in err


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(pincite, tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    code, _, err = pincite("add", path)
    assert code == 2
    assert "MB" in err


def test_a_file_without_numbers_is_added_with_a_warning(pincite, tmp_path):
    path = tmp_path / "essay.txt"
    path.write_text("A paragraph.\n\nAnother one.\n", "utf-8")
    code, out, _ = pincite("add", path, "--json")
    (added,) = json.loads(out)
    assert code == 0
    assert (added["numbering"], added["numbered"], added["paragraphs"]) == ("none", 0, 2)
    assert added["warnings"]


def test_a_report_added_twice_is_recognised(pincite, report):
    pincite("add", report)
    _, out, _ = pincite("add", report, "--json")
    assert json.loads(out)[0]["outcome"] == "unchanged"
    assert len(json.loads(pincite("reports", "--json")[1])) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask", ""], "empty"),
        (["ask", "长" * 100_000], "characters"),
        (["ask"], "--batch"),
        (["ask", "x", "--report", "nope"], "nope"),
        (["search", "x", "--limit", "0"], "--limit"),
        (["search", "--batch", "no/such/file"], "no/such/file"),
        (["remove", "nope"], "nope"),
        (["ask", "x", "--model", "no/such-model"], "pincite model get"),
    ],
)
def test_bad_input_ends_with_code_2_and_one_sentence(pincite, arguments, said):
    code, out, err = pincite(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.startswith("pincite: ")
    assert err.count("\n") == 1


def test_a_damaged_library_is_kept_aside_and_said(pincite, tmp_path):
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "library.sqlite").write_bytes(b"this is no database, " * 100)
    code, _, err = pincite("show", "1")
    assert code == 0
    assert "damaged" in err
    (kept,) = folder.glob("library.damaged-*.sqlite")
    assert kept.read_bytes().startswith(b"this is no database")


def test_output_is_utf8_whatever_the_locale(tmp_path):
    environment = os.environ | {
        "PINCITE_LIBRARY": str(tmp_path),
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "",
    }
    shown = subprocess.run(
        [sys.executable, "-m", "assistant", "show", "25"],
        check=True,
        capture_output=True,
        env=environment,
    )
    assert "因特网治理工作组" in shown.stdout.decode("utf-8")


def test_a_reader_that_stops_early_is_no_error(tmp_path):
    environment = os.environ | {"PINCITE_LIBRARY": str(tmp_path)}
    piped = subprocess.run(
        f'"{sys.executable}" -m assistant show all | head -n 1',
        shell=True,
        check=True,
        capture_output=True,
        env=environment,
        text=True,
    )
    assert not piped.stderr


def test_a_library_may_be_named_by_its_owners_folder(pincite, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert pincite("reports", "--library=~/mine")[0] == 0
    assert (tmp_path / "mine" / "library.sqlite").exists()


@pytest.mark.parametrize("wrong", ["--library=", "--port=99999", "--port=-5"])
def test_no_folder_and_no_port_are_refused_before_anything_starts(pincite, wrong):
    assert pincite(wrong)[0] == 2


def test_standard_input_is_added_by_a_dash(pincite, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    code, out, _ = pincite("add", "-", "--json")
    assert code == 0
    assert json.loads(out)[0]["numbered"] == 3
    assert json.loads(out)[0]["file"] == "standard-input.txt"
