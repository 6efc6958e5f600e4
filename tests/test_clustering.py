"""The groups that passages form by the odds of two."""

import pytest

from analysis.claims import grouping
from analysis.claims.clustering import cluster

CLUSTER_CASES = [
    # a chain: b is close to both, a and c are far apart
    ({(0, 1): 2.0, (1, 2): 1.0, (0, 2): -2.0}, ["x", "y", "z"], [0, 0, 2]),
    # all close to each other
    ({(0, 1): 2.0, (1, 2): 1.5, (0, 2): 0.5}, ["x", "y", "z"], [0, 0, 0]),
    # the second passage of one article needs more than the first
    ({(0, 1): 2.0, (1, 2): 1.0}, ["x", "y", "x"], [0, 0, 2]),
    # a passage joined early moves to the group that it suits better
    ({(0, 1): 2.0, (1, 2): 1.9, (1, 3): 1.9, (2, 3): 1.8}, ["x", "y", "z", "w"], [0, 1, 1, 1]),
    # nothing close enough to begin with
    ({(0, 1): -0.1}, ["x", "y"], [0, 1]),
]


@pytest.mark.parametrize(("odds", "documents", "groups"), CLUSTER_CASES)
def test_groups_hold_together(odds: dict[tuple[int, int], float], documents: list[str], groups: list[int]) -> None:
    places = [(document, row * 10, row * 10 + 9) for row, document in enumerate(documents)]
    assert cluster(odds, places) == groups


def test_weak_likeness_adds_to_a_claim_but_starts_none() -> None:
    places = [(document, 0, 9) for document in "xyz"]
    assert cluster({(0, 1): 0.5, (1, 2): 0.4}, places, start=1.0) == [0, 1, 2]
    assert cluster({(0, 1): 1.5, (1, 2): 0.4, (0, 2): 0.4}, places, start=1.0) == [0, 0, 0]


def test_a_passage_stays_for_one_other_or_leaves() -> None:
    places = [(document, 0, 9) for document in "xyz"] + [("z", 20, 29)]
    odds = {(0, 1): 3.0, (0, 2): 0.4, (1, 2): 0.4}
    assert cluster(odds, places[:3], stay=0.4) == [0, 0, 0]
    assert cluster(odds, places[:3], stay=0.5) == [0, 0, 2]
    # within its article any likeness will do
    assert cluster(odds | {(0, 3): 1.0, (1, 3): 1.0}, places, repeats={(2, 3): 0.1}, stay=0.5) == [0, 0, 0, 0]
    # but no outlet bears itself out
    repeated = {(0, 1): 0.4, (0, 2): 0.4, (1, 2): 0.4, (0, 3): 0.4, (1, 3): 0.4}
    assert cluster(repeated, places, repeats={(2, 3): 0.1}, stay=0.5) == [0, 1, 2, 3]
    # and a group that all leave is none
    weak = {(0, 1): 0.4, (0, 2): 0.4, (1, 2): 0.4}
    assert cluster(weak, places[:3], start=1.0, stay=0.3) == [0, 0, 0]
    assert cluster(weak, places[:3], start=1.0, stay=0.5) == [0, 1, 2]


def test_passages_of_a_group_that_falls_apart_join_where_they_suit() -> None:
    places = [(document, row * 10, row * 10 + 9) for row, document in enumerate("xyxy")]
    # the third moves to the fourth, with which it makes no group; the first and second take it back
    odds = {(0, 1): 3.0, (1, 2): 1.6, (2, 3): 0.6}
    assert cluster(odds, places) == [0, 0, 2, 2]
    assert cluster(odds, places, start=1.0) == [0, 0, 0, 3]


def test_passages_that_overlap_are_one_place() -> None:
    """A phrase and the sentence around it do not stand in each other's way."""
    odds = {(0, 2): 1.0, (1, 2): 1.0}
    assert cluster(odds, [("x", 0, 50), ("x", 20, 50), ("y", 0, 30)]) == [0, 0, 0]
    assert len(set(cluster(odds, [("x", 0, 50), ("x", 60, 90), ("y", 0, 30)]))) == 2


def test_a_phrase_that_is_as_near_as_its_passage_leaves_it_free_for_other_claims() -> None:
    """`The three states reject | the claim that a plot was near`."""
    places = [("x", 0, 50), ("x", 20, 50), ("y", 0, 30), ("z", 0, 30)]
    odds = {(0, 2): 2.0, (1, 2): 1.8, (0, 3): 1.0}
    is_embedded = [False, True, False, False]
    assert grouping._told_within(odds, places, is_embedded) == odds | {(0, 2): 0.0}
    assert grouping._told_within(odds | {(1, 2): 1.2}, places, is_embedded)[0, 2] == 2.0
    assert grouping._told_within(odds, places, [False] * 4) == odds


def test_a_phrase_in_passing_speaks_less_for_one_claim_and_two_do_not_at_all() -> None:
    odds = {(0, 1): 4.0, (0, 2): 1.0, (1, 2): 4.0, (0, 3): -0.5, (1, 3): -0.5, (0, 4): 4.0}
    found = grouping._in_passing(odds, [False, True, True, True, False])
    assert found == odds | {(0, 1): 4.0 - grouping._PASSING, (0, 2): 0.0, (1, 2): 0.0}


def test_neighbours_of_one_article_may_tell_one_claim_twice() -> None:
    places = [("x", 0, 9), ("x", 20, 29), ("y", 0, 9)]
    odds = {(0, 2): 2.0, (1, 2): 1.0}
    assert cluster(odds, places) == [0, 1, 0]
    assert cluster(odds, places, repeats={(0, 1): 0.2}) == [0, 0, 0]
    # but no outlet bears itself out
    assert cluster({}, places, repeats={(0, 1): 3.0}) == [0, 1, 2]
