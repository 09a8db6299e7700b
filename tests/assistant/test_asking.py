import pytest

from assistant.asking import Assistant
from assistant.errors import NoReportError
from assistant.model import Conversation, Turn
from corpus.sentences import sentence_spans
from index.embedders.hashing import HashingEmbedder
from index.errors import UnknownReportError
from index.library import Library
from index.searching import Index


class UnloadableEmbedder(HashingEmbedder):
    """Stands for a model that is still loading: any use of it is a failure."""

    def encode_query(self, text):
        raise AssertionError("a lookup must not wait for a model")

    encode_documents = measure = encode_query


def cited(answer):
    return [citation.paragraph.number or citation.paragraph.kind for citation in answer.citations]


def test_a_question_is_answered_by_a_sentence_of_the_paragraph_that_answers(assistant):
    answer = assistant.ask("因特网治理工作组由谁设立？")
    assert answer.status == "answered"
    assert cited(answer)[0] == "25"
    first = answer.citations[0]
    assert (first.start, first.end) in sentence_spans(first.paragraph.text)
    assert first.quote in answer.text
    assert "第25段" in answer.text


def test_every_citation_is_a_marker_of_the_text(assistant):
    answer = assistant.ask("因特网治理工作组由谁设立？")
    assert [citation.marker for citation in answer.citations] == [
        *range(1, len(answer.citations) + 1)
    ]
    assert all(f"[{citation.marker}]" in answer.text for citation in answer.citations)


def test_a_question_that_the_report_does_not_answer_is_refused_with_the_nearest(assistant):
    answer = assistant.ask("Python里怎么读取CSV文件")
    assert answer.status == "not_found"
    assert not answer.citations
    assert answer.nearest
    assert answer.confidence < 0.5
    assert answer.text.startswith("这份报告没有回答这个问题")


def test_a_sentence_that_leads_into_a_list_is_quoted_with_the_list(assistant):
    answer = assistant.ask("出席会议的其他代表包括哪些？")
    quote = answer.citations[0].quote
    assert cited(answer)[0] == "15"
    assert "514名企业界代表" in quote
    assert "新闻记者" in quote


def test_one_entry_of_a_list_is_cited_as_an_item(assistant):
    answer = assistant.ask("有多少新闻记者？")
    assert cited(answer)[0] == "15"
    assert answer.citations[0].item == "d"


def test_a_paragraph_asked_for_by_number_is_quoted_whole_without_a_model(tmp_path, assistant):
    lookups = Assistant(Index(assistant.library, UnloadableEmbedder()))
    answer = lookups.ask("第26段")
    assert cited(answer) == ["26"]
    assert answer.citations[0].quote == answer.citations[0].paragraph.text
    assert answer.confidence == 1.0


def test_a_range_of_paragraphs_is_quoted_in_order(assistant):
    assert cited(assistant.ask("What do paragraphs 24 to 27 say?")) == ["24", "25", "26", "27"]


def test_a_long_range_is_quoted_by_what_each_paragraph_begins_with(assistant):
    answer = assistant.ask("1-36")
    assert cited(answer) == [str(number) for number in range(1, 37)]
    assert all(citation.start == 0 for citation in answer.citations)
    assert sum(len(citation.quote) for citation in answer.citations) < 4_000


def test_a_number_that_is_not_there_is_said_with_those_that_are(assistant):
    answer = assistant.ask("第99段说了什么？")
    assert answer.status == "not_found"
    assert "第1段至第36段" in answer.text
    assert [citation.paragraph.number for citation in answer.nearest] == ["36"]


def test_a_range_that_runs_out_of_the_report_is_quoted_as_far_as_it_goes(assistant):
    answer = assistant.ask("paragraphs 35 to 38")
    assert cited(answer) == ["35", "36"]
    assert "no para. 37, 38" in answer.text


def test_a_question_in_another_language_is_told_that_the_quotes_are_not(assistant):
    text = assistant.ask("What does paragraph 26 say?").text
    assert "The report is in Chinese" in text
    assert "The report is in Chinese" not in assistant.ask("第26段").text


def test_politeness_is_answered_without_citations(assistant):
    answer = assistant.ask("谢谢，清楚了")
    assert (answer.status, answer.citations, answer.nearest) == ("smalltalk", (), ())


def test_a_question_that_stands_alone_is_answered_the_same_in_a_conversation(assistant):
    alone = assistant.ask("因特网治理工作组由谁设立？")
    talk = Conversation().with_turn(Turn("第26段", assistant.ask("第26段")))
    assert assistant.ask("因特网治理工作组由谁设立？", talk) == alone


def test_an_answer_stays_within_the_reports_asked(assistant, tmp_path):
    path = tmp_path / "other.txt"
    path.write_text("1. 因特网治理工作组由谁设立？由联合国秘书长设立。\n\n2. 其他。", "utf-8")
    other = assistant.add(path).report
    scoped = assistant.ask("因特网治理工作组由谁设立？", reports=["wsis-2004"])
    assert {citation.paragraph.report_id for citation in scoped.citations} == {"wsis-2004"}
    everywhere = assistant.ask("因特网治理工作组由谁设立？")
    assert everywhere.citations[0].paragraph.report_id == other.id


def test_an_unknown_report_is_named_with_those_that_exist(assistant):
    with pytest.raises(UnknownReportError, match="wsis-2004"):
        assistant.ask("第1段", reports=["nope"])


def test_an_empty_library_says_how_to_add_a_report(tmp_path):
    with (
        Library(tmp_path / "empty.sqlite") as library,
        pytest.raises(NoReportError, match="pincite add"),
    ):
        Assistant(Index(library, HashingEmbedder())).ask("谁？")


def test_where_a_passing_file_lay_is_not_kept(assistant, tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text("1. It met.\n\n2. It adjourned.", "utf-8")
    assert assistant.add(path, passing=True).report.source == ""
    path.write_text("1. Something else.\n\n2. Altogether.", "utf-8")
    assert assistant.add(path, passing=True).report.id == "minutes-2"


def test_a_no_within_paragraphs_names_just_these(assistant):
    said = assistant.ask("What do paragraphs 3 and 30 say about penguins?")
    assert said.status == "not_found"
    assert said.text.startswith("There is no answer in paragraphs 3 and 30.")
