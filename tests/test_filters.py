"""Filters cut every table alike, only ever remove rows, and count again what sums others up."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Results, Settings, analyse, read_corpus
from analysis.agreement import agree_on_claims
from analysis.columns import Col
from analysis.filters import SEPARATOR, Filters
from analysis.tables import (
    ACTORS,
    AGREEMENT,
    CLAIMS,
    COVERAGE,
    DISCREPANCIES,
    DOCUMENTS,
    MENTIONS,
    ORIGINS,
    OUTLET_PAIRS,
    RESPONSES,
    TABLES,
    Table,
)
from tests import factories
from tests.conftest import SEEDS

SAMPLE = factories.sample()
NORTH, SOUTH, WIRE = "Northern Herald", "South Times <b>", "=Wire & Co"


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


FILTERS = st.builds(
    Filters,
    actors=some(["country:NOR", "country:FRA", "person:ada berg", "person:nobody"]),
    countries=some(["NOR", "SDN", "FRA", "USA"]),
    outlets=some([NORTH, SOUTH, WIRE, "Nowhere Post"]),
    acts=some(["DENY", "ACCUSE", "NO_STATEMENT", "AID"]),
    published_from=st.sampled_from(["", "2024-03-01", "2024-03-02"]),
    published_to=st.sampled_from(["", "2024-03-01", "2024-03-02"]),
)


def keys(table: Table, results: object) -> set[tuple[object, ...]]:
    frame = results[table]  # type: ignore[index]
    return set(frame[[str(column) for column in table.key]].itertuples(index=False, name=None))


@settings(max_examples=30, deadline=None)
@given(FILTERS)
def test_filters_only_remove_rows_and_leave_conforming_tables(filters: Filters) -> None:
    shown = filters.apply(SAMPLE)
    for table in TABLES:
        table.conform(shown[table])
        if table is not OUTLET_PAIRS:  # counted again, and by hand the sample has it for claims alone
            assert keys(table, shown) <= keys(table, SAMPLE)


@settings(max_examples=30, deadline=None)
@given(FILTERS)
def test_what_is_shown_belongs_to_articles_shown(filters: Filters) -> None:
    shown = filters.apply(SAMPLE)
    ids = set(shown[DOCUMENTS][Col.DOCUMENT_ID])
    for table in TABLES:
        if Col.DOCUMENT_ID in table.columns and table.name != "problems":
            assert set(shown[table][Col.DOCUMENT_ID]) <= ids


@settings(max_examples=30, deadline=None)
@given(FILTERS)
def test_sums_are_those_of_the_rows_shown(filters: Filters) -> None:
    shown = filters.apply(SAMPLE)
    assert shown[ACTORS][Col.N_MENTIONS].sum() == len(shown[MENTIONS])
    for row in shown[AGREEMENT].to_dict("records"):
        outlets = row["outlets"].split(SEPARATOR)
        assert row["n_outlets"] == len(outlets) >= row["n_origins"] >= 1
        assert set(outlets) <= set(shown[DOCUMENTS][Col.PUBLISHER])
        assert (row["status"] == "single source") <= (len(outlets) == 1)


@settings(max_examples=20, deadline=None)
@given(FILTERS)
def test_filtering_again_changes_nothing(filters: Filters) -> None:
    once = filters.apply(SAMPLE)
    twice = filters.apply(once)
    for table in TABLES:
        assert keys(table, once) == keys(table, twice)


def test_open_filters_show_everything() -> None:
    assert Filters().apply(SAMPLE) is SAMPLE


def test_combined_filters_hold_all_at_once() -> None:
    shown = Filters(countries=("NOR",), outlets=(NORTH,), acts=("APPEAL",)).apply(SAMPLE)
    assert shown[RESPONSES][Col.EVIDENCE].tolist() == ["Foreign Minister Ada Berg of Norland demanded an apology."]
    # both Norland and its minister are named in that one sentence
    assert sorted(shown[MENTIONS][Col.ENTITY]) == ["Ada Berg", "Norland"]


def test_silence_survives_the_filter_by_country() -> None:
    shown = Filters(countries=("FRA",)).apply(SAMPLE)
    states = dict(zip(shown[COVERAGE][Col.DOCUMENT_ID], shown[COVERAGE][Col.STATE], strict=True))
    assert states == {"north": "responded", "south": "no statement", "wire": "not mentioned"}


def test_an_act_filter_never_turns_a_response_into_silence() -> None:
    shown = Filters(acts=("ACCUSE",)).apply(SAMPLE)
    norway = shown[COVERAGE][shown[COVERAGE][Col.COUNTRY_CODE].eq("NOR")].set_index(Col.DOCUMENT_ID)
    assert norway.loc["north", Col.STATE] == "responded"
    assert norway.loc["north", Col.ACTS] == "ACCUSE"


def test_a_claim_left_to_one_outlet_is_single_source() -> None:
    agreement = Filters(outlets=(NORTH,)).apply(SAMPLE)[AGREEMENT]
    assert set(agreement[Col.STATUS]) == {"single source"}
    assert set(agreement[Col.OUTLETS]) == {NORTH}


def test_a_contradiction_needs_both_its_outlets() -> None:
    agreement = Filters(outlets=(NORTH, WIRE)).apply(SAMPLE)[AGREEMENT].set_index(Col.GROUP_ID)
    assert agreement.loc["g1", Col.STATUS] == "corroborated"


def test_pairs_need_both_outlets() -> None:
    pairs = Filters(outlets=(NORTH, WIRE)).apply(SAMPLE)[OUTLET_PAIRS]
    assert set(zip(pairs[Col.PUBLISHER_A], pairs[Col.PUBLISHER_B], strict=True)) == {(WIRE, NORTH)}


def test_origins_are_counted_for_the_outlets_left() -> None:
    # four outlets, of which three carry one agency: with two of the three left there is one origin, and not two
    names = {"a": "Alpha", "b": "Beta", "c": "Gamma", "d": "Delta"}
    results = told_alike(names, agency=("a", "b", "c"))
    counts = {
        kept: Filters(outlets=kept).apply(results)[AGREEMENT][[Col.N_OUTLETS, Col.N_ORIGINS]].to_numpy().tolist()
        for kept in (("Alpha", "Beta", "Gamma", "Delta"), ("Alpha", "Beta"), ("Alpha", "Delta"), ("Delta",))
    }
    assert list(counts.values()) == [[[4, 2]], [[2, 1]], [[2, 2]], [[1, 1]]]


def test_an_outlet_that_nobody_read_leaves_nothing_out() -> None:
    results = told_alike({"a": "Alpha", "b": "Beta", "c": "Gamma"}, agency=())
    documents = results[DOCUMENTS].assign(is_analysed=[True, False, True])
    unread = Results(results.tables | {DOCUMENTS.name: documents}, Settings(), {})
    claims = results[CLAIMS][results[CLAIMS][Col.DOCUMENT_ID].eq("a")]
    unread = Results(unread.tables | {CLAIMS.name: claims}, Settings(), {})
    assert Filters(outlets=("Alpha", "Beta")).apply(unread)[AGREEMENT][Col.OMITTED_BY].tolist() == [""]


def told_alike(names: dict[str, str], *, agency: tuple[str, ...]) -> Results:
    """One claim that every outlet tells; the articles of `agency` credit one agency for it."""
    text = "The mine at Orva was closed."
    span = {Col.START_CHAR: 0, Col.END_CHAR: len(text)}
    tables = {table.name: table.empty() for table in TABLES}
    tables[DOCUMENTS.name] = DOCUMENTS.frame(
        {Col.DOCUMENT_ID: key, Col.PUBLISHER: name, Col.IS_ANALYSED: True, Col.TEXT: text}
        for key, name in names.items()
    )
    tables[CLAIMS.name] = CLAIMS.frame(
        {Col.CLAIM_ID: f"{key}:c", Col.GROUP_ID: "g", Col.DOCUMENT_ID: key, Col.TEXT: text, Col.SCORE: 1.0, **span}
        for key in names
    )
    tables[ORIGINS.name] = ORIGINS.frame(
        {Col.ORIGIN_ID: "agency:x", Col.ORIGIN: "X", Col.KIND: "agency", Col.DOCUMENT_ID: key, **span} for key in agency
    )
    found = agree_on_claims(*(tables[table.name] for table in (CLAIMS, DISCREPANCIES, ORIGINS, DOCUMENTS)))
    return Results(tables | {AGREEMENT.name: found}, Settings(), {})


def test_a_claim_is_called_by_the_words_of_an_outlet_that_is_shown() -> None:
    shown = Filters(outlets=(SOUTH, WIRE)).apply(SAMPLE)
    assert set(shown[AGREEMENT][Col.CLAIM]) <= set(shown[CLAIMS][Col.TEXT])


def test_outlets_left_agree_as_if_their_articles_alone_had_been_analysed(seeds_results: Results) -> None:
    # the seeds' two articles and a third that repeats one: without it, the claims are those of the two alone
    corpus = read_corpus(SEEDS)
    copy = replace(corpus.articles[0], document_id="copy", publisher="Copy Wire")
    three = analyse(replace(corpus, articles=(*corpus.articles, copy)))
    outlets = tuple(seeds_results[DOCUMENTS][Col.PUBLISHER])
    shown = Filters(outlets=outlets).apply(three)
    alone, left = (by_passages(results) for results in (seeds_results, shown))
    assert sum(n_outlets > 1 for _, _, n_outlets, *_ in alone.values()) >= 5
    assert {key: left.get(key) for key in alone} == alone  # a copy cuts no claim of the others otherwise
    assert not shown[AGREEMENT][Col.OMITTED_BY].str.contains("Copy Wire").any()


def by_passages(results: Results) -> dict[frozenset[tuple[object, ...]], tuple[object, ...]]:
    """Who tells each claim and on how many origins, by its passages: keys of claims differ between two analyses."""
    told: dict[str, set[tuple[object, ...]]] = {}
    for group, *place in results[CLAIMS][[Col.GROUP_ID, Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR]].itertuples(
        index=False
    ):
        told.setdefault(group, set()).add(tuple(place))
    columns = [Col.GROUP_ID, Col.OUTLETS, Col.OMITTED_BY, Col.N_OUTLETS, Col.N_DOCUMENTS, Col.N_ORIGINS, Col.CLAIM]
    rows = results[AGREEMENT][columns].itertuples(index=False)
    return {frozenset(told[group]): tuple(counted) for group, *counted in rows}


def test_undated_articles_leave_with_a_date_filter() -> None:
    shown = Filters(published_to="2024-03-01").apply(SAMPLE)
    assert shown[DOCUMENTS][Col.DOCUMENT_ID].tolist() == ["north"]


WORDS = (
    (Filters(), "All outlets, actors, countries, acts and dates."),
    (Filters(countries=("FRA", "TUR")), "Only country France or Türkiye."),
    (Filters(acts=("NO_STATEMENT",), outlets=(NORTH,)), "Only outlet Northern Herald; act no statement."),
    (Filters(actors=("person:ada berg",)), "Only actor Ada Berg."),
    (Filters(published_from="2024-03-01", published_to="2024-03-01"),
     "Only published on 2024-03-01 (undated articles left out)."),
    (Filters(published_to="2024-03-01"), "Only published up to 2024-03-01 (undated articles left out)."),
)  # fmt: skip


@pytest.mark.parametrize(("filters", "words"), WORDS)
def test_in_words(filters: Filters, words: str) -> None:
    assert filters.in_words({"person:ada berg": "Ada Berg"}) == words


@pytest.mark.parametrize(
    "filters", [Filters(countries=("SWE",)), Filters(acts=("DENY",)), Filters(actors=("country:SWE",))]
)
def test_pairs_are_counted_over_what_any_filter_leaves(filters: Filters) -> None:
    """Agreement beyond chance of a chosen country is that on its claims and acts, not on everybody's."""
    shown = filters.apply(SAMPLE)
    pairs = shown[OUTLET_PAIRS]
    told = shown[CLAIMS].groupby(str(Col.GROUP_ID))[str(Col.DOCUMENT_ID)].nunique()
    assert set(pairs.loc[pairs[Col.MEASURE].eq("claims"), Col.N_UNITS]) == {int((told > 1).sum())}
    acts = set(pairs[Col.MEASURE]) - {"claims", "responses"}
    assert acts == set(shown[RESPONSES].loc[shown[RESPONSES][Col.COUNTRY_CODE].ne(""), Col.ACT])
