"""References into other documents, told by their symbols, and into the report itself."""

from dataclasses import replace

import pytest

from assistant.referring import find_reference
from assistant.referring.symbols import is_symbol_of

KNOWN_AS = {
    "oceans": {"title": "Oceans and the law of the sea", "symbol": "A/80/81"},
    "council": {"title": "Human Rights Council", "symbol": "A/RES/60/252"},
    "guidance": {"title": "Further guidance on decision 1/CP.21", "symbol": "4/CMA.1"},
    "paris": {"title": "Adoption of the Paris Agreement", "symbol": "1/CP.21"},
    "nuclear": {"title": "Non-proliferation", "symbol": "S/RES/2231 (2015)"},
    "titled": {"title": "Resolution 60/252. Human Rights Council", "symbol": ""},
    "about": {"title": "Follow-up to resolution 60/252", "symbol": ""},
    "file": {"title": "A-80-81", "source": "A-80-81.pdf", "id": "a-80-81"},
    "law": {"title": "Regulation (EU) 2016/679 on the protection of data", "symbol": ""},
    "constitution": {"title": "Конституция Российской Федерации", "symbol": ""},
}
OWN = {
    "oceans": ["A/80/81"], "council": ["60/252"], "guidance": [], "paris": ["1/CP.21"],
    "nuclear": ["2231"], "titled": ["60/252"], "about": [], "file": ["A/80/81"], "law": [],
}  # fmt: skip


def texts(reference):
    return reference and [p.text for p in reference.paragraphs]


@pytest.fixture
def known_as(made):
    plain = made([("", "Text", 1, [f"Text {n}." for n in range(1, 40)])], "en")
    return lambda name: replace(plain, **KNOWN_AS[name])


@pytest.mark.parametrize("report", OWN)
def test_a_paragraph_is_of_the_document_that_is_named(asked, known_as, report):
    wrong = [
        (question, names)
        for document, questions in asked.table("documents").items()
        for question in questions
        if (names := texts(find_reference(question, known_as(report))))
        != (["Text 3."] if document in OWN[report] else None)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("report", "name", "own"),
    [
        ("oceans", "resolution 80/81", False),  # a resolution would be A/RES/80/81
        ("oceans", "A/80/8", False),
        ("council", "RES/60/252", True),
        ("law", "Regulation (EU) 2016/679", True),
        ("law", "Directive 95/46/EC", False),
        ("nuclear", "resolution 2231", True),
        ("nuclear", "resolution 2015", False),
    ],
)
def test_a_symbol_is_compared_part_by_part(known_as, report, name, own):
    assert is_symbol_of(name, known_as(report)) == own


def test_a_part_added_to_a_document_may_be_called_by_its_symbol(known_as):
    added = replace(known_as("oceans"), symbol="A/80/81/Add.1")
    assert is_symbol_of("A/80/81", added)
    assert not is_symbol_of("A/80/81/Add.1", known_as("oceans"))


def test_a_decision_under_its_own_heading_is_in_the_report(made):
    decisions = made([("Decision 1/CP.21", "Adoption", 1, ["One.", "Two."])], "en")
    decisions = replace(decisions, symbol="FCCC/CP/2015/10/Add.1")
    assert find_reference("paragraph 2 of decision 1/CP.21", decisions)
    assert find_reference("paragraph 2 of decision 2/CP.21", decisions) is None


def test_a_year_alone_tells_no_document_from_a_report_that_prints_none(known_as):
    question = "статья 3 Конституции 1993 года"
    assert texts(find_reference(question, known_as("constitution"))) == ["Text 3."]
    assert find_reference(question, known_as("law")) is None


@pytest.mark.parametrize(
    "question",
    [
        "In para. 2, resolution 56/183 is cited: what for?",
        "What does paragraph 2 say about resolution 56/183?",
        "第2段和第56/183号决议",
        "Does paragraph 2 mention resolution 56/183?",
    ],
)
def test_a_document_that_is_spoken_of_takes_no_reference_away(bundled, question):
    assert [p.number for p in find_reference(question, bundled).paragraphs] == ["2"]
