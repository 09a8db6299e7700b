"""What the browser is told that the page may do: next to nothing.

This is the second wall. `safety.inert` is the first; should one place ever forget it, a script
that a report, a question or a file name smuggles in still has no hash in the policy, so that the
browser does not run it, and nothing can be sent anywhere.

Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from assistant.page.asgi import Application, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.S | re.I)
# What Gradio 6 leaves open, tried one by one: it compiles what its components run ("unsafe-eval"),
# and sets styles by attribute and element, here and in libraries of its own ("unsafe-inline" for
# styles, which can fetch no more than the rest of this policy lets them).
_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' 'unsafe-eval'{hashes}",
        "script-src-attr 'none'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    ]
)
# A browser asks before a page may read what was copied.
_USED = ("clipboard-read=(self)", "clipboard-write=(self)")
_UNUSED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": ", ".join((*_USED, *(f"{name}=()" for name in _UNUSED))),
    "cross-origin-resource-policy": "same-origin",
    "x-permitted-cross-domain-policies": "none",
}


def script_hash(code: str) -> str:
    """The name by which a policy lets one inline script run, and no other.

    >>> script_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


def inline_scripts(page: str) -> list[str]:
    """The scripts written out in a page.

    >>> inline_scripts("<script src=a></script><script>b()</script>")
    ['b()']
    """
    return [
        found["code"]
        for found in _INLINE_SCRIPT.finditer(page)
        if not re.search(r"\bsrc\s*=", found["attributes"])
    ]


def policy(scripts: Iterable[str] = ()) -> str:
    """The Content-Security-Policy of a page that may run these inline scripts."""
    return _POLICY.format(hashes="".join(f" {script_hash(code)}" for code in scripts))


class SecurityHeaders:
    """ASGI middleware: every response says what the browser may do with it.

    Args:
        app: Who answers.
        scripts: Inline scripts that the page adds to itself, besides those it is served with.
    """

    def __init__(self, app: Application, scripts: Iterable[str] = ()) -> None:
        self._app = app
        self._scripts = tuple(scripts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers; a page is held back until all of it is known."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def with_headers(message: Message) -> None:
            start = message["type"] == "http.response.start"
            if start and not _is_page(message):
                await send(_with(message, policy()))
            elif start or held:
                held.append(message)
                if not start and not message.get("more_body", False):
                    await self._release(held, send)
            else:
                await send(message)

        await self._app(scope, receive, with_headers)

    async def _release(self, held: list[Message], send: Send) -> None:
        start, *parts = held
        held.clear()
        body = b"".join(part.get("body", b"") for part in parts)
        own = inline_scripts(body.decode("utf-8", "replace"))
        await send(_with(start, policy((*own, *self._scripts))))
        await send({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    return any(
        name.lower() == b"content-type" and value.startswith(b"text/html")
        for name, value in start.get("headers", [])
    )


def _with(start: Message, content_policy: str) -> Message:
    ours = {"content-security-policy": content_policy, **_HEADERS}
    added = [(name.encode(), value.encode()) for name, value in ours.items()]
    return {**start, "headers": [*start.get("headers", []), *added]}
