from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.formats import pdf
from corpus.formats.pdf import blocks, reading
from corpus.model import Block

PdfOf = Callable[..., Path]
LEADING = 12.0
FULL = "All of this line is filled with words so that it reaches as far as the margin does on"


def texts(path: Path) -> list[str]:
    return [block.text for block in blocks(path)]


def column(x: float, top: float, *lines: str, size: float = 10.0) -> list[tuple[float, ...]]:
    return [(x, top - LEADING * place, line, size) for place, line in enumerate(lines)]  # type: ignore[misc]


def body(*paragraphs: str, top: float = 700.0) -> list[tuple[float, ...]]:
    """Numbered paragraphs of three lines, parted by a gap."""
    drawn = []
    for paragraph in paragraphs:
        drawn += column(100, top, f"{paragraph} {FULL}", f"{FULL} it", "and ends here.")
        top -= LEADING * 4.5
    return drawn


def test_lines_are_joined_to_paragraphs_each_with_its_page(pdf_of: PdfOf) -> None:
    found = list(blocks(pdf_of(body("1.", "2."), body("3."))))
    assert [(block.text[:6], block.text[-9:], block.page) for block in found] == [
        ("1. All", "nds here.", 1),
        ("2. All", "nds here.", 1),
        ("3. All", "nds here.", 2),
    ]
    assert not any("\n" in block.text for block in found)


def test_a_paragraph_goes_on_overleaf(pdf_of: PdfOf) -> None:
    first = [*body("1."), *column(100, 640, f"2. {FULL}", FULL)]
    second = [*column(100, 700, "and this is where it ends.")]
    assert texts(pdf_of(first, second))[-1].endswith(
        "as the margin does on and this is where it ends."
    )


def test_running_heads_feet_and_page_numbers_are_dropped(pdf_of: PdfOf) -> None:
    pages = [
        [(60, 800, "A/80/81"), *body(f"{number}."), (60, 30, "25-06745"), (500, 30, f"{number}/9")]
        for number in (1, 2, 3)
    ]
    found = " ".join(texts(pdf_of(*pages)))
    assert found.count("A/80/81") == 1  # the first page's tells what the document is
    assert "25-06745" not in found
    assert "/9" not in found


def test_an_articles_number_that_begins_pages_is_no_running_head(pdf_of: PdfOf) -> None:
    pages = [[(100, 800, f"Article {number}"), *body("(1)")] for number in (5, 11, 12)]
    assert [text for text in texts(pdf_of(*pages)) if text.startswith("Article")] == [
        "Article 5",
        "Article 11",
        "Article 12",
    ]


def test_a_footnote_follows_what_calls_for_it_and_its_mark_leaves_the_text(pdf_of: PdfOf) -> None:
    call = [
        (100, 700, f"1. {FULL}"),
        (100, 688, "the end of this sentence."),
        (201, 692, "7", 6),
        *column(100, 650, f"2. {FULL}", f"{FULL} it", "and ends here."),
        (100, 100, "7", 6),
        (106, 97, "See the annex to the report.", 8),
    ]
    found = list(blocks(pdf_of(call)))
    assert [(block.role, block.number) for block in found] == [
        ("body", ""),
        ("footnote", "7"),
        ("body", ""),
    ]
    assert found[0].text.endswith("the end of this sentence.")
    assert found[1].text == "See the annex to the report."


def test_a_raised_number_without_a_note_stays_raised(pdf_of: PdfOf) -> None:
    line = [
        (100, 700, "There were 10"),
        (155.5, 704, "6", 6),
        (162, 700, "of them in the country."),
    ]
    assert (
        texts(pdf_of([*line, *body("1.", top=600)]))[0] == "There were 10⁶ of them in the country."
    )


@pytest.mark.parametrize(
    ("known", "broken", "joined"),
    [
        ("the development of it", ("develop-", "ment"), "development"),
        ("after the post-pandemic world", ("post-", "pandemic"), "post-pandemic"),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_unless_it_is_the_words_own(
    pdf_of: PdfOf, known: str, broken: tuple[str, str], joined: str
) -> None:
    lines = column(100, 700, f"1. {known} and {FULL[:50]} {broken[0]}", f"{broken[1]} was seen.")
    assert f" {joined} was seen." in texts(pdf_of(lines))[0]


def test_two_columns_are_read_one_after_the_other(pdf_of: PdfOf) -> None:
    half = "About half the width is what this line"
    left = column(60, 700, f"1. {half}", *[half] * 5, "ends.")
    right = column(310, 700, f"2. {half}", *[half] * 5, "ends too.")
    across = [
        (60, 740, "A heading that runs across both of the columns below it, from side to side")
    ]
    found = texts(pdf_of([*across, *left, *right]))
    assert [text[:9] for text in found] == ["A heading", "1. About ", "2. About "]
    assert found[1].endswith("ends.")


def test_numbers_in_the_margin_are_their_paragraphs(pdf_of: PdfOf) -> None:
    drawn = []
    for number in range(1, 5):
        top = 750 - 60 * number
        drawn += [(60, top, str(number)), *column(100, top, FULL, FULL, "and ends here.")]
    found = list(blocks(pdf_of(drawn)))
    assert [block.number for block in found] == ["1", "2", "3", "4"]
    assert all(block.text.startswith("All of this") for block in found)


def test_numbers_of_lines_are_dropped(pdf_of: PdfOf) -> None:
    drawn: list[tuple[float, ...]] = list(column(100, 750, *[FULL] * 25))
    drawn += [(60, 750 - LEADING * (n - 1), str(n)) for n in (5, 10, 15, 20, 25)]  # type: ignore[misc]
    found = list(blocks(pdf_of(drawn)))
    assert not any(block.number for block in found)
    assert not any(character.isdigit() for block in found for character in block.text)


def test_a_table_gives_its_rows(pdf_of: PdfOf) -> None:
    rows = [
        (x, 500 - 14 * row, f"{name} {row}")
        for row in range(4)
        for x, name in ((100, "Year"), (250, "Sum"), (400, "Share"))
    ]
    found = [block for block in blocks(pdf_of([*body("1."), *rows])) if block.role == "table"]
    assert [block.text for block in found][:2] == [
        "Year 0 | Sum 0 | Share 0",
        "Year 1 | Sum 1 | Share 1",
    ]


def test_bold_lines_are_headings_and_the_largest_on_the_cover_is_the_title(pdf_of: PdfOf) -> None:
    cover = [(100, 600, "Progress towards the Goals", 16, True), (100, 560, "29 April 2025")]
    inside = [(100, 740, "Target 1.1", 10, True), *body("1.")]
    found = list(blocks(pdf_of(cover, inside)))
    assert Block("Progress towards the Goals", "heading", level=1, page=1) in found
    assert Block("Target 1.1", "heading", page=2) in found


def test_what_a_scanner_saw_of_the_page_beside_is_dropped(pdf_of: PdfOf) -> None:
    beside = [(5, 688, "and"), (5, 676, "t."), (570, 640, "11")]
    found = texts(pdf_of([*body("1.", "2.", "3."), *beside], hidden=True))
    assert [text[:6] for text in found] == ["1. All", "2. All", "3. All"]


def test_a_scan_without_text_is_sent_to_ocr(pdf_of: PdfOf) -> None:
    with pytest.raises(UnreadableFileError, match=r"no text layer.*OCRmyPDF"):
        texts(pdf_of([], [], []))


def test_a_protected_file_says_so(pdf_of: PdfOf) -> None:
    lock = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32
        + "> >> /ID [<00><00>]"
    )  # fmt: skip
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        texts(pdf_of(body("1."), trailer=lock))


def test_a_file_that_is_cut_off_is_refused(pdf_of: PdfOf) -> None:
    path = pdf_of(body("1."), body("2."))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(UnreadableFileError, match="cut off"):
        texts(path)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sample.pdf"
    path.write_bytes(b"%PDF-1.4\n" + b"nothing of sense " * 40 + b"\n%%EOF\n")
    with pytest.raises(UnreadableFileError, match="damaged"):
        texts(path)


def test_too_many_pages_are_refused_by_their_number(
    pdf_of: PdfOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_PAGES", 2)
    with pytest.raises(UnreadableFileError, match="3 pages; at most 2"):
        texts(pdf_of(body("1."), body("2."), body("3.")))


def test_its_parser_runs_apart() -> None:
    assert pdf.ISOLATED


def test_a_line_of_the_text_that_happens_to_be_repeated_stays(pdf_of: PdfOf) -> None:
    pages = [
        column(100, 740, f"{name} said so: {FULL}", f"and {name}: {FULL}", f"and {name} ended.")
        for name in ("Ann", "Bob", "Cy", "Dan", "Eve", "Fay")
    ]
    for page in (pages[2], pages[4]):
        page[0] = (100, 740, f"(as amended on 14 March 2020) {FULL}")
    assert sum(text.startswith("(as amended") for text in texts(pdf_of(*pages))) == 2


def test_a_heading_at_a_pages_top_ends_a_paragraph_that_breaks_off(pdf_of: PdfOf) -> None:
    first = [*body("1."), *column(100, 640, f"2. {FULL}", FULL)]
    second = [(250, 740, "Article 112", 10, True), *body("1.", top=720)]
    assert "Article 112" in texts(pdf_of(first, second))


def test_a_heading_may_be_only_italic(pdf_of: PdfOf) -> None:
    page = [*body("1."), (100, 640, "National circumstances", 10, "italic"), *body("2.", top=620)]
    found = list(blocks(pdf_of(page)))
    assert [(block.role, block.text[:8]) for block in found] == [
        ("body", "1. All o"),
        ("heading", "National"),
        ("body", "2. All o"),
    ]


def test_an_italic_word_begins_a_paragraph_and_no_heading(pdf_of: PdfOf) -> None:
    word = [(100, 640, "Recalling", 10, "italic"), (145, 640, "the report of the committee")]
    found = list(blocks(pdf_of([*body("1."), *word])))
    assert [block.role for block in found] == ["body", "body"]


def test_a_sentence_that_two_pages_begin_with_is_kept(pdf_of: PdfOf) -> None:
    pages = [[*body("1.", top=690), (100, 770, "This ends a sentence.")] for _ in range(2)]
    pages += [body("2."), body("3."), body("4.")]
    found = " ".join(texts(pdf_of(*pages)))
    assert found.count("This ends a sentence.") == 2


def test_a_turned_page_is_read_line_by_line(pdf_of: PdfOf) -> None:
    lines = [(100 + 14 * line, 60, f"Row {line} of the table.") for line in range(5)]
    found = " ".join(texts(pdf_of(lines, matrix="0 1 -1 0")))
    assert found == " ".join(f"Row {line} of the table." for line in range(5))


def test_a_notes_mark_may_stand_close_to_its_words(pdf_of: PdfOf) -> None:
    page = [*body("1.", "2."), (100, 90, "12See the annex.", 8), (100, 80, "Of the report.", 8)]
    found = [block for block in blocks(pdf_of(page)) if block.role == "footnote"]
    assert [(block.number, block.text) for block in found] == [
        ("12", "See the annex. Of the report.")
    ]


def test_a_word_between_wide_gaps_is_no_mark_of_the_other_column(pdf_of: PdfOf) -> None:
    half = "About half the width is what this line"
    left = column(60, 700, f"1. {half}", *[half] * 5, "ends.")
    right = column(310, 700, f"2. {half}", *[half] * 5, "ends too.")
    apart = [(60, 688, "About half the"), (130, 688, "width is"), (178, 688, "of")]
    assert texts(pdf_of([*left[:1], *apart, *left[2:], *right]))[1].startswith("2. About half")
