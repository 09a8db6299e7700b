from __future__ import annotations

from datetime import date

from assistant.keeping.transcript import link_to, transcript
from assistant.wording import wording
from corpus.model import Paragraph

HERE = "http://127.0.0.1:7860"
TODAY = date(2026, 3, 1)


def told(conversation, reports, language="en"):
    return transcript(conversation, reports, wording(language), HERE, TODAY)


def test_every_quote_leaves_with_its_citation_and_its_link(said, symbolled) -> None:
    conversation = said("第24-26段")
    (exchange,) = told(conversation, symbolled).exchanges
    cited = conversation.turns[0].answer.citations
    assert [quoted.text for quoted in exchange.quotes] == [each.quote for each in cited]
    assert [quoted.citation for quoted in exchange.quotes] == [
        "A/80/81，第24段",
        "A/80/81，第25段",
        "A/80/81，第26段",
    ]
    assert exchange.quotes[2].link == f"{HERE}/?report=wsis-2004#p26"
    assert exchange.quotes[2].path[-1].startswith("C. ")


def test_an_answers_own_words_leave_without_its_quotes(said, reports) -> None:
    (exchange,) = told(said("第26段和第99段"), reports).exchanges
    assert exchange.remarks == ("本报告有第1段至第36段，没有第99段。", "报告原文：")


def test_an_honest_no_leaves_with_what_came_nearest(said, reports) -> None:
    (exchange,) = told(said("报告怎样谈火星移民？"), reports).exchanges
    assert exchange.status == "not_found"
    assert exchange.quotes == ()
    assert exchange.nearest
    assert exchange.remarks[0].startswith("这份报告没有回答")


def test_what_was_searched_for_is_told_only_where_it_was_not_what_was_asked(said, reports) -> None:
    alone, follow_up = told(said("首脑会议的经费从哪里来？", "那第二阶段呢？"), reports).exchanges
    assert alone.searched_as == ""
    assert "第二阶段" in follow_up.searched_as


def test_a_report_that_is_not_there_is_cited_by_its_id(said) -> None:
    (exchange,) = told(said("第26段"), {}).exchanges
    assert exchange.quotes[0].citation == "wsis-2004, 第26段"


def test_the_title_names_the_report_in_the_language_of_the_page(said, reports) -> None:
    title = reports["wsis-2004"].title
    assert told(said("第26段"), reports, "zh").title == f"就《{title}》提出的问题"
    assert TODAY.isoformat() in told(said("第26段"), reports, "fr").note


def test_a_link_holds_whatever_an_anchor_and_an_id_are_made_of() -> None:
    article = Paragraph("a b&c", 3, "第三条", "body", "T", "第三条")
    assert link_to(article, f"{HERE}/") == (f"{HERE}/?report=a+b%26c#%E7%AC%AC%E4%B8%89%E6%9D%A1")
