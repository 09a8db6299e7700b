"""Paragraphs into windows of whole sentences that fit an embedder, nothing cut off."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from corpus.model import Paragraph
from corpus.sentences import sentence_spans
from index.model import Embedder

_Span = tuple[int, int]
_Counted = tuple[_Span, int]
_Window = list[_Span]

_CLAUSE_END = re.compile(r"[,;:](?=\s)|[，；：、،؛]|\s[–—-](?=\s)|—+")
_SPACE = re.compile(r"\s+")


def windows(
    paragraphs: Sequence[Paragraph],
    embedder: Embedder,
    limit: int,
    *,
    sentences: int = 10_000,
    overlap: int = 0,
) -> list[tuple[Paragraph, int, int]]:
    """Cut paragraphs into windows of at most `limit` tokens, as `embedder` counts them.

    As many whole sentences as fit make a window, at most `sentences`. A sentence too long by
    itself is cut where its clauses end, else between words, else between characters, and shares
    no window with its neighbours. Every character but space is in a window; no window starts or
    ends with space. Each repeats the last `overlap` sentences of the one before, where they fit.

    Returns:
        Paragraph, start and end of each, in order.
    """
    # Special tokens are counted with every text, but only once in a window.
    special = embedder.measure([""])[0].tokens
    found: list[tuple[Paragraph, _Window]] = []
    for paragraph, counted in _counted_sentences(paragraphs, embedder):
        for run, is_cut in _runs(paragraph.text, counted, embedder, limit):
            # The pieces of one sentence make up windows again, however small they were cut.
            most = len(run) if is_cut else sentences
            packed = _packed(run, special, limit, most, overlap)
            found += [(paragraph, window) for window in packed]
    return [
        (paragraph, window[0][0], window[-1][1])
        for paragraph, window in _verified(found, embedder, limit)
    ]


def _counted_sentences(
    paragraphs: Sequence[Paragraph], embedder: Embedder
) -> list[tuple[Paragraph, list[_Counted]]]:
    """Every paragraph's sentences with their tokens, by a single call of the tokenizer."""
    spans = [sentence_spans(paragraph.text) for paragraph in paragraphs]
    counts = iter(
        embedder.measure(
            [
                paragraph.text[start:end]
                for paragraph, sentences in zip(paragraphs, spans, strict=True)
                for start, end in sentences
            ]
        )
    )
    return [
        (paragraph, [(span, next(counts).tokens) for span in sentences])
        for paragraph, sentences in zip(paragraphs, spans, strict=True)
    ]


def _runs(
    text: str, sentences: list[_Counted], embedder: Embedder, limit: int
) -> list[tuple[list[_Counted], bool]]:
    """Part what may share windows: neighbouring sentences, or the pieces of one too long.

    Returns:
        Each run, and whether it is the pieces of one sentence.
    """
    runs: list[tuple[list[_Counted], bool]] = [([], False)]
    for span, tokens in sentences:
        if tokens > limit:
            runs += [(_pieces(text, span, embedder, limit), True), ([], False)]
        else:
            runs[-1][0].append((span, tokens))
    return [run for run in runs if run[0]]


def _pieces(text: str, sentence: _Span, embedder: Embedder, limit: int) -> list[_Counted]:
    """Cut a sentence that is too long, ever less gently, until every piece fits."""
    ways: list[Callable[[str, _Span], list[_Span]]] = [_at_clauses, _at_spaces]
    spans = [sentence]
    while True:
        measures = embedder.measure([text[start:end] for start, end in spans])
        counted = [(span, one.tokens) for span, one in zip(spans, measures, strict=True)]
        if all(_fits(piece, limit) for piece in counted):
            return counted
        cut = ways.pop(0) if ways else _in_halves
        spans = [
            part
            for piece in counted
            for part in ([piece[0]] if _fits(piece, limit) else cut(text, piece[0]))
        ]


def _fits(piece: _Counted, limit: int) -> bool:
    (start, end), tokens = piece
    return tokens <= limit or end - start == 1


def _at_clauses(text: str, span: _Span) -> list[_Span]:
    return _cut_after(text, span, [found.end() for found in _CLAUSE_END.finditer(text, *span)])


def _at_spaces(text: str, span: _Span) -> list[_Span]:
    return _cut_after(text, span, [found.end() for found in _SPACE.finditer(text, *span)])


def _in_halves(text: str, span: _Span) -> list[_Span]:
    return _cut_after(text, span, [(span[0] + span[1]) // 2])


def _cut_after(text: str, span: _Span, places: list[int]) -> list[_Span]:
    """Cut a span at these places and take the space off the edges of its parts.

    >>> _cut_after("ab, cd", (0, 6), [3])
    [(0, 3), (4, 6)]
    """
    edges = [span[0], *places, span[1]]
    parts = []
    for start, end in pairwise(edges):
        part = text[start:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            parts.append((start + lead, start + len(part.rstrip())))
    return parts


def _packed(
    run: list[_Counted], special: int, limit: int, sentences: int, overlap: int
) -> list[_Window]:
    """Fill windows one after the other, as if tokens simply added up."""
    windows: list[_Window] = []
    window: list[_Counted] = []
    for unit in run:
        if window and not _fit([*window, unit], special, limit, sentences):
            windows.append([span for span, _ in window])
            window = window[-overlap:] if overlap else []
            while window and not _fit([*window, unit], special, limit, sentences):
                window.pop(0)
        window.append(unit)
    return [*windows, [span for span, _ in window]]


def _fit(units: list[_Counted], special: int, limit: int, sentences: int) -> bool:
    tokens = special + sum(tokens - special for _, tokens in units)
    return tokens <= limit and len(units) <= sentences


def _verified(
    windows: list[tuple[Paragraph, _Window]], embedder: Embedder, limit: int
) -> list[tuple[Paragraph, _Window]]:
    """Halve the windows whose text, read as a whole, has more tokens than its sentences had."""
    while True:
        measures = embedder.measure(
            [paragraph.text[window[0][0] : window[-1][1]] for paragraph, window in windows]
        )
        checked: list[tuple[Paragraph, _Window]] = []
        for (paragraph, window), one in zip(windows, measures, strict=True):
            middle = len(window) // 2
            if one.tokens > limit and middle:
                checked += [(paragraph, window[:middle]), (paragraph, window[middle:])]
            else:
                checked.append((paragraph, window))
        if len(checked) == len(windows):
            return checked
        windows = checked
