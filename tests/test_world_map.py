"""The map of the world in a brief: outlines where the countries are, and what each country's bar says of it."""

import io
import json
from datetime import date

import pptx
import pytest

from analysis.briefing.borders import FILE, outlines, projected, rounded
from analysis.briefing.choices import Choice
from analysis.briefing.deck import write_deck
from analysis.briefing.figure import Map, Series
from analysis.briefing.making import make_brief
from analysis.briefing.markup import Element
from analysis.briefing.world_map import draw_map
from analysis.corrections import CHECKED, MACHINE
from analysis.places import place_of
from tests import factories
from tests.conftest import ROOT

WIDTH = 960.0


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
