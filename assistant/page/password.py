"""A password before the page, where whoever serves it wants one."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from getpass import getpass

from assistant.errors import UsageError
from assistant.page.safety import inert_line
from assistant.wording import wording
from assistant.words.choosing import direction, known_languages

_A_WRONG_GUESS = 1.0  # seconds that it costs, so that nobody tries many

Gate = Callable[[str, str], Awaitable[bool]]


def gate(password: str, cost: float = _A_WRONG_GUESS) -> Gate:
    """Who may come in: whoever knows the password, by whatever name.

    Guesses are judged one after the other, so that several at once gain nothing.
    """
    turn = asyncio.Lock()

    async def knows(_: str, guess: str) -> bool:
        async with turn:
            right = secrets.compare_digest(guess.encode(), password.encode())
            if not right:
                await asyncio.sleep(cost)
            return right

    return knows


def greeting() -> str:
    """What the login says, as HTML, in every language: nobody has chosen one yet."""
    return "".join(
        f'<p lang="{language}" dir="{direction(language)}">'
        f"{inert_line(wording(language).page.sign_in)}</p>"
        for language in known_languages()
    )


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
