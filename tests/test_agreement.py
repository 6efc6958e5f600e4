"""Agreement beyond chance, over claims, over responses and act by act."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import Results, Settings
from analysis.agreement import agree_between_outlets
from analysis.agreement.alpha import bootstrap_interval, nominal_alpha
from analysis.columns import Col
from analysis.tables import CLAIMS, DISCREPANCIES, DOCUMENTS, OUTLET_PAIRS, RESPONSES


def test_alpha_of_the_published_example() -> None:
    """Krippendorff 2011, section C: nominal data, several observers, missing values; alpha = 0.743."""
    observers = [
        ["1", "2", "3", "3", "2", "1", "4", "1", "2", ".", ".", "."],
        ["1", "2", "3", "3", "2", "2", "4", "1", "2", "5", ".", "3"],
        [".", "3", "3", "3", "2", "3", "4", "2", "2", "5", "1", "."],
        ["1", "2", "3", "3", "2", "4", "4", "1", "2", "5", "1", "."],
    ]
    units = [[value for value in unit if value != "."] for unit in zip(*observers, strict=True)]
    assert nominal_alpha(units) == pytest.approx(0.743, abs=0.0005)


@pytest.mark.parametrize(
    ("units", "alpha"),
    [
        ([("a", "a"), ("b", "b"), ("a", "a")], 1.0),  # full agreement
        ([("a", "b"), ("b", "a")], -0.5),  # worse than chance
        ([("a", "a"), ("a", "a")], None),  # nothing varies
        ([("a",), ("b",)], None),  # nobody to agree with
        ([], None),
    ],
)
def test_alpha_at_its_ends(units: list[tuple[str, ...]], alpha: float | None) -> None:
    assert nominal_alpha(units) == alpha


@given(st.lists(st.lists(st.sampled_from("xyz"), max_size=4), max_size=8))
def test_alpha_is_what_the_definition_gives_pair_by_pair(units: list[list[str]]) -> None:
    """One less observed disagreement over expected, every pair of values counted by itself, in exact fractions."""
    pairable = [unit for unit in units if len(unit) > 1]
    values = [value for unit in pairable for value in unit]
    clashing = sum(x != y for x, y in permutations(values, 2))
    if not clashing:
        assert nominal_alpha(units) is None
        return
    observed = sum(Fraction(sum(x != y for x, y in permutations(unit, 2)), len(unit) - 1) for unit in pairable)
    expected = Fraction(clashing, len(values) - 1)
    assert nominal_alpha(units) == pytest.approx(float(1 - observed / expected))


def test_outlets_that_contradict_each_other_in_a_claim_disagree_on_it() -> None:
    passages = [("g1", "a"), ("g1", "b"), ("g1", "c"), ("g2", "a"), ("g2", "b"), ("g3", "b"), ("g3", "c")]
    claims = CLAIMS.frame(
        {
            Col.CLAIM_ID: f"{group}{name}", Col.GROUP_ID: group, Col.DOCUMENT_ID: name, Col.SENTENCE_INDEX: 0,
            Col.START_CHAR: int(group[1]) * 100, Col.END_CHAR: int(group[1]) * 100 + 50,
        }
        for group, name in passages
    )  # fmt: skip
    documents = DOCUMENTS.frame({Col.DOCUMENT_ID: name, Col.PUBLISHER: name.upper()} for name in "abc")
    clash = DISCREPANCIES.frame([{
        Col.DISCREPANCY_ID: "x", Col.GROUP_ID: "g1", Col.DOCUMENT_ID_A: "a", Col.START_CHAR_A: 100, Col.END_CHAR_A: 150,
        Col.DOCUMENT_ID_B: "b", Col.START_CHAR_B: 100, Col.END_CHAR_B: 150,
    }])  # fmt: skip
    agreed = {}
    for name, discrepancies in (("none", DISCREPANCIES.empty()), ("one", clash)):
        found = agree_between_outlets(claims, discrepancies, RESPONSES.empty(), documents, Settings())
        agreed[name] = dict(zip(found["publisher_a"] + found["publisher_b"], found["n_agreed"], strict=True))
    assert agreed["none"] == {"AB": 2, "AC": 1, "BC": 2}
    assert agreed["one"] == {"AB": 1, "AC": 1, "BC": 2}


def test_the_interval_is_the_same_each_time_and_holds_alpha() -> None:
    units = [("a", "a"), ("b", "b"), ("a", "b"), ("a", "a"), ("b", "b"), ("b", "a"), ("a", "a"), ("b", "b")]
    interval = bootstrap_interval(units, resamples=200)
    alpha = nominal_alpha(units)
    assert interval == bootstrap_interval(units, resamples=200)
    assert interval is not None
    assert alpha is not None
    assert interval[0] <= alpha <= interval[1]


def test_outlets_are_compared_over_claims_over_responses_and_act_by_act(seeds_results: Results) -> None:
    pairs = seeds_results[OUTLET_PAIRS].set_index("measure")
    responses = seeds_results[RESPONSES]
    countries = set(responses["country_code"]) - {""}
    assert {"claims", "responses", *responses["act"]} == set(pairs.index)
    assert pairs.loc["DENY", "n_units"] == len(countries)
    # both report the denials of three countries; France's is told by one of the two
    assert len(countries) - pairs.loc["DENY", "n_agreed"] == 1
    # silence in one and a comment in the other is no agreement
    assert pairs.loc["NO_STATEMENT", "n_agreed"] < pairs.loc["NO_STATEMENT", "n_units"]
    assert pairs.loc["responses", "n_units"] == len(countries) * responses["act"].nunique()
