"""Who comes back."""

from __future__ import annotations

import asyncio
from typing import Any

from assistant.page.visitors import NAME, KnownVisitors


def cookies(path: str = "/", sent: bytes = b"", kind: str = "http") -> list[str]:
    """What cookies a request is answered with."""
    told: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x", b"y")]})
        await send({"type": "http.response.body", "body": b""})

    async def send(message: Any) -> None:
        told.append(message)

    scope = {"type": kind, "path": path, "headers": [(b"cookie", sent)] if sent else []}
    asyncio.run(KnownVisitors(app)(scope, None, send))  # type: ignore[arg-type]
    assert (b"x", b"y") in told[0]["headers"]
    return [value.decode() for name, value in told[0]["headers"] if name == b"set-cookie"]


def secret(cookie: str) -> str:
    return cookie.split(";")[0].removeprefix(f"{NAME}=")


def test_a_newcomer_is_given_a_secret_that_no_script_and_no_other_site_gets() -> None:
    (cookie,) = cookies()
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}


def test_no_two_secrets_are_alike_and_none_can_be_guessed() -> None:
    secrets = {secret(cookies()[0]) for _ in range(50)}
    assert len(secrets) == 50
    assert min(map(len, secrets)) >= 43  # 32 bytes


def test_whoever_has_a_secret_keeps_it() -> None:
    assert cookies(sent=f"a=b; {NAME}=mine".encode()) == []


def test_a_broken_or_empty_cookie_is_replaced() -> None:
    for sent in (b"\xff\xfe", b"=;=;", f"{NAME}=".encode(), b"other=1"):
        assert len(cookies(sent=sent)) == 1


def test_only_the_page_itself_gives_secrets_out() -> None:
    assert cookies("/gradio_api/info") == cookies("/", kind="websocket") == []
