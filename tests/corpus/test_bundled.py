from corpus.bundled import bundled_report


def test_the_bundled_report_has_its_metadata() -> None:
    report = bundled_report()
    assert report.id == "wsis-2004"
    assert report.title.startswith("国际电信联盟秘书长关于信息社会世界首脑会议")
    assert (report.date, report.language, report.symbol) == ("2004", "zh", "")
    assert {paragraph.report_id for paragraph in report.paragraphs} == {"wsis-2004"}


def test_its_source_is_no_path_of_a_machine() -> None:
    assert "/" not in bundled_report().source
