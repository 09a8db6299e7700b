import pytest

from corpus.identity import identified


@pytest.mark.parametrize(
    ("title", "cover", "symbol"),
    [
        ("Water", ["United Nations  A/80/81-E/2025/62", "Distr.: General"], "A/80/81"),
        ("Water", ["A/RES/70/1"], "A/RES/70/1"),
        ("Water", ["CCPR/C/GC/34", "Human Rights Committee"], "CCPR/C/GC/34"),
        ("Water", ["A./47/435"], "A/47/435"),
        ("Water", ["Decision 4/CMA.1"], "4/CMA.1"),
        ("Water", ["Resolution 2231 (2015)"], "2231"),
        ("Water", ["S/RES/2231 (2015)", "Resolution 2231 (2015)"], "S/RES/2231 (2015)"),
        ("Вода", ["Организация Объединенных Наций   A/78/286"], "A/78/286"),
        ("Wasser", ["In der Rechtssache C-252/21"], "C-252/21"),
        ("Water", ["Neutral Citation Number: [2019] EWHC 12 (QB)"], "[2019] EWHC 12 (QB)"),
        ("Water", ["NCN: [2021] EWCA Crim 1412"], "[2021] EWCA Crim 1412"),
        ("Water", ["Easter Term", "[2021] UKSC 12", "On appeal from: [2019] CSIH 9"],
         "[2021] UKSC 12"),
        ("Water", ["2021 SCC 12"], "2021 SCC 12"),
        ("Water", ["ECLI:EU:C:2014:317"], "ECLI:EU:C:2014:317"),
        ("Water", ["CELEX: 32016R0679"], "32016R0679"),
        ("CASE OF A v. B", ["(Application no. 1206/03)"], "1206/03"),
        ("Water", ["In Case C-131/12,"], "C-131/12"),
        ("BUNDESGERICHTSHOF Beschluß vom 10.4.2018, VIII ZR 127/17", [], "VIII ZR 127/17"),
        ("Water", ["Aktenzeichen: 1 BvR 357/05"], "1 BvR 357/05"),
        ("REGULATION (EU) 2016/679 OF THE COUNCIL", ["of 27 April 2016"], "(EU) 2016/679"),
        ("Directive 2014/24/EU of the Parliament", [], "2014/24/EU"),
        ("关于水的意见", ["国发〔2031〕7号"], "国发〔2031〕7号"),
    ],
)  # fmt: skip
def test_a_documents_own_symbol_is_found(title: str, cover: list[str], symbol: str) -> None:
    assert identified(title, cover).symbol == symbol


@pytest.mark.parametrize(
    "line",
    [
        "In accordance with General Assembly resolution 70/1, the present report",
        "See A/59/50.",
        "* A/59/50",
        "the report of the Secretary-General (A/46/456)",
        "On appeal from: [2019] CSIH 9",
        "Recalling decision 1/CP.21, paragraphs 26, 28 and 31,",
        "as was said in [2001] EWCA Civ 5 at [12]",
        "amending Regulation (EC) No 300/2008",
        "and/or",
        "根据大会第57/238号决议",
    ],
)
def test_a_symbol_that_is_only_cited_is_not_the_documents_own(line: str) -> None:
    assert identified("A report on water", [line]).symbol == ""


@pytest.mark.parametrize(
    ("title", "cover", "closing", "date"),
    [
        ("Water", ["Distr.: General", "29 April 2025"], [], "2025-04-29"),
        (
            "Water",
            ["23 December 2024", "Resolution adopted by the Assembly on 19 December 2024"],
            [],
            "2024-12-19",
        ),
        ("Water", ["Heard on 8 February 2021", "23 April 2021"], [], "2021-04-23"),
        ("Water", ["4.5.2016", "of 27 April 2016"], [], "2016-04-27"),
        ("Constitution du 4 octobre 1958", [], [], "1958-10-04"),
        ("水法", ["2021年6月10日 第十三届全国人民代表大会通过"], [], "2021-06-10"),
        ("Water", ["In 2004 it rained on 3 May 2004 in the town"], [], ""),
        ("Water", [], ["Issued August 1997"], "1997-08"),
    ],
)
def test_a_documents_date_is_that_of_its_cover(
    title: str, cover: list[str], closing: list[str], date: str
) -> None:
    assert identified(title, cover, closing).date == date
