"""What the student is taught, drawn at random with a fixed seed.

A lesson to imitate is a text and the English one whose vector it should have; a lesson to find is
a question and the text that it should be nearest to in a batch.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpus.sentences import sentence_spans
from index.lexical import terms
from training.alignment import Table
from training.sources import Asked, Entry, Pair

_Value = TypeVar("_Value")
WINDOW = 160  # characters
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Imitate:
    """`text` should be embedded as the teacher embeds `english`."""

    text: str
    english: str


@dataclass(frozen=True, slots=True)
class Find:
    """`question` should be nearest to `paragraph`; lessons of one `source` don't contradict."""

    question: str
    paragraph: str
    source: str


class Lessons:
    """Draws lessons for ever; equal seeds draw equal lessons.

    `chinese` gives Chinese words for English stems, `segment` cuts Chinese into words, and
    `english` gives an English word for each.
    """

    def __init__(
        self,
        pairs: Mapping[str, Sequence[Pair]],
        entries: Sequence[Entry],
        asked: Sequence[Asked],
        chinese: Table,
        segment: Callable[[str], list[str]],
        english: Mapping[str, str],
        seed: int,
    ) -> None:
        self._random = random.Random(seed)
        self._seed = seed
        self._pairs = pairs
        self._languages = list(pairs)
        self._entries = [entry for entry in entries if entry.senses]
        self._asked = asked
        self._chinese = chinese
        self._segment = segment
        self._english = english

    def restart(self) -> None:
        """Draw again what was drawn first, whatever has been drawn since."""
        self._random.seed(self._seed)

    def imitations(self) -> Iterator[Imitate]:
        """Mostly sentences and runs of sentences; some words, some English with foreign words."""
        while True:
            kind = self._random.random()
            language = self._language()
            if kind < 0.45:
                pair = self._random.choice(self._pairs[language])
                yield Imitate(pair.other, pair.english)
            elif kind < 0.75:
                run = self._random.choices(self._pairs[language], k=self._random.randint(2, 5))
                joint = "" if language == "zh" else " "
                yield Imitate(joint.join(p.other for p in run), " ".join(p.english for p in run))
            elif kind < 0.85 and self._entries:
                entry = self._random.choice(self._entries)
                yield Imitate(self._written(entry), "; ".join(entry.senses[:2]))
            else:
                # Words of the tables are stems, and only Chinese is written in them.
                language = "zh" if "zh" in self._pairs else language
                pair = self._random.choice(self._pairs[language])
                mixed = self._mixed(pair.english) if language == "zh" else pair.other
                yield Imitate(mixed, pair.english)

    def replays(self) -> Iterator[Imitate]:
        """English as the teacher has it, so that it is not forgotten."""
        while True:
            run = self._random.choices(
                self._pairs[self._language()], k=self._random.choice((1, 1, 2, 4))
            )
            english = " ".join(pair.english for pair in run)
            yield Imitate(english, english)

    def findings(self) -> Iterator[Find]:
        """Questions and their paragraphs, sentences and what stood around them, and needles.

        Questions come in runs of neighbours: paragraphs of one article tell apart best.
        """
        while True:
            kind = self._random.random()
            if kind < 0.3 and self._asked:
                start = self._random.randrange(len(self._asked))
                yield from map(self._question, self._asked[start : start + 4])
            elif kind < 0.45 and self._asked:
                found = self._cloze(self._random.choice(self._asked).paragraph)
                if found:
                    yield found
            else:
                yield self._needle()

    def shuffled(self, values: Sequence[_Value]) -> list[_Value]:
        """The same in another order."""
        return self._random.sample(values, len(values))

    def _question(self, asked: Asked) -> Find:
        """A question and the window of its paragraph that says most of it.

        One in three is asked in English, word by word, for there is no better.
        """
        sought = set(terms(asked.question))
        window = max(_windows(asked.paragraph), key=lambda text: len(sought & set(terms(text))))
        question = asked.question
        if self._random.random() < 0.33:
            question = _HAN.sub(self._worded, question).strip()
        return Find(question, window, asked.paragraph)

    def _worded(self, run: re.Match[str]) -> str:
        words = (self._english.get(word, word) for word in self._segment(run[0]))
        return f" {' '.join(words)} "

    def _cloze(self, paragraph: str) -> Find | None:
        """A sentence and its window without it (inverse cloze; Lee et al. 2019)."""
        window = self._random.choice(_windows(paragraph))
        spans = sentence_spans(window)
        if len(spans) < 2:
            return None
        start, end = self._random.choice(spans)
        rest = window[:start] + window[end:]
        # Now and then the sentence stays, so that its words are still worth finding.
        return Find(window[start:end], window if self._random.random() < 0.2 else rest, paragraph)

    def _needle(self) -> Find:
        """A sentence in one language, and a run in another that holds its translation."""
        language = self._language()
        run = self._random.choices(self._pairs[language], k=self._random.randint(2, 5))
        sought = self._random.choice(run)
        other = ("" if language == "zh" else " ").join(pair.other for pair in run)
        if self._random.random() < 0.5:
            return Find(sought.english, other, other)
        return Find(sought.other, " ".join(pair.english for pair in run), other)

    def _language(self) -> str:
        """Chinese as often as all others together."""
        if "zh" in self._pairs and (len(self._languages) == 1 or self._random.random() < 0.4):
            return "zh"
        return self._random.choice([other for other in self._languages if other != "zh"])

    def _written(self, entry: Entry) -> str:
        return entry.simplified if self._random.random() < 0.8 else entry.traditional

    def _mixed(self, english: str) -> str:
        """English with about a third of its words in Chinese."""

        def other(match: re.Match[str]) -> str:
            stem = "".join(terms(match[0], "en")[:1])
            translations = self._chinese.get(stem, ())
            return translations[0][0] if translations and self._random.random() < 0.4 else match[0]

        return _WORD.sub(other, english)


def _windows(paragraph: str) -> list[str]:
    """A paragraph in runs of whole sentences of about `WINDOW` characters."""
    windows, start = [], 0
    spans = sentence_spans(paragraph)
    for _, end in spans:
        if end - start >= WINDOW or end == spans[-1][1]:
            windows.append(paragraph[start:end].strip())
            start = end
    return windows or [paragraph]
