"""How fast Pincite is, beside what it cannot be faster than, all in one run.

Run with `make bench`. Machines differ and are noisy: read the ratios, not the seconds.
"""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from urllib.error import URLError
from urllib.request import urlopen

from assistant.opening import open_assistant
from assistant.settings import Settings
from corpus.bundled import bundled_report
from index.embedders.bundled import FOLDER, bundled_embedder
from index.embedders.packing import fill
from index.library import Library
from index.passages import embedded_texts, passages
from index.searching import Index

QUESTION = "首脑会议的经费从哪里来？"
IMPORT_GRADIO = "import gradio"
LOAD_MODEL = (
    "from index.embedders.bundled import bundled_embedder; bundled_embedder().encode_query('?')"
)
REPEATS = 5


def main() -> None:
    """Measure, and print a Markdown table."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder)
        _run(["-m", "assistant", "--library", str(library), "ask", QUESTION])  # fills the caches
        rows = [
            _page(library),
            _cold_question(library),
            *_warm_question(library),
            _indexing(library),
        ]
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    print("| what | Pincite | beside it | |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def _page(library: Path) -> tuple[str, ...]:
    ours = median(_until_served(library) for _ in range(REPEATS))
    bare = median(_timed(lambda: _run(["-c", IMPORT_GRADIO])) for _ in range(REPEATS))
    return (
        "from start to the page served",
        f"{ours:.2f} s",
        f"`{IMPORT_GRADIO}`: {bare:.2f} s",
        f"{ours - bare:+.2f} s",
    )


def _until_served(library: Path) -> float:
    command = [sys.executable, "-m", "assistant", "serve", "--no-browser", "--port", "7990"]
    start = time.perf_counter()
    with subprocess.Popen(
        [*command, "--library", str(library)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        try:
            while True:
                try:
                    with urlopen("http://127.0.0.1:7990/", timeout=1) as page:
                        page.read()
                        return time.perf_counter() - start
                except (URLError, ConnectionError):
                    if server.poll() is not None:
                        raise RuntimeError("the page did not start") from None
                    time.sleep(0.01)
        finally:
            server.terminate()


def _cold_question(library: Path) -> tuple[str, ...]:
    ask = ["-m", "assistant", "--library", str(library), "ask", QUESTION]
    ours = median(_timed(lambda: _run(ask)) for _ in range(REPEATS))
    bare = median(_timed(lambda: _run(["-c", LOAD_MODEL])) for _ in range(REPEATS))
    return (
        "`pincite ask`, cold",
        f"{ours:.2f} s",
        f"importing and loading the model: {bare:.2f} s",
        f"{ours / bare:.2f}x",
    )


def _warm_question(library: Path) -> list[tuple[str, ...]]:
    assistant = open_assistant(Settings(library=library), print)
    assistant.index.warm_up()
    questions = [f"{QUESTION}（{number}）" for number in range(200)]
    whole, embedding = [], []
    for question in questions:
        whole.append(_timed(lambda q=question: assistant.ask(q)) * 1000)
        embedding.append(_timed(lambda q=question: assistant.index.embedder.encode_query(q)) * 1000)
    beyond = [w - e for w, e in zip(whole, embedding, strict=True)]
    rows = []
    for name, values in (("whole", whole), ("beyond embedding the question", beyond)):
        p95 = quantiles(values, n=20)[-1]
        rows.append(
            (
                f"a warm question, {name}",
                f"median {median(values):.1f} ms, 95th {p95:.1f} ms",
                f"embedding it: median {median(embedding):.1f} ms",
                f"{median(values) / median(embedding):.2f}x",
            )
        )
    return rows


def _indexing(library: Path) -> tuple[str, ...]:
    from sentence_transformers import SentenceTransformer

    embedder = bundled_embedder()
    report = bundled_report()
    texts = embedded_texts(passages(report.paragraphs, embedder), embedder)
    embedder.encode_documents(texts[:2])
    ours, bare = [], []
    bare_model = SentenceTransformer(str(FOLDER))
    fill(bare_model, FOLDER)
    for attempt in range(REPEATS):
        with Library(library / f"indexing-{attempt}.sqlite") as fresh:
            index = Index(fresh, embedder)
            ours.append(_timed(lambda index=index: index.add(report)))
        bare.append(_timed(lambda: bare_model.encode(texts, show_progress_bar=False)))
    return (
        "passages embedded and kept per second",
        f"{len(texts) / median(ours):.0f}",
        f"bare `SentenceTransformer.encode`: {len(texts) / median(bare):.0f}",
        f"{median(ours) / median(bare):.2f}x the time",
    )


def _run(arguments: list[str]) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
