"""Everything that can be set, in one place."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

LIBRARY_VARIABLE = "PINCITE_LIBRARY"
MODEL_VARIABLE = "PINCITE_MODEL"
PASSWORD_VARIABLE = "PINCITE_PASSWORD"


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
    `history` tells whether conversations are kept; None means on this machine's own page only.
    `host` is the address to listen on; one that others can reach needs `open_to_network` as well.
    `password` is asked for before the page, `""` for none; `also_called` are further names by
    which the page is reached, as behind another server.
    """

    library: Path = field(default_factory=default_library)
    model: str = field(default_factory=lambda: os.environ.get(MODEL_VARIABLE, ""))
    host: str = "127.0.0.1"
    port: int = 7860
    open_browser: bool = True
    patience: float = 5.0
    history: bool | None = None
    open_to_network: bool = False
    password: str = field(default_factory=lambda: os.environ.get(PASSWORD_VARIABLE, ""), repr=False)
    also_called: tuple[str, ...] = ()

    @property
    def library_file(self) -> Path:
        """The one file that everything is kept in."""
        return self.library / "library.sqlite"

    @property
    def history_file(self) -> Path:
        """Past conversations, in a file of their own."""
        return self.library / "history.sqlite"

    @property
    def feedback_file(self) -> Path:
        """What people said of answers, a line each."""
        return self.library / "feedback.jsonl"

    @property
    def keeps_history(self) -> bool:
        """Whether the page keeps conversations.

        Where others than this machine's people are served, they have not chosen to leave what
        they ask on it: there it takes an explicit `history=True`.
        """
        if self.history is not None:
            return self.history
        return is_loopback(self.host) and not self.also_called


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a page that listens on `host`.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
