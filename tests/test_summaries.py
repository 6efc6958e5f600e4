"""Small frames for charts: counts agree with the tables, silence is kept, every mark leads to its sentences."""

import pandas as pd
import pytest

from analysis import summaries
from analysis.columns import Col
from analysis.filters import Filters
from analysis.results import Results, records
from analysis.summaries.sources import outlets
from analysis.tables import DOCUMENTS, MENTIONS, RESPONSES
from tests import factories

EVENTS = {"sample": factories.sample(), "single": factories.single_source(), "empty": factories.empty()}
PLAIN = [name for name in summaries.__all__ if not name.startswith("evidence") and name != "pair_matrix"]
SAMPLE = EVENTS["sample"]


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("name", PLAIN)
def test_columns_are_the_same_whatever_is_found(name: str, event: str) -> None:
    summarise = getattr(summaries, name)
    assert list(summarise(EVENTS[event]).columns) == list(summarise(SAMPLE).columns)


def test_mentions_by_actor_and_outlet_add_up() -> None:
    frame = summaries.mentions_by_actor_and_outlet(SAMPLE, top=99)
    assert frame["n_mentions"].sum() == len(SAMPLE[MENTIONS])
    for row in records(frame):
        evidence = summaries.evidence_of_mentions(SAMPLE, entity_id=row["entity_id"], publisher=row["publisher"])
        assert len(evidence) == row["n_mentions"]


def test_response_grid_tells_kinds_of_silence_apart() -> None:
    grid = {(row["country"], row["publisher"]): row["state"] for row in records(summaries.response_grid(SAMPLE))}
    assert grid["France", "South Times <b>"] == "no statement"
    assert grid["Sudan", "=Wire & Co"] == "mentioned but not quoted"
    assert grid["France", "=Wire & Co"] == "not mentioned"


def test_an_outlet_of_which_nothing_was_read_leaves_nothing_out() -> None:
    documents = SAMPLE[DOCUMENTS]
    unread = documents.head(1).assign(document_id="unread", publisher="Le Quotidien", is_analysed=False)
    results = Results({**SAMPLE.tables, DOCUMENTS.name: pd.concat([documents, unread])}, SAMPLE.settings)
    assert outlets(results) == sorted(documents[Col.PUBLISHER])
    assert set(summaries.claim_map(results)[Col.PUBLISHER]) == set(documents[Col.PUBLISHER])


def test_two_articles_of_one_outlet_are_one_cell() -> None:
    documents = SAMPLE[DOCUMENTS].assign(publisher="One Outlet")
    grid = summaries.response_grid(Results({**SAMPLE.tables, "documents": documents}, SAMPLE.settings))
    acts = dict(zip(grid["country_code"], grid["acts"], strict=True))
    assert acts == {"NOR": "ACCUSE | APPEAL", "SDN": "DENY", "FRA": "APPEAL | NO_STATEMENT"}
    assert set(grid["state"]) == {"responded"}  # the most telling state of the outlet's articles


def test_responses_by_country_add_up_and_are_ranked() -> None:
    frame = summaries.responses_by_country(SAMPLE)
    assert frame["n_responses"].sum() == len(SAMPLE[RESPONSES])
    assert frame["n_responses"].is_monotonic_decreasing
    assert frame.set_index("country_code").loc["NOR", ["act", "n_outlets"]].tolist() == ["ACCUSE", 2]


def test_ladder_puts_undated_last() -> None:
    norway = [row for row in records(summaries.response_ladder(SAMPLE)) if row["country_code"] == "NOR"]
    assert [row["published_on"] for row in norway] == ["2024-03-01", "2024-03-01", ""]


def test_dyads_leave_out_acts_that_address_nobody() -> None:
    frame = summaries.dyads(SAMPLE)
    assert set(zip(frame["country_code"], frame["target_code"], strict=True)) == {("NOR", "SDN"), ("SDN", "NOR")}
    assert frame["n_responses"].sum() == 4


def test_claim_map_shows_who_leaves_out_and_who_disputes() -> None:
    states = {(row["group_id"], row["publisher"]): row["state"] for row in records(summaries.claim_map(SAMPLE))}
    # the claim is worded as the Herald has it, so that the Times contradicts it and the Herald does not
    assert states["g1", "Northern Herald"] == states["g1", "=Wire & Co"] == "reports"
    assert states["g1", "South Times <b>"] == "contradicts"
    assert states["g3", "South Times <b>"] == "leaves out"


def test_pair_matrix_stands_both_ways_round() -> None:
    frame = summaries.pair_matrix(SAMPLE, measure="claims")
    pairs = set(zip(frame["publisher_a"], frame["publisher_b"], strict=True))
    assert len(pairs) == 6
    assert pairs == {(second, first) for first, second in pairs}


def test_timeline_counts_articles_without_responses() -> None:
    quiet = Filters(acts=("NO_STATEMENT",)).apply(SAMPLE)
    assert summaries.timeline(quiet)["n_responses"].tolist() == [0, 1]


def test_evidence_marks_what_counts() -> None:
    evidence = summaries.evidence_of_responses(SAMPLE, country_code="SDN", publisher="Northern Herald")
    (row,) = records(evidence)
    assert row["text"] == "Sudmark denied the charge."
    assert factories.text_of("north")[row["mark_start_char"] : row["mark_end_char"]] == row["text"]
    assert row["note"] == "deny: Sudmark is the subject of the cue"


def test_sentences_that_name_both() -> None:
    evidence = summaries.evidence_of_sentences(SAMPLE, entity_ids=("country:NOR", "person:ada berg"))
    assert evidence["text"].tolist() == ["Foreign Minister Ada Berg of Norland demanded an apology."]


def test_pairs_named_together_match_their_sentences() -> None:
    for row in records(summaries.appearances_together(SAMPLE)):
        found = summaries.evidence_of_sentences(SAMPLE, entity_ids=(row["entity_id_a"], row["entity_id_b"]))
        assert len(found) == row["n_sentences"]


def test_first_appearance_is_the_earliest_dated_article() -> None:
    frame = summaries.first_appearances(SAMPLE).set_index("entity_id")
    assert frame.loc["organisation:coast watch", ["published_on", "publisher"]].tolist() == [
        "2024-03-02",
        "South Times <b>",
    ]
    assert str(Col.PUBLISHED_ON) in frame


def test_calls_set_both_sides_and_every_outlet_beside_each_other() -> None:
    responses = SAMPLE[RESPONSES].copy()
    responses.loc[responses["response_id"].eq("wire:r0"), "act"] = "CONSULT"
    event = Results({**SAMPLE.tables, "responses": responses}, SAMPLE.settings)
    told = {row["publisher"]: (row["acts_a"], row["acts_b"]) for row in records(summaries.calls(event))}
    assert told == {
        "=Wire & Co": ("CONSULT", ""),
        "Northern Herald": ("ACCUSE | APPEAL", "DENY"),
        "South Times <b>": ("", ""),  # its denial addresses nobody
    }
    evidence = summaries.evidence_of_call(event, codes=("NOR", "SDN"), publisher="Northern Herald")
    assert [note.partition(":")[0] for note in evidence["note"]] == ["Norway", "Sudan", "Norway"]


def test_no_call_without_a_consultation() -> None:
    assert summaries.calls(SAMPLE).empty
