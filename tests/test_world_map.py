"""The map of the world in a brief: outlines where the countries are, and what each country's bar says of it."""

import io
import itertools
import json
from datetime import date

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.borders import FILE, outlines, projected, rounded, unprojected
from analysis.briefing.choices import Choice
from analysis.briefing.deck import write_deck
from analysis.briefing.figure import Map, Series
from analysis.briefing.label_places import Label, Placed, place_labels
from analysis.briefing.making import make_brief
from analysis.briefing.markup import Element
from analysis.briefing.world_map import draw_map
from analysis.corrections import CHECKED, MACHINE
from analysis.places import place_of
from tests import factories
from tests.conftest import ROOT

WIDTH = 960.0
ROUNDING = 1e-9
"""Of sums of floating point numbers: names that touch are 11.999999999999998 apart instead of 12."""


def test_the_outlines_are_those_of_the_map_on_the_screen() -> None:
    topology = json.loads((ROOT / "dashboard/static/topojson/world_110m.json").read_text(encoding="utf-8"))
    assert json.loads(FILE.read_text(encoding="utf-8")) == rounded(topology)


def test_each_capital_lies_within_its_country() -> None:
    """Upside down, mirrored or with longitude and latitude exchanged, none of them would."""
    outside = []
    for code, country in outlines().items():
        capital = place_of(code)
        if capital is None:
            continue
        lines = zip(*(point for ring in country.rings for point in ring), strict=True)
        (west, east), (south, north) = ((min(line) - 2, max(line) + 2) for line in lines)  # small islands are left out
        if not (west <= capital[1] <= east and south <= capital[0] <= north):
            outside.append(code)
    assert len(outlines()) > 180
    assert outside == []


def test_no_country_is_torn_by_the_date_line() -> None:
    widths = {
        code: max(x for x, _ in ring) - min(x for x, _ in ring) for code, c in outlines().items() for ring in c.rings
    }
    assert max(widths.values()) < 180


@pytest.mark.parametrize(
    ("place", "expected"),
    [((0.0, 0.0), (0.0, 0.0)), ((180.0, 0.0), (2.7354, 0.0)), ((0.0, 90.0), (0.0, -1.4224)), ((-90.0, 45.0), None)],
)
def test_the_projection_is_the_natural_earth(place: tuple[float, float], expected: tuple[float, float] | None) -> None:
    """Width and height as in the publication: the equator is 0.8707 of its true length; north is up, west is left."""
    x, y = projected(place)
    if expected is None:
        assert x < 0
        assert y < 0
    else:
        assert (x, y) == pytest.approx(expected, abs=1e-4)


def drawn(*codes: str, review: str = MACHINE) -> list[Element]:
    series = Series("deny", "#D55E00", tuple(range(1, len(codes) + 1)), reviews=(review,) * len(codes))
    drawing = Map(axis="Country", unit="responses", categories=codes, series=(series,), codes=codes)
    made, height = draw_map(drawing, WIDTH)
    assert 300 < height < WIDTH
    return made


def test_a_country_has_its_colour_its_code_and_its_number() -> None:
    _, area, name = drawn("BRA")
    assert (area.tag, area.get("fill"), area[0].text) == ("path", "#D55E00", "BRA, deny: 1")
    assert name.text == "BRA"
    assert 0.3 * WIDTH < float(name.get("x") or 0) < 0.45 * WIDTH


def test_a_small_country_has_a_marker_at_its_capital() -> None:
    _, marker, name = drawn("MLT")
    assert (marker.tag, marker[0].text, name.text) == ("circle", "MLT, deny: 1", "MLT")
    assert 0.5 * WIDTH < float(marker.get("cx") or 0) < 0.56 * WIDTH


def test_a_code_that_is_nowhere_has_its_bar_alone() -> None:
    assert len(drawn("XYZ")) == 1


def test_what_an_analyst_checked_has_the_sign_and_an_outline() -> None:
    (_, area, name), (_, plain, _) = drawn("BRA", review=CHECKED), drawn("BRA")
    assert name.text == "BRA ☑"
    assert float(area.get("stroke-width") or 0) > float(plain.get("stroke-width") or 0)


def test_a_deck_has_the_bars_as_a_chart() -> None:
    brief = make_brief(factories.sample(), made_on=date(2024, 3, 5), choices=[Choice("world")])
    assert isinstance(brief.figures[0].drawing, Map)
    deck = pptx.Presentation(io.BytesIO(write_deck(brief)))
    (chart,) = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert list(chart.plots[0].categories) == list(brief.figures[0].drawing.categories)


def test_a_name_stands_at_home_where_nothing_is_in_its_way() -> None:
    (placed,) = place_labels([Label((100.0, 50.0), 30, 12)])
    assert placed == Placed((100.0, 50.0))
    (placed,) = place_labels([Label((100.0, 50.0), 30, 12, radius=5)])
    assert placed is not None
    assert placed.middle[1] >= 50 + 5 + 6  # under its marker


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(0, 60), st.sampled_from([0, 5])), max_size=25))
def test_no_name_covers_another_or_a_marker(homes: list[tuple[int, int, int]]) -> None:
    labels = [Label((float(x), float(y)), 30, 12, float(radius)) for x, y, radius in homes]
    placed = [(label, spot) for label, spot in zip(labels, place_labels(labels), strict=True) if spot]
    for (_, a), (_, b) in itertools.combinations(placed, 2):
        assert abs(a.middle[0] - b.middle[0]) >= 30 - ROUNDING or abs(a.middle[1] - b.middle[1]) >= 12 - ROUNDING
    for (_, spot), label in itertools.product(placed, (label for label in labels if label.radius)):
        away = abs(spot.middle[0] - label.home[0]), abs(spot.middle[1] - label.home[1])
        assert away[0] >= 15 + label.radius - ROUNDING or away[1] >= 6 + label.radius - ROUNDING
    assert all(spot.line is None or spot.line[1] == label.home for label, spot in placed)


def test_neighbours_make_room_for_each_other() -> None:
    names = [part for part in drawn("NOR", "SWE", "EST") if part.tag == "text"]
    places = [(float(name.get("x") or 0), float(name.get("y") or 0)) for name in names]
    assert len(places) == 3
    assert all(abs(a[0] - b[0]) > 20 or abs(a[1] - b[1]) > 11 for a, b in itertools.combinations(places, 2))


@given(st.floats(-179, 179), st.floats(-85, 85))
def test_a_place_on_the_map_is_found_on_the_globe(longitude: float, latitude: float) -> None:
    assert unprojected(projected((longitude, latitude))) == pytest.approx((longitude, latitude), abs=1e-6)
