import pytest

from index.spelling import names, neighbours


@pytest.mark.parametrize(
    ("written", "meant"),
    [("workshp", "workshop"), ("committtee", "committee"), ("reunoin", "reunion"),
     ("оргнизация", "организация"), ("اجتماغ", "اجتماع")],
)  # fmt: skip
def test_a_letter_left_out_added_changed_or_moved_is_a_neighbour(written, meant):
    assert meant in neighbours(written)


@pytest.mark.parametrize("word", ["", "wich", "56183", "会议会议会"])
def test_short_words_figures_and_chinese_have_no_neighbours(word):
    assert neighbours(word) == ()


def test_a_capitalised_word_within_a_sentence_is_a_name():
    assert names("Where did Annan speak, and who is Mr Ban?") == {"annan", "mr", "ban"}
    assert names("Организация провела семинар") == frozenset()
