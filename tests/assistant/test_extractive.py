from assistant.composers.extractive import compose, nearest
from assistant.expecting import Expectation
from corpus.model import Item, Paragraph
from index.model import Hit, Passage
from index.sought import Form, Sought

LIST = "Present were:\n3,300 delegates\n87 organizations"
WEIGHTS = {"bureau": 2.0, "member": 2.0, "tuni": 1.0}


def hit(text, score, ordinal=1, items=()):
    paragraph = Paragraph("r", ordinal, str(ordinal), "body", text, f"p{ordinal}", items)
    return Hit(paragraph, score, Passage(paragraph, 0, len(text)))


def sought(weights):
    return Sought({term: (Form((term,)),) for term in weights}, weights, "en")


def quotes(hits, weights=WEIGHTS):
    return [citation.quote for citation in compose(hits, sought(weights))]


def test_the_sentence_that_covers_most_is_quoted():
    assert quotes([hit("Nothing here. The Bureau has thirty members. It is warm.", 1.0)]) == [
        "The Bureau has thirty members."
    ]


def test_a_second_paragraph_is_cited_only_for_what_the_first_lacks():
    first = hit("The Bureau has thirty members.", 1.0)
    same = hit("Its Bureau of members.", 0.85, 2)
    news = hit("It meets in Tunis.", 0.8, 3)
    assert quotes([first, same, news]) == ["The Bureau has thirty members.", "It meets in Tunis."]


def test_an_equal_is_cited_too_for_nobody_can_tell_which_is_meant():
    first = hit("The Bureau has thirty members.", 1.0)
    equal = hit("The Bureau has new members.", 0.95, 2)
    assert len(quotes([first, equal])) == 2


def test_where_several_things_are_asked_for_what_is_about_as_strong_is_cited():
    hits = [hit("The Bureau has thirty members.", 1.0), hit("Another Bureau, new members.", 0.8, 2)]
    several = compose(hits, sought(WEIGHTS), Expectation(several=True))
    assert len(several) == 2
    assert len(compose(hits, sought(WEIGHTS))) == 1


def test_a_sentence_that_holds_what_is_asked_for_goes_before_one_that_does_not():
    found = hit("The Bureau met in Tunis. The Bureau met in 2004.", 1.0)
    weights = {"bureau": 1.0, "met": 1.0}
    (when,) = compose([found], sought(weights), Expectation("time"))
    assert when.quote == "The Bureau met in 2004."


def test_a_paragraph_far_below_the_best_is_left_out():
    hits = [hit("The Bureau has thirty members.", 1.0), hit("It meets in Tunis.", 0.3, 2)]
    assert quotes(hits) == ["The Bureau has thirty members."]


def test_a_sentence_that_leads_into_a_list_brings_the_list():
    items = tuple(
        Item(label, LIST.index(line), LIST.index(line) + len(line))
        for label, line in zip("ab", LIST.splitlines()[1:], strict=True)
    )
    assert quotes([hit(LIST, 1.0, items=items)], {"present": 1.0}) == [LIST]
    citation, *_ = compose([hit(LIST, 1.0, items=items)], sought({"87": 1.0}))
    assert (citation.quote, citation.item) == ("87 organizations", "b")


def test_neighbouring_sentences_are_one_quote():
    text = "The Bureau has members. It is in Tunis. Other things."
    weights = {"bureau": 1.0, "tuni": 1.0}
    assert quotes([hit(text, 1.0)], weights) == ["The Bureau has members. It is in Tunis."]


def test_the_nearest_are_one_sentence_of_each_paragraph():
    near = nearest([hit("One. The Bureau.", 1.0), hit("Two.", 0.5, 2)], sought(WEIGHTS))
    assert [(citation.marker, citation.quote) for citation in near] == [
        (1, "The Bureau."),
        (2, "Two."),
    ]


def test_beside_a_paragraph_with_a_number_no_summary_is_cited():
    first = hit("The Bureau has thirty members.", 1.0)
    paragraph = Paragraph("r", 2, "", "summary", "The Bureau has new members.", "s")
    summary = Hit(paragraph, 0.95, Passage(paragraph, 0, len(paragraph.text)))
    assert len(compose([first, summary], sought(WEIGHTS))) == 1
    assert len(compose([summary, first], sought(WEIGHTS))) == 2
