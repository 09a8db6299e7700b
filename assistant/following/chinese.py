"""Noun phrases where words are written together: what verbs and small words leave standing."""

from __future__ import annotations

import re

from assistant.following.grammar import Grammar, plain
from assistant.following.words import pieces

TITLE = re.compile('《[^《》]+》|“[^“”]{2,}”|«[^«»]{2,}»|「[^「」]{2,}」|"[^"]{2,80}"')


def stretches(question: str, grammar: Grammar) -> list[tuple[int, int]]:
    """Where the noun phrases of a question begin and end, in order."""
    verbs = re.compile(rf"(?:{grammar.verbs.pattern})")
    ending = re.compile(rf"(?:{grammar.verbs.pattern})$")
    found = [match.span() for match in TITLE.finditer(question)]
    for piece in pieces(question, grammar):
        start, end = piece.start, piece.end
        text = plain(question)
        while (verb := verbs.match(text, start, end)) and verb.end() <= end - 2:
            start = verb.end()
        while (verb := ending.search(text[start:end])) and verb.start() >= 2:
            end = start + verb.start()
        aspect = next(
            (m for m in grammar.participles.finditer(text, start) if m.end() == end), None
        )
        if aspect and aspect.start() >= start + 2:
            end = aspect.start()
        acts = verbs.fullmatch(text, start, end) or grammar.participles.fullmatch(text[start:end])
        if end - start >= 2 and not acts:
            found.append((start, end))
    return _joined(sorted(found), question)


def _joined(spans: list[tuple[int, int]], question: str) -> list[tuple[int, int]]:
    """Stretches that overlap, or have only 的 between them, are one."""
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and (start < apart[-1][1] or question[apart[-1][1] : start] == "的"):
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
