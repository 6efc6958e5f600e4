"""What outlets rest on: agencies, other outlets, institutes, shared passages; and what only looks like it."""

import pandas as pd
import pytest

from analysis import Results, Settings, analyse
from analysis.articles import Article
from analysis.columns import Col
from analysis.origins import find_origins
from analysis.origins.cited import publisher_name
from analysis.readers import Corpus
from analysis.summaries import origin_links
from analysis.tables import AGREEMENT, DOCUMENTS, ORIGINS, SENTENCES, STATEMENTS, TABLES
from dashboard.charts.origins import origin_diagram

LONG = (
    "The two ministers agreed on Friday to open a crossing for lorries near the village of Topli Do before the winter."
)
TWIN = LONG.replace("near the village", "close to the village")


def origins_of(*texts: str, publishers: tuple[str, ...] = (), dates: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """ORIGINS of articles of one sentence each."""
    documents = DOCUMENTS.frame(
        {
            Col.DOCUMENT_ID: f"d{i}", Col.TEXT: text, Col.PUBLISHER: publishers[i] if publishers else f"Outlet {i}",
            Col.PUBLISHED_ON: dates[i] if dates else "",
        }
        for i, text in enumerate(texts)
    )  # fmt: skip
    sentences = SENTENCES.frame(
        {Col.DOCUMENT_ID: f"d{i}", Col.SENTENCE_INDEX: 0, Col.START_CHAR: 0, Col.END_CHAR: len(text), Col.TEXT: text}
        for i, text in enumerate(texts)
    )
    return find_origins(documents, sentences, STATEMENTS.empty(), Settings()).to_dict("records")


def credited(text: str, kind: str) -> list[str]:
    return [row[Col.ORIGIN] for row in origins_of(text) if row[Col.KIND] == kind]


AGENCIES = [
    ("BERLIN (Reuters) - The talks ended.", ["Reuters"]),
    ("KYIV, Ukraine (City Desk/AP) - The talks ended.", ["Associated Press"]),
    ("The envoy told TASS that the talks had ended.", ["TASS"]),
    ("WAM reported that the talks had ended.", ["WAM"]),
    ("According to AFP, the talks ended.", ["Agence France-Presse"]),
    ("The envoy told the Russian state news agency TASS on Friday that they had ended.", ["TASS"]),
    # initials count only in capitals: the word is no agency
    ("The ant told the ape that the talks had ended.", []),
    # named, but not as the source
    ("Reporters gathered outside the Reuters building.", []),
]


@pytest.mark.parametrize(("text", "agencies"), AGENCIES)
def test_credits_to_agencies(text: str, agencies: list[str]) -> None:
    assert credited(text, "agency") == agencies


OUTLETS = [
    ("The Guardian reported that the talks had ended.", ["Guardian"]),
    ("The talks had ended, as first reported by the New York Times.", ["New York Times"]),
    ("The minister told Fox News that the talks had ended.", ["Fox News"]),
    ("In an interview with the BBC on Monday, the envoy said the talks had ended.", ["BBC"]),
    ("Speaking to the Spanish daily El País, the envoy said the talks had ended.", ["El País"]),
    ("The talks ended, the Times of Israel reported.", ["Times of Israel"]),
    ("The Wall Street Journal, citing officials, reported that the talks had ended.", ["Wall Street Journal"]),
    ("Iraqi media reported that the talks had ended.", ["Iraqi media"]),
    ("According to local media, the talks had ended.", ["Local media"]),
    # an outlet's name within another body's
    ("The Guardian Council said that the talks had ended.", []),
    ("According to the Guardian Council, the talks had ended.", []),
    # at the outlet, not from it
    ("Police stood outside the BBC's headquarters.", []),
    # a word that is also a name, without the article that makes it one
    ("Times reported in the race were the best of the year.", []),
    # the outlet speaks as a party to the story
    ("The BBC said in a statement that its reporter had been freed.", []),
    # acted on, not cited
    ("The minister criticised local media.", []),
]


@pytest.mark.parametrize(("text", "outlets"), OUTLETS)
def test_credits_to_other_outlets(text: str, outlets: list[str]) -> None:
    assert credited(text, "outlet") == outlets


def test_an_outlet_that_is_cited_and_the_one_that_cites_it_are_one_origin() -> None:
    """The cited outlet is none that a list has: its publisher's name is enough."""
    found = origins_of(
        "A bridge fell.", "The Topli Courier reported that a bridge fell.",
        publishers=("The Topli Courier (Serbia)", "Evening Bell"),
    )  # fmt: skip
    assert [(row[Col.ORIGIN], row[Col.DOCUMENT_ID], row[Col.RULE_ID]) for row in found] == [
        ("Topli Courier", "d0", "origins.own"),
        ("Topli Courier", "d1", "origins.cited"),
    ]


def test_an_outlet_that_nobody_else_cites_rests_on_nothing() -> None:
    """`told the Courier` in the Courier is its own report."""
    publishers = ("The Topli Courier (Serbia)", "Evening Bell")
    assert origins_of("The mayor told the Topli Courier that it fell.", "A bridge fell.", publishers=publishers) == []


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("The Herald (Zimbabwe)", "Herald"),
        ("Khaleej Times, text by WAM (United Arab Emirates)", "Khaleej Times"),
        ("Bloomberg via Yahoo News (US)", "Bloomberg"),
        ("RT", "RT"),
    ],
)
def test_an_outlet_is_cited_by_its_bare_name(publisher: str, name: str) -> None:
    assert publisher_name(publisher) == name


def test_a_credit_in_the_publishers_line_covers_the_article() -> None:
    (row,) = origins_of("The talks ended.", publishers=("The Gazette, text by AP",))
    assert (row[Col.ORIGIN], row[Col.START_CHAR], row[Col.END_CHAR]) == ("Associated Press", 0, len("The talks ended."))
    (row,) = origins_of("The talks ended.", publishers=("Evening Bell (US; AP)",))
    assert row[Col.ORIGIN] == "Associated Press"
    # who carries an outlet's text is no origin of it
    assert origins_of("The talks ended.", publishers=("Topli Courier via Yahoo News",)) == []


def test_almost_the_same_words_are_a_shared_passage() -> None:
    other = "Something quite different was told by the third of the outlets on that same Friday."
    found = origins_of(LONG, TWIN, other)
    assert [(row[Col.KIND], row[Col.DOCUMENT_ID]) for row in found] == [("shared text", "d0"), ("shared text", "d1")]
    assert len({row[Col.ORIGIN_ID] for row in found}) == 1


def test_words_that_one_outlet_repeats_are_its_own() -> None:
    assert origins_of(LONG, TWIN, publishers=("Evening Bell", "Evening Bell")) == []


@pytest.mark.parametrize(
    ("dates", "name", "order"),
    [
        (("2024-05-02", "2024-05-01"), "text first in Outlet 1 (2024-05-01), also in Outlet 0", "(earlier)"),
        (("2024-05-01", "2024-05-02"), "text first in Outlet 0 (2024-05-01), also in Outlet 1", "(later)"),
        (("2024-05-01", "2024-05-01"), "text shared by Outlet 0 and Outlet 1", "(the same day)"),
        # one date alone puts nothing in order
        (("", "2024-05-01"), "text shared by Outlet 0 and Outlet 1", "(which was first is not known)"),
    ],
)
def test_shared_text_is_called_by_who_published_it_first(dates: tuple[str, str], name: str, order: str) -> None:
    found = origins_of(LONG, TWIN, dates=dates)
    assert {row[Col.ORIGIN] for row in found} == {name}
    assert found[0][Col.REASON].endswith(order)


RUNS = [
    # one telling phrase in two sentences that otherwise differ
    (
        "The envoy conceded that dredging crews had quietly widened the channel, which nobody had expected.",
        "Reporters asked why dredging crews had quietly widened the channel at night.",
        "dredging crews had quietly widened the channel",
    ),
    # a title and names, however many words
    (
        "He will meet with the South Korean President Moon Jae-in of the Democratic Party on Monday.",
        "Sanctions, trade and two prisoners will be raised with the South Korean President Moon Jae-in by him.",
        "",
    ),
    # a stock phrase
    (
        "The bank, at first, did not immediately respond to a request for comment.",
        "Asked by us, the mayor of Topli Do did not immediately respond to a request for comment.",
        "",
    ),
    # a turn of phrase of common words
    ("It was one of the first of the two that he had made to the city.", "This is one of the first of the two.", ""),
]


@pytest.mark.parametrize(("one", "other", "shared"), RUNS)
def test_a_run_of_rare_words_is_shared_text(one: str, other: str, shared: str) -> None:
    found = origins_of(one, other)
    assert [row[Col.EVIDENCE] for row in found] == ([shared, shared] if shared else [])
    assert all(one[row[Col.START_CHAR] : row[Col.END_CHAR]] == shared for row in found if row[Col.DOCUMENT_ID] == "d0")


FIRSTS = [
    (("2024-05-01", "2024-05-02", "2024-05-03"), [True, False, False], "first: Outlet 0, 2024-05-01"),
    # the first two on one day
    (("2024-05-01", "2024-05-01", "2024-05-03"), [False, False, False], ""),
    # one undated: the first of the others
    (("2024-05-02", "2024-05-01", ""), [True, False, None], "first of those dated: Outlet 1, 2024-05-01"),
    # one date alone puts nothing in order
    (("2024-05-02", "", ""), [False, None, None], ""),
]


@pytest.mark.parametrize(("dates", "is_first", "shown"), FIRSTS)
def test_an_origin_shows_who_published_first(dates: tuple[str, ...], is_first: list[bool | None], shown: str) -> None:
    texts = ["According to AFP, the talks ended."] * 3
    tables = {table.name: table.empty() for table in TABLES}
    tables[DOCUMENTS.name] = DOCUMENTS.frame(
        {Col.DOCUMENT_ID: f"d{i}", Col.PUBLISHER: f"Outlet {i}", Col.PUBLISHED_ON: date, Col.TEXT: texts[i]}
        for i, date in enumerate(dates)
    )
    rows = [row for row in origins_of(*texts) if row[Col.KIND] == "agency"]
    tables[ORIGINS.name] = ORIGINS.frame(rows)
    links = origin_links(Results(tables, Settings()))
    assert [None if pd.isna(value) else bool(value) for value in links["is_first"]] == is_first
    texts_shown = [text for trace in origin_diagram(links, list(links["publisher"])).data for text in trace.text or ()]
    assert any(shown in text for text in texts_shown)
    assert bool(shown) == any("first" in text for text in texts_shown)


def test_an_institute_speaks_through_its_analysts() -> None:
    text = (
        "The Nordic Institute for Peace reported that talks had begun. "
        "The analysts believe that they will fail. Fishermen hope that they will not."
    )
    found = analyse(Corpus((Article("a", text),)))[ORIGINS]
    assert sorted(found[Col.EVIDENCE].str.split().str[1]) == ["Nordic", "analysts"]


def test_one_institutes_judgement_is_one_origin(seeds_results: Results) -> None:
    """`The military analysts concluded` in one outlet, the institute by its name in the other."""
    claims = seeds_results[AGREEMENT]
    found = claims[claims[Col.CLAIM].str.contains("widen fissures")]
    assert list(zip(found[Col.STATUS], found[Col.N_OUTLETS], found[Col.N_ORIGINS], strict=True)) == [
        ("corroborated", 2, 1)
    ]


def test_the_seeds_rest_on_one_institute(seeds_results: Results) -> None:
    found = seeds_results[ORIGINS]
    institute = found[found[Col.ORIGIN] == "Institute for the Study of War"]
    assert institute[Col.DOCUMENT_ID].nunique() == 2
    assert institute[Col.ORIGIN_ID].nunique() == 1


def test_evidence_stands_in_the_article(seeds_results: Results) -> None:
    texts = seeds_results[DOCUMENTS].set_index(Col.DOCUMENT_ID)[Col.TEXT]
    for row in seeds_results[ORIGINS].itertuples():
        assert row.evidence in texts[row.document_id]


def test_an_article_alone_shares_nothing() -> None:
    results = analyse(Corpus((Article("only", LONG),)))
    assert results[ORIGINS].empty
