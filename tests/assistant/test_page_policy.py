"""What the browser is told that the page may do."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from assistant.page.policy import SecurityHeaders, inline_scripts, policy, script_hash

PAGE = b'<html><script src="a.js"></script><script>first()</script><p><script x>2</script></html>'


def sent_by(messages: list[Any], kind: str = "http", scripts: tuple[str, ...] = ()) -> list[Any]:
    """What leaves when an application behind the headers sends these messages."""
    sent: list[Any] = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        for message in messages:
            await send(message)

    async def send(message: Any) -> None:
        sent.append(message)

    headers = SecurityHeaders(application, scripts)
    asyncio.run(headers({"type": kind}, None, send))  # type: ignore[arg-type]
    return sent


def answer(kind: bytes, *bodies: bytes) -> list[Any]:
    last = len(bodies) - 1
    return [
        {"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind)]},
        *(
            {"type": "http.response.body", "body": body, "more_body": place < last}
            for place, body in enumerate(bodies)
        ),
    ]


def policy_of(sent: list[Any]) -> str:
    return dict(sent[0]["headers"])[b"content-security-policy"].decode()  # type: ignore[no-any-return]


def test_no_script_runs_but_our_own_files_and_what_has_a_hash() -> None:
    scripts = next(part for part in policy().split("; ") if part.startswith("script-src "))
    assert scripts == "script-src 'self' 'unsafe-eval'"
    assert "script-src-attr 'none'" in policy()
    assert policy(["a()"]).count("'sha256-") == 1


def test_nothing_is_fetched_from_or_framed_by_others() -> None:
    assert "default-src 'none'" in policy()
    assert "frame-ancestors 'none'" in policy()
    assert "http" not in policy()
    assert "*" not in policy()


def test_a_page_may_run_the_scripts_it_is_served_with_and_those_it_adds() -> None:
    sent = sent_by(answer(b"text/html; charset=utf-8", PAGE[:30], PAGE[30:]), scripts=("added()",))
    for code in ("first()", "2", "added()"):
        assert script_hash(code) in policy_of(sent)
    assert policy_of(sent).count("'sha256-") == 3
    assert b"".join(message.get("body", b"") for message in sent) == PAGE


def test_an_answer_that_is_no_page_may_run_nothing_and_is_not_held_back() -> None:
    messages = answer(b"text/event-stream", b"<script>", b"a()</script>")
    sent = sent_by(messages)
    assert "sha256" not in policy_of(sent)
    assert sent[1:] == messages[1:]


def test_every_response_forbids_frames_referrers_and_devices() -> None:
    headers = {name: value.decode() for name, value in sent_by(answer(b"x", b""))[0]["headers"]}
    assert headers[b"x-frame-options"] == "DENY"
    assert headers[b"referrer-policy"] == "no-referrer"
    assert headers[b"x-content-type-options"] == "nosniff"
    assert "camera=()" in headers[b"permissions-policy"]
    assert headers[b"content-type"] == "x"


def test_other_traffic_is_passed_on_as_it_is() -> None:
    messages = [{"type": "websocket.accept", "headers": [(b"x-own", b"1")]}]
    assert sent_by(messages, "websocket") == messages


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("<SCRIPT>a</SCRIPT>", ["a"]),
        ("<script\nsrc = x>a</script>", []),
        ("<script data-source='x'>\n a\n</script>", ["\n a\n"]),
        ("nothing", []),
    ],
)
def test_inline_scripts_are_found_as_a_browser_finds_them(page: str, codes: list[str]) -> None:
    assert inline_scripts(page) == codes
