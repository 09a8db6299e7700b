import threading
from dataclasses import replace

import numpy as np
import pytest

from corpus.bundled import bundled_report
from corpus.reading import read_report
from index.embedders.hashing import HashingEmbedder
from index.errors import UnknownReportError
from index.library import Library
from index.model import Encoded
from index.searching import Index
from index.stores.exact import ExactStore


class CountingEmbedder(HashingEmbedder):
    """Remembers what it was asked to embed."""

    def __init__(self):
        super().__init__()
        self.embedded = []

    def encode_documents(self, texts):
        self.embedded += texts
        return super().encode_documents(texts)


class WordEmbedder(HashingEmbedder):
    """Gives each word a vector of its own, beside that of the whole."""

    def encode_documents(self, texts):
        return [self.encode_query(text) for text in texts]

    def encode_query(self, text):
        whole = super().encode_query(text)
        words = [super(WordEmbedder, self).encode_query(word).vector for word in text.split()]
        centred = [word - word.mean() for word in words]
        return Encoded(whole.vector, np.array(centred).reshape(-1, self.dimension))


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.sqlite") as library:
        yield library


@pytest.fixture
def index(library):
    return Index(library, CountingEmbedder())


@pytest.fixture
def written(tmp_path):
    def write(name, *paragraphs):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        lines = (f"{number}. {text}" for number, text in enumerate(paragraphs, start=1))
        path.write_text("\n\n".join(lines), "utf-8")
        return read_report(path)

    return write


def seen(hits):
    return [(hit.paragraph.ordinal, hit.score, hit.ranks) for hit in hits]


def test_the_paragraph_that_holds_the_words_comes_first(index):
    index.add(bundled_report())
    hit, *_ = index.search("因特网治理工作组由谁设立？")
    assert hit.paragraph.number == "25"
    assert {rank.ranking for rank in hit.ranks} == {"dense", "lexical"}


def test_a_misspelled_word_finds_what_was_meant(index, written):
    report = index.add(written("r.txt", "A seminar was held.", "The workshop was held.")).report
    found = index.seek("Who held the workshp?", report.id)
    assert found.covered("The workshop was held.")["workshp"] == pytest.approx(0.7)
    assert index.search("Who held the workshp?")[0].paragraph.number == "2"


def test_a_known_word_and_a_name_are_never_taken_for_a_misspelled_one(index, written):
    report = index.add(written("r.txt", "The members smoke.", "Mr. Smith was there.")).report
    assert not index.seek("Who spoke?", report.id).covered("The members smoke.")
    assert not index.seek("Was the Smyth there?", report.id).covered("Mr. Smith was there.")


def test_hits_are_sorted_by_falling_score_and_bounded_by_the_limit(index):
    index.add(bundled_report())
    hits = index.search("首脑会议", limit=5)
    scores = [hit.score for hit in hits]
    assert len(hits) == 5
    assert scores == sorted(scores, reverse=True)


def test_a_reports_ranking_does_not_depend_on_what_else_is_in_the_library(index, written):
    report = index.add(bundled_report()).report
    questions = ("首脑会议的经费从哪里来？", "resolution 56/183", "突尼斯")
    alone = [seen(index.search(q, 40, [report.id])) for q in questions]
    index.add(written("other.txt", "首脑会议的经费来自突尼斯。", "突尼斯 56/183 首脑会议", "经费"))
    assert [seen(index.search(q, 40, [report.id])) for q in questions] == alone


def test_hits_of_several_reports_are_merged_by_their_own_scores(index, written):
    first = index.add(written("a.txt", "The cat sat on the mat.", "Dogs bark.")).report
    second = index.add(
        written("b.txt", "Treaties bind states.", "A cat may look at a king.")
    ).report
    merged = index.search("cat", 10)
    apart = [*index.search("cat", 10, [first.id]), *index.search("cat", 10, [second.id])]
    assert sorted(seen(merged)) == sorted(seen(apart))
    assert {hit.paragraph.report_id for hit in merged[:2]} == {first.id, second.id}


def test_a_search_within_some_paragraphs_keeps_their_scores(index):
    report = index.add(bundled_report()).report
    within = {(report.id, p.ordinal) for p in report.paragraphs if p.number in ("8", "36")}
    everything = {h.paragraph.ordinal: h.score for h in index.search("经费", 100)}
    bounded = index.search("经费", 100, within=within)
    assert {hit.paragraph.number for hit in bounded} == {"8", "36"}
    assert all(hit.score == everything[hit.paragraph.ordinal] for hit in bounded)


def test_the_store_behind_the_seam_does_not_change_the_hits(library):
    flat, exact = Index(library, HashingEmbedder()), Index(library, HashingEmbedder(), ExactStore)
    flat.add(bundled_report())
    for question in ("信息社会的定义", "谁主持高级别组织委员会"):
        one, other = flat.search(question, 36), exact.search(question, 36)
        assert [hit.paragraph.ordinal for hit in one] == [hit.paragraph.ordinal for hit in other]
        assert [hit.score for hit in one] == pytest.approx([hit.score for hit in other], abs=1e-5)


def test_a_report_added_twice_is_recognised(index):
    assert index.add(bundled_report()).outcome == "added"
    again = index.add(replace(bundled_report(), id="under-another-name"))
    assert (again.outcome, again.report.id) == ("unchanged", bundled_report().id)
    assert len(index.library.reports()) == 1


def test_a_newer_version_keeps_its_id_and_embeds_only_what_changed(index, written):
    index.add(written("law.txt", "One.", "Two.", "Three."))
    index.embedder.embedded.clear()
    newer = index.add(written("law.txt", "One.", "Two, amended.", "Three."))
    assert (newer.outcome, newer.report.id) == ("updated", "law")
    assert index.embedder.embedded == ["Two, amended."]
    assert index.search("amended")[0].paragraph.number == "2"
    assert not any("Two." in hit.paragraph.text for hit in index.search("Two"))


def test_another_report_of_the_same_name_gets_an_id_of_its_own(index, written):
    index.add(written("one/paragraphs.txt", "Cats.", "Dogs."))
    other = index.add(written("two/paragraphs.txt", "Treaties.", "Laws."))
    assert (other.outcome, other.report.id) == ("added", "paragraphs-2")
    assert len(index.library.reports()) == 2


def test_a_report_kept_without_vectors_is_embedded_at_the_first_search(index):
    index.keep(bundled_report())
    assert not index.embedder.embedded
    assert index.search("哈马马特")[0].paragraph.number in {"33", "34"}
    assert index.embedder.embedded


def test_a_report_can_be_read_while_it_is_being_embedded(index):
    index.keep(bundled_report())
    read = []
    embed = index.embedder.encode_documents

    def embedding(texts):
        reader = threading.Thread(target=lambda: read.append(index.report("wsis-2004").id))
        reader.start()
        reader.join(10)
        return embed(texts)

    index.embedder.encode_documents = embedding
    assert index.search("突尼斯")
    assert read
    assert read[0] == "wsis-2004"


def test_another_embedder_makes_its_own_vectors(library):
    Index(library, HashingEmbedder(64)).add(bundled_report())
    other = CountingEmbedder()
    assert Index(library, other).search("突尼斯")
    assert other.embedded


def test_a_running_index_notices_what_another_process_adds_and_removes(index, written, tmp_path):
    index.add(bundled_report())
    with Library(tmp_path / "library.sqlite") as same:
        other = Index(same, HashingEmbedder())
        other.add(written("new.txt", "Zebras cross here.", "Nothing else."))
        assert index.search("zebras")[0].paragraph.report_id == "new"
        same.remove("new")
        assert all(hit.paragraph.report_id != "new" for hit in index.search("zebras"))


def test_an_unknown_report_is_answered_with_those_that_exist(index):
    index.add(bundled_report())
    with pytest.raises(UnknownReportError, match="wsis-2004") as caught:
        index.search("?", reports=["nope"])
    assert caught.value.known == ("wsis-2004",)


def test_an_empty_library_has_no_hits(index):
    assert index.search("anything") == ()


def test_progress_is_told_up_to_the_last_passage(index):
    told = []
    index.add(bundled_report(), lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0


def test_each_word_of_a_question_is_compared_with_each_of_a_paragraph(library, written):
    index = Index(library, WordEmbedder())
    index.add(written("r.txt", "Broadband networks.", "Clean water.", "The fund pays."))
    hit, *others = index.search("cleanish water?")
    assert hit.paragraph.number == "2"
    scores = {rank.ranking: rank.score for rank in hit.ranks}
    assert scores["late"] > 0
    assert hit.score > scores["dense"] + scores.get("lexical", 0.0)
    assert len(hit.words) == len(hit.sentences[0].words) == 2
    assert sum(hit.words) > max(sum(other.words) for other in others)
