"""The words of one paragraph of an office document, and what stands among them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from lxml.etree import _Element

Call = TypeVar("Call")
"""How a format calls for a note."""


@dataclass(slots=True)
class Words(Generic[Call]):
    """What a paragraph holds: text, calls for notes, text boxes.

    `bold` tells of each run with words whether it is, or None where it leaves that to the style;
    `size` is that of the largest, 0 where all leave it to the style.
    """

    pieces: list[str] = field(default_factory=list)
    notes: list[Call] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    bold: list[bool | None] = field(default_factory=list)
    size: float = 0.0

    @property
    def text(self) -> str:
        """The text; white space at its ends is the layout's."""
        return "".join(self.pieces).strip()

    def is_bold(self, style_is: bool) -> bool:
        """Tell whether all words are bold, where the style is or isn't."""
        return bool(self.bold) and all(style_is if said is None else said for said in self.bold)
