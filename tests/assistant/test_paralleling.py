from dataclasses import replace

import pytest

from assistant.asking import Assistant
from assistant.model import Citation
from assistant.paralleling import parallels, sister
from corpus.reading import read_report
from index.embedders.hashing import HashingEmbedder
from index.library import Library
from index.searching import Index

CHINESE = "1. 基金由理事会设立。\n\n2. 理事会每年举行两次会议。\n\n3. 秘书处提交报告。\n"
ENGLISH = (
    "1. The Fund is set up by the Council.\n\n2. The Council meets twice a year.\n\n"
    "3. The Secretariat submits a report.\n"
)


@pytest.fixture
def versions(tmp_path):
    reports = []
    for name, text in (("fund.zh.txt", CHINESE), ("fund.en.txt", ENGLISH)):
        (tmp_path / name).write_text(text, "utf-8")
        reports.append(read_report(tmp_path / name))
    return reports


def test_a_version_is_known_by_its_name_but_for_the_language(versions):
    chinese, english = versions
    assert sister(chinese, "en", versions) is english
    assert sister(english, "zh", versions) is chinese
    assert sister(chinese, "zh", versions) is None
    assert sister(chinese, "fr", versions) is None
    assert sister(chinese, "en", [replace(english, id="other-en")]) is None


def test_a_symbol_decides_where_there_is_one(versions):
    chinese, english = versions
    marked = replace(chinese, symbol="A/1/2")
    assert sister(marked, "en", [english]) is None
    assert sister(marked, "en", [replace(english, symbol="A/1/2", id="else")]) is not None


def test_a_version_that_counts_other_paragraphs_is_none(versions):
    chinese, english = versions
    assert sister(chinese, "en", [replace(english, paragraphs=english.paragraphs[:2])]) is None


def test_the_same_paragraph_stands_beside_with_the_same_marker(versions):
    chinese, english = versions
    cited = (Citation(1, chinese.paragraphs[1], 0, 5), Citation(2, chinese.paragraphs[1], 5, 9))
    (beside,) = parallels(cited, english)
    assert (beside.marker, beside.quote) == (1, "The Council meets twice a year.")


def test_an_answer_across_languages_shows_the_version_in_the_questions_language(tmp_path, versions):
    with Library(tmp_path / "library.sqlite") as library:
        assistant = Assistant(Index(library, HashingEmbedder()))
        for report in versions:
            assistant.index.add(report)
        answer = assistant.ask("What does paragraph 2 say?", reports=["fund-zh"])
        assert [citation.quote for citation in answer.citations] == ["理事会每年举行两次会议。"]
        assert [beside.quote for beside in answer.parallels] == ["The Council meets twice a year."]
        assert "The Council meets twice a year." in answer.text
        assert not assistant.ask("第2段说什么？", reports=["fund-zh"]).parallels
