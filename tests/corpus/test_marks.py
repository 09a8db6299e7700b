import pytest

from corpus.marks import given_mark, mark_of


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
    assert (mark.printed, mark.value, line[mark.end :].strip()) == (printed, (value,), rest)


@pytest.mark.parametrize(
    ("line", "printed", "value", "rest"),
    [
        ("1.2 The text", "1.2", (1, 2), "The text"),
        ("1.2.3. The text", "1.2.3", (1, 2, 3), "The text"),
        ("1.1.1.(1) The text", "1.1.1.(1)", (1, 1, 1, 1), "The text"),
        ("2A. The text", "2A", (2, 1), "The text"),
        ("SEC. 12. SHORT TITLE", "SEC. 12", (12,), "SHORT TITLE"),
        ("Principle 3", "Principle 3", (3,), ""),
        ("Art 5a", "Art 5a", (5, 1), ""),
        ("Article D112-2. Texte", "Article D112-2", (18, 112, 2), "Texte"),
        ("Article L. 111-1", "Article L. 111-1", (12, 111, 1), ""),
        ("Art. L. 111-2-1. Texte", "Art. L. 111-2-1", (12, 111, 2, 1), "Texte"),
        ("Article A. 112-1 Texte", "Article A. 112-1", (19, 112, 1), "Texte"),
        ("Article 706-73-1", "Article 706-73-1", (706, 73, 1), ""),
        ("Article L. Texte", "Article L", (50,), "Texte"),
        ("D.1 The text", "D.1", (4, 1), "The text"),
        ("第一百一十一条之一　本法", "第一百一十一条之一", (111, 1), "本法"),
        ("١٢ - تحيط علما", "١٢", (12,), "تحيط علما"),
        ("12   The Court", "12", (12,), "The Court"),
        ("A.1.2 The text", "A.1.2", (1, 1, 2), "The text"),
        ("Article 34-1", "Article 34-1", (34, 1), ""),
        ("Article 12 bis. Texte", "Article 12 bis", (12, 1), "Texte"),
        ("§ 15a Text", "§ 15a", (15, 1), "Text"),
        ("§ 15 a Text", "§ 15 a", (15, 1), "Text"),
        ("§ 104A. Text", "§ 104A", (104, 1), "Text"),
        ("§ 360bbb. Text", "§ 360bbb", (360, 54), "Text"),
        ("§ 1396r–8. Text", "§ 1396r–8", (1396, 18, 8), "Text"),
        ("Art. 2-bis. Testo", "Art. 2-bis", (2, 1), "Testo"),
        ("１　本文", "１", (1,), "本文"),
        ("Статья 67¹", "Статья 67¹", (67, 1), ""),
        ("第十七条之一 本法", "第十七条之一", (17, 1), "本法"),
        ("第17条の2 本法", "第17条の2", (17, 2), "本法"),
        ("Article premier", "Article premier", (1,), ""),
        ("Article 1er. Texte", "Article 1er", (1,), "Texte"),
        ("Artículo 1º. Texto", "Artículo 1º", (1,), "Texto"),
        ("Artículo primero. Texto", "Artículo primero", (1,), "Texto"),
        ("Article IV. Scope", "Article IV", (4,), "Scope"),
        ("المادة ١ نص", "المادة ١", (1,), "نص"),
        ("المادة (3): نص", "المادة (3)", (3,), "نص"),
        ("المادة الأولى", "المادة الأولى", (1,), ""),
        ("المادة الحادية والأربعون", "المادة الحادية والأربعون", (41,), ""),
        ("المادة الثانية عشرة: نص", "المادة الثانية عشرة", (12,), "نص"),
    ],
)
def test_a_number_of_several_parts_or_in_words_is_understood(
    line: str, printed: str, value: tuple[int, ...], rest: str
) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert (mark.printed, mark.value, line[mark.end :].strip()) == (printed, value, rest)


@pytest.mark.parametrize(
    ("number", "family", "value"),
    [("26", "dot", (26,)), ("26.", "dot", (26,)), ("(3)", "paren", (3,)), ("2.1", "dot", (2, 1))],
)
def test_a_number_that_the_format_gives_may_be_bare(
    number: str, family: str, value: tuple[int, ...]
) -> None:
    mark = given_mark(number)
    assert mark is not None
    assert (mark.family, mark.value) == (family, value)


@pytest.mark.parametrize("number", ["•", "(a)", "–", "a.", ""])
def test_a_lists_sign_that_the_format_gives_is_no_number(number: str) -> None:
    assert given_mark(number) is None


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
        "3.5 % of it",
        "Article civil",
        "Articles 3 and 4",
    ],
)
def test_what_only_looks_like_a_number_is_none(line: str) -> None:
    assert mark_of(line) is None
