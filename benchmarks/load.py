"""Many people asking one page at once: is each answered rightly, in time, and with what memory.

    python -m benchmarks.load                       # 20 people, every 2 s, for 3 minutes
    python -m benchmarks.load --questions 5000      # then on without a pause: is memory flat

It starts `pincite serve` on a fresh library and asks over plain HTTP, as a program would. What is
right is what the same server says when one person asks alone. Ends with code 1 where an answer is
lost or another's, the 95th percentile is over the limit, or memory grows.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit

REPORT = "wsis-2004"
NUMBERED = 36
BY_MEANING = (
    "首脑会议的经费从哪里来？",
    "第二阶段会议什么时候在哪里举行？",
    "谁负责首脑会议的筹备工作？",
    "什么是数字团结基金？",
    "民间社会怎样参加首脑会议？",
    "Who pays for the summit?",
    "How is the private sector involved?",
    "What was decided on Internet governance?",
    "Where was the first phase held?",
    "What does the report say about emigration to Mars?",
)
SLOWEST = 1.5  # seconds, at the 95th percentile
GROWTH = 1.05  # the memory at the end over that after the first fifth
PATIENCE = 60  # seconds after which an answer is lost


@dataclass(slots=True)
class Tally:
    """What became of the questions; safe to share between threads."""

    took: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, into: str, what: Any) -> None:
        with self._lock:
            getattr(self, into).append(what)

    @property
    def asked(self) -> int:
        return len(self.took) + len(self.wrong) + len(self.lost)


def main() -> int:
    """Measure, print a Markdown table, and say whether all held up."""
    described = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    described.add_argument("--people", type=int, default=20)
    described.add_argument("--every", type=float, default=2.0, help="seconds between questions")
    described.add_argument("--seconds", type=float, default=180.0)
    described.add_argument("--questions", type=int, default=0, help="then, without a pause")
    wanted = described.parse_args()
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as (address, process):
        questions = [*(f"第{number}段" for number in range(1, NUMBERED + 1)), *BY_MEANING]
        right = {question: _asked(address, question) for question in questions}
        before = _memory(process)
        tally = Tally()
        _people(wanted.people, address, right, tally, wanted.seconds, wanted.every)
        after = _memory(process)
        memory = list(_without_a_pause(wanted, address, right, tally, process))
    rest = quantiles(tally.took, n=20)[-1] if len(tally.took) > 1 else float("inf")
    print("| people | asked | wrong | lost | median | 95th percentile | slowest | memory |")
    print("|---|---|---|---|---|---|---|---|")
    print(
        f"| {wanted.people} | {tally.asked} | {len(tally.wrong)} | {len(tally.lost)}"
        f" | {median(tally.took):.3f} s | {rest:.3f} s | {max(tally.took):.3f} s"
        f" | {before} to {after} MB |"
    )
    if memory:
        print(f"\nMemory after each fifth of {wanted.questions} more: {memory} MB")
    for trouble in (*tally.wrong[:5], *tally.lost[:5]):
        print(trouble, file=sys.stderr)
    grew = bool(memory) and memory[-1] > memory[0] * GROWTH
    return int(bool(tally.wrong or tally.lost) or rest > SLOWEST or grew)


def _people(
    people: int, address: str, right: dict[str, Any], tally: Tally, seconds: float, every: float
) -> None:
    """People who each ask at their own pace until the time is up."""

    def one(person: int) -> None:
        chance = random.Random(person)
        began = time.monotonic()
        due = began + chance.random() * every
        while due < began + seconds:
            time.sleep(max(0.0, due - time.monotonic()))
            _judge(address, chance.choice(list(right)), right, tally)
            due = max(due + every, time.monotonic())

    with ThreadPoolExecutor(people) as pool:
        list(pool.map(one, range(people)))


def _without_a_pause(
    wanted: argparse.Namespace, address: str, right: dict[str, Any], tally: Tally, process: Any
) -> Iterator[int]:
    """Ask on, a fifth at a time, and give the memory after each."""
    chance = random.Random(0)
    apart = Tally(wrong=tally.wrong, lost=tally.lost)  # a crowd's pace says nothing of theirs
    for _ in range(5 if wanted.questions else 0):
        asked = chance.choices(list(right), k=wanted.questions // 5)
        with ThreadPoolExecutor(wanted.people) as pool:
            list(pool.map(lambda question: _judge(address, question, right, apart), asked))
        yield _memory(process)


def _judge(address: str, question: str, right: dict[str, Any], tally: Tally) -> None:
    began = time.perf_counter()
    try:
        answer = _asked(address, question)
    except (OSError, ValueError, http.client.HTTPException) as error:
        tally.note("lost", f"lost: {question}: {error!r}")
        return
    if answer == right[question]:
        tally.note("took", time.perf_counter() - began)
    else:
        tally.note("wrong", f"wrong: {question}: {json.dumps(answer, ensure_ascii=False)[:300]}")


def _asked(address: str, question: str) -> Any:
    """Ask by the endpoint for programs.

    Raises:
        ValueError: If what comes back is no answer.
        OSError: If nothing comes back in time.
    """
    host = urlsplit(address).netloc
    with closing(http.client.HTTPConnection(host, timeout=PATIENCE)) as line:
        body = json.dumps({"data": [question, REPORT]})
        line.request("POST", "/gradio_api/call/ask", body, {"Content-Type": "application/json"})
        event = json.loads(line.getresponse().read())["event_id"]
        line.request("GET", f"/gradio_api/call/ask/{event}")
        said = line.getresponse().read().decode()
    if "event: complete" not in said:
        raise ValueError(said[:200])
    return json.loads(said.rpartition("data: ")[2])[0]


@contextmanager
def _served(library: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`pincite serve` in a process of its own: its address, and the process."""
    command = [sys.executable, "-m", "assistant", "serve", "--no-browser", "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, "--library", str(library)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
    ) as process:
        assert process.stdout
        try:
            found = next(filter(None, (re.search(r"http://\S+:\d+", s) for s in process.stdout)))
            yield found[0], process
        finally:
            process.terminate()


def _memory(process: subprocess.Popen[str]) -> int:
    """What the process holds in memory, in MB."""
    shown = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process.pid)], check=True, capture_output=True, text=True
    )
    return int(shown.stdout) // 1024


if __name__ == "__main__":
    sys.exit(main())
