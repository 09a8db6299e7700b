"""How sure an answer is, is said in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.model import Answer, Citation, Query
from assistant.page.knowing import Known
from assistant.page.surety import surety
from assistant.wording import wording
from corpus.model import Paragraph

EN = wording("en")
CITED = Citation(1, Paragraph("r", 1, "1", "body", "Text.", "p1"), 0, 5)
SURE = Answer("answered", "Text.", Query("?", "?", "search"), 0.95, (CITED,))


@pytest.mark.parametrize(("confidence", "said"), [(0.95, "high"), (0.7, "fair"), (0.5, "low")])
def test_a_degree_is_said_in_words_and_its_share_on_pointing(confidence: float, said: str) -> None:
    shown = surety(replace(SURE, confidence=confidence), EN, Known())
    assert f"Confidence&#58; {said}" in shown
    assert f'title="{confidence:.0%}"' in shown
    assert "uncalibrated" not in shown


def test_a_model_that_is_not_calibrated_is_said_to_be_so() -> None:
    assert "uncalibrated" in surety(SURE, EN, Known(is_calibrated=False))


def test_what_is_looked_up_by_number_is_certain() -> None:
    assert surety(replace(SURE, query=replace(SURE.query, kind="lookup")), EN, Known()) == ""


def test_only_a_close_no_is_told_from_a_plain_one() -> None:
    no = replace(SURE, status="not_found", citations=(), nearest=(CITED,))
    assert surety(replace(no, confidence=0.05), EN, Known()) == ""
    assert "close" in surety(replace(no, confidence=0.45), EN, Known())
