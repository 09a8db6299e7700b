"""Who comes in."""

from __future__ import annotations

import asyncio

import pytest

from assistant.errors import UsageError
from assistant.page import password
from assistant.page.password import ask_for_password, gate, greeting
from assistant.words.choosing import known_languages


def test_only_the_password_opens() -> None:
    async def tried() -> list[bool]:
        knows = gate("раскрытый пароль", cost=0)
        return [await knows("any", guess) for guess in ("раскрытый пароль", "", "раскрытый")]

    assert asyncio.run(tried()) == [True, False, False]


def test_guesses_at_once_are_judged_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = most = 0

    async def wait(_: float) -> None:
        nonlocal waiting, most
        waiting += 1
        most = max(most, waiting)
        await yield_once()
        waiting -= 1

    async def yield_once() -> None:
        await asyncio.get_running_loop().run_in_executor(None, int)

    async def tried() -> None:
        knows = gate("long enough")
        await asyncio.gather(*(knows("any", "wrong") for _ in range(5)))

    monkeypatch.setattr(password.asyncio, "sleep", wait)
    asyncio.run(tried())
    assert most == 1


def test_the_login_speaks_every_language() -> None:
    said = greeting()
    for language in known_languages():
        assert f'lang="{language}"' in said
    assert 'dir="rtl"' in said


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
