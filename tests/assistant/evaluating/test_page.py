import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from assistant.errors import UsageError
from assistant.evaluating.page import faults, page, write_page
from assistant.evaluating.scorecard import scorecard

DAY = date(2026, 1, 31)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> {{ 7 * 7 }} \"'&"
EMPTY = {"meta", "link", "img", "br"}


class Balance(HTMLParser):
    """Notices a tag that is closed without being open, and keeps the names of all."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.outside = [], set(), []

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.outside += [value for name, value in attrs if name in ("src", "href", "action")]
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def card(bureau, asked):
    def make(*questions, report=bureau):
        return scorecard(report, "e" * 64, questions)

    return make


def test_the_page_is_whole_and_asks_for_nothing_else(card, asked):
    html = page(card(asked([1], [1]), asked([1], [2], line=2), asked([1], near=[1], line=3)), DAY)
    balance = Balance()
    balance.feed(html)
    assert balance.open == []
    assert not balance.seen & {"script", "img", "link", "iframe", "form"}
    assert all(link.startswith("#") for link in balance.outside)
    ids = set(re.findall(r'id="([^"]+)"', html))
    assert {link[1:] for link in balance.outside} <= ids
    assert "prefers-color-scheme: dark" in html
    assert "url(" not in html
    assert "@import" not in html


def test_hostile_text_is_only_text(card, asked, bureau):
    first = replace(bureau.paragraphs[0], text=HOSTILE)
    hostile = replace(bureau, title=HOSTILE, paragraphs=(first, *bureau.paragraphs[1:]))
    html = page(
        card(asked([1], [2], text=HOSTILE, kind=HOSTILE, language=HOSTILE), report=hostile), DAY
    )
    assert "<script" not in html
    assert "<img" not in html
    assert (
        "49"
        not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL).replace("HOSTILE", "")[:400]
    )
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 4


def test_what_was_cited_instead_is_quoted_beside_what_should_have_been(card, asked):
    html = page(card(asked([3], [2], text="Who chairs it?")), DAY)
    assert "Who chairs it?" in html
    assert re.search(
        r'A right answer cites</h4>\s*<details class="missing"><summary>para\. 3 ·', html
    )
    assert "Its chair is elected." in html
    assert re.search(r'class="stray".*?para\. 2 · beside the point.*?It meets in Tunis', html)


def test_what_is_near_an_unanswerable_question_is_not_called_right(card, asked):
    html = page(card(asked([], [2, 3], also=[2], kind="unanswerable")), DAY)
    assert "para. 2 · near, but no answer" in html
    assert "para. 3 · beside the point" in html
    assert "A right answer cites" not in html


def test_the_threshold_and_what_it_costs_are_said_in_words(card, asked):
    html = page(card(asked([1], [1], confidence=0.9), asked([1], [2], confidence=0.7)), DAY)
    assert "<b>2 of 2</b> questions are answered" in html
    assert "<b>1</b> of those answers is wrong (50%)" in html
    assert 'class="threshold"' in html


def test_a_question_stands_in_one_group_of_faults_at_most(asked):
    questions = [
        asked([], [1], kind="unanswerable"),
        asked([1], [2]),
        asked([1], near=[1]),
        asked([1], [1, 2]),
        asked([1], [1]),
        asked([], kind="offtopic"),
    ]
    assert [list(group.asked) for group in faults(questions)] == [[q] for q in questions[:4]]


@pytest.mark.parametrize(
    "one",
    [
        {"gold": [1], "cited": [1]},
        {"gold": [], "kind": "offtopic"},
        {"gold": [1], "cited": [1], "searched": "lookup"},
        {"gold": [1], "cited": [2], "manner": "later", "turn": 3},
        {"gold": [1], "confidence": 0.0},
    ],
)
def test_a_page_can_be_made_of_one_question(card, asked, one):
    assert "</html>" in page(card(asked(**one)), DAY)


def test_a_page_that_cannot_be_written_is_said(card, asked, tmp_path):
    with pytest.raises(UsageError, match="can't be written"):
        write_page(tmp_path, card(asked([1], [1])))
