import pytest

from assistant.expecting import NOTHING_EXPECTED, expectation


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("会议是什么时候开的？", "time"),
        ("When did the committee meet?", "time"),
        ("Quand le comité s'est-il réuni ?", "time"),
        ("¿Cuándo se reunió el comité?", "time"),
        ("Когда собрался комитет?", "time"),
        ("متى اجتمعت اللجنة؟", "time"),
        ("一共花了多少钱？", "money"),
        ("How much did the meeting cost?", "money"),
        ("Combien la réunion a-t-elle coûté ?", "money"),
        ("Сколько стоила встреча?", "money"),
        ("有几个国家参加？", "number"),
        ("How many countries took part?", "number"),
        ("¿Cuántos países participaron?", "number"),
        ("كم دولة شاركت؟", "number"),
        ("谁主持了会议？", ""),
        ("What happened when the lights went out?", ""),
        ("Что случилось, когда погас свет?", ""),
    ],
)
def test_what_is_asked_for_is_told_in_each_language(question, kind):
    assert expectation(question).kind == kind


@pytest.mark.parametrize(
    ("question", "text", "is_met"),
    [
        ("When did it meet?", "It met in 2004.", True),
        ("When did it meet?", "It met on 5 May.", True),
        ("When did it meet?", "It met in Tunis, with 30 members.", False),
        ("什么时候开的？", "会议于二月举行。", True),
        ("How many took part?", "Thirty-one took part, a dozen by telephone.", True),
        ("How many took part?", "It met on 5 May 2004, by resolution 56/183.", False),
        ("多少人参加？", "第三次会议于2004年5月3日举行。", False),
        ("多少人参加？", "有十三位部长参加。", True),
        ("How much did it cost?", "It cost 3 million.", True),
        ("How much did it cost?", "In 2004 thirty members met.", False),
        ("花了多少钱？", "经费为300万美元。", True),
    ],
)
def test_a_text_holds_what_is_asked_for_or_does_not(question, text, is_met):
    assert expectation(question).is_met_by(text) is is_met


def test_nothing_recognisable_expects_nothing():
    assert expectation("Who chaired it?") == NOTHING_EXPECTED
    assert NOTHING_EXPECTED.is_met_by("In 2004.") is None


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("举行了哪些会议？", True),
        ("两次会议有什么不同？", True),
        ("Which meetings were held?", True),
        ("List the members.", True),
        ("Quelles réunions ont eu lieu ?", True),
        ("¿Cuáles fueron las reuniones?", True),
        ("Какие встречи прошли?", True),
        ("Which country was the host?", False),
        ("What does the fund pay for?", False),
        ("谁主持了会议？", False),
    ],
)
def test_several_things_asked_for_are_noticed(question, several):
    assert expectation(question).several is several
