"""The two stages: first the new rows alone, then everything.

1. The body is frozen, and the new rows learn to make of a sentence what the teacher makes of its
   English translation: 4 (1 - cosine) + InfoNCE, after Reimers and Gurevych, "Making Monolingual
   Sentence Embeddings Multilingual" (2020) and Artetxe, Ruder and Yogatama (2020).
2. All layers learn, half of the steps to find paragraphs for questions (InfoNCE within the batch),
   half to imitate the teacher as before, half of those in English so that it is not forgotten.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.lessons import Find, Imitate, Lessons
from training.student import Student

TEMPERATURE = 0.05
LIMIT = 160  # tokens of a training text
SAVE_EVERY = 120.0  # seconds
_Lesson = TypeVar("_Lesson", Imitate, Find)
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Pace:
    """How long and how fast a stage learns; `tokens` is a batch's size."""

    steps: int
    tokens: int
    rows_rate: float
    body_rate: float = 0.0


class Course:
    """One student's training, kept in a folder and taken up again where it was left."""

    def __init__(
        self, learner: Student, teacher: Student, lessons: Lessons, folder: Path, say: Say
    ):
        self.learner, self.teacher, self.lessons = learner, teacher, lessons
        self.folder, self.say = folder, say

    def first(self, pace: Pace) -> None:
        """Teach the new rows."""
        imitations = self._batches(self.lessons.imitations(), pace.tokens)
        self._run("rows", pace, lambda step: self._imitate(next(imitations)))

    def second(self, pace: Pace) -> None:
        """Teach everything; the same lessons whether the first stage ran just now or before."""
        self.lessons.restart()
        imitations = self._batches(self.lessons.imitations(), pace.tokens)
        replays = self._batches(self.lessons.replays(), pace.tokens)
        findings = self._batches(self.lessons.findings(), pace.tokens)

        def lesson(step: int) -> Tensor:
            if step % 2:
                return self._find(next(findings))
            return self._imitate(next(replays if step % 4 == 0 else imitations))

        self._run("all", pace, lesson)

    def _run(self, name: str, pace: Pace, lesson: Callable[[int], Tensor]) -> None:
        path = self.folder / f"{name}.pt"
        body = [p for n, p in self.learner.body.named_parameters() if "position" not in n]
        self.learner.working.requires_grad_(pace.body_rate > 0)
        rows = torch.optim.SparseAdam([self.learner.new.weight], lr=pace.rows_rate)
        layers = torch.optim.AdamW(body, lr=pace.body_rate, weight_decay=0.01)
        start = self._resume(path, rows, layers)
        began = saved = time.monotonic()
        mean = 0.0
        for step in range(start, pace.steps):
            share = min(1.0, (step + 1) / (0.05 * pace.steps)) * _cosine(step / pace.steps)
            rows.param_groups[0]["lr"] = pace.rows_rate * share
            layers.param_groups[0]["lr"] = pace.body_rate * share
            loss = lesson(step)
            loss.backward()  # type: ignore[no-untyped-call]
            rows.step()  # type: ignore[no-untyped-call]
            if pace.body_rate:
                self.learner.collect()
                nn.utils.clip_grad_norm_(body, 1.0)
                layers.step()
                self.learner.refresh()
            self.learner.zero_grad(set_to_none=True)
            mean = (
                float(loss.detach()) if step == start else 0.98 * mean + 0.02 * float(loss.detach())
            )
            if step % 50 == 49:
                pace_now = (time.monotonic() - began) / (step + 1 - start)
                left = pace_now * (pace.steps - step - 1) / 60
                self.say(
                    f"{name}: step {step + 1} of {pace.steps}, loss {mean:.3f}, {left:.0f} min left"
                )
            if time.monotonic() - saved > SAVE_EVERY or step + 1 == pace.steps:
                self._save(path, step + 1, rows, layers)
                saved = time.monotonic()

    def _resume(self, path: Path, *optimizers: torch.optim.Optimizer) -> int:
        if not path.exists():
            return 0
        state = torch.load(path)
        self.learner.load_state_dict(state["student"])
        self.learner.refresh()
        for optimizer, kept in zip(optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(kept)
        return int(state["step"])

    def _save(self, path: Path, step: int, *optimizers: torch.optim.Optimizer) -> None:
        state = {
            "step": step,
            "student": self.learner.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in optimizers],
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def _imitate(self, lessons: Sequence[Imitate]) -> Tensor:
        wanted = self.teacher.embed([one.english for one in lessons], LIMIT)
        made = self.learner(self.learner.tokens([one.text for one in lessons], LIMIT))
        near: Tensor = 4 * (1 - (made * wanted).sum(1)).mean()
        apart: Tensor = functional.cross_entropy(made @ wanted.T / TEMPERATURE, _diagonal(lessons))
        return near + apart

    def _find(self, lessons: Sequence[Find]) -> Tensor:
        questions = self.learner(self.learner.tokens([one.question for one in lessons], LIMIT))
        paragraphs = self.learner(self.learner.tokens([one.paragraph for one in lessons], LIMIT))
        scores = questions @ paragraphs.T / TEMPERATURE
        # One paragraph may answer several questions of a batch: the others are no mistakes.
        texts = [one.source for one in lessons]
        same = (
            torch.tensor([[a == b for b in texts] for a in texts]) & ~torch.eye(len(texts)).bool()
        )
        loss: Tensor = functional.cross_entropy(scores.masked_fill(same, -1e4), _diagonal(lessons))
        return loss

    def _batches(self, lessons: Iterator[_Lesson], tokens: int) -> Iterator[list[_Lesson]]:
        """Group lessons of like length, up to so many tokens padded."""
        while True:
            pool = list(islice(lessons, 512))
            lengths = [
                len(ids) for ids in self.learner.tokens([_longest(one) for one in pool], LIMIT)
            ]
            order = sorted(range(len(pool)), key=lengths.__getitem__)
            batches: list[list[_Lesson]] = []
            batch: list[_Lesson] = []
            for place in order:
                if batch and (len(batch) + 1) * lengths[place] > tokens:
                    batches.append(batch)
                    batch = []
                batch.append(pool[place])
            batches.append(batch)
            yield from self.lessons.shuffled([batch for batch in batches if len(batch) > 3])


def _longest(lesson: Imitate | Find) -> str:
    return lesson.text if isinstance(lesson, Imitate) else lesson.paragraph


def _diagonal(lessons: Sequence[object]) -> Tensor:
    return torch.arange(len(lessons))


def _cosine(done: float) -> float:
    return 0.05 + 0.95 * (1 + math.cos(math.pi * done)) / 2
