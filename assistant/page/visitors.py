"""Who comes back: a secret in a visitor's browser, by which they find their own conversations.

It is a cookie that no script can read, sent to this page only when the page itself asks. Another
port of the same machine is sent it too; nothing but past conversations hangs on it.
"""

from __future__ import annotations

import secrets

from assistant.page.asgi import Application, Message, Receive, Scope, Send, sent_cookie

NAME = "pincite-visitor"
_LONGEST = 400 * 24 * 3600  # seconds; browsers keep none for longer
_SHORTEST_SECRET = 32


class KnownVisitors:
    """ASGI middleware: whoever opens the page without a secret is given one."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the cookie to the answer to a page's first request."""
        if scope["type"] != "http" or scope["path"] != "/" or sent_cookie(scope, NAME):
            await self._app(scope, receive, send)
            return
        cookie = (
            f"{NAME}={secrets.token_urlsafe(_SHORTEST_SECRET)}; Path=/; Max-Age={_LONGEST};"
            " HttpOnly; SameSite=Lax"
        )

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                header = (b"set-cookie", cookie.encode())
                message["headers"] = [*message.get("headers", []), header]
            await send(message)

        await self._app(scope, receive, with_cookie)
