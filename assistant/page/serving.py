"""The page served: found a port for, opened, warmed up and closed."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import UsageError
from assistant.keeping.feedback import Feedback
from assistant.keeping.history import History
from assistant.page.entrance import Entrance
from assistant.page.hosts import KnownHosts, check_reach, known_names, reach
from assistant.page.policy import SecurityHeaders, inline_scripts
from assistant.page.visitors import KnownVisitors
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.asking import Assistant

_PORTS_TRIED = 100
_DAY = 86_400.0
_SESSIONS = 1000  # remembered at once; Gradio takes some 70 kB for each, and for each `/ask` one
_FIRST_VISIT = 5.0  # seconds to keep the processor free for whoever opens the page


def serve(assistant: Assistant, settings: Settings) -> None:
    """Serve the page until Ctrl-C; the model warms up once the page is there.

    Raises:
        UsageError: If no port from the one wished for upwards is free, or others could reach the
            page and nobody said that they may.
    """
    check_reach(settings)
    # Read by Gradio when it builds a page: without this it phones home.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    with upload_folder(settings.library) as uploads:
        os.environ["GRADIO_TEMP_DIR"] = str(uploads)
        from assistant.page.keeping import Keeping
        from assistant.page.layout import build
        from assistant.page.responding import Responding
        from assistant.page.resuming import Resuming

        history = History(settings.history_file) if settings.keeps_history else None
        keeping = Keeping(assistant, history, Feedback(settings.feedback_file))
        responding = Responding(assistant, uploads, keeping)
        page = build(responding, keeping, Resuming(assistant, keeping))
        stopped = threading.Event()
        warming = threading.Thread(
            target=_warm_up, args=(assistant, responding.visited, stopped), daemon=True
        )
        try:
            with _stopping(stopped):
                _launch(page, settings)
                warming.start()
                # In slices: on Windows a wait without an end can't be interrupted.
                while not stopped.wait(0.5):
                    pass
        except KeyboardInterrupt:
            pass
        finally:
            stopped.set()
            responding.close()
            page.close(verbose=False)
            print("Stopped.", flush=True)
    if warming.is_alive():
        # An interpreter that ends while a model is being loaded aborts. All is closed and kept.
        os._exit(0)


def free_port(host: str, wished: int) -> int:
    """The first port from `wished` upwards that nobody listens on; 0 means any.

    Raises:
        UsageError: If none of a hundred is free, or the host is not this machine's.
    """
    for port in range(wished, wished + _PORTS_TRIED) if wished else [0]:
        with socket.socket() as probe:
            if os.name == "posix":  # elsewhere this would let two programs share a port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError, OverflowError):
                probe.bind((host, port))
                return int(probe.getsockname()[1])
    raise UsageError(
        f"No port from {wished} to {wished + _PORTS_TRIED - 1} is free on {host}."
        " Choose another with --port."
    )


def _launch(page: Any, settings: Settings) -> None:
    import gradio
    from starlette.middleware import Middleware

    from assistant.page.layout import head
    from corpus.decoding import MAX_BYTES

    port = free_port(settings.host, settings.port)
    everywhere = settings.host == "0.0.0.0"
    in_head = head()
    # One report is embedded at a time anyway; more than this waiting are refused politely.
    page.queue(max_size=64, default_concurrency_limit=16)
    page.launch(
        prevent_thread_lock=True,
        quiet=True,
        server_name=settings.host,
        server_port=port,
        theme=gradio.themes.Default(
            primary_hue="blue",
            neutral_hue="slate",
            # Names of fonts that the machine may have: nothing is fetched.
            font=["system-ui", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"],
            font_mono=["ui-monospace", "monospace"],
        ),
        head=in_head,
        share=False,
        ssr_mode=False,
        show_error=False,
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        mcp_server=False,
        max_file_size=MAX_BYTES,
        state_session_capacity=_SESSIONS,
        app_kwargs={
            "openapi_url": None,
            "middleware": [
                *([Middleware(KnownVisitors)] if settings.keeps_history else []),
                Middleware(SecurityHeaders, scripts=inline_scripts(in_head)),
                Middleware(KnownHosts, names=known_names(settings), any_address=everywhere),
                *([Middleware(Entrance, password=settings.password)] if settings.password else []),
            ],
        },
    )
    address = f"http://{'127.0.0.1' if everywhere else settings.host}:{port}"
    taken = settings.port and port != settings.port
    said = f"Port {settings.port} is taken, so Pincite is at" if taken else "Pincite is at"
    print(f"{said} {address} (Ctrl-C stops it)", flush=True)
    if meaning := reach(settings):
        print(meaning, file=sys.stderr, flush=True)
    if settings.open_browser:
        webbrowser.open(address)


def _warm_up(assistant: Assistant, visited: threading.Event, stopped: threading.Event) -> None:
    visited.wait(_FIRST_VISIT)
    try:
        assistant.index.warm_up()
    except Exception as error:  # the page goes on: numbers can still be looked up
        if not stopped.is_set():
            print(error, file=sys.stderr, flush=True)


@contextmanager
def upload_folder(library: Path) -> Iterator[Path]:
    """A folder for uploads inside the library's, gone afterwards; so are those a crash left."""
    library.mkdir(parents=True, exist_ok=True)
    for left in library.glob(".uploads-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _DAY:
                shutil.rmtree(left)
    with tempfile.TemporaryDirectory(
        prefix=".uploads-", dir=library, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder).resolve()


@contextmanager
def _stopping(stopped: threading.Event) -> Iterator[None]:
    """Let a polite request to end (SIGTERM) do what Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
