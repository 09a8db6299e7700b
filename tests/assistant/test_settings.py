"""What can be set, and what follows from it."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.settings import Settings


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ({}, True),
        ({"host": "::1"}, True),
        ({"history": False}, False),
        ({"host": "0.0.0.0"}, False),
        ({"host": "192.168.1.7"}, False),
        ({"host": "reports.example"}, False),
        ({"also_called": ("reports.example",)}, False),
        ({"host": "0.0.0.0", "history": True}, True),
    ],
)
def test_history_is_kept_for_this_machines_people_or_where_it_was_asked_for(
    chosen: dict[str, Any], kept: bool
) -> None:
    assert Settings(**chosen).keeps_history is kept
