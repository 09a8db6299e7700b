"""Reading a file in a process of its own, which can be killed.

Parsers of binary formats are large, and files may be made to harm: by what a parser can't bear,
or by numbers that take ages to prove. So all that is done to a file runs beside the product: for
a limited time, in limited memory where the system can limit it, and what comes back is plain JSON.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from corpus import errors
from corpus.carrying import as_data, from_data
from corpus.drafting import Arrangement
from corpus.errors import CorpusError, UnreadableFileError
from corpus.preparing import Stage, Watch, prepared

MOST_SECONDS = 120.0
MOST_MEMORY = 4 * 1024**3  # bytes of addresses, which are more than what is used
_LOOKED_AFTER = 0.05  # seconds between two looks at whether to stop
_PROGRAM = "from corpus.isolating import serve; serve()"


def prepared_apart(
    module: str, path: Path, watch: Watch, *, seconds: float = MOST_SECONDS
) -> Arrangement:
    """Do what `prepared` does in a process of its own.

    Args:
        module: The full name of a module of `corpus.formats`.
        path: The file.
        watch: Told the stage that is reached, again and again while it takes its time; what it
            raises stops the work.
        seconds: How long it may take.

    Raises:
        CorpusError: What the module raises, or that a bound was met or the parser broke down.
    """
    # What a killed process leaves behind lies in a folder that goes with it.
    with tempfile.TemporaryDirectory(prefix="pincite-", ignore_cleanup_errors=True) as folder:
        process = _started(folder)
        said: SimpleQueue[bytes] = SimpleQueue()
        listener = Thread(target=_listen, args=(process, said), daemon=True)
        listener.start()
        try:
            _ask(process, {"module": module, "path": str(path.absolute())})
            answer = _answer(said, path, watch, seconds)
        finally:
            _kill(process)
            listener.join(_LOOKED_AFTER)
    if "error" in answer:
        raise _rebuilt(answer["error"], answer["evidence"], path)
    return from_data(answer["arrangement"])


def serve() -> None:
    """The other side: read one request from standard input, answer on standard output.

    Each line of the answer is JSON: the stages as they begin, then what came of it.
    """
    # What a parser prints by itself must not get between the lines of the answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory()
    request = json.loads(sys.stdin.buffer.read())

    def say(line: dict[str, Any]) -> None:
        answers.write(json.dumps(line).encode() + b"\n")
        answers.flush()

    try:
        arrangement = prepared(
            request["module"], Path(request["path"]), lambda stage: say({"stage": stage})
        )
        say({"arrangement": as_data(arrangement)})
    except CorpusError as error:
        evidence = {name: value for name, value in vars(error).items() if name != "path"}
        say({"error": type(error).__name__, "evidence": evidence})
    except (MemoryError, RecursionError):
        say({"error": "UnreadableFileError", "evidence": {"reason": _TOO_MUCH}})


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


def _ask(process: subprocess.Popen[bytes], request: dict[str, str]) -> None:
    if process.stdin is not None:
        with suppress(BrokenPipeError), process.stdin:
            process.stdin.write(json.dumps(request).encode())


def _answer(said: SimpleQueue[bytes], path: Path, watch: Watch, seconds: float) -> dict[str, Any]:
    """Wait for the last line of the answer, telling the stages before it."""
    deadline = time.monotonic() + seconds
    stage: Stage = "reading"
    while True:
        try:
            line: dict[str, Any] = json.loads(said.get(timeout=_LOOKED_AFTER))
        except Empty:
            line = {"stage": stage}
        except ValueError:
            raise UnreadableFileError(path, _BROKE_DOWN) from None
        if "stage" not in line:
            return line
        stage = line["stage"]
        watch(stage)
        if time.monotonic() > deadline:
            raise UnreadableFileError(
                path,
                f"reading it took longer than {seconds:.0f} seconds, which is the limit. Split"
                " it into parts.",
            )


def _listen(process: subprocess.Popen[bytes], said: SimpleQueue[bytes]) -> None:
    """Pass on what a process says, and an empty line once it says no more."""
    if process.stdout is not None:
        with process.stdout:
            for line in process.stdout:
                said.put(line)
    said.put(b"")


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


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
