"""The shapes that a web server and an application speak in (ASGI 3)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


def header(scope: Scope, name: bytes) -> str:
    """What a request says under a name, in small letters; `""` for nothing."""
    return ", ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


def sent_cookie(scope: Scope, name: str) -> str:
    """The cookie of a name that a request brings; `""` for none."""
    sent = b"; ".join(value for key, value in scope["headers"] if key == b"cookie")
    try:
        found = SimpleCookie(sent.decode("latin-1")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""
