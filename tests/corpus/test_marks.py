import pytest

from corpus.marks import mark_of


@pytest.mark.parametrize(
    ("line", "printed", "value", "rest"),
    [
        ("1．", "1", 1, ""),
        ("10.", "10", 10, ""),
        ("30．第一阶段会议", "30", 30, "第一阶段会议"),
        ("10. 又敦促", "10", 10, "又敦促"),
        ("1. Text", "1", 1, "Text"),
        ("1.Text", "1", 1, "Text"),
        ("1、信息", "1", 1, "信息"),
        ("(1) Text", "1", 1, "Text"),
        ("（12）信息", "12", 12, "信息"),
        ("1) Text", "1", 1, "Text"),
        ("[1] Text", "1", 1, "Text"),
        ("¶ 1 Text", "1", 1, "Text"),
        ("§ 1 Text", "§ 1", 1, "Text"),
        ("第1条 本法", "第1条", 1, "本法"),
        ("第二十六条　本法", "第二十六条", 26, "本法"),
        ("Article 1", "Article 1", 1, ""),
        ("Article 12. Scope", "Article 12", 12, "Scope"),
        ("Статья 7. Право", "Статья 7", 7, "Право"),
        ("٣. النص", "٣", 3, "النص"),
    ],
)
def test_a_number_form_is_understood(line: str, printed: str, value: int, rest: str) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert (mark.printed, mark.value, line[mark.end :].strip()) == (printed, value, rest)


@pytest.mark.parametrize(
    "line",
    [
        "3.5 per cent",
        "1998年成立",
        "2004年3月2日",
        "11 000多名代表",
        "第26段所述",
        "第三条规定的情形除外",
        "12.5%",
        "26 above",
        "56/183",
        "1.2.3",
        "12345. Text",
        "§§ 3-5",
        "2.com",
    ],
)
def test_what_only_looks_like_a_number_is_none(line: str) -> None:
    assert mark_of(line) is None
