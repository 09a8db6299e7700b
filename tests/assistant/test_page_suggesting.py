"""What may be asked next is made from what was cited."""

from __future__ import annotations

from assistant.lookup import quoted
from assistant.model import Answer, Citation, Conversation, Query, Turn
from assistant.page.knowing import Known
from assistant.page.suggesting import suggestions
from assistant.understanding import understand
from assistant.wording import wording
from assistant.words.choosing import known_languages
from corpus.bundled import bundled_report

REPORT = bundled_report()
KNOWN = Known({REPORT.id: REPORT})
EN = wording("en")


def said(number: str, kind: str = "search", language: str = "en", **more: object) -> Turn:
    paragraph = next(p for p in REPORT.paragraphs if p.number == number)
    cited = (Citation(1, paragraph, 0, len(paragraph.text)),)
    query = Query("?", "?", kind, language=language)  # type: ignore[arg-type]
    return Turn("?", Answer("answered", "\n".join(quoted(cited, EN)), query, 0.9, cited))


def test_more_the_next_paragraph_and_its_section_are_suggested() -> None:
    assert suggestions(Conversation((said("8"),)), EN, KNOWN) == (
        "What else does the report say?",
        "What does para. 9 say?",
        "What does the section “首脑会议的形式” say?",
    )


def test_there_is_nothing_more_to_a_paragraph_looked_up_and_nothing_after_the_last() -> None:
    asked = suggestions(Conversation((said("36", "lookup"),)), EN, KNOWN)
    assert [question for question in asked if "section" not in question] == []


def test_what_was_asked_already_is_not_suggested() -> None:
    again = Turn("What does para. 9 say?", said("8").answer)
    assert "What does para. 9 say?" not in suggestions(Conversation((again,)), EN, KNOWN)


def test_a_number_alone_is_not_suggested_where_several_reports_are_asked() -> None:
    several = Known({REPORT.id: REPORT}, asks_several=True)
    assert suggestions(Conversation((said("8"),)), EN, several) == (
        "What else does the report say?",
    )


def test_a_no_suggests_the_nearest_paragraphs() -> None:
    near = said("8").answer
    no = Answer("not_found", "No.", near.query, 0.1, nearest=near.citations)
    assert suggestions(Conversation((Turn("?", no),)), EN, KNOWN) == ("What does para. 8 say?",)


def test_asking_for_more_is_understood_in_every_language() -> None:
    for language in known_languages():
        words = wording(language)
        before = Conversation((said("8", language=language),))
        more = suggestions(before, words, KNOWN)[0]
        query, _ = understand(more, [REPORT], before)
        assert query.beyond, (language, query)
