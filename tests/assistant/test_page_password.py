"""The password that whoever runs the page types."""

from __future__ import annotations

import pytest

from assistant.errors import UsageError
from assistant.page import password
from assistant.page.password import ask_for_password


def test_without_a_terminal_the_password_is_asked_for_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def closed(_: str) -> str:
        raise EOFError

    monkeypatch.setattr(password, "getpass", closed)
    with pytest.raises(UsageError, match="PINCITE_PASSWORD"):
        ask_for_password()
    monkeypatch.setattr(password, "getpass", lambda _: "typed unseen")
    assert ask_for_password() == "typed unseen"
