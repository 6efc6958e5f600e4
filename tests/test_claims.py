"""Claims of several outlets: grouped, contradicted, silent here and heard there."""

from typing import Any

import pandas as pd
import pytest

from analysis import Results, Settings, analyse
from analysis.articles import Article
from analysis.claims.stances import find_stance_clashes
from analysis.claims.withheld import find_withheld_acts
from analysis.claims.wording import in_words
from analysis.columns import Col
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


def test_where_a_report_was_written_is_no_claim() -> None:
    lines = ("ADDIS ABABA, Jan 18 (Cape Press) - ", "Addis Ababa, January 19, 2024 (Hill Press, official) -- ")
    texts = [f"{line}A train left the rails near Adama on Sunday." for line in lines]
    results = analyse(Corpus(tuple(Article(str(row), text) for row, text in enumerate(texts))))
    assert results[CLAIMS][Col.TEXT].tolist() == ["A train left the rails near Adama on Sunday."] * 2


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
        columns = [Col.STATUS, Col.OUTLETS, Col.OMITTED_BY, Col.N_ORIGINS]
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


STANCE_CASES = [
    # for it here, against it there, on one matter
    (("AGREE", "Norway welcomed the decision"), ("CONDEMN", "Oslo criticised the timing of the decision"), 1),
    (("SUPPORT", "Norway backed the ban"), ("REJECT", "Norway rejected the ban on fishing"), 1),
    # two matters
    (("AGREE", "Norway welcomed the visit"), ("CONDEMN", "Oslo criticised the decision"), 0),
    # of what the articles are about any reaction breaks a silence
    (("NO_STATEMENT", "Norway has not commented on the incident"), ("CONDEMN", "Oslo condemned the attack"), 1),
    # of another matter it does not
    (("NO_STATEMENT", "Norway did not comment on the cable"), ("CONDEMN", "Oslo condemned the attack"), 0),
    # nor an answer owed to a proposal, nor a speech that left the matter out
    (("NO_STATEMENT", "to which Oslo has not replied"), ("CONDEMN", "Oslo condemned the attack"), 0),
    (("NO_STATEMENT", "The king made no mention of it at the opening"), ("CONDEMN", "Oslo condemned the attack"), 0),
]  # fmt: skip


@pytest.mark.parametrize(("here", "there", "clashes"), STANCE_CASES)
def test_for_it_here_and_against_it_there(here: tuple[str, str], there: tuple[str, str], clashes: int) -> None:
    rows = [response(name, act) for name, (act, _) in (("a", here), ("b", there))]
    for row, (_, evidence) in zip(rows, (here, there), strict=True):
        row[Col.EVIDENCE] = evidence
    assert len(find_stance_clashes(RESPONSES.frame(rows), Settings())) == clashes


def test_a_detail_withheld_is_no_silence() -> None:
    rows = [response("a", "NO_STATEMENT"), response("a", "CONDEMN", start=30), response("b", "CONDEMN")]
    assert find_stance_clashes(RESPONSES.frame(rows), Settings()).empty


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


def test_no_articles_give_no_claims() -> None:
    results = analyse(Corpus(()))
    assert results[CLAIMS].empty
    assert isinstance(results[DISCREPANCIES], pd.DataFrame)
