"""Gold questions asked, and what came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.asking import Assistant
from assistant.evaluating.gold import OFF_TOPIC, Case, Question
from assistant.evaluating.places import Places
from assistant.model import Answer, Citation, Conversation, Turn
from index.model import Hit

Manner = Literal["single", "first", "later", "alone"]
_DEEP = 50  # hits in which a right paragraph is looked for


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer; `turn` is from 1.

    `manner` tells how it was asked: by itself (`single`), as the `first` or a `later` turn of a
    conversation, or as a later turn's `standalone` in a conversation of its own (`alone`).
    `gold` has a set of ordinals for each paragraph named, `allowed` all that may be cited.
    """

    case: Case
    turn: int
    manner: Manner
    question: Question
    answer: Answer
    gold: tuple[frozenset[int], ...]
    allowed: frozenset[int]

    @property
    def is_answerable(self) -> bool:
        """Whether the report answers the question."""
        return bool(self.gold)

    @property
    def is_off_topic(self) -> bool:
        """Whether the question has nothing to do with the report."""
        return not self.gold and self.question.kind == OFF_TOPIC

    @property
    def is_answered(self) -> bool:
        """Whether anything was cited."""
        return bool(self.answer.citations)

    @property
    def is_right(self) -> bool:
        """Whether what is needed was cited; of an unanswerable question, whether nothing was."""
        if not self.gold:
            return not self.is_answered
        cited = {citation.paragraph.ordinal for citation in self.answer.citations}
        enough = all if self.question.match == "all" else any
        return enough(bool(cited & ordinals) for ordinals in self.gold)

    @property
    def is_first_right(self) -> bool:
        """Whether the first citation is of a gold paragraph."""
        return self._is_gold(self.answer.citations[:1])

    @property
    def is_best_right(self) -> bool:
        """Whether the paragraph that came best, cited or only nearest, is a gold one."""
        return self._is_gold((self.answer.citations or self.answer.nearest)[:1])

    @property
    def precision(self) -> float | None:
        """The share of the citations that belong to the answer; None where there are none."""
        if not self.answer.citations:
            return None
        good = [self.allows(citation) for citation in self.answer.citations]
        return sum(good) / len(good)

    def allows(self, citation: Citation) -> bool:
        """Whether a citation is of a paragraph that may be cited."""
        return citation.paragraph.ordinal in self.allowed

    def _is_gold(self, citations: Sequence[Citation]) -> bool:
        wanted = frozenset[int]().union(*self.gold)
        return any(citation.paragraph.ordinal in wanted for citation in citations)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A question with the places at which a right paragraph was ranked, from 1; 0 is nowhere.

    `place` is the product's own ranking, `places` those of the single rankings it is made of.
    """

    case: Case
    question: Question
    place: int
    places: dict[str, int]


def ask_all(
    assistant: Assistant, cases: Sequence[Case], names: Places, report_id: str
) -> Iterator[Asked]:
    """Ask every question within one report, later turns twice: as written, and alone."""

    def asked(case: Case, turn: int, manner: Manner, question: Question, answer: Answer) -> Asked:
        gold = tuple(names[name] for name in question.gold)
        allowed = frozenset[int]().union(*gold, *(names[name] for name in question.also_ok))
        return Asked(case, turn, manner, question, answer, gold, allowed)

    for case in cases:
        conversation = Conversation()
        for turn, question in enumerate(case.turns, start=1):
            answer = assistant.ask(question.text, conversation, (report_id,))
            conversation = conversation.with_turn(Turn(question.text, answer))
            manner: Manner = "single"
            if case.is_dialogue:
                manner = "first" if turn == 1 else "later"
            yield asked(case, turn, manner, question, answer)
            if manner == "later" and question.standalone:
                alone = assistant.ask(question.standalone, reports=(report_id,))
                yield asked(case, turn, "alone", question, alone)


def rank_all(
    assistant: Assistant, cases: Sequence[Case], names: Places, report_id: str
) -> Iterator[Ranked]:
    """Rank the paragraphs of one report for every question that it answers."""
    for case in cases:
        for question in case.turns:
            if question.gold:
                hits = assistant.search(question.standalone or question.text, _DEEP, (report_id,))
                gold = frozenset[int]().union(*(names[name] for name in question.gold))
                yield _ranked(case, question, hits, gold)


def _ranked(case: Case, question: Question, hits: Sequence[Hit], gold: frozenset[int]) -> Ranked:
    right = [(place, hit) for place, hit in enumerate(hits, 1) if hit.paragraph.ordinal in gold]
    places: dict[str, int] = {}
    for _, hit in right:
        for rank in hit.ranks:
            places[rank.ranking] = min(rank.place, places.get(rank.ranking, rank.place))
    return Ranked(case, question, right[0][0] if right else 0, places)


def times_asked(cases: Sequence[Case]) -> int:
    """How many questions `ask_all` will ask."""
    return sum(
        1 + (turn > 1 and bool(question.standalone))
        for case in cases
        for turn, question in enumerate(case.turns, start=1)
    )
