"""Claims by outlet and articles side by side: who reports, contradicts and leaves out; what is joined by a number."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import summaries
from analysis.columns import Col
from analysis.filters import Filters
from analysis.results import Results, records
from analysis.summaries.claims import ORIGINS, STATUSES, claim_states, in_count, passages_of_one_outlet
from analysis.summaries.threads import CLAIM, DISCREPANCY, closest_articles, shared_threads
from analysis.tables import AGREEMENT, CLAIMS, DISCREPANCIES, DOCUMENTS
from analysis.touched_claims import touched_claims
from tests import factories

SAMPLE = factories.sample()
NORTH, SOUTH, WIRE = "Northern Herald", "South Times <b>", "=Wire & Co"


def between_two_claims() -> Results:
    """The sample, with the disputed passage of the Times told apart as a claim of its own and named by no group."""
    claims = SAMPLE[CLAIMS].copy()
    claims.loc[claims[Col.CLAIM_ID].eq("south:c1"), Col.GROUP_ID] = "g4"
    discrepancies = SAMPLE[DISCREPANCIES].assign(group_id="")
    tables = {**SAMPLE.tables, CLAIMS.name: claims, DISCREPANCIES.name: discrepancies}
    return Results(tables, SAMPLE.settings)


def test_a_dispute_between_two_claims_touches_both() -> None:
    results = between_two_claims()
    (dispute,) = touched_claims(results[CLAIMS], results[DISCREPANCIES])
    assert dispute.groups == (frozenset({"g1"}), frozenset({"g4"}))


MARCH = [
    # group, article, start, end, text: a sentence tells what was done and who had allowed it
    ("burnt", "a", 0, 70, "A flag was burnt at the march that the government had allowed."),
    ("burnt", "b", 0, 40, "A flag was burnt at the march on Monday."),
    ("allowed", "b", 41, 80, "Police had allowed the march on Friday."),
    ("allowed", "a", 30, 70, "the march that the government had allowed"),
]


@pytest.mark.parametrize(
    ("rows", "groups"),
    [
        # both articles tell who allowed it in one claim: that one is in dispute, and not what was done
        (MARCH, ({"allowed"}, {"allowed"})),
        # one tells it only in passing: the claim of what was done is not in dispute all the same
        (MARCH[:3], (set(), {"allowed"})),
    ],
)
def test_a_dispute_touches_the_claim_that_it_is_about(rows: list[tuple], groups: tuple[set[str], set[str]]) -> None:
    columns = (Col.GROUP_ID, Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR, Col.TEXT)
    claims = CLAIMS.frame({Col.CLAIM_ID: str(n), **dict(zip(columns, row, strict=True))} for n, row in enumerate(rows))
    clash = {
        Col.DISCREPANCY_ID: "d", Col.RULE_ID: "questions.permission", Col.KIND: "actor", Col.GROUP_ID: "",
        Col.DOCUMENT_ID_A: "a", Col.START_CHAR_A: 0, Col.END_CHAR_A: 70, Col.VALUE_A: "the government",
        Col.DOCUMENT_ID_B: "b", Col.START_CHAR_B: 41, Col.END_CHAR_B: 80, Col.VALUE_B: "police",
    }  # fmt: skip
    (dispute,) = touched_claims(claims, DISCREPANCIES.frame([clash]))
    assert dispute.groups == groups


def test_who_tells_it_otherwise_contradicts_a_claim_that_it_does_not_report() -> None:
    states = claim_states(between_two_claims())
    assert states["g1", SOUTH] == states["g4", NORTH] == "contradicts"
    assert states["g1", NORTH] == states["g4", SOUTH] == "reports"
    evidence = summaries.evidence_of_claim_in_outlet(between_two_claims(), group_id="g1", publisher=SOUTH)
    assert list(evidence["note"]) == ["contradicts: 3 boats against 5 boats"]


def test_who_tells_it_and_elsewhere_the_contrary_reports_both() -> None:
    results = between_two_claims()
    own = results[CLAIMS].loc[results[CLAIMS][Col.CLAIM_ID].eq("south:c1")]
    again = own.assign(claim_id="south:c9", group_id="g1", start_char=0, end_char=1)
    tables = {**results.tables, CLAIMS.name: pd.concat([results[CLAIMS], again], ignore_index=True)}
    states = claim_states(Results(tables, results.settings))
    assert (states["g1", SOUTH], states["g1", NORTH], states["g4", NORTH]) == ("reports both", "reports", "contradicts")


def test_who_contradicts_the_other_side_of_a_claim_tells_it() -> None:
    """The wire tells it elsewhere as the Herald does, and so contradicts the Times alone."""
    (row,) = records(SAMPLE[DISCREPANCIES])
    wire = {f"{name}_b": row[f"{name}_a"] for name in ("start_char", "end_char", "text", "value")}
    times = {f"{name}_a": row[f"{name}_b"] for name in ("document_id", "start_char", "end_char", "text", "value")}
    again = {**row, **times, **wire, "discrepancy_id": "d2", "document_id_b": "wire", "group_id": ""}
    claims = SAMPLE[CLAIMS].copy()
    claims.loc[claims[Col.DOCUMENT_ID].eq("wire"), Col.GROUP_ID] = "g9"
    tables = {**SAMPLE.tables, CLAIMS.name: claims, DISCREPANCIES.name: DISCREPANCIES.frame([row, again])}
    states = claim_states(Results(tables, SAMPLE.settings))
    assert (states["g1", NORTH], states["g1", SOUTH]) == ("reports", "contradicts")
    assert states["g1", WIRE] == "reports"


def test_filters_keep_disputes_between_two_claims() -> None:
    shown = Filters(outlets=(NORTH, SOUTH)).apply(between_two_claims())
    assert shown[AGREEMENT].set_index("group_id").loc["g1", "status"] == "contradicted"
    assert len(Filters(countries=("NOR",)).apply(between_two_claims())[DISCREPANCIES]) == 1


def test_outlets_of_one_origin_count_once() -> None:
    # two outlets and one origin: corroborated by outlets, single source by origins
    agreement = SAMPLE[AGREEMENT].copy()
    agreement.loc[agreement[Col.GROUP_ID].eq("g2"), Col.N_ORIGINS] = 1
    results = Results({**SAMPLE.tables, AGREEMENT.name: agreement}, SAMPLE.settings)
    by_outlets = summaries.ranked_claims(results).set_index("group_id")["status"]
    by_origins = summaries.ranked_claims(results, counting=ORIGINS).set_index("group_id")["status"]
    assert (by_outlets["g2"], by_origins["g2"]) == ("corroborated", "single source")
    assert by_outlets["g1"] == by_origins["g1"] == "contradicted"


def test_claims_come_disputed_first_and_page_by_page() -> None:
    ranked = list(summaries.ranked_claims(SAMPLE)["group_id"])
    assert ranked == ["g1", "g2", "g3"]
    pages = [summaries.claim_map(SAMPLE, top=1, skip=skip)["group_id"].unique().tolist() for skip in range(4)]
    assert pages == [["g1"], ["g2"], ["g3"], []]


@pytest.mark.parametrize(("surer", "first"), [("g2", ["g2", "g3"]), ("g3", ["g3", "g2"])])
def test_of_claims_with_as_many_outlets_the_surest_comes_first(surer: str, first: list[str]) -> None:
    claims = SAMPLE[CLAIMS].assign(score=lambda frame: frame[Col.GROUP_ID].eq(surer).map({True: 0.9, False: 0.6}))
    agreement = SAMPLE[AGREEMENT].assign(status="corroborated", n_outlets=2, n_origins=2)
    results = Results({**SAMPLE.tables, CLAIMS.name: claims, AGREEMENT.name: agreement}, SAMPLE.settings)
    ranked = list(summaries.ranked_claims(results)["group_id"])
    assert [group for group in ranked if group in {"g2", "g3"}] == first


@given(st.sets(st.sampled_from(STATUSES)))
def test_the_map_has_a_cell_for_each_claim_and_outlet(statuses: set[str]) -> None:
    frame = summaries.claim_map(SAMPLE, statuses=statuses)
    claims = SAMPLE[AGREEMENT][Col.STATUS].isin(list(statuses)).sum()
    assert len(frame) == claims * SAMPLE[DOCUMENTS][Col.PUBLISHER].nunique()
    assert set(frame["status"]) <= statuses


def test_a_cell_names_the_origin_that_its_passage_rests_on() -> None:
    origins = {(row["group_id"], row["publisher"]): row["origin"] for row in records(summaries.claim_map(SAMPLE))}
    assert origins["g1", WIRE] == "Coast Watch"
    assert origins["g1", NORTH] == ""


def test_what_one_outlet_alone_reports() -> None:
    frame = passages_of_one_outlet(SAMPLE, publisher=NORTH)
    assert list(frame["claim"]) == ["Foreign Minister Ada Berg of Norland demanded an apology."]
    assert passages_of_one_outlet(SAMPLE, publisher=WIRE).empty


@pytest.mark.parametrize(
    ("counts", "words"),
    [((5, 2), "5 outlets, 2 origins"), ((1, 1), "1 outlet, 1 origin"), ((2, 1), "2 outlets, 1 origin")],
)
def test_counts_are_said_in_words(counts: tuple[int, int], words: str) -> None:
    assert in_count(*counts) == words


def test_threads_are_numbered_as_the_first_column_has_them() -> None:
    threads = shared_threads(SAMPLE, ["north", "south"])
    first = threads.drop_duplicates("number")
    assert list(zip(first["thread_id"], first["thread"], strict=True)) == [
        ("d1", DISCREPANCY),
        ("g1", CLAIM),
        ("g2", CLAIM),
    ]
    assert threads.groupby("number")["document_id"].nunique().eq(2).all()


def test_a_claim_of_one_chosen_article_is_no_thread() -> None:
    assert "g3" not in set(shared_threads(SAMPLE, ["north", "south"])["thread_id"])
    assert shared_threads(SAMPLE, ["north"]).empty
    assert list(shared_threads(SAMPLE, ["north", "wire"])["thread_id"].unique()) == ["g1"]


def test_every_thread_passage_is_where_it_says() -> None:
    texts = dict(zip(SAMPLE[DOCUMENTS][Col.DOCUMENT_ID], SAMPLE[DOCUMENTS][Col.TEXT], strict=True))
    passages = [*SAMPLE[CLAIMS][Col.TEXT], *SAMPLE[DISCREPANCIES][Col.TEXT_A], *SAMPLE[DISCREPANCIES][Col.TEXT_B]]
    for row in records(shared_threads(SAMPLE, list(texts))):
        assert texts[row["document_id"]][row["start_char"] : row["end_char"]] in passages


def test_the_two_articles_that_share_most_are_set_side_by_side_first() -> None:
    assert closest_articles(SAMPLE, of=["wire", "south", "north"]) == ["south", "north"]
    assert closest_articles(factories.single_source(), of=["north"]) == ["north"]
    assert closest_articles(factories.empty(), of=[]) == []


def test_a_quotation_with_one_article_left_has_no_forms() -> None:
    assert list(summaries.quotation_forms(SAMPLE)["publisher"]) == [NORTH, SOUTH]
    assert summaries.quotation_forms(Filters(outlets=(NORTH,)).apply(SAMPLE)).empty


def test_evidence_of_an_origin_is_the_sentence_that_names_it() -> None:
    evidence = summaries.evidence_of_origin(SAMPLE, origin_id="o1", publisher=SOUTH)
    assert list(evidence["text"]) == ["The report cited the Coast Watch agency."]
    assert len(summaries.evidence_of_origin(SAMPLE, origin_id="o1")) == 2
