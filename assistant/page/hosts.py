"""By which names the page answers, and who may listen where.

A page elsewhere can point a name of its own at this machine ("DNS rebinding"); its requests carry
that name in their Host header. So only names that are ours are answered. An address written out
is never such a name.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import ip_address

from assistant.errors import UsageError
from assistant.page.asgi import Application, Receive, Scope, Send
from assistant.settings import Settings, is_loopback

SHORTEST_PASSWORD = 8  # characters
_EVERYWHERE = {"0.0.0.0", "::", ""}
_THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")


def check_reach(settings: Settings) -> None:
    """See that whoever opens the page to others has said so.

    Raises:
        UsageError: If others could reach the page and nobody said that they may, or a password
            is so short that it is soon guessed.
    """
    if not is_loopback(settings.host) and not settings.open_to_network:
        raise UsageError(
            f"On {settings.host} everyone who can reach this machine could read every report in"
            " the library and add more. If that is meant, say --open-to-network, best together"
            " with --password; without --host the page is this machine's alone."
        )
    if settings.password and len(settings.password) < SHORTEST_PASSWORD:
        raise UsageError(
            f"The password is too short to keep anyone out: choose {SHORTEST_PASSWORD} characters"
            " or more."
        )


def reach(settings: Settings) -> str:
    """What it means that the page is open to others; `""` where it is not."""
    if is_loopback(settings.host):
        return ""
    who = "who knows the password" if settings.password else "who can reach this machine"
    return (
        f"Open to the network: everyone {who} can read every report in the library and add more."
        " What they send and see is not encrypted; where others listen in, put a server that"
        " speaks HTTPS before it."
    )


def known_names(settings: Settings) -> tuple[str, ...]:
    """The names, besides addresses, that the page answers to; in small letters.

    >>> known_names(Settings(host="127.0.0.1"))
    ('127.0.0.1', 'localhost', '[::1]')
    """
    names = [*_THIS_MACHINE, *settings.also_called]
    if not is_loopback(settings.host):
        own = socket.gethostname()
        names += [settings.host, own, f"{own.partition('.')[0]}.local"]
    return tuple(dict.fromkeys(name.lower() for name in names if name not in _EVERYWHERE))


class KnownHosts:
    """ASGI middleware: a request by a name that is not ours is refused with 400.

    Args:
        app: Who answers the others.
        names: As `known_names` gives them.
        any_address: Whether an address written out will do, whichever it is.
    """

    def __init__(self, app: Application, names: Sequence[str], any_address: bool) -> None:
        self._app = app
        self._names = frozenset(names)
        self._any_address = any_address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is asked by a name of ours."""
        if scope["type"] not in {"http", "websocket"} or self.knows(_host(scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            kind = (b"content-type", b"text/plain; charset=utf-8")
            await send({"type": "http.response.start", "status": 400, "headers": [kind]})
            await send({"type": "http.response.body", "body": b"This page has another name."})
        else:
            await send({"type": "websocket.close", "code": 1008})

    def knows(self, host: str) -> bool:
        """Whether a Host header, with or without a port, names this page."""
        name = host.lower()
        bracketed = name.startswith("[")
        name = name.partition("]")[0] + "]" if bracketed else name.partition(":")[0]
        if name in self._names:
            return True
        try:
            ip_address(name.strip("[]"))
        except ValueError:
            return False
        return self._any_address


def _host(scope: Scope) -> str:
    sent = [value for name, value in scope["headers"] if name == b"host"]
    return sent[0].decode("latin-1") if len(sent) == 1 else ""
