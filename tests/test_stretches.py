"""Which stretches share characters with a passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.stretches import Extent, Stretches

PLACED: list[tuple[str, Extent]] = [
    ("wide", (0, 100)),
    ("later", (40, 50)),
    ("early", (10, 20)),
    ("nowhere", (None, None)),
]

CASES = [
    # given back as they were given, and not as they stand
    (15, 45, ["wide", "later", "early"]),
    # one that ends where the passage starts, or starts where it ends, shares nothing
    (20, 40, ["wide"]),
    # a long one before several short ones is not lost behind them
    (60, 70, ["wide"]),
    (100, 110, []),
]


@pytest.mark.parametrize(("start", "end", "expected"), CASES)
def test_the_stretches_that_touch_a_passage(start: int, end: int, expected: list[str]) -> None:
    stretches = Stretches(PLACED, lambda item: item[1])
    assert [name for name, _ in stretches.touching(start, end)] == expected


_EXTENTS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda drawn: (drawn[0], drawn[0] + drawn[1]))


@given(st.lists(_EXTENTS), _EXTENTS)
def test_they_are_those_that_a_look_at_each_finds(placed: list[tuple[int, int]], passage: tuple[int, int]) -> None:
    start, end = passage
    expected = [(first, last) for first, last in placed if first < end and last > start]
    assert Stretches(placed, lambda item: item).touching(start, end) == expected
