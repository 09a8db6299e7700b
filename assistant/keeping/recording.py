"""Values as JSON and back, whatever frozen dataclasses they are made of.

A record written by another version is read as far as it goes: a field that it lacks gets its
default, one that is no longer known is left out.
"""

from __future__ import annotations

from dataclasses import asdict, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def recorded(value: Any) -> dict[str, Any]:
    """A dataclass, with all that it is made of, as JSON can hold it."""
    return asdict(value)


def restored(kind: type[Value], record: object) -> Value:
    """A value made again from its record.

    >>> from corpus.model import Item
    >>> restored(Item, {"label": "a", "start": 3, "end": 9, "colour": "unknown"})
    Item(label='a', start=3, end=9)

    Raises:
        ValueError: If the record is not one of such a value.
    """
    try:
        return cast(Value, _restored(kind, record))
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError(f"this is no record of a {kind.__name__}: {error}") from error


def _restored(kind: Any, record: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        known = {name: record[name] for name in (f.name for f in fields(kind)) if name in record}
        return kind(**{name: _restored(hints[name], each) for name, each in known.items()})
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        if kinds[-1] is Ellipsis:
            return tuple(_restored(kinds[0], each) for each in record)
        return tuple(_restored(each, one) for each, one in zip(kinds, record, strict=True))
    return record


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
