import pytest

from corpus.headings import Depths, heading_marks, is_summary_label, is_title, number_and_title


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("一、背景", "一、", "背景"),
        ("十二. 结论", "十二.", "结论"),
        ("A. Title", "A.", "Title"),
        ("IV. Title", "IV.", "Title"),
        ("第一章 总则", "第一章", "总则"),
        ("Chapter II: Rights", "Chapter II", "Rights"),
        ("Annex I", "Annex I", ""),
        ("附件", "附件", ""),
        ("Titre préliminaire : De l'eau", "Titre préliminaire", "De l'eau"),
        ("TITRE Ier", "TITRE Ier", ""),
        ("CAPO II Le acque", "CAPO II", "Le acque"),
        ("الباب الثاني: الماء", "الباب الثاني", "الماء"),
        ("ثالثاً - الماء", "ثالثاً -", "الماء"),
        ("باء - الجليد", "باء -", "الجليد"),
        ("الباب مفتوح للجميع", "", "الباب مفتوح للجميع"),
        ("结论", "", "结论"),
        ("A committee met", "", "A committee met"),
        ("I think so", "", "I think so"),
        ("U.S. policy", "", "U.S. policy"),
    ],
)
def test_a_heading_is_parted_into_number_and_title(line: str, number: str, title: str) -> None:
    assert number_and_title(line) == (number, title)


def levels(*lines: str) -> list[int]:
    depths = Depths()
    return [depths.enter(heading_marks(line))[1] for line in lines]


def test_letters_restart_below_each_section() -> None:
    assert levels("四.", "A.", "B.", "五.", "A.", "B.", "六.") == [1, 2, 2, 1, 2, 2, 1]


def test_i_is_a_letter_after_h_and_a_numeral_before_ii() -> None:
    assert levels("I. One", "A. One", "B. Two", "II. Two") == [1, 2, 2, 1]
    assert levels("G. x", "H. x", "I. x", "J. x") == [1, 1, 1, 1]


def test_an_annex_closes_everything() -> None:
    assert levels("I. One", "A. One", "Annex", "A. One") == [1, 2, 1, 2]


def test_an_unnumbered_heading_stands_below_the_numbered_one() -> None:
    depths = Depths()
    depths.enter(heading_marks("I. One"))
    assert [depths.enter_unnumbered(), depths.enter_unnumbered()] == [2, 2]


@pytest.mark.parametrize(
    "line", ["摘要", "摘 要", "Summary", "Executive summary:", "Résumé", "ملخص"]
)
def test_a_summarys_label_is_known(line: str) -> None:
    assert is_summary_label(line)


@pytest.mark.parametrize("line", ["It was adopted.", "包括：", "第一；", "x" * 201, "信" * 101, ""])
def test_sentences_clauses_and_long_lines_are_no_titles(line: str) -> None:
    assert not is_title(line)
