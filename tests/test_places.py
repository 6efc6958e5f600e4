"""Small countries have a place on the map of the world."""

import json

import pytest

from analysis.countries import country_name
from analysis.places import is_small, place_of
from tests.conftest import ROOT

PLACES = (
    ("MLT", 35.9, 14.5),
    ("SGP", 1.3, 103.9),
    ("BHR", 26.2, 50.6),
    ("QAT", 25.3, 51.5),
    ("VAT", 41.9, 12.5),
    ("MAC", 22.2, 113.5),  # capital Macao, town Macau
    ("ATG", 17.1, -61.8),  # capital St. John's, town Saint John’s
    ("XKX", 42.7, 21.2),
)


@pytest.mark.parametrize(("code", "latitude", "longitude"), PLACES)
def test_small_countries_stand_where_their_capital_is(code: str, latitude: float, longitude: float) -> None:
    assert place_of(code) == pytest.approx((latitude, longitude), abs=0.15)


@pytest.mark.parametrize(("code", "expected"), [("LUX", True), ("VAT", True), ("FRA", False), ("", False)])
def test_small_is_what_cannot_be_seen(code: str, expected: bool) -> None:
    assert is_small(code) == expected


def test_every_country_without_an_area_on_the_map_has_a_place() -> None:
    shapes = json.loads((ROOT / "dashboard/static/topojson/world_110m.json").read_text(encoding="utf-8"))
    drawn = {shape.get("id") for shape in shapes["objects"]["countries"]["geometries"]}
    states = _codes("AND ATG BHR BRB FSM GRD KIR KNA LCA LIE MCO MDV MHL MLT NRU PLW SGP SMR")
    states |= _codes("SYC TON TUV VAT VCT XKX")
    assert drawn.isdisjoint(states)
    assert [country_name(code) for code in sorted(states) if not is_small(code) or place_of(code) is None] == []


def _codes(words: str) -> set[str]:
    return set(words.split())


def test_an_unknown_code_has_no_place() -> None:
    assert place_of("ZZZ") is None
