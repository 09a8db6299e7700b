"""What tests of several packages share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.asking import Assistant
from assistant.evaluating.asking import ask_all
from assistant.evaluating.gold import read_gold
from assistant.evaluating.places import check_names
from assistant.evaluating.scorecard import Scorecard, scorecard
from assistant.opening import open_assistant
from assistant.settings import Settings

# Figures that are compared with what is printed in the README are those of 32 bits.
os.environ["PINCITE_DTYPE"] = "float32"

GOLD = Path(__file__).parent / "gold"
SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring sets that lies beside a working copy, where there is one."""
    if not SHARED.is_dir():
        pytest.skip("the folder shared/ is not beside this one")
    return SHARED


@pytest.fixture(scope="session")
def real_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The product as it opens for a new user: bundled report, bundled model. Not to be changed."""
    assistant = open_assistant(Settings(library=tmp_path_factory.mktemp("library")), print)
    assistant.index.warm_up()
    yield assistant
    assistant.library.close()


@pytest.fixture(scope="session")
def real_scorecard(real_assistant: Assistant) -> Scorecard:
    """How the product, as a new user has it, answers all gold questions."""
    report = real_assistant.index.report("wsis-2004")
    cases = [
        case for name in ("dev.jsonl", "dialogues_dev.jsonl") for case in read_gold(GOLD / name)
    ]
    names = check_names(cases, report)
    asked = tuple(ask_all(real_assistant, cases, names, report.id))
    return scorecard(report, real_assistant.index.embedder.fingerprint, asked)
