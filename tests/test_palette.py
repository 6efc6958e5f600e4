"""Colours are fixed, are colours, and carry text that can be read."""

import re

import pytest

from analysis.palette import (
    ACT_COLOURS,
    OUTLET_COLOURS,
    POLARITY_COLOURS,
    STATE_COLOURS,
    STATUS_COLOURS,
    contrast,
    ink_on,
    outlet_colours,
)

SCHEMES = {
    "outlets": OUTLET_COLOURS,
    "acts": tuple(ACT_COLOURS.values()),
    "states": tuple(STATE_COLOURS.values()),
    "statuses": tuple(STATUS_COLOURS.values()),
    "polarities": tuple(POLARITY_COLOURS.values()),
}


@pytest.mark.parametrize("name", SCHEMES)
def test_colours_are_distinct_and_well_formed(name: str) -> None:
    colours = SCHEMES[name]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours)
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize("colour", sorted({colour for colours in SCHEMES.values() for colour in colours}))
def test_text_on_a_colour_meets_aa(colour: str) -> None:
    assert contrast(ink_on(colour), colour) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_an_outlets_colour_does_not_depend_on_the_order_of_articles() -> None:
    assert outlet_colours(["b", "a", "b"]) == outlet_colours(["a", "b"])


def test_more_outlets_than_colours_begin_again() -> None:
    names = [f"{number:02}" for number in range(14)]
    assert outlet_colours(names)["12"] == OUTLET_COLOURS[0]
