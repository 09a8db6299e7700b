"""Who comes in."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlencode

import pytest

from assistant.page import entrance
from assistant.page.entrance import NAME, Entrance, entrance_html
from assistant.page.safety import inert
from assistant.wording import wording
from assistant.words.choosing import known_languages

SECRET = "раскрытый пароль"


async def page(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"the page"})


async def asked(
    door: Entrance, path: str = "/", guess: str | None = None, cookie: str = "", query: str = ""
) -> tuple[int, dict[bytes, bytes], str]:
    """Status, headers and text of the answer to a request, or to a guess."""
    told: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": urlencode({"password": guess}).encode()}

    async def send(message: Any) -> None:
        told.append(message)

    headers = [(b"accept-language", b"fr"), (b"cookie", cookie.encode())]
    method = "GET" if guess is None else "POST"
    scope = {"type": "http", "path": path, "method": method, "headers": headers}
    await door({**scope, "query_string": query.encode()}, receive, send)
    start, body = told
    return start["status"], dict(start["headers"]), body["body"].decode()


def test_nothing_is_seen_without_the_password() -> None:
    async def tried() -> None:
        door = Entrance(page, SECRET, cost=0)
        status, _, said = await asked(door)
        assert status == 200
        assert inert(wording("fr").page.sign_in) in said
        for path in ("/gradio_api/info", "/config", "/assets/index.js"):
            assert (await asked(door, path))[::2] == (401, "")
        assert (await asked(door, cookie=f"{NAME}="))[2] != "the page"

    asyncio.run(tried())


def test_only_the_password_opens_and_leads_to_what_was_asked_for() -> None:
    async def tried() -> None:
        door = Entrance(page, SECRET, cost=0)
        for wrong in ("", "раскрытый", f"{SECRET} ", "x" * 20_000):
            status, headers, said = await asked(door, guess=wrong)
            assert status == 403
            assert inert(wording("fr").page.wrong_password) in said
            assert b"set-cookie" not in headers
        status, headers, _ = await asked(door, guess=SECRET, query="report=a")
        assert (status, headers[b"location"]) == (303, b"/?report=a")
        cookie = headers[b"set-cookie"].decode()
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert (await asked(door, cookie=cookie.partition(";")[0]))[2] == "the page"
        another = await asked(Entrance(page, SECRET), cookie=cookie.partition(";")[0])
        assert another[2] != "the page", "a server started anew asks again"

    asyncio.run(tried())


def test_guesses_at_once_are_judged_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = most = 0

    async def wait(_: float) -> None:
        nonlocal waiting, most
        waiting += 1
        most = max(most, waiting)
        await asyncio.get_running_loop().run_in_executor(None, int)
        waiting -= 1

    async def tried() -> None:
        door = Entrance(page, "long enough")
        await asyncio.gather(*(asked(door, guess="wrong") for _ in range(5)))

    monkeypatch.setattr(entrance.asyncio, "sleep", wait)
    asyncio.run(tried())
    assert most == 1


@pytest.mark.parametrize("language", known_languages())
def test_the_entrance_speaks_every_language(language: str) -> None:
    words = wording(language)
    said = entrance_html(words, wrong=True)
    assert f'lang="{language}"' in said
    assert ('dir="rtl"' in said) == (language == "ar")
    assert "<script" not in said
