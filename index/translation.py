"""Terms carried across languages, so that a question in one finds paragraphs in another.

A lexicon holds how likely an English term translates a foreign one, and the other way round; two
other languages meet through English. It is a file of data beside the embedder's, learned from a
dictionary and parallel text (`training/lexicon.py`), and is asked only where question and report
differ in language.

Source: structured query translation, after Pirkola, "The Effects of Query Structure and
Dictionary Setups in Dictionary-Based Cross-Language Information Retrieval" (1998), with learned
probabilities as in Xu, Weischedel and Nguyen (2001).
"""

from __future__ import annotations

import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from index.lexical import is_unspaced, pieces, question_terms, terms
from index.sought import Form, Forms
from index.spelling import MEANT, names, neighbours

LANGUAGES = frozenset({"ar", "en", "es", "fr", "ru", "zh"})
_LATIN = ("en", "es", "fr")  # the languages that are written in the same letters
LONGEST_WORD = 8  # characters of a Chinese word
FORMS = 10  # translations of a term that are looked for

Chances = tuple[tuple[str, float], ...]


class Lexicon:
    """Term translation probabilities, read from an SQLite file as they are needed.

    Safe to use from several threads; nothing is loaded at opening.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def translations(self, term: str, source: str, target: str) -> Chances:
        """The likeliest translations of a term, best first, with their probabilities.

        Args:
            term: A Chinese word, or a stem as full text makes it.
            source: Its language.
            target: The language wanted.
        """
        english = ((term, 1.0),) if source == "en" else self._row("into", source, term)
        chances: dict[str, float] = defaultdict(float)
        for word, chance in english:
            for other, next_chance in (
                ((word, 1.0),) if target == "en" else self._row("from", target, word)
            ):
                chances[other] += chance * next_chance
        return tuple(sorted(chances.items(), key=lambda pair: -pair[1])[:FORMS])

    def knows(self, term: str, language: str) -> bool:
        """Tell whether a term is one of a language's that it can translate."""
        return bool(self._known((term,), language))

    def language_of(self, text: str, likeliest: str) -> str:
        """The language that has most of a text's words, where its small words don't tell.

        Args:
            text: A few words in Latin script.
            likeliest: The language that it is in if others have no more of its words.
        """
        words = [word for word in pieces(text) if word.isalpha() and len(word) > 2]
        accented = any(letter.isalpha() and not letter.isascii() for letter in text)
        known = {
            language: sum(self.knows(terms(word, language)[0], language) for word in words)
            for language in _LATIN
            if language != "en" or not accented
        }
        best = max(known, key=lambda name: (known[name], name == likeliest, name == "en"))
        return best if known[best] else "und"

    def spelled_like(self, term: str, language: str) -> tuple[str, ...]:
        """The terms of a language that are one edit from a term that it does not have itself."""
        near = neighbours(term)
        return self._known(near, language) if near and not self.knows(term, language) else ()

    def chinese_words(self, text: str) -> tuple[str, ...]:
        """Cut a run of Chinese into the longest words that the lexicon has, from the left."""
        words, place = [], 0
        while place < len(text):
            longest = min(LONGEST_WORD, len(text) - place)
            heads = (text[place : place + size] for size in range(longest, 1, -1))
            word = next((head for head in heads if self._row("into", "zh", head)), text[place])
            words.append(word)
            place += len(word)
        return tuple(words)

    def _known(self, terms_: Sequence[str], language: str) -> tuple[str, ...]:
        """Those of some terms that it has; English ones as Chinese, its richest, has them."""
        way, other = ("from", "zh") if language == "en" else ("into", language)
        marks = ", ".join("?" * len(terms_))
        with self._lock:
            rows = self._connection.execute(
                "SELECT term FROM translations WHERE way = ? AND language = ?"
                f" AND term IN ({marks})",
                (way, other, *terms_),
            ).fetchall()
        return tuple(row[0] for row in rows)

    def _row(self, way: str, language: str, term: str) -> Chances:
        with self._lock:
            row = self._connection.execute(
                "SELECT chances FROM translations WHERE way = ? AND language = ? AND term = ?",
                (way, language, term),
            ).fetchone()
        return parsed(row[0]) if row else ()


def parsed(chances: str) -> Chances:
    """Read what `written` wrote.

    >>> parsed("meet 78 confer 14")
    (('meet', 0.78), ('confer', 0.14))
    """
    parts = chances.split(" ")
    return tuple((parts[i], int(parts[i + 1]) / 100) for i in range(0, len(parts), 2))


def written(chances: Iterable[tuple[str, float]]) -> str:
    """Write probabilities as hundredths; terms hold no spaces.

    >>> written([("meet", 0.781), ("confer", 0.14)])
    'meet 78 confer 14'
    """
    return " ".join(f"{term} {round(chance * 100)}" for term, chance in chances)


@cache
def bundled_lexicon() -> Lexicon:
    """The lexicon that comes with Pincite."""
    return Lexicon(Path(str(files("index") / "weights" / "lexicon.sqlite")))


def forms_across(question: str, source: str, target: str, lexicon: Lexicon) -> Forms:
    """List a question's terms, and as what each may stand in a report of another language.

    Names and numbers may stand there as they are.
    """
    forms: dict[str, tuple[Form, ...]] = {}
    kept = names(question)
    for word, term in _words(question, source, lexicon):
        as_it_is = _pairs(terms(word, target))
        found = [
            Form(_pairs(terms(other)) if target == "zh" else (other,), sure * chance**0.25)
            for meant, sure in _meant(word, term, source, kept, lexicon)
            for other, chance in lexicon.translations(meant, source, target)
        ]
        forms[term] = (Form(as_it_is), *found)
    return forms


def _meant(
    word: str, term: str, source: str, kept: frozenset[str], lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """A term, and what may have been meant by one that nobody knows, with how likely.

    Figures mean themselves: what stood beside them in the parallel text is no translation.
    """
    if any(map(str.isdigit, term)):
        return
    yield term, 1.0
    if word not in kept:
        yield from ((near, MEANT) for near in lexicon.spelled_like(term, source))


def _words(question: str, source: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The words of a question that say what it is about, each with its term in the lexicon."""
    telling = frozenset(question_terms(question, source))
    for piece in dict.fromkeys(pieces(question)):
        if is_unspaced(piece):
            for word in lexicon.chinese_words(piece):
                if telling.issuperset(_pairs(terms(word))):
                    yield word, word
            continue
        cut = terms(piece, source)
        if cut and not telling.isdisjoint(cut):
            yield piece, cut[0]


def _pairs(found: tuple[str, ...]) -> tuple[str, ...]:
    """A word of several characters is where all of its pairs are; single ones say too little."""
    return tuple(term for term in found if len(term) > 1) or found
