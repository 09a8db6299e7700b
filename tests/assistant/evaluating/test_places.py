from pathlib import Path

import pytest

from assistant.errors import UnknownGoldError
from assistant.evaluating.gold import Case, Question
from assistant.evaluating.places import check_names, places


def test_a_paragraph_goes_by_its_number_its_anchor_or_its_kind(bureau):
    known = places(bureau)
    assert known["2"] == known["p2"] == {2}
    assert known["note"] == known["note-1"] == {4}


def test_the_number_of_a_note_is_no_paragraphs(bureau):
    assert places(bureau)["1"] == {1}


def test_all_paragraphs_that_a_report_lacks_are_named_with_their_lines(bureau):
    cases = [
        Case("a", Path("g.jsonl"), 1, (Question("Who?", ("1", "99")),)),
        Case("b", Path("g.jsonl"), 4, (Question("Who?", ("summary",), ("99",)),)),
    ]
    with pytest.raises(UnknownGoldError) as refused:
        check_names(cases, bureau)
    assert refused.value.missing == {
        "99": ("g.jsonl, line 1", "g.jsonl, line 4"),
        "summary": ("g.jsonl, line 4",),
    }
    assert "has paragraphs 1 to 3, note, but no 99 (g.jsonl, line 1" in str(refused.value)


def test_of_too_many_lacking_paragraphs_only_some_are_named(bureau):
    gold = tuple(map(str, range(100, 200)))
    with pytest.raises(UnknownGoldError, match=r"no 104 .* and 95 more") as refused:
        check_names([Case("a", Path("g.jsonl"), 1, (Question("Who?", gold),))], bureau)
    assert len(refused.value.missing) == 100
    assert len(str(refused.value)) < 400
