"""Charts: every mark carries an id the page knows, colours hold under filters, labels are never read as HTML."""

import itertools

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis import summaries
from analysis.filters import Filters
from analysis.palette import ACTS_BY_FORCE, act_colour, by_force, contrast, ink_on
from analysis.summaries import placing
from analysis.tables import RESPONSES
from dashboard.charts import actors, agreement, marks, network, responses, world
from dashboard.charts.cells import SCREEN_WIDTH, TEXT_SIZES, Axis, Cell, cell_grid, longest_line
from dashboard.charts.marks import label, mark_id, parts_of
from dashboard.charts.timeline import timeline
from dashboard.theme import Palette, template
from dashboard.view import View
from tests import factories

SAMPLE = factories.sample()
VIEW = View.of(SAMPLE, Filters())


def draw_all(view: View) -> dict[str, go.Figure]:
    found = view.results
    mentions = summaries.mentions_by_actor_and_outlet(found)
    together = summaries.appearances_together(found)
    return {
        "bars": actors.mentions_bars(mentions, view.palette),
        "heat": actors.mentions_heat(mentions),
        "first": actors.first_appearances(summaries.first_appearances(found), view.palette),
        "network": network.together_network(together, placing.network_places(together)),
        "grid": responses.response_grid(summaries.response_grid(found)),
        "ladder": responses.response_ladder(summaries.response_ladder(found)),
        "dyads": responses.dyad_grid(summaries.dyads(found)),
        "calls": responses.call_grid(summaries.calls(found)),
        "map": world.response_map(summaries.responses_by_country(found)),
        "claims": agreement.claim_map(summaries.claim_map(found)),
        "pairs": agreement.pair_matrix(summaries.pair_matrix(found, measure="claims")),
        "timeline": timeline(summaries.timeline(found), view.palette),
    }


DRAWN = draw_all(VIEW)


@pytest.mark.parametrize("event", ["sample", "single_source", "empty"])
def test_every_chart_draws(event: str) -> None:
    for name, figure in draw_all(View.of(getattr(factories, event)(), Filters())).items():
        figure.update_layout(template=template(dark=True))
        assert figure.to_json(), name


@pytest.mark.parametrize("name", DRAWN)
def test_labels_are_escaped(name: str) -> None:
    # the sample has an outlet called 'South Times <b>'
    figure = go.Figure(DRAWN[name]).update_traces(customdata=None)  # ids are never shown
    assert "Times <b>" not in figure.to_json().encode().decode("unicode_escape")


def test_an_outlet_keeps_its_colour_when_others_are_filtered_away() -> None:
    def colours(view: View) -> dict[str, str]:
        return {
            trace.name: trace.marker.color for trace in timeline(summaries.timeline(view.results), view.palette).data
        }

    few = colours(View.of(SAMPLE, Filters(outlets=("South Times <b>",))))
    assert few.items() <= colours(VIEW).items()
    assert len(few) == 1


def test_outlets_differ_by_more_than_colour() -> None:
    palette = Palette(tuple(f"outlet {number}" for number in range(8)))
    assert len({palette.pattern(outlet) for outlet in palette.outlets}) == 8
    assert len({palette.symbol(outlet) for outlet in palette.outlets}) == 8


def test_every_act_has_its_place_and_colour() -> None:
    acts = set(SAMPLE[RESPONSES]["act"])
    assert acts <= set(ACTS_BY_FORCE)
    assert by_force(["COMMENT", "NEW_ACT", "USE_FORCE"]) == ["USE_FORCE", "COMMENT", "NEW_ACT"]


@pytest.mark.parametrize("act", ACTS_BY_FORCE)
def test_text_on_an_act_can_be_read(act: str) -> None:
    assert contrast(act_colour(act), ink_on(act_colour(act))) >= 4.5


def test_cells_can_be_clicked_one_by_one() -> None:
    cells = [
        Cell(row=row, column=column, text="x", colour="#FFFFFF", mark=mark_id(row, column))
        for row in "ab"
        for column in "cde"
    ]
    figure = cell_grid(cells, rows=Axis(keys="ab", names="ab"), columns=Axis(keys="cde", names="cde"))
    targets = next(trace for trace in figure.data if trace.customdata is not None)
    assert [parts_of(mark) for mark in targets.customdata] == [(row, column) for row in "ab" for column in "cde"]
    assert list(zip(targets.x, targets.y, strict=True)) == [(x, y) for y in range(2) for x in range(3)]


def test_dark_cells_have_light_text() -> None:
    cells = [Cell(row="a", column="b", text="force", colour="#4A0F2E")]
    figure = cell_grid(cells, rows=Axis(keys="a", names="a"), columns=Axis(keys="b", names="b"))
    (heat,) = [trace for trace in figure.data if trace.type == "heatmap" and trace.text[0][0] == "force"]
    assert heat.textfont.color == "#FFFFFF"


@pytest.mark.parametrize(
    ("n_columns", "text"), [(2, "reports"), (10, "≠<br>contradicts"), (40, "mentioned,<br>not quoted")]
)
def test_a_grid_has_the_width_that_its_text_needs(n_columns: int, text: str) -> None:
    """Text that is wider than its column lies over the one beside it: it gets smaller, then the grid gets wider."""
    keys = [f"{n:02d}" for n in range(n_columns)]
    cells = [Cell(row="a", column=key, text=text, colour="#FFFFFF") for key in keys]
    names = [f"northern_evening_post_{key}" for key in keys]
    figure = cell_grid(cells, rows=Axis(keys="a", names=["France"]), columns=Axis(keys=keys, names=names, width=14))
    size = {trace.textfont.size for trace in figure.data if trace.type == "heatmap"}
    column = max(SCREEN_WIDTH, figure.layout.meta["least_width"]) / n_columns
    assert size == {13} if n_columns == 2 else size < {*TEXT_SIZES}
    assert column >= longest_line([text]) * 0.45 * max(size)
    assert column >= 6 * longest_line(figure.layout.xaxis.ticktext)


def test_the_name_of_a_file_is_parted_where_its_parts_meet() -> None:
    assert label("northern_evening_post", width=9) == "northern_<br>evening_<br>post"
    assert label("agency_table-001", width=16) == "agency_table-001"


def test_ladder_has_no_line_through_its_first_country() -> None:
    """Rows are numbered from 0, where plotly draws a line of its own: it looked as if it stood for something."""
    assert DRAWN["ladder"].layout.yaxis.zeroline is False


def test_ladder_hides_no_act_behind_another() -> None:
    figure = DRAWN["ladder"]
    places = [place for trace in figure.data for place in zip(trace.x, trace.y, strict=True)]
    assert len(places) == len(set(places))


def test_network_stands_still() -> None:
    together = summaries.appearances_together(SAMPLE)
    assert placing.network_places(together) == placing.network_places(together.copy())


def test_names_in_the_network_do_not_lie_on_each_other() -> None:
    # five actors all named with the same two: the layout alone heaps the two in the middle
    names = ["United States", "China", *(f"Ministry of Foreign Affairs {n}" for n in range(5))]
    rows = [(a, a, b, b, 9) for n, a in enumerate(names[:2]) for b in names[n + 1 :]]
    pairs = pd.DataFrame(rows, columns=["entity_id_a", "entity_a", "entity_id_b", "entity_b", "n_sentences"])
    at = placing.network_places(pairs)
    for first, second in itertools.combinations(names, 2):
        (x0, y0), (x1, y1) = at[first], at[second]
        width = placing.CHARACTER * (min(len(first), 30) + min(len(second), 30)) / 2
        assert abs(x0 - x1) * placing.WIDTH >= width * 0.7 or abs(y0 - y1) * placing.HEIGHT >= placing.LINE * 0.5


@pytest.mark.parametrize(
    ("acts", "text"),
    [
        (["DENY"], "deny"),
        (["APPEAL", "USE_FORCE"], "use force, appeal"),
        (["DENY", "ACCUSE", "APPEAL", "COMMENT", "AID"], "accuse, deny, aid,<br>+2 more"),
    ],
)
def test_cell_text_names_the_most_forceful_first(acts: list[str], text: str) -> None:
    assert responses.cell_text(acts, n_columns=5) == text


def test_label_wraps_and_escapes() -> None:
    assert label("R&D <i>", width=4) == "R&amp;D<br>&lt;i&gt;"


def test_a_small_country_has_a_marker_that_can_be_selected() -> None:
    rows = [("MLT", "Malta", 2, 1, "DENY", "DENY", "machine"), ("FRA", "France", 1, 1, "DENY", "DENY", "machine")]
    columns = ["country_code", "country", "n_responses", "n_outlets", "acts", "act", "review"]
    figure = world.response_map(pd.DataFrame(rows, columns=columns))
    (markers,) = [trace for trace in figure.data if trace.type == "scattergeo" and trace.customdata]
    assert [parts_of(mark)[0] for mark in markers.customdata] == ["MLT"]
    assert (round(markers.lat[0]), round(markers.lon[0])) == (36, 15)
    (areas,) = [trace for trace in figure.data if trace.type == "choropleth"]
    assert list(areas.locations) == ["MLT", "FRA"]  # an area that is drawn at all stays selectable too
    assert markers.marker.color == areas.colorscale[0][1]


def test_the_codes_of_neighbours_are_written_apart() -> None:
    codes = ("NOR", "SWE", "EST", "LVA", "DEU", "POL")
    rows = [(code, code, n, 1, "DENY", "DENY", "machine") for n, code in enumerate(codes, 1)]
    columns = ["country_code", "country", "n_responses", "n_outlets", "acts", "act", "review"]
    figure = world.response_map(pd.DataFrame(rows, columns=columns))
    texts = [trace for trace in figure.data if trace.type == "scattergeo" and trace.mode == "text"]
    written = [(text, *place) for trace in texts for text, *place in zip(trace.text, trace.lon, trace.lat, strict=True)]
    assert sorted(text for text, *_ in written) == sorted(f"{code} {n}" for n, code in enumerate(codes, 1))
    apart = [abs(a[1] - b[1]) > 12 or abs(a[2] - b[2]) > 5 for a, b in itertools.combinations(written, 2)]  # [degrees]
    assert all(apart)


def test_a_day_has_one_tick() -> None:
    frame = pd.DataFrame({"published_on": ["2023-02-03", "2023-02-05"]})
    axis = marks.days_axis(frame["published_on"])
    assert axis["dtick"] == 86_400_000  # plotly's own choice wrote each day twice


def test_acts_leave_room_for_what_stands_before_them() -> None:
    assert responses.cell_text(["CONDEMN", "DENY"], n_columns=8) == "condemn, deny"
    assert responses.cell_text(["CONDEMN", "DENY"], n_columns=8, used=5) == "condemn,<br>deny"
