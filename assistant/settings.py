"""Everything that can be set, in one place."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

LIBRARY_VARIABLE = "PINCITE_LIBRARY"
MODEL_VARIABLE = "PINCITE_MODEL"


def default_library() -> Path:
    """The folder that holds the library: `PINCITE_LIBRARY`, or the user's data folder."""
    from platformdirs import user_data_path

    chosen = os.environ.get(LIBRARY_VARIABLE, "")
    return Path(chosen).expanduser() if chosen else user_data_path("pincite", appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose.

    `library` is a folder; `model` the folder or cached name of a sentence-transformers model,
    `""` for the bundled one; `patience` is how many seconds a locked library is waited for.
    """

    library: Path = field(default_factory=default_library)
    model: str = field(default_factory=lambda: os.environ.get(MODEL_VARIABLE, ""))
    host: str = "127.0.0.1"
    port: int = 7860
    open_browser: bool = True
    patience: float = 5.0

    @property
    def library_file(self) -> Path:
        """The one file that everything is kept in."""
        return self.library / "library.sqlite"
