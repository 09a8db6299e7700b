"""Footnotes and endnotes, numbered in the order in which the text calls for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.counting import written
from corpus.elements import child, children, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_USUAL_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
_NOT_WRITTEN = ("separator", "continuationSeparator", "continuationNotice")


class Notes:
    """A document's notes by kind ("footnote", "endnote") and id."""

    def __init__(
        self, footnotes: _Element | None, endnotes: _Element | None, settings: _Element | None
    ) -> None:
        self._notes: dict[tuple[str, str], _Element] = {}
        self._forms: dict[str, str] = {}
        self._next: dict[str, int] = {}
        for kind, root in (("footnote", footnotes), ("endnote", endnotes)):
            for note in children(root, kind):
                if value(note, "type") not in _NOT_WRITTEN:
                    self._notes[kind, value(note, "id")] = note
            properties = child(settings, f"{kind}Pr")
            self._forms[kind] = value(child(properties, "numFmt")) or _USUAL_FORMS[kind]
            start = number(child(properties, "numStart"))
            self._next[kind] = 1 if start is None else start

    def note(self, kind: str, key: str, own_mark: bool) -> tuple[str, _Element] | None:
        """A note that the text calls for, and the number that is printed before it.

        One with a mark of its own has it in the text, and is not counted.
        """
        found = self._notes.get((kind, key))
        if found is None:
            return None
        if own_mark:
            return "", found
        count = self._next[kind]
        self._next[kind] = count + 1
        return written(count, self._forms[kind]), found
