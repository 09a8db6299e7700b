"""The entrance: a password before the page, where whoever serves it wants one."""

from __future__ import annotations

import asyncio
import secrets
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import parse_qs

from assistant.page.asgi import Application, Receive, Scope, Send, header, sent_cookie
from assistant.page.safety import inert
from assistant.wording import Wording, wording
from assistant.words.choosing import direction, preferred_language

NAME = "pincite-entrance"
_A_WRONG_GUESS = 1.0  # seconds that it costs, so that nobody tries many
_LONGEST_FORM = 10_000  # bytes
# Gradio calls this from within, once, to start its queue; it tells nothing.
_OPEN = "/gradio_api/startup-events"
_KIND = (b"content-type", b"text/html; charset=utf-8")


class Entrance:
    """ASGI middleware: whoever has not given the password is asked for it, and sees nothing else.

    Whoever has is known by a cookie that no script can read, until the server or the browser is
    closed. Guesses are judged one after the other, so that several at once gain nothing.

    Args:
        app: Who answers those who came in.
        password: What opens.
        cost: Seconds that a wrong guess takes.
    """

    def __init__(self, app: Application, password: str, cost: float = _A_WRONG_GUESS) -> None:
        self._app = app
        self._password = password.encode()
        self._cost = cost
        self._turn = asyncio.Lock()
        self._key = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is asked by those who came in."""
        kind = scope["type"]
        if kind not in {"http", "websocket"} or self._knows(scope) or scope["path"] == _OPEN:
            await self._app(scope, receive, send)
        elif kind == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif scope["path"] != "/":
            await _answer(send, HTTPStatus.UNAUTHORIZED, b"")
        elif scope["method"] == "POST":
            await self._judge(scope, receive, send)
        else:
            await _answer(send, HTTPStatus.OK, _page(scope))

    def _knows(self, scope: Scope) -> bool:
        return secrets.compare_digest(sent_cookie(scope, NAME).encode(), self._key.encode())

    async def _judge(self, scope: Scope, receive: Receive, send: Send) -> None:
        guess = await _guess(receive)
        async with self._turn:
            right = secrets.compare_digest(guess, self._password)
            if not right:
                await asyncio.sleep(self._cost)
        if not right:
            await _answer(send, HTTPStatus.FORBIDDEN, _page(scope, wrong=True))
            return
        # Back to what was asked for; the browser itself keeps the part after "#".
        asked = scope["query_string"]
        cookie = f"{NAME}={self._key}; Path=/; HttpOnly; SameSite=Lax"
        came_in = (
            (b"location", b"/?" + asked if asked else b"/"),
            (b"set-cookie", cookie.encode()),
        )
        await _answer(send, HTTPStatus.SEE_OTHER, b"", *came_in)


async def _guess(receive: Receive) -> bytes:
    """The password in the form that is sent; nothing of one that is far too long."""
    body, more = b"", True
    while more and len(body) <= _LONGEST_FORM:
        message = await receive()
        body += message.get("body", b"")
        more = message["type"] == "http.request" and message.get("more_body", False)
    form = parse_qs(body[:_LONGEST_FORM].decode("latin-1"), max_num_fields=10)
    return form.get("password", [""])[0].encode()


async def _answer(
    send: Send, status: HTTPStatus, body: bytes, *headers: tuple[bytes, bytes]
) -> None:
    kept = (b"cache-control", b"no-store")
    start = {"type": "http.response.start", "status": status, "headers": [_KIND, kept, *headers]}
    await send(start)
    await send({"type": "http.response.body", "body": body})


def _page(scope: Scope, *, wrong: bool = False) -> bytes:
    """What asks for the password, in the browser's language."""
    words = wording(preferred_language(header(scope, b"accept-language")))
    return entrance_html(words, wrong=wrong).encode()


def entrance_html(words: Wording, *, wrong: bool) -> str:
    """A page that needs no script."""
    page = words.page
    style = files("assistant.page").joinpath("entrance.css").read_text("utf-8")
    trouble = f'<p id="trouble" role="alert">{inert(page.wrong_password)}</p>' if wrong else ""
    described = ' aria-invalid="true" aria-describedby="trouble"' if wrong else ""
    return (
        f'<!doctype html><html lang="{words.language}" dir="{direction(words.language)}"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<link rel="icon" href="data:,">'
        f"<title>{inert(page.page_title)}</title><style>{style}</style></head><body><main>"
        f'<h1><span aria-hidden="true">¶</span> {inert(page.page_title)}</h1>'
        f'<form method="post"><p>{inert(page.sign_in)}</p>'
        f'<label for="password">{inert(page.password)}</label>'
        '<input type="password" id="password" name="password" required autofocus'
        f' autocomplete="current-password"{described}>{trouble}'
        f"<button>{inert(page.come_in)}</button></form></main></body></html>"
    )
