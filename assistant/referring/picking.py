"""Things told by where they are, counted from an end or from what was last spoken of."""

from __future__ import annotations

from assistant.referring.model import Label, Pick


def from_start(place: int, count: int) -> Pick:
    """So many things from a place that counts from the beginning."""
    last = Label("place", place + count - 1) if count > 1 else None
    return Pick(Label("place", place), last)


def from_end(place: int, count: int) -> Pick:
    """So many things from a place that counts from the end."""
    last = Label("place", -(place - count + 1)) if count > 1 else None
    return Pick(Label("place", -place), last)


def beside(step: int, count: int) -> Pick:
    """So many things before (-1) or after (1) what was spoken of, or that itself (0)."""
    if count == 1 or step == 0:
        return Pick(Label("beside", step))
    near, far = Label("beside", step), Label("beside", step * count)
    return Pick(far, near) if step < 0 else Pick(near, far)


def doubled(pick: Pick) -> Pick:
    """The two things that a dual means where one was told."""
    value = pick.first.value
    return from_end(2, 2) if value < 0 else from_start(value, 2)


def mirrored(pick: Pick) -> Pick:
    """“The last paragraph but one”, “the second paragraph from the end”."""
    value = pick.first.value
    return from_end(2 if value == -1 else abs(value), 1)
