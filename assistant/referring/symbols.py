"""Symbols of documents: A/80/81, resolution 60/252, decision 1/CP.21, S/RES/2231 (2015)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.referring.lexing import lexed
from corpus.model import Report
from corpus.normalising import folded

_SYMBOL = re.compile(r"(?:[a-z]{1,6}/)?[a-z\d./-]*\d[a-z\d./-]*(?:\s?\(\d{4}\))?")
_PART = re.compile(r"[^\W\d_]+|\d+")
_KINDS = frozenset(("res", "dec", "resolution", "decision"))  # what a bare number may stand after


def has_number(name: str) -> bool:
    """Whether a document is called by a number, and so told from all others."""
    return _SYMBOL.search(folded(name)) is not None


def is_symbol_of(name: str, report: Report) -> bool:
    """Whether the number in a document's name is that of a report.

    “Resolution 60/252” is A/RES/60/252, but no A/60/252; what only adds to a document (Add.1)
    may be called by the same symbol. A report that prints none is known by the number in its
    file's name, or in its title unless that is only about another document.
    """
    found = _SYMBOL.search(folded(name))
    wanted = _parts(found.group()) if found else []
    if len(wanted) > 1 and _is_headed(report, wanted):
        return True
    if report.symbol:
        return _holds(report.symbol, wanted)
    titled = _parts(report.title)
    places = range(len(titled)) if _names_itself(report.title) else range(1)
    numbers = (wanted, _without_body(wanted))
    is_titled = any(titled[at : at + len(n)] == n for at in places for n in numbers)
    return is_titled or _holds(report.id, wanted)


def _without_body(parts: Sequence[str]) -> Sequence[str]:
    """60/252 of A/RES/60/252, as its title has it."""
    kind = next((at for at, part in enumerate(parts[:-1]) if part in _KINDS), -1)
    return parts[kind + 1 :]


def _holds(symbol: str, wanted: Sequence[str]) -> bool:
    """Whether a symbol has some parts; figures not right after the body that it is of."""
    own = list(_PART.finditer(folded(symbol)))
    parts = [part.group() for part in own]
    return any(
        parts[at : at + len(wanted)] == wanted
        and (
            wanted[0].isalpha()
            or parts[at - 1] in _KINDS
            or not part.string[: part.start()].rpartition(" ")[2]
        )
        for at, part in enumerate(own)
    )


def _is_headed(report: Report, wanted: Sequence[str]) -> bool:
    """Whether a document is one of several that a report holds, each under its own heading."""
    return any(
        _holds(heading.label, wanted) for heading in report.outline if _names_itself(heading.label)
    )


def _names_itself(title: str) -> bool:
    """Tell “Resolution 60/252” from “Follow-up to resolution 60/252”."""
    for token in lexed(title).tokens:
        if token.can_be("documents", "digits", "symbol"):
            return True
        if token.can_be("of", "about", "range", "report"):
            return False
    return False


def _parts(symbol: str) -> list[str]:
    return _PART.findall(folded(symbol))
