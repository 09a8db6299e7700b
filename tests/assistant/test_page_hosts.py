"""By which names the page answers, and who may listen where."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import replace
from typing import Any

import pytest

from assistant.errors import UsageError
from assistant.page.hosts import KnownHosts, check_reach, known_names, reach
from assistant.settings import Settings

OWN = Settings(password="")
OPEN = replace(OWN, host="0.0.0.0", open_to_network=True)


async def nobody(scope: Any, receive: Any, send: Any) -> None:
    raise AssertionError("a stranger's request was passed on")


def knows(settings: Settings, host: str) -> bool:
    everywhere = settings.host == "0.0.0.0"
    return KnownHosts(nobody, known_names(settings), everywhere).knows(host)


@pytest.mark.parametrize("host", ["127.0.0.1:7860", "localhost", "LOCALHOST:1", "[::1]:7860"])
def test_this_machines_own_names_are_answered(host: str) -> None:
    assert knows(OWN, host)


@pytest.mark.parametrize(
    "host",
    ["", "elsewhere.example", "localhost.elsewhere.example", "192.0.2.1", "127.0.0.1.example:80"],
)
def test_other_names_are_not_answered(host: str) -> None:
    assert not knows(OWN, host)


def test_on_every_address_any_address_is_answered_but_no_strange_name() -> None:
    for host in ("192.0.2.1:7860", "[2001:db8::1]:7860", "localhost", socket.gethostname()):
        assert knows(OPEN, host)
    for host in ("elsewhere.example", "elsewhere.example:7860", "", "[elsewhere.example]"):
        assert not knows(OPEN, host)


def test_a_name_that_was_told_is_answered() -> None:
    assert knows(replace(OPEN, also_called=("Pincite.example",)), "pincite.example:443")


def asked(headers: list[tuple[bytes, bytes]]) -> list[Any]:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    hosts = KnownHosts(nobody, known_names(OWN), any_address=False)
    asyncio.run(hosts({"type": "http", "headers": headers}, None, send))  # type: ignore[arg-type]
    return sent


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [(b"host", b"elsewhere.example")],
        [(b"host", b"localhost"), (b"host", b"elsewhere.example")],
    ],
)
def test_a_stranger_is_told_no(headers: list[tuple[bytes, bytes]]) -> None:
    assert asked(headers)[0]["status"] == 400


def test_an_address_that_others_reach_wants_a_word() -> None:
    for host in ("0.0.0.0", "192.168.1.5"):
        with pytest.raises(UsageError, match="--open-to-network"):
            check_reach(replace(OWN, host=host))
    check_reach(OPEN)
    check_reach(OWN)


def test_a_password_that_is_soon_guessed_is_refused() -> None:
    with pytest.raises(UsageError, match="8 characters"):
        check_reach(replace(OPEN, password="secret"))
    check_reach(replace(OPEN, password="long enough"))


def test_what_openness_means_is_said() -> None:
    assert reach(OWN) == ""
    assert "everyone who can reach this machine" in reach(OPEN)
    assert "everyone who knows the password" in reach(replace(OPEN, password="long enough"))
    assert "not encrypted" in reach(OPEN)


def test_the_password_is_in_no_printed_settings() -> None:
    assert "long enough" not in repr(replace(OPEN, password="long enough"))
