"""How many independent origins stand behind outlets: those of which no two rest on one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.columns import Col
from analysis.reliance import Reliance, are_one, count_independent, do_overlap
from analysis.tables import ORIGINS

COUNTS = [
    # nothing shows: each outlet is its own origin
    ({"A": (), "B": (), "C": ()}, 3),
    # two print one agency
    ({"A": ("agency:reuters",), "B": ("agency:reuters",), "C": ()}, 2),
    ({"A": ("agency:reuters",), "B": ("agency:tass",)}, 2),
    # one ministry's readout in both; another ministry's in the third
    ({"A": ("official:tur/defence-ministry",), "B": ("official:tur/defence-ministry",), "C": ("official:rus/x",)}, 2),
    # two ministries of one state are two
    ({"A": ("official:tur/defence-ministry",), "B": ("official:tur/foreign-ministry",)}, 2),
    # `Türkiye said` may be either ministry's word
    ({"A": ("official:tur",), "B": ("official:tur/foreign-ministry",)}, 1),
    ({"A": ("official:tur",), "B": ("official:tur/foreign-ministry",), "C": ("official:tur/defence-ministry",)}, 2),
    # a key that merely begins like another is another
    ({"A": ("official:tur/defence",), "B": ("official:tur/defence-industry",)}, 2),
    # an outlet that cites both sides makes them no single one
    ({"A": ("official:tur/x",), "B": ("official:rus/x",), "C": ("official:tur/x", "official:rus/x")}, 2),
    # who prints an agency that, as another outlet shows, passes on a ministry's word rests on that word
    ({"A": ("agency:afp", "official:tur/x"), "B": ("agency:afp",), "C": ("official:tur/x",)}, 1),
    # an institute and an agency that pass nothing on to each other
    ({"A": ("institute:isw",), "B": ("agency:afp",)}, 2),
    ({}, 0),
]


@pytest.mark.parametrize(("used", "n_origins"), COUNTS)
def test_outlets_that_rest_on_one_origin_count_once(used: dict[str, tuple[str, ...]], n_origins: int) -> None:
    assert count_independent(used) == n_origins


_KEYS = st.sampled_from(["agency:a", "outlet:b", "official:tur", "official:tur/x", "official:tur/y", "institute:i"])


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.frozensets(_KEYS, max_size=3), max_size=6))
def test_the_count_lies_between_one_and_the_outlets_and_no_order_changes_it(used: dict[str, frozenset[str]]) -> None:
    count = count_independent(used)
    assert (1 if used else 0) <= count <= len(used)
    assert count == count_independent(dict(reversed(used.items())))
    # a further origin of one outlet never makes outlets more independent
    for outlet in used:
        assert count_independent({**used, outlet: used[outlet] | {"agency:new"}}) <= len(used)


def test_a_state_may_speak_through_its_bodies() -> None:
    assert are_one("official:tur", "official:tur/defence-ministry")
    assert are_one("official:tur/defence-ministry", "official:tur")
    assert not are_one("official:tur/defence-ministry", "official:tur/foreign-ministry")


@pytest.mark.parametrize(
    ("second", "is_shared"),
    [
        ((10, 40), True),  # within
        ((0, 200), True),  # around
        ((70, 100), True),  # half of the shorter
        ((80, 140), False),  # a fifth of it only
        ((100, 120), False),  # beside
    ],
)
def test_a_passage_rests_on_what_covers_half_of_it(second: tuple[int, int], is_shared: bool) -> None:
    assert do_overlap((0, 90), second) == is_shared


def test_a_credit_elsewhere_in_the_article_says_nothing_of_a_passage() -> None:
    row = {
        Col.ORIGIN_ID: "agency:reuters", Col.ORIGIN: "Reuters", Col.DOCUMENT_ID: "a", Col.START_CHAR: 90,
        Col.END_CHAR: 150,
    }  # fmt: skip
    reliance = Reliance.of(ORIGINS.frame([row]))
    assert reliance.of_passage({"document_id": "a", "start_char": 0, "end_char": 80}) == {}
    assert reliance.of_passage({"document_id": "a", "start_char": 95, "end_char": 120}) == {"agency:reuters": "Reuters"}
    assert reliance.of_passage({"document_id": "b", "start_char": 95, "end_char": 120}) == {}
