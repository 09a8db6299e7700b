import pytest

from assistant.parting import parts


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("委员会哪年成立，开过哪些会？", ("委员会哪年成立", "开过哪些会？")),
        ("钱从哪儿来？谁付的？", ("钱从哪儿来？", "谁付的？")),
        ("Who chaired it and when did it meet?", ("Who chaired it", "when did it meet?")),
        ("Qui a présidé, et quand ?", ("Qui a présidé", "quand ?")),
        ("¿Quién presidió y cuándo fue?", ("¿Quién presidió", "cuándo fue?")),
        ("Кто был главой и когда это было?", ("Кто был главой", "когда это было?")),
        ("ما هي اللجنة وكم عدد أعضائها؟", ("ما هي اللجنة", "وكم عدد أعضائها؟")),
    ],
)  # fmt: skip
def test_a_question_that_asks_twice_is_taken_apart(question, found):
    assert parts(question) == found


@pytest.mark.parametrize(
    "question",
    [
        "在2004年，谁主持了会议？",
        "Which bodies prepare and hold the meeting?",
        "What do the fund and the council do?",
        "In 2004, who chaired the meeting?",
        "谁主持了会议？请说明。",
        "信息社会",
        "When and where was it held?",
        "¿Cuándo y en qué ciudad se celebró?",
        "Какого числа и в каком городе оно прошло?",
        "How many people, and from which countries, came?",
        "متى وأين عقدت؟",
        "",
    ],
)
def test_a_question_that_asks_once_is_left_whole(question):
    assert parts(question) == (question,)


def test_a_question_of_very_many_parts_is_left_whole():
    question = "谁？" * 5
    assert parts(question) == (question,)
