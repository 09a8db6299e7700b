"""Who waits for an answer, and how one is called off.

Gradio can cancel an event, but shows an error now and then when it does: which of two events ends
first is up to chance. So an ask looks at its own flag.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import gradio as gr

_QUICK = 0.25  # seconds within which nothing need be said


class Waits:
    """At most one ask a visitor, known by the session of their page."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waits: dict[str, threading.Event] = {}

    def begin(self, session: str) -> threading.Event:
        """Note that a visitor waits; the flag is set when the answer is no longer wanted."""
        with self._lock:
            self._waits[session] = called_off = threading.Event()
        return called_off

    def end(self, session: str, called_off: threading.Event) -> None:
        """Forget a visitor's wait, unless a later one has begun."""
        with self._lock:
            if self._waits.get(session) is called_off:
                del self._waits[session]

    def call_off(self, session: str) -> None:
        """Let the visitor's ask, if one is on its way, end without an answer."""
        with self._lock:
            called_off = self._waits.get(session)
        if called_off:
            called_off.set()


def session_of(request: gr.Request | None) -> str:
    """The session of the page that asks; `""` for a program."""
    return (request.session_hash if request else None) or ""


def finished(work: Future[Any]) -> bool:
    """Wait a little while for work, and tell whether it is done."""
    return bool(wait([work], timeout=_QUICK).done)
