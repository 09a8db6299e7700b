"""The lexicon: term translation probabilities from the dictionary and the parallel text.

Each language's table is half alignment (`training.alignment`) and half dictionary, where there are
both; of a word's translations only the likely ones are kept.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus.normalising import folded
from index.lexical import question_terms
from index.translation import written
from training.alignment import Table, align
from training.sources import Entry, Pair
from training.words import Segmenter, stems

SENSES = 6
LONGEST_SENSE = 4  # terms; a longer one explains rather than translates
KEPT = {"into": 6, "from": 10}
LEAST = 0.02
RARE = 0.2  # how often a word that the parallel text lacks counts as seen

Chances = dict[str, dict[str, float]]


def aligned(
    pairs: Mapping[str, Sequence[Pair]], segment: Segmenter
) -> dict[str, tuple[Table, Table]]:
    """For each language, its words into English stems, and English stems into its words."""
    tables = {}
    for language, sentences in pairs.items():
        cut = [
            (
                segment(pair.other) if language == "zh" else stems(pair.other, language),
                stems(pair.english, "en"),
            )
            for pair in sentences
        ]
        tables[language] = (align(cut), align([(english, other) for other, english in cut]))
    return tables


def write_lexicon(
    path: Path,
    tables: Mapping[str, tuple[Table, Table]],
    entries: Sequence[Entry],
    seen: Mapping[str, int],
) -> None:
    """Write the file that `index.translation.Lexicon` reads.

    Args:
        path: Where; an older one is replaced.
        tables: What `aligned` gives.
        entries: The dictionary.
        seen: How often the parallel text has each Chinese word.
    """
    into_english, from_english = _dictionary(entries, seen)
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TABLE translations (way TEXT, language TEXT, term TEXT, chances TEXT,"
            " PRIMARY KEY (way, language, term)) WITHOUT ROWID"
        )
        for language, (into, back) in sorted(tables.items()):
            books = (into_english, from_english) if language == "zh" else ({}, {})
            for way, table, book in (("into", into, books[0]), ("from", back, books[1])):
                connection.executemany(
                    "INSERT INTO translations VALUES (?, ?, ?, ?)",
                    ((way, language, term, row) for term, row in _rows(table, book, KEPT[way])),
                )
    connection.execute("VACUUM")
    connection.close()


def _rows(table: Table, book: Chances, kept: int) -> Iterator[tuple[str, str]]:
    for term in sorted({*table, *book}):
        mixed = _mixed(dict(table.get(term, ())), book.get(term, {}))
        likely = sorted(mixed.items(), key=lambda pair: (-pair[1], pair[0]))[:kept]
        chosen = [pair for pair in likely if pair[1] >= LEAST and " " not in pair[0]]
        if chosen:
            yield term, written(chosen)


def _mixed(one: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
    if not one or not other:
        return one or other
    return {term: (one.get(term, 0.0) + other.get(term, 0.0)) / 2 for term in {*one, *other}}


def _dictionary(entries: Sequence[Entry], seen: Mapping[str, int]) -> tuple[Chances, Chances]:
    """Chances from the order of senses; towards Chinese, common words go first."""
    into: Chances = {}
    back: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for entry in entries:
        word, weights = folded(entry.simplified), defaultdict[str, float](float)
        for place, sense in enumerate(entry.senses[:SENSES], start=1):
            found = question_terms(sense, "en")
            if len(found) <= LONGEST_SENSE:
                for term in found:
                    weights[term] += 1 / place / len(found)
        total = sum(weights.values())
        if total:
            into[word] = {term: weight / total for term, weight in weights.items()}
            for term, chance in into[word].items():
                back[term][word] += chance * (seen.get(word, 0) + RARE) ** 0.5
    return into, {
        term: {word: words[word] / sum(words.values()) for word in _likeliest(words)}
        for term, words in back.items()
    }


def _likeliest(words: Mapping[str, float]) -> list[str]:
    return sorted(words, key=lambda word: (-words[word], word))[: KEPT["from"]]
