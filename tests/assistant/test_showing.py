import pytest

from assistant.errors import UsageError
from assistant.showing import select
from corpus.bundled import bundled_report

REPORT = bundled_report()


@pytest.mark.parametrize(
    ("which", "anchors"),
    [
        ("26", "p26"),
        ("24-27", "p24 p25 p26 p27"),
        ("3, 5", "p3 p5"),
        ("第26段", "p26"),
        ("summary", "summary"),
        ("摘要", "summary"),
        ("notes", "note-1 note-2"),
        ("front", "front-1 front-2"),
        ("front-2", "front-2"),
        ("p26", "p26"),
    ],
)
def test_paragraphs_are_chosen_by_what_people_type(which, anchors):
    assert [paragraph.anchor for paragraph in select(REPORT, which)] == anchors.split()


def test_all_is_everything_in_order():
    assert select(REPORT, "all") == REPORT.paragraphs


@pytest.mark.parametrize("which", ["99", "0", "35-40", "nonsense", ""])
def test_what_is_not_there_is_answered_with_what_is(which):
    with pytest.raises(UsageError, match="has paragraphs 1 to 36"):
        select(REPORT, which)
