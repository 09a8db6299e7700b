"""Measure the answers again and put the tables into the README: `python docs/measured.py`.

They are what `pincite evaluate` prints for the gold questions in `tests/gold`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
GOLD = ("tests/gold/dev.jsonl", "tests/gold/dialogues_dev.jsonl")
BEGIN, END = "<!-- measured: python docs/measured.py -->\n", "<!-- /measured -->\n"


def main() -> None:
    """Replace what stands between the two marks."""
    with tempfile.TemporaryDirectory() as library:
        command = [sys.executable, "-m", "assistant", "evaluate", *GOLD, "--library", library]
        # In 32 bits, so that other machines find the same.
        environment = os.environ | {"PINCITE_DTYPE": "float32"}
        printed = subprocess.run(
            command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8", env=environment
        ).stdout
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    readme.write_text(f"{before}{BEGIN}\n{printed}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
