"""Agreement beyond chance, over claims, over responses and act by act."""

import pytest

from analysis import Results
from analysis.agreement.alpha import bootstrap_interval, nominal_alpha
from analysis.tables import OUTLET_PAIRS, RESPONSES


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
