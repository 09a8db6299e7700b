"""Reports that are uploaded: added one after the other, told stage by stage, stopped when told."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.adding import Outcome, add_one
from assistant.asking import Assistant
from assistant.page.rendering import notice_html
from assistant.page.waiting import Waits
from assistant.progress import Watch
from assistant.wording import Wording
from corpus.errors import CorpusError, StoppedError
from corpus.gathering import documents_in
from corpus.reading import Stage

_TOLD_ONE_BY_ONE = 3  # outcomes; of more, only what went wrong is told


@dataclass(slots=True)
class Upload:
    """Files on their way into the library.

    `outcomes` grow while it runs; `called_off` is set when the visitor cancels it.
    """

    called_off: threading.Event
    outcomes: list[Outcome] = field(default_factory=list)
    future: Future[None] | None = None
    _name: str = ""
    _stage: Stage = "reading"
    _share: float = -1.0

    @contextmanager
    def watching(self, name: str) -> Iterator[Watch]:
        """Watch one file being added."""
        self._name = name

        def watch(stage: Stage, done: int, total: int) -> None:
            self._stage = stage
            self._share = done / total if total else -1.0
            # Looked at last: whoever cancels before all is embedded is certain that it counts.
            if self.called_off.is_set():
                raise StoppedError

        yield watch

    @property
    def given_up(self) -> bool:
        """Whether it was cancelled before it is being kept: nothing more of it ever will be.

        Then nobody need wait for its end, which may be far off while a model is being loaded.
        """
        return self.called_off.is_set() and self._share < 1

    def notice(self, words: Wording, *, ready: bool, several: bool) -> str:
        """What is being done now, for the visitor to see."""
        page = words.page
        if self.called_off.is_set():
            return notice_html(page.cancelling, words, "busy")
        embedding = page.indexing if ready or self._share > 0 else page.loading_model
        stages = {"reading": page.reading_file, "numbering": page.numbering, "embedding": embedding}
        said = stages[self._stage]
        return notice_html(f"{self._name}: {said}" if several else said, words, "busy", self._share)

    def sentence(self, words: Wording, tell: Callable[[Exception], str]) -> str:
        """What became of it all; `tell` puts an error into words."""
        added = [outcome.added for outcome in self.outcomes if outcome.added is not None]
        told = [tell(outcome.error) for outcome in self.outcomes if outcome.error is not None]
        if len(added) > _TOLD_ONE_BY_ONE:
            told.insert(0, words.page.several_added.format(count=len(added)))
        else:
            told[:0] = [
                getattr(words.page, one.outcome).format(
                    title=one.report.title, verdict=words.numbering_verdict(one.report)
                )
                for one in added
            ]
        if self.called_off.is_set():
            told.append(words.page.cancelled)
        return " ".join(told)


class Uploading:
    """Takes uploads in, beside the events of the page.

    Args:
        assistant: Whose library they are added to.
        folder: Where uploads arrive, each in a folder of its own.
        workers: Who does the work.
    """

    def __init__(self, assistant: Assistant, folder: Path, workers: ThreadPoolExecutor) -> None:
        self._assistant = assistant
        self._folder = folder
        self._workers = workers
        self._waits = Waits()

    def begin(self, paths: Sequence[Path], session: str) -> Upload:
        """Begin to add files; they are deleted when all is done."""
        upload = Upload(self._waits.begin(session))
        upload.future = self._workers.submit(self._add, paths, upload, session)
        return upload

    def cancel(self, session: str) -> None:
        """Stop a visitor's upload, if one is on its way."""
        self._waits.call_off(session)

    def _add(self, paths: Sequence[Path], upload: Upload, session: str) -> None:
        try:
            for path in paths:
                self._add_file(path, upload)
        except StoppedError:
            pass  # what was added before stays, and is told
        finally:
            self._waits.end(session, upload.called_off)
            for path in paths:
                self._discard(path)

    def _add_file(self, path: Path, upload: Upload) -> None:
        try:
            for document in documents_in(path):
                if upload.called_off.is_set():
                    raise StoppedError
                passing = replace(document, passing=True)
                upload.outcomes.append(
                    add_one(self._assistant, passing, upload.watching, source="")
                )
        except StoppedError:
            raise
        except CorpusError as error:
            upload.outcomes.append(Outcome(path.name, error=error))

    def _discard(self, upload: Path) -> None:
        """Delete an upload with its folder, and the empty file that Gradio makes beside it."""
        if upload.parent.parent != self._folder:
            return
        shutil.rmtree(upload.parent, ignore_errors=True)
        for left in self._folder.glob("tmp*"):
            if left.is_file() and left.stat().st_size == 0:
                left.unlink(missing_ok=True)
