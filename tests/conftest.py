"""What tests of several packages share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.asking import Assistant
from assistant.opening import open_assistant
from assistant.settings import Settings

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
