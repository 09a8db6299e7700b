"""Comparisons: what is compared are two things, not what lies between them."""

from __future__ import annotations

from dataclasses import replace

from assistant.referring.lexing import Token
from assistant.referring.passing import Tokens

_BETWEEN = ("range", "between", "until", "from", "since")


def compared(tokens: Tokens) -> Tokens:
    """Read “compare 3 to 5”, “the difference between 3 and 5” as 3 and 5."""
    if not any(token.can_be("comparing") for token in tokens):
        return tokens
    return tuple(map(_told_apart, tokens))


def _told_apart(token: Token) -> Token:
    joins = token.can_be("range", "against") and not token.can_be("dash")
    if not (joins or token.can_be("between")):
        return token
    roles = {role: value for role, value in token.roles.items() if role not in _BETWEEN}
    return replace(token, roles={**roles, **({"also": 0} if joins else {"reading": 0})})
