from training.alignment import align


def test_words_that_keep_turning_up_together_translate_each_other():
    pairs = [
        ("das haus".split(), "the house".split()),
        ("das buch".split(), "the book".split()),
        ("ein buch".split(), "a book".split()),
        ("ein haus".split(), "a house".split()),
    ]
    table = align(pairs)
    assert {word: found[0][0] for word, found in table.items()} == {
        "das": "the",
        "haus": "house",
        "buch": "book",
        "ein": "a",
    }


def test_chances_of_a_word_add_up_to_one_at_most():
    table = align([("a b".split(), "x y".split()), ("a".split(), "x".split())], least_seen=1)
    assert all(sum(chance for _, chance in found) <= 1 + 1e-9 for found in table.values())


def test_a_word_seen_too_seldom_is_left_out():
    assert align([("a".split(), "x".split())]) == {}
