"""Reading a file in a process of its own, which can be killed.

Parsers of binary formats are large, and their files may be made to harm. So they run beside the
product: for a limited time, in limited memory where the system can limit it, and what they hand
back is plain JSON.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from corpus import errors
from corpus.errors import CorpusError, UnreadableFileError
from corpus.model import Block

MOST_SECONDS = 120.0
MOST_BLOCKS = 200_000
MOST_MEMORY = 4 * 1024**3  # bytes of addresses, which are more than what is used
_LOOKED_AFTER = 0.05  # seconds between two looks at whether to stop
_PROGRAM = "from corpus.isolating import serve; serve()"


def blocks_apart(
    module: str,
    path: Path,
    *,
    seconds: float = MOST_SECONDS,
    heartbeat: Callable[[], None] | None = None,
) -> tuple[Block, ...]:
    """Read a file's blocks with a module of `corpus.formats`, in a process of its own.

    Args:
        module: The module's full name.
        path: The file.
        seconds: How long it may take.
        heartbeat: Called again and again meanwhile; what it raises stops the reading.

    Raises:
        CorpusError: What the module raises, or that a bound was met or the parser broke down.
    """
    # What a killed process leaves behind lies in a folder that goes with it.
    with tempfile.TemporaryDirectory(prefix="pincite-", ignore_cleanup_errors=True) as folder:
        process = _started(folder)
        try:
            request = {"module": module, "path": str(path.absolute())}
            answer = _answer(process, request, path, seconds, heartbeat)
        finally:
            _kill(process)
    if "error" in answer:
        raise _rebuilt(answer["error"], answer["evidence"], path)
    return tuple(Block(**block) for block in answer["blocks"])


def bounded(blocks: Iterable[Block], path: Path) -> Iterator[Block]:
    """Yield a file's blocks, up to the most that can be made a report of.

    Raises:
        UnreadableFileError: If there are more.
    """
    for count, block in enumerate(blocks):
        if count >= MOST_BLOCKS:
            raise UnreadableFileError(
                path,
                f"it has more than {MOST_BLOCKS:,} paragraphs, which is the most that can be read."
                " Split it into parts.",
            )
        yield block


def serve() -> None:
    """The other side: read one request from standard input, answer on standard output."""
    # What a parser prints by itself must not get between the lines of the answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory()
    request = json.loads(sys.stdin.buffer.read())
    path = Path(request["path"])
    try:
        found = bounded(import_module(request["module"]).blocks(path), path)
        answer: dict[str, Any] = {"blocks": [asdict(block) for block in found]}
    except CorpusError as error:
        evidence = {name: value for name, value in vars(error).items() if name != "path"}
        answer = {"error": type(error).__name__, "evidence": evidence}
    except (MemoryError, RecursionError):
        answer = {"error": "UnreadableFileError", "evidence": {"reason": _TOO_MUCH}}
    with answers:
        answers.write(json.dumps(answer).encode())


def _started(folder: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder),
    }
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=os.name == "posix",  # so that what it starts is killed with it
    )


def _answer(
    process: subprocess.Popen[bytes],
    request: dict[str, str],
    path: Path,
    seconds: float,
    heartbeat: Callable[[], None] | None,
) -> dict[str, Any]:
    deadline = time.monotonic() + seconds
    sent: bytes | None = json.dumps(request).encode()
    while True:
        try:
            output, _ = process.communicate(sent, timeout=_LOOKED_AFTER)
            break
        except subprocess.TimeoutExpired:
            sent = None
            if heartbeat is not None:
                heartbeat()
            if time.monotonic() > deadline:
                raise UnreadableFileError(
                    path,
                    f"reading it took longer than {seconds:.0f} seconds, which is the limit. Split"
                    " it into parts.",
                ) from None
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError:
        raise UnreadableFileError(path, _BROKE_DOWN) from None
    return answer


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


def _rebuilt(name: str, evidence: dict[str, Any], path: Path) -> CorpusError:
    """The error that the other process met: each is made of its evidence."""
    kind = getattr(errors, name, UnreadableFileError)
    if not issubclass(kind, CorpusError):
        return UnreadableFileError(path, _BROKE_DOWN)
    error: CorpusError = kind(path, **evidence)
    return error


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit still holds
        return
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


_BROKE_DOWN = (
    "the file made its reader break down: it is damaged, or made to do so. Open it in the program"
    " that made it and save it anew."
)
_TOO_MUCH = "reading it takes more memory than it may. Split it into parts."
