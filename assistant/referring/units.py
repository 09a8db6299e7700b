"""Units, such as paragraphs and sections, and what is read of them at one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from assistant.referring.lexing import Token
from assistant.referring.model import Step, Unit

UNITS: tuple[Unit, ...] = get_args(Unit)


@dataclass(frozen=True, slots=True)
class Atom:
    """A step as read, from one token to before another; `bare` ones only name their unit."""

    step: Step
    start: int
    end: int
    bare: bool = False


def unit_of(token: Token) -> Unit | None:
    """The unit that a token names."""
    return next((unit for unit in UNITS if unit in token.roles), None)
