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
        ("有多少人参加？", "people"),
        ("How many people came?", "people"),
        ("Сколько человек там работает?", "people"),
        ("What share of the budget was spent?", "share"),
        ("¿Qué porcentaje de la población vota?", "share"),
        ("农村人口的比例是多少？", "share"),
        ("Which ministers signed?", "names"),
        ("工作组的成员有哪些人？", "names"),
        ("Qui sont les membres du comité ?", "names"),
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
        ("How many people came?", "It held two meetings in 3 days.", False),
        ("How many people came?", "There were 30 elected members.", True),
        ("多少人参加？", "委员会举行过两次会议。", False),
        ("有几种语言？", "这是一个共同的愿景。", False),
        ("What share of them vote?", "In 2004, 30 of them voted.", False),
        ("What share of them vote?", "About 30 per cent of them.", True),
        ("Which ministers signed?", "The ministers of forty states signed it.", False),
        ("Which ministers signed?", "It was signed by Mr. Samba and Mrs. Okoye.", True),
        ("Which ministers signed?", "It was signed by Jane Okoye.", True),
        ("委员会成员有哪些人？", "委员会由各国政府派遣的专家组成。", False),
        ("委员会成员有哪些人？", "成员为：王强、李小明和约翰·史密斯。", True),
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
