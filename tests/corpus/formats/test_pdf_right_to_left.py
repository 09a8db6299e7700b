"""Lines as PDFium gives them, with the places that their letters were drawn at."""

from corpus.formats.pdf.right_to_left import Letter, in_order


def drawn(*letters: tuple[str, float, float]) -> list[Letter]:
    return [Letter(*letter, place) for place, letter in enumerate(letters)]


def texts(letters: list[Letter]) -> list[str]:
    return [text for text, _ in in_order(letters, 10.0, 10.0)]


def test_letters_are_read_from_the_right_and_gaps_part_words() -> None:
    assert texts(drawn(("ب", 90, 95), ("ا", 85, 90), ("م", 78, 82))) == ["با م"]


def test_a_full_stop_goes_back_to_where_it_is_drawn() -> None:
    assert texts(drawn(("ب", 90, 95), ("ا", 80, 85), (".", 87, 90))) == ["ب. ا"]


def test_numbers_and_latin_words_are_read_from_the_left() -> None:
    digits = drawn(("م", 90, 95), ("2", 70, 75), ("0", 75, 80), ("5", 80, 85))
    assert texts(digits) == ["م 205"]


def test_the_letters_of_a_ligature_are_exchanged_back() -> None:
    assert texts(drawn(("س", 90, 95), ("ا", 84, 90), ("ل", 84, 90), ("م", 80, 84))) == ["سلام"]


def test_a_sign_goes_back_to_the_letter_that_it_is_on() -> None:
    assert texts(drawn(("ك", 90, 95), ("ل", 85, 90), ("ّ", 91, 93))) == ["كّل"]


def test_a_wide_gap_parts_the_line() -> None:
    assert texts(drawn(("ب", 90, 95), ("م", 20, 25))) == ["ب", "م"]


def test_brackets_are_read_as_they_open_and_close() -> None:
    letters = [("م", 90, 95), (")", 80, 83), ("أ", 75, 80), ("(", 72, 75), ("و", 62, 66)]
    assert texts(drawn(*letters)) == ["م (أ) و"]
