"""Claims of several outlets: grouped, contradicted, silent here and heard there."""

from typing import Any

import pandas as pd
import pytest

from analysis import Results, Settings, analyse
from analysis.articles import Article
from analysis.claims.acts import add_shared_acts
from analysis.claims.clustering import cluster
from analysis.claims.discrepancies import in_words
from analysis.claims.segments import segments
from analysis.claims.stances import find_stance_clashes
from analysis.claims.withheld import find_withheld_acts
from analysis.columns import Col
from analysis.language import load_pipeline
from analysis.readers import Corpus
from analysis.tables import AGREEMENT, CLAIMS, DISCREPANCIES, RESPONSES, SENTENCES

NORTH = (
    "A ferry caught fire in the Gulf of Oman on Monday, killing three sailors.\n\n"
    "Oman sent two patrol boats to the burning vessel.\n\n"
    "The shipping company gave no reason for the blaze.\n\n"
    "Fishermen in the port of Sohar mended their nets as usual."
)
SOUTH = (
    "Five sailors were killed when a ferry caught fire in the Gulf of Oman on Monday.\n\n"
    "Two Omani patrol boats were sent to the burning ship.\n\n"
    "Prices of dates have risen on the markets of Muscat this year."
)


@pytest.fixture(scope="module")
def ferry() -> Results:
    articles = (
        Article("north", NORTH, publisher="The North", published_on="2024-05-07"),
        Article("south", SOUTH, publisher="The South", published_on="2024-05-07"),
    )
    return analyse(Corpus(articles))


def group_of(results: Results, document_id: str, words: str) -> str:
    claims = results[CLAIMS]
    found = claims[(claims[Col.DOCUMENT_ID] == document_id) & claims[Col.TEXT].str.contains(words, regex=False)]
    return str(found[Col.GROUP_ID].iloc[0])


def test_one_claim_in_other_words_is_one_group(ferry: Results) -> None:
    assert group_of(ferry, "north", "patrol boats") == group_of(ferry, "south", "patrol boats")


def test_what_one_outlet_tells_is_a_group_of_its_own(ferry: Results) -> None:
    group = group_of(ferry, "north", "Fishermen")
    row = ferry[AGREEMENT].set_index(Col.GROUP_ID).loc[group]
    assert (row[Col.STATUS], row[Col.N_OUTLETS], row[Col.OMITTED_BY]) == ("single source", 1, "The South")


def test_a_changed_number_is_a_discrepancy_and_never_corroborates(ferry: Results) -> None:
    found = ferry[DISCREPANCIES]
    assert found[Col.KIND].tolist() == ["number"]
    assert {found[Col.VALUE_A].iloc[0], found[Col.VALUE_B].iloc[0]} == {"3 deaths", "5 deaths"}
    group = group_of(ferry, "south", "Five sailors")
    assert ferry[AGREEMENT].set_index(Col.GROUP_ID).loc[group, Col.STATUS] == "contradicted"


def test_every_claim_quotes_its_article(ferry: Results) -> None:
    texts = {"north": NORTH, "south": SOUTH}
    for row in ferry[CLAIMS].itertuples():
        assert row.text == texts[row.document_id][row.start_char : row.end_char]


def test_agreement_does_not_depend_on_the_order_of_articles() -> None:
    articles = tuple(Article(name, text) for name, text in (("a", NORTH), ("b", SOUTH)))
    there, back = analyse(Corpus(articles)), analyse(Corpus(articles[::-1]))

    def told(results: Results) -> list[tuple[Any, ...]]:
        columns = [Col.STATUS, Col.OUTLETS, Col.N_ORIGINS]
        return sorted(results[AGREEMENT][columns].itertuples(index=False, name=None))

    assert told(there) == told(back)
    assert len(there[SENTENCES]) == len(back[SENTENCES])


def response(
    document_id: str, act: str, country: str = "NOR", confidence: float = 0.8, start: int = 0
) -> dict[Any, Any]:
    return {
        Col.RESPONSE_ID: f"{document_id}-{country}-{act}-{start}",
        Col.DOCUMENT_ID: document_id,
        Col.SENTENCE_INDEX: 0,
        Col.COUNTRY_CODE: country,
        Col.ACT: act,
        Col.START_CHAR: start,
        Col.END_CHAR: start + 20,
        Col.EVIDENCE: "a passage of the text",
        Col.CONFIDENCE: confidence,
    }


CLASH_CASES = [
    # silent here, heard there
    (["NO_STATEMENT", "DENY"], [("no statement", "deny")]),
    # a guess of a rule is no ground for a discrepancy
    (["NO_STATEMENT", ("DENY", 0.2)], []),
    # a phone call says nothing of a reaction
    (["NO_STATEMENT", "CONSULT"], []),
    (["CONDEMN", "DENY"], []),
]


@pytest.mark.parametrize(("acts", "clashes"), CLASH_CASES)
def test_silence_here_and_a_reaction_there(acts: list[Any], clashes: list[tuple[str, str]]) -> None:
    rows = [
        response(f"d{i}", *((act,) if isinstance(act, str) else (act[0], "NOR", act[1]))) for i, act in enumerate(acts)
    ]
    found = find_stance_clashes(RESPONSES.frame(rows), Settings())
    assert list(zip(found[Col.VALUE_A], found[Col.VALUE_B], strict=True)) == clashes
    assert set(found[Col.COUNTRY_CODE]) <= {"NOR"}


def test_a_detail_withheld_is_no_silence() -> None:
    rows = [response("a", "NO_STATEMENT"), response("a", "CONDEMN", start=30), response("b", "CONDEMN")]
    assert find_stance_clashes(RESPONSES.frame(rows), Settings()).empty


def test_an_act_that_two_articles_report_is_one_claim() -> None:
    rows = [response("a", "REJECT"), response("b", "DENY"), response("c", "DENY", country="SWE")]
    found = add_shared_acts(CLAIMS.empty(), RESPONSES.frame(rows), Settings())
    assert found[Col.GROUP_ID].tolist() == ["act:NOR:DENY", "act:NOR:DENY"]
    assert found[Col.DOCUMENT_ID].tolist() == ["a", "b"]
    assert add_shared_acts(found, RESPONSES.frame(rows), Settings()).equals(found)


def test_an_act_on_two_matters_is_two_claims() -> None:
    """One country, one act, and nothing else in common: told apart by what the passages are about."""
    rows = [response("a", "ACCUSE"), response("b", "ACCUSE")]
    rows[0][Col.EVIDENCE] = "Norway accused the trawlers of fishing cod without a licence"
    rows[1][Col.EVIDENCE] = "hackers from abroad had stolen the health records of patients, Oslo alleged"
    assert add_shared_acts(CLAIMS.empty(), RESPONSES.frame(rows), Settings()).empty


SHOWN_CASES = [
    # a clause with too little in it stays with the one before
    (
        "Russia says a truck bomb did the damage but has yet to assign blame.",
        "Russia says a truck bomb did the damage but has yet to assign blame",
    ),
    # a clause without a subject of its own is shown with the one before
    (
        "A truck blew up on the quay, starting a fire and bringing down two cranes of the harbour.",
        "A truck blew up on the quay, starting a fire and bringing down two cranes of the harbour",
    ),
    # the word that joins a clause which stands by itself is left out
    (
        "The minister left for the capital at once, while the army closed the road to the border.",
        "the army closed the road to the border",
    ),
    # a relative clause says nothing without what it hangs on
    (
        "The ministry published a long report on the mine, which the council had ordered in the spring of the year.",
        "The ministry published a long report on the mine, which the council had ordered in the spring of the year",
    ),
]


@pytest.mark.parametrize(("text", "last_shown"), SHOWN_CASES)
def test_what_is_shown_reads_as_a_sentence(text: str, last_shown: str) -> None:
    shown = [segment.shown.text for segment in segments(load_pipeline(Settings().model)(text))]
    assert shown[-1].rstrip(".") == last_shown


def test_what_one_country_says_is_not_the_claim_of_another() -> None:
    """Two ministries in the same words are two claims; the same ministry is one."""
    words = "The {} foreign ministry said the new tariffs on steel were unfair and hurt its workers."
    articles = [Article(name, words.format(who)) for name, who in (("a", "Polish"), ("b", "Polish"), ("c", "Danish"))]
    claims = analyse(Corpus(tuple(articles)))[CLAIMS]
    group = claims.loc[claims[Col.SIGNATURE] != ""].set_index(Col.DOCUMENT_ID)[Col.GROUP_ID]
    assert group["a"] == group["b"]
    assert group["a"] != group["c"]


WITHHELD = "Norway has yet to blame anyone for the broken cable. Fishermen found it in the nets on Friday morning."


@pytest.mark.parametrize(
    ("reported", "clashes"),
    [
        # denied of the country here, reported of it there
        ([response("b", "ACCUSE")], [("no blame", "accuse")]),
        # another country's accusation is no clash
        ([response("b", "ACCUSE", country="SWE")], []),
        # the same article reports one too: what is withheld is a detail
        ([response("a", "ACCUSE"), response("b", "ACCUSE")], []),
    ],
)
def test_an_act_withheld_here_and_taken_there(reported: list[Any], clashes: list[tuple[str, str]]) -> None:
    claims = analyse(Corpus((Article("a", WITHHELD),)))[CLAIMS]
    found = find_withheld_acts(claims, RESPONSES.frame(reported), Settings())
    assert list(zip(found[Col.VALUE_A], found[Col.VALUE_B], strict=True)) == clashes


VALUE_CASES = [
    ("3 person death", "3 deaths"),
    ("1 person death", "1 death"),
    ("at least 12 person injury", "at least 12 injured"),
    ("2 section", "2 sections"),
    ("40 person", "40 people"),
    ("??-02", "February"),
    ("2023-02-04", "2023-02-04"),
    ("not damage", "not damage"),
]


@pytest.mark.parametrize(("value", "words"), VALUE_CASES)
def test_values_read_as_written(value: str, words: str) -> None:
    assert in_words(value) == words


CLUSTER_CASES = [
    # a chain: b is close to both, a and c are far apart
    ({(0, 1): 0.8, (1, 2): 0.5, (0, 2): 0.05}, ["x", "y", "z"], [0, 0, 2]),
    # all close to each other
    ({(0, 1): 0.8, (1, 2): 0.7, (0, 2): 0.6}, ["x", "y", "z"], [0, 0, 0]),
    # the second passage of one article needs more than the first
    ({(0, 1): 0.8, (1, 2): 0.45}, ["x", "y", "x"], [0, 0, 2]),
    # nothing close enough to begin with
    ({(0, 1): 0.3}, ["x", "y"], [0, 1]),
]


@pytest.mark.parametrize(("scores", "documents", "groups"), CLUSTER_CASES)
def test_groups_stay_close(scores: dict[tuple[int, int], float], documents: list[str], groups: list[int]) -> None:
    assert cluster(scores, documents, start=0.35, cohesion=0.3, apart=0.1) == groups


def test_no_articles_give_no_claims() -> None:
    results = analyse(Corpus(()))
    assert results[CLAIMS].empty
    assert isinstance(results[DISCREPANCIES], pd.DataFrame)
