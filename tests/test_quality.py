"""What is promised of answers, asserted with the real model on the gold questions."""

PLAIN = {"fact", "numeric", "list", "keyword", "typo"}


def plain_chinese(card):
    return [
        one
        for one in card.asked
        if one.manner == "single" and one.question.language == "zh" and one.question.kind in PLAIN
    ]


def share(values):
    known = [value for value in values if value is not None]
    return sum(known) / len(known)


def test_plain_chinese_questions_are_answered_by_a_right_paragraph(real_scorecard):
    plain = plain_chinese(real_scorecard)
    assert share(one.is_right for one in plain) >= 0.85
    assert share(one.is_first_right for one in plain) >= 0.75


def test_what_is_cited_belongs_to_the_answer(real_scorecard):
    assert share(one.precision for one in plain_chinese(real_scorecard)) >= 0.7


def test_every_paragraph_and_section_asked_for_is_quoted_in_every_language(real_scorecard):
    lookups = [one for one in real_scorecard.asked if one.question.kind in ("lookup", "section")]
    assert lookups
    for one in lookups:
        cited = [{citation.paragraph.ordinal} for citation in one.answer.citations]
        assert cited == [*one.gold], one.question.text


def test_questions_off_the_topic_are_refused(real_scorecard):
    off_topic = [one for one in real_scorecard.asked if one.is_off_topic]
    assert off_topic
    assert not [one.question.text for one in off_topic if one.is_answered]


def test_every_quote_is_an_exact_span_of_its_paragraph(real_scorecard):
    for one in real_scorecard.asked:
        for citation in (*one.answer.citations, *one.answer.nearest):
            text = citation.paragraph.text
            assert text[citation.start : citation.end] == citation.quote
