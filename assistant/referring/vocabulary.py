"""The words of references, per language: data in `languages/`, one file each.

A phrase has roles ("paragraph" is a unit, "second" an ordinal worth 2, "what" asks); a word may
have several, and what it is used as is for the parser to find out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.joining import is_unspaced
from corpus.normalising import folded

Roles = Mapping[str, int]  # what a phrase can be used as, with the number that it stands for
# Lists in order of what is counted, each with the role and the value of a place in it.
_COUNTED: Mapping[str, tuple[str, int, int]] = {
    "ordinals": ("ordinals", 1, 0), "counts": ("counts", 1, 0), "inserted": ("inserted", 1, 0),
    "tens": ("counts", 10, 10), "tenths": ("ordinals", 10, 10), "hundred": ("hundred", 100, 0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mean something together; `dotted` ones are abbreviations that need their dot."""

    words: tuple[str, ...]
    roles: Roles
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases by their first word or, of unspaced scripts, first character; longest first.

    `stems` are words of any ending, by their first letters.
    """

    phrases: Mapping[str, tuple[Phrase, ...]]
    stems: Mapping[str, tuple[Phrase, ...]]


TITLE = "title of "  # what the role of a usual title begins with
STEM = 2  # letters by which stems are found


def vocabulary(language: str) -> Vocabulary:
    """The words to read a question with.

    All languages are read at once, for questions mix them. Where a word means something in the
    question's own language ("para", "a"), that is all it means.
    """
    return _merged(language if language in _languages() else "")


@cache
def _languages() -> tuple[str, ...]:
    names = (entry.name for entry in files("assistant.referring.languages").iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


@cache
def _merged(own: str) -> Vocabulary:
    roles: dict[tuple[tuple[str, ...], bool, bool], dict[str, int]] = {}
    if own:
        _gather(own, roles)
    known = frozenset(roles)
    for language in _languages():
        if language != own:
            _gather(language, roles, known)
    phrases: dict[str, list[Phrase]] = {}
    stems: dict[str, list[Phrase]] = {}
    for (words, dotted, stem), found in roles.items():
        first = words[0][0] if is_unspaced(words[0][0]) else words[0]
        # A phrase whose first word is a stem is found by its stem as well.
        key, place = (words[0][:STEM], stems) if stem else (first, phrases)
        place.setdefault(key, []).append(Phrase(words, found, dotted))
    return Vocabulary(_longest_first(phrases), _longest_first(stems))


def _gather(
    language: str,
    roles: dict[tuple[tuple[str, ...], bool, bool], dict[str, int]],
    known: frozenset[tuple[tuple[str, ...], bool, bool]] = frozenset(),
) -> None:
    """Add a language's phrases, but for those known already."""
    for role, value, phrase in _entries(language):
        stem, dotted = phrase.endswith("*"), phrase.endswith(".")
        text = folded(phrase.rstrip("*."))
        words = (text,) if is_unspaced(text[0]) else tuple(text.split())
        if (words, dotted, stem) not in known:
            roles.setdefault((words, dotted, stem), {})[role] = value


def _entries(language: str) -> Iterator[tuple[str, int, str]]:
    """A language's phrases, each with a role and the number it stands for."""
    text = files("assistant.referring.languages").joinpath(f"{language}.toml").read_text("utf-8")
    for name, group in tomllib.loads(text).items():
        for role, phrases in group.items():
            role = f"{TITLE}{role}" if name == "titles" else role
            listed = [phrase.strip() for phrase in phrases.split("|") if phrase.strip()]
            for place, phrase in enumerate(listed, start=1):
                if role in _COUNTED:
                    used_as, each, more = _COUNTED[role]
                    words = (word.replace("_", " ") for word in phrase.split())
                    yield from ((used_as, each * place + more, word) for word in words)
                else:
                    yield role, 0, phrase


def _longest_first(found: Mapping[str, list[Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    def length(phrase: Phrase) -> tuple[int, int, bool]:
        return len(phrase.words), sum(map(len, phrase.words)), phrase.dotted

    return {key: tuple(sorted(each, key=length, reverse=True)) for key, each in found.items()}
