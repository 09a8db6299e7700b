from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.keeping.model import Kept, Summary
from assistant.keeping.reopening import reopened
from corpus.model import Report
from index.errors import UnknownReportError


@pytest.fixture
def kept(said) -> Kept:
    conversation = said("第8段", "第26段")
    return Kept(Summary(conversation.id, "n", "wsis-2004", "", "", 2), conversation, ())


def changed(report: Report, anchor: str, text: str) -> Report:
    paragraphs = tuple(
        replace(each, text=text, items=()) if each.anchor == anchor else each
        for each in report.paragraphs
    )
    return replace(report, paragraphs=paragraphs)


def test_nothing_changes_where_the_report_is_the_same(kept, reports) -> None:
    found = reopened(kept, reports.__getitem__)
    assert (found.conversation, found.gone, found.changed) == (kept.conversation, (), ())


def test_a_quote_that_moved_inside_its_paragraph_is_found_there(kept, reports) -> None:
    (cited,) = kept.conversation.turns[1].answer.citations
    newer = changed(reports["wsis-2004"], "p26", f"New words. {cited.quote}")
    found = reopened(kept, lambda _: newer)
    (moved,) = found.conversation.turns[1].answer.citations
    assert moved.quote == cited.quote
    assert moved.start == len("New words. ")
    assert moved.paragraph.text.startswith("New words.")
    assert found.changed == ()


def test_a_quote_that_is_no_longer_there_stays_as_it_was_and_is_told(kept, reports) -> None:
    newer = changed(reports["wsis-2004"], "p26", "Something else entirely.")
    found = reopened(kept, lambda _: newer)
    assert found.conversation.turns[1] == kept.conversation.turns[1]
    assert found.changed == ("wsis-2004",)


def test_a_report_that_is_gone_is_told_once_and_its_quotes_stay(kept) -> None:
    def gone(name: str) -> Report:
        raise UnknownReportError(name, ())

    found = reopened(kept, gone)
    assert found.conversation == kept.conversation
    assert (found.gone, found.changed) == (("wsis-2004",), ())
