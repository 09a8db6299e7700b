from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.model import Report
from index.errors import MissingVectorsError, UnknownReportError
from index.library import Library, Postings
from index.model import Encoded, Passage, Vectors
from index.vectors import text_digest

MakeReport = Callable[..., Report]
FINGERPRINT = "an embedder"


def _encoded(vectors: Vectors) -> list[Encoded]:
    """Texts of which each has one token, read as the text itself."""
    return [Encoded(vector, vector[np.newaxis]) for vector in vectors]


def _embed(
    library: Library, report: Report, fingerprint: str = FINGERPRINT
) -> tuple[list[Passage], list[bytes], Vectors]:
    """Give each paragraph one passage, and its vector to the library."""
    passages = [Passage(one, 0, len(one.text)) for one in report.paragraphs]
    digests = [text_digest(passage.text) for passage in passages]
    vectors = np.array([np.frombuffer(digest, np.uint8) for digest in digests], np.float32)
    library.vectors.add(fingerprint, digests, _encoded(vectors))
    return passages, digests, vectors


def _store(library: Library, report: Report, postings: Postings) -> list[bytes]:
    passages, digests, _ = _embed(library, report)
    library.store(report, postings, FINGERPRINT, passages, digests)
    return digests


def test_a_report_comes_back_as_it_was_stored(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    report = make_report(texts=("A\x00b 𠀀 \u2028 'quoted' \"too\"", "", "信息"))
    library.store(report, postings)
    assert library.report(report.id) == report
    assert library.paragraphs(report.id) == report.paragraphs


def test_a_report_is_there_after_reopening(
    tmp_path: Path, make_report: MakeReport, postings: Postings
) -> None:
    report = make_report()
    with Library(tmp_path / "deep" / "folder" / "library.sqlite") as library:
        _store(library, report, postings)
    with Library(tmp_path / "deep" / "folder" / "library.sqlite") as library:
        assert library.report(report.id) == report


def test_a_summary_tells_all_but_the_text(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    (summary,) = library.reports()
    assert (summary.id, summary.title, summary.symbol) == ("water", "Water for all", "A/80/81")
    assert (summary.paragraphs, summary.numbered, summary.numbering) == (2, 2, "gaps")
    assert (summary.date, summary.language) == ("2025-03-01", "en")
    assert summary.digest == make_report().digest
    assert summary.added_at.endswith("+00:00")


def test_reports_are_listed_in_order_of_adding_and_keep_their_place(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    for report_id in ("zebra", "apple", "mango"):
        library.store(make_report(report_id), postings)
    library.store(make_report("zebra", ("A newer version.",)), postings)
    assert [summary.id for summary in library.reports()] == ["zebra", "apple", "mango"]


def test_postings_come_back_for_the_terms_that_are_there(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    found = library.postings("water", ["water", "信息", "absent", "water", "half \ud83d"])
    assert {
        term: (ordinals.tolist(), counts.tolist()) for term, (ordinals, counts) in found.items()
    } == {"water": ([1, 2], [2, 1]), "信息": ([1], [1])}
    lengths = library.lengths("water")
    assert (lengths.tolist(), lengths.dtype) == ([3, 1], np.uint32)


def test_a_question_of_very_many_terms_is_answered(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    terms = [f"term{number}" for number in range(40_000)]
    assert set(library.postings("water", [*terms, "water"])) == {"water"}


def test_passages_come_back_with_their_vectors_in_order(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    report = make_report(texts=("Zebra.", "Apple.", "Zebra."))
    passages, digests, vectors = _embed(library, report)
    library.store(report, postings, FINGERPRINT, passages, digests)
    found = library.embedded(report, FINGERPRINT)
    assert found is not None
    assert found.passages == tuple(passages)
    np.testing.assert_array_equal(found.vectors, vectors)


def test_never_made_is_not_the_same_as_none(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    report = make_report(texts=("",))
    library.store(report, postings)
    assert library.embedded(report, FINGERPRINT) is None
    assert library.store_passages(report, FINGERPRINT, [], [])
    found = library.embedded(report, FINGERPRINT)
    assert found is not None
    assert found.passages == ()
    assert len(found.vectors) == 0


def test_a_second_embedder_has_passages_of_its_own(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    report = make_report()
    _store(library, report, postings)
    passages, digests, _ = _embed(library, report, "another")
    assert library.store_passages(report, "another", passages[:1], digests[:1])
    first, second = library.embedded(report, FINGERPRINT), library.embedded(report, "another")
    assert first is not None
    assert second is not None
    assert (len(first.passages), len(second.passages)) == (2, 1)


def test_passages_of_a_replaced_version_are_neither_kept_nor_given(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    old, new = make_report(), make_report(texts=("Newer.",))
    _store(library, new, postings)
    passages, digests, _ = _embed(library, old)
    assert not library.store_passages(old, FINGERPRINT, passages, digests)
    assert library.embedded(old, FINGERPRINT) is None
    found = library.embedded(new, FINGERPRINT)
    assert found is not None
    assert [passage.text for passage in found.passages] == ["Newer."]


def test_replacing_leaves_nothing_of_the_older_version(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    old = _store(library, make_report(texts=("Kept.", "Gone.")), postings)
    only = Postings(np.array([1], np.uint32), {"kept": postings.terms["信息"]})
    _store(library, make_report(texts=("Kept.",)), only)
    assert [one.text for one in library.paragraphs("water")] == ["Kept."]
    assert set(library.postings("water", ["water", "信息", "kept"])) == {"kept"}
    assert library.vectors.missing(FINGERPRINT, old) == (old[1],)


def test_removing_leaves_nothing_and_touches_no_other_report(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    gone = _store(library, make_report("gone", ("Shared.", "Only here.")), postings)
    stays = make_report("stays", ("Shared.", "Only there."))
    _store(library, stays, postings)
    library.remove("gone")
    assert [summary.id for summary in library.reports()] == ["stays"]
    assert library.vectors.missing(FINGERPRINT, gone) == (gone[1],)
    assert library.embedded(stays, FINGERPRINT) is not None
    assert set(library.postings("stays", ["water"])) == {"water"}


def test_a_vector_that_no_report_uses_yet_survives_a_removal(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    _store(library, make_report(), postings)
    _, under_way, _ = _embed(library, make_report("next", ("Being embedded.",)))
    library.remove("water")
    assert library.vectors.missing(FINGERPRINT, under_way) == ()


def test_a_report_without_all_its_vectors_is_not_stored(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    old = make_report()
    _store(library, old, postings)
    new = make_report(texts=("Never embedded.",))
    digest = text_digest("Never embedded.")
    before = library.revision()
    with pytest.raises(MissingVectorsError) as caught:
        library.store(new, postings, FINGERPRINT, [Passage(new.paragraphs[0], 0, 5)], [digest])
    assert caught.value.digests == (digest,)
    assert library.report("water") == old
    assert library.embedded(old, FINGERPRINT) is not None
    assert library.revision() == before


def test_an_unknown_report_is_answered_with_those_that_exist(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    with pytest.raises(UnknownReportError, match="It is empty"):
        library.report("water")
    library.store(make_report("apple"), postings)
    for ask in (library.report, library.paragraphs, library.lengths, library.remove):
        with pytest.raises(UnknownReportError, match="It holds apple"):
            ask("pear")
    with pytest.raises(UnknownReportError):
        library.report("half \ud83d")


def test_a_report_is_found_by_its_content(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    assert library.find_digest(make_report().digest) == "water"
    assert library.find_digest("another") is None


def test_the_revision_tells_of_changes_by_another_connection(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    seen = [library.revision()]
    with Library(library.path) as other:
        other.store(make_report(), postings)
        seen.append(library.revision())
        other.remove("water")
    seen.append(library.revision())
    _embed(library, make_report())
    assert len(set(seen)) == 3
    assert library.revision() == seen[-1]


def test_a_removal_on_purpose_is_remembered_until_the_report_is_added_again(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    library.remove("water")
    assert not library.is_dismissed("water")
    library.store(make_report(), postings)
    library.remove("water", dismiss=True)
    assert library.is_dismissed("water")
    library.store(make_report(), postings)
    assert not library.is_dismissed("water")


def test_a_closed_library_opens_again_when_asked(library: Library) -> None:
    library.close()
    library.close()
    assert library.reports() == ()


def test_a_corrected_title_stays_when_a_newer_version_comes(
    library: Library, make_report: MakeReport, postings: Postings
) -> None:
    library.store(make_report(), postings)
    before = library.revision()
    library.correct("water", {"title": "Water", "symbol": "A/1"})
    assert library.revision() > before
    library.correct("water", {"symbol": "A/2"})
    library.store(make_report(texts=("Newer.", "Water.")), postings)
    report = library.report("water")
    assert (report.title, report.symbol, report.date) == ("Water", "A/2", "2025-03-01")
    assert report.paragraphs[0].text == "Newer."


def test_an_unknown_report_can_not_be_corrected(library: Library) -> None:
    with pytest.raises(UnknownReportError):
        library.correct("nothing", {"title": "Water"})
