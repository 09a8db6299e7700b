"""What a report is about, where a question only points at it: "who proposed this summit?", 这个会.

The name is taken from the report's title, so that a report and a question have to share a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.following.brackets import completed
from assistant.following.grammar import Grammar, grammar, plain
from assistant.following.phrases import parts, phrases
from assistant.following.pointing import put
from assistant.following.rewriting import LOOK_BACK
from assistant.model import Conversation
from assistant.words.choosing import primary
from corpus.language import detect
from corpus.model import Report

_POINTING = {
    "zh": re.compile(
        r"(?:这|(?<!应)该|本(?=[次届场]))一?[个次届场项家座部]?(?P<noun>[\u4e00-\u9fff]{1,4})"
    ),
    "en": re.compile(r"\b(?:this|the present) (?P<noun>\w+)", re.IGNORECASE),
    "fr": re.compile(r"\b(?:ce|cet|cette) (?P<noun>\w+)", re.IGNORECASE),
    "es": re.compile(r"\b(?:este|esta) (?P<noun>\w+)", re.IGNORECASE),
    "ru": re.compile(r"\b(?:этот|эта|это|этого|этой|этом|этому|эту) (?P<noun>\w+)", re.IGNORECASE),
    "ar": re.compile(r"(?<!\w)(?:هذا|هذه) (?:ال)?(?P<noun>\w+)"),
}  # fmt: skip
_ITSELF = re.compile(
    "报告|文件|report|document|paper|rapport|informe|documento|доклад|документ|تقرير|وثيقة"
)
_CHUNK = re.compile(r"关于|[的和与及、对《》（）()]|第[^第]{1,3}(?=[阶届次])|\s")
_ONE_CHARACTER = "会法馆院校"  # what may be called by one character
_ALSO_CALLED = {"峰会": "首脑会议"}
_STEM = 5  # letters that two forms of a word share


def with_subject(question: str, report: Report, conversation: Conversation) -> str:
    """Name the report's subject where a question points at it; else the question as it is.

    What was asked about before by the same noun is what is pointed at, and left to be followed.
    """
    table = grammar(detect(question))
    if table is None or table.language != primary(report.language):
        return question
    turns = conversation.turns[-LOOK_BACK:]
    said = " ".join(turn.answer.query.standalone for turn in turns)
    for found in _POINTING[table.language].finditer(question):
        for noun, name in _named(found["noun"], report.title, table):
            others = plain(said).lower().replace(plain(name).lower(), " ")
            if _ITSELF.search(noun.lower()) or plain(noun).lower() in others:
                break
            if not table.marks_nouns and table.spaced:
                return completed(question, name)
            return put(question, (found.start(), found.start("noun") + len(noun)), name)
    return question


def _named(noun: str, title: str, table: Grammar) -> Iterator[tuple[str, str]]:
    """The noun that a question begins to point at, and its name in full from a title."""
    if table.spaced:
        for phrase in phrases(title, table):
            for part in parts(phrase, table):
                words = plain(part.text).lower().split()
                if len(words) > 1 and any(_are_kin(word, noun) for word in words):
                    yield noun, part.text
        return
    chunks = [chunk for chunk in _CHUNK.split(title) if chunk]
    for length in range(len(noun), 0, -1):
        called = noun[:length]
        if length == 1 and called not in _ONE_CHARACTER:
            continue
        for chunk in chunks:
            head = _ALSO_CALLED.get(called, called)
            end = chunk.rfind(head) + len(head)
            if end > len(head):
                yield called, chunk[:end] + ("议" if chunk[end : end + 1] == "议" else "")


def _are_kin(word: str, noun: str) -> bool:
    noun = plain(noun).lower()
    return word == noun or (len(noun) > _STEM and word[:_STEM] == noun[:_STEM])
