import pytest

from assistant.correcting import checked_corrections
from assistant.errors import UsageError


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Water"},
        {"symbol": ""},
        {"date": "2025"},
        {"date": "2025-04"},
        {"date": "2025-04-29"},
        {"date": ""},
        {"language": "fr-CA"},
    ],
)
def test_what_is_well_formed_is_taken(changes: dict[str, str]) -> None:
    assert checked_corrections(changes) == changes


def test_white_space_is_tidied() -> None:
    assert checked_corrections({"title": " On \n water "}) == {"title": "On water"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "must not be empty"),
        ({"title": "x" * 501}, "at most 500 characters"),
        ({"symbol": "a\ud83d"}, "must be text"),
        ({"date": "2025-13"}, "is no date"),
        ({"date": "29 April 2025"}, "is no date"),
        ({"language": "English please"}, "is no language tag"),
    ],
)
def test_what_is_not_is_refused_in_a_sentence(changes: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        checked_corrections(changes)
