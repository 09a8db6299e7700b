"""The built wheel holds what it should, and works where nothing else of the project is."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QUESTION = "因特网治理工作组由谁设立？"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_exactly_the_three_packages_with_their_data(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    tracked = {
        str(path.relative_to(ROOT))
        for package in ("assistant", "corpus", "index")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == tracked
    assert "corpus/reports/wsis-2004.zh.txt" in names
    assert {f"{package}/py.typed" for package in ("assistant", "corpus", "index")} <= names


def test_the_installed_wheel_answers_a_question(wheel, tmp_path):
    """The libraries are lent by this environment; of the project there is only the wheel."""
    here = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(here)], check=True)
    python = here / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    (site,) = here.rglob("site-packages")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--target", str(site), str(wheel)], check=True)
    (site / "lent.pth").write_text(
        "\n".join(path for path in sys.path if path.endswith("site-packages")) + "\n", "utf-8"
    )
    # A folder named like one of the packages must not get in the way.
    (tmp_path / "index").mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    asked = subprocess.run(
        [str(python), "-m", "assistant", "ask", QUESTION, "--json"],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env=environment | {"PINCITE_LIBRARY": str(tmp_path / "library")},
    )
    answer = json.loads(asked.stdout)
    assert answer["citations"][0]["number"] == "25"
    where = subprocess.run(
        [str(python), "-c", "import assistant; print(assistant.__file__)"],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env=environment,
        text=True,
    )
    assert str(site) in where.stdout
