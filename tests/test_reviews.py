"""Charts tell rows of the machine from those that an analyst checked or corrected."""

import plotly.graph_objects as go
import pytest

from analysis import corrections, summaries
from analysis.corrections import CHECKED, CORRECTED, MACHINE
from analysis.filters import Filters
from analysis.results import Results
from analysis.summaries.reviews import joined
from analysis.tables import ACTORS, CLAIMS, DISCREPANCIES, RESPONSES
from dashboard.charts.cells import Axis, Cell, cell_grid
from dashboard.charts.reviewed import in_words
from dashboard.view import View
from tests import factories
from tests.test_charts import draw_all

SAMPLE = factories.sample()


def put_right() -> Results:
    """The sample after an analyst's morning: responses, an actor, a claim and a discrepancy."""
    made = [
        corrections.check(SAMPLE, RESPONSES, "north:r1", "read it"),
        corrections.change_response(SAMPLE, "north:r3", "too strong", act="COMMENT"),
        corrections.rename_actor(SAMPLE, "person:ada berg", "Ada M. Berg", "as she signs"),
        corrections.check(SAMPLE, ACTORS, "organisation:coast watch", "known"),
        corrections.check(SAMPLE, CLAIMS, "south:c0", "read it"),
        corrections.check(SAMPLE, DISCREPANCIES, "d1", "read both"),
    ]
    return corrections.correct(SAMPLE, made)


RIGHT = put_right()


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ([], MACHINE),
        ([MACHINE, MACHINE], MACHINE),
        ([CHECKED, CHECKED], CHECKED),
        ([CHECKED, MACHINE], MACHINE),  # nobody vouched for the second row
        ([CHECKED, CORRECTED, MACHINE], CORRECTED),
    ],
)
def test_a_mark_of_several_rows_claims_no_more_than_was_done(reviews: list[str], expected: str) -> None:
    assert joined(reviews) == expected


def test_each_mark_says_who_made_it() -> None:
    grid = summaries.response_grid(RIGHT)
    cells = {(row.country_code, row.publisher): row.review for row in grid.itertuples()}
    assert cells["SDN", "Northern Herald"] == CHECKED
    assert cells["FRA", "Northern Herald"] == CORRECTED
    assert cells["SDN", "South Times <b>"] == MACHINE
    named = summaries.mentions_by_actor_and_outlet(RIGHT).drop_duplicates("entity_id").set_index("entity_id")["review"]
    assert named["person:ada berg"] == CORRECTED
    assert named["organisation:coast watch"] == CHECKED
    claims = {(row.group_id, row.publisher): row.review for row in summaries.claim_map(RIGHT).itertuples()}
    assert claims["g2", "South Times <b>"] == CHECKED
    assert claims["g2", "Northern Herald"] == MACHINE
    assert list(summaries.discrepancy_table(RIGHT)["review"]) == [CHECKED]


SIGNED = {
    "bars": "☑✎", "heat": "☑✎", "first": "☑✎", "network": "☑✎", "grid": "☑✎", "ladder": "☑✎", "dyads": "☑", "map": "✎",
    "claims": "☑", "timeline": "✎",
}  # fmt: skip
"""Signs that each chart of the sample shows; outlet pairs and calls have none here."""


def signs(figure: go.Figure) -> set[str]:
    written = " ".join(str(text) for trace in figure.data for text in (trace.text if trace.text is not None else ()))
    written += " ".join(figure.layout.yaxis.ticktext or ())
    return {sign for sign in "☑✎" if sign in written}


@pytest.mark.parametrize("name", SIGNED)
def test_every_chart_marks_what_an_analyst_had_a_hand_in(name: str) -> None:
    plain, right = (draw_all(View.of(results, Filters()))[name] for results in (SAMPLE, RIGHT))
    legend = {trace.name for trace in right.data if trace.showlegend is not False} - {None}
    assert signs(plain) == set()
    assert signs(right) == set(SIGNED[name])
    for sign, meaning in (("☑", "☑ checked by the analyst"), ("✎", "✎ corrected by the analyst")):
        assert (meaning in legend) == (sign in SIGNED[name])
        assert meaning not in {trace.name for trace in plain.data}


def test_the_sign_stands_in_its_own_cell() -> None:
    cells = [
        Cell(row=row, column="c", text=row, colour="#FFFFFF", review=r) for row, r in (("a", MACHINE), ("b", CORRECTED))
    ]
    figure = cell_grid(cells, rows=Axis(keys="ab", names="ab"), columns=Axis(keys="c", names="c"))
    (badges,) = [trace for trace in figure.data if trace.text is not None and "✎" in trace.text]
    assert [round(y) for y in badges.y] == [1]
    assert [round(x) for x in badges.x] == [0]


def test_signs_on_the_map_bring_no_axes() -> None:
    figure = draw_all(View.of(RIGHT, Filters()))["map"]
    assert {trace.type for trace in figure.data} == {"choropleth", "scattergeo"}


def test_signs_are_told_in_words_too() -> None:
    words = in_words(summaries.response_grid(RIGHT))
    assert words == "Rows of the table: ☑ 1 checked by the analyst and ✎ 1 corrected by the analyst."
    assert in_words(summaries.response_grid(SAMPLE)) == ""
