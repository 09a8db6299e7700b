"""A password asked for at the terminal."""

from __future__ import annotations

from getpass import getpass

from assistant.errors import UsageError


def ask_for_password() -> str:
    """The password, typed unseen at the terminal.

    Raises:
        UsageError: If there is no terminal, or nothing was typed.
    """
    try:
        typed = getpass("Password for the page: ")
    except EOFError:
        typed = ""
    if not typed:
        raise UsageError(
            "No password was given. Type one, or put it into PINCITE_PASSWORD for a service."
        )
    return typed
