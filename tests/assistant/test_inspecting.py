import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.inspecting import inspection, inspection_record
from assistant.wording import wording
from corpus.reading import read_report

LAW = """\
REGULATION (EU) 2031/7 ON WATER

of 3 May 2031

Whereas:

(1) Water is scarce.

(2) It is dear. See A/59/50.

CHAPTER I

Scope

Article 1. Water is free.

Article 2. Ice is not.

Article 4. It enters into force at once.
"""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    path = tmp_path / "law.txt"
    path.write_text(LAW, encoding="utf-8")
    return path


def test_what_a_file_would_become_is_told(law: Path) -> None:
    told = "\n".join(inspection(read_report(law), wording("en")))
    assert "symbol:    (EU) 2031/7" in told
    assert "date:      2031-05-03" in told
    assert "recitals 1 to 2, complete; Article 1 to Article 4, missing: 3" in told
    assert "(EU) 2031/7, recital 1: Water is scarce." in told
    assert "CHAPTER I Scope (Article 1 – Article 4)" in told


def test_the_same_is_told_to_programs(law: Path) -> None:
    record = inspection_record(law, read_report(law))
    assert (record["numbering"], record["numbered"], record["gaps"]) == ("gaps", 5, ["3"])
    assert [series["name"] for series in record["series"]] == ["recital", "article"]
    assert [heading["label"] for heading in record["outline"]][-1] == "CHAPTER I Scope"


def test_the_command_stores_nothing(
    law: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["inspect", str(law), str(tmp_path / "missing.txt"), "--json"])
    printed = capsys.readouterr()
    assert left.value.code == 2
    assert "missing.txt: there is no such file" in printed.err
    assert [set(record) & {"error"} for record in json.loads(printed.out)] == [set(), {"error"}]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["law.txt"]
