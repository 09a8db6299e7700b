import sqlite3
from pathlib import Path

from index.library import Library
from index.schema import APPLICATION_ID, MIGRATIONS


def test_a_library_of_the_first_layout_is_brought_forward(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with sqlite3.connect(path) as older:
        for statement in MIGRATIONS[0]:
            older.execute(statement)
        older.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        older.execute("PRAGMA user_version = 1")
        older.execute(
            "INSERT INTO reports VALUES (1, 'old', 'Old', '', '', 'en', '', 'd', '[]', ?, x'', '')",
            (
                '{"status":"complete","numbered":1,"gaps":[],"doubles":[],"doubted":[],'
                '"warnings":[]}',
            ),
        )
        older.execute(
            "INSERT INTO paragraphs VALUES (1, 1, '1', 'body', 'One.', 'p1', '[]', '[]', NULL)"
        )
    older.close()
    with Library(path) as library:
        report = library.report("old")
    assert [(p.number, p.series) for p in report.paragraphs] == [("1", "")]
    assert report.numbering.series == ()
