"""Figures of the catalogue that show the screen's map, network and matrix, and the evidence that they carry."""

import io
import zipfile
from datetime import date

import pptx
import pytest
from lxml import etree
from pptx.chart.chart import Chart
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE

from analysis import corrections, summaries
from analysis.briefing.brief import Brief
from analysis.briefing.catalogue import FIGURES
from analysis.briefing.choices import Choice
from analysis.briefing.figure import Bars, Cell, Figure, Grid, Network
from analysis.briefing.formats import FORMATS
from analysis.briefing.making import make_brief
from analysis.briefing.markup import xml
from analysis.briefing.proof import described, figure_table
from analysis.briefing.svg import draw_chart
from analysis.filters import Filters
from analysis.palette import ACT_COLOURS, NO_ALPHA_COLOUR, OUTLET_COLOURS, contrast, ink_on, shade_on
from analysis.results import Results
from analysis.tables import RESPONSES
from tests import factories

SAMPLE = factories.sample()


def brief_of(*keys: str, results: Results = SAMPLE) -> Brief:
    return make_brief(results, made_on=date(2024, 3, 5), choices=map(Choice, keys))


@pytest.mark.parametrize("key", FIGURES)
def test_every_figure_carries_evidence(key: str) -> None:
    brief = brief_of(key)
    header, rows, _ = figure_table(brief, brief.figures[0])
    assert brief.numbers(brief.figures[0])
    if not isinstance(brief.figures[0].drawing, Grid):
        assert header[-1] == "Evidence"
        assert any(row[-1] for row in rows)


def test_the_world_as_bars_has_the_colours_and_numbers_of_the_map() -> None:
    drawing = brief_of("world").figures[0].drawing
    assert isinstance(drawing, Bars)
    assert drawing.categories == ("Africa: Sudan", "Europe: Norway", "Europe: France")  # by region, then by number
    frame = summaries.responses_by_country(SAMPLE).set_index("country")
    for at, category in enumerate(drawing.categories):
        filled = {series.name: series.values[at] for series in drawing.series if series.values[at]}
        country = category.partition(": ")[2]
        assert list(filled.values()) == [frame.loc[country, "n_responses"]]
    assert {series.name for series in drawing.series} == {"accuse", "deny", "appeal"}


def test_a_matrix_has_each_pair_once_and_greys_what_is_not_to_be_leaned_on() -> None:
    drawing = brief_of("alpha-matrix").figures[0].drawing
    assert isinstance(drawing, Grid)
    filled = [cell for cells in drawing.cells for cell in cells if cell.text]
    assert [cell.text for cell in filled] == ["⚠ 0.20 (-0.40 to 0.90)"] * 3
    assert {cell.colour for cell in filled} == {NO_ALPHA_COLOUR}


def test_a_pair_is_proved_by_what_both_report() -> None:
    brief = brief_of("alpha-matrix")
    passages = dict(brief.evidence)
    numbers = brief.numbers(brief.figures[0], ("South Times <b>", "Northern Herald"))
    assert {passages[number].outlet for number in numbers} <= {"South Times <b>", "Northern Herald"}
    screen = summaries.evidence_of_pair(SAMPLE, publishers=("Northern Herald", "South Times <b>"))
    assert len(numbers) == 2  # of one mark
    assert {passages[number].text for number in numbers} <= set(screen["text"])


def test_an_origin_is_proved_by_the_sentence_that_shows_it() -> None:
    brief = brief_of("origins")
    shown = summaries.evidence_of_origin(SAMPLE, origin_id="o1")
    assert [passage.text for _, passage in brief.evidence] == list(shown["text"])


def test_a_first_appearance_is_proved_by_its_first_sentence() -> None:
    brief = brief_of("first-appearances")
    first = {passage.mark[0]: passage.text for passage in brief.figures[0].evidence}
    assert first["Norland"] == "Norland accused Sudmark of sinking 3 fishing boats on Thursday."
    assert first["France"] == "France urged both sides to show restraint."


@pytest.mark.parametrize(
    ("measure", "sentences"),
    [
        ("claims", 4),  # g1 and g2, told by both
        ("responses", 2),  # both report that Sudan denies
        ("DENY", 2),
        ("APPEAL", 0),
    ],
)
def test_evidence_of_a_pair_follows_the_measure(measure: str, sentences: int) -> None:
    found = summaries.evidence_of_pair(SAMPLE, publishers=("Northern Herald", "South Times <b>"), measure=measure)
    assert len(found) == sentences


def test_the_network_is_drawn_of_shapes_with_its_numbers_in_a_table() -> None:
    brief = brief_of("network")
    figure = brief.figures[0]
    assert isinstance(figure.drawing, Network)
    deck = pptx.Presentation(io.BytesIO(FORMATS[".pptx"].write(brief)))
    (group,) = [s for slide in deck.slides for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP]
    kinds = [shape.shape_type for shape in group.shapes]
    assert kinds.count(MSO_SHAPE_TYPE.LINE) == len(figure.drawing.links) == len(summaries.appearances_together(SAMPLE))
    written = {shape.text_frame.text for shape in group.shapes if shape.has_text_frame} - {""}
    assert {node.label for node in figure.drawing.nodes} <= written
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == described(figure)
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert ["Norland and Sudmark", "2"] in [[cell.text for cell in row.cells][:2] for row in tables[0].rows]


def test_the_network_stays_on_its_slide() -> None:
    deck = pptx.Presentation(io.BytesIO(FORMATS[".pptx"].write(brief_of("network"))))
    (group,) = [s for slide in deck.slides for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert group.left >= 0
    assert group.left + group.width <= deck.slide_width
    assert group.top + group.height <= deck.slide_height


def test_the_network_as_a_picture_names_every_line() -> None:
    figure = brief_of("network").figures[0]
    picture = draw_chart(figure)
    told = {title.text for line in picture.iter("line") for title in line.iter("title")}
    assert "Norland and Sudmark: 2" in told
    assert len(told) == len(figure.drawing.rows)


# -- patterns and signs --------------------------------------------------------------------------------------------


def chart_of(brief: Brief) -> Chart:
    deck = pptx.Presentation(io.BytesIO(FORMATS[".pptx"].write(brief)))
    return next(shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart)


def test_bars_of_two_outlets_differ_without_colour() -> None:
    brief = brief_of("actors")
    fills = [series.format.fill for series in chart_of(brief).plots[0].series]
    kinds = [(fill.type, fill.pattern if fill.type == MSO_FILL.PATTERNED else None) for fill in fills]
    assert kinds[0] == (MSO_FILL.SOLID, None)
    assert len(set(kinds)) == len(kinds) == 3
    picture = draw_chart(brief.figures[0])
    drawn = {rect.get("fill") for rect in picture.iter("rect") if (rect.get("fill") or "").startswith("url(#")}
    named = {f"url(#{pattern.get('id')})" for pattern in picture.iter("pattern")}
    assert drawn == named
    assert len(named) == 2
    book = zipfile.ZipFile(io.BytesIO(FORMATS[".xlsx"].write(brief)))
    assert book.read("xl/charts/chart1.xml").count(b"<a:pattFill") == 2


def test_an_outlet_keeps_its_pattern_when_others_are_filtered_away() -> None:
    patterns = []
    for filters in (Filters(), Filters(outlets=("South Times <b>",))):
        brief = make_brief(SAMPLE, made_on=date(2024, 3, 5), choices=[Choice("actors")], filters=filters)
        bars = brief.figures[0].drawing
        assert isinstance(bars, Bars)
        patterns.append({series.name: series.pattern for series in bars.series}["South Times <b>"])
    assert patterns == [2, 2]


@pytest.mark.parametrize("colour", [*ACT_COLOURS.values(), *OUTLET_COLOURS])
def test_a_number_can_be_read_on_a_pattern(colour: str) -> None:
    assert contrast(ink_on(colour), shade_on(colour)) >= 4.5
    assert contrast(colour, shade_on(colour)) >= 1.25  # and the pattern can be seen


def put_right() -> Results:
    made = [
        corrections.check(SAMPLE, RESPONSES, "north:r1", "read it"),
        corrections.change_response(SAMPLE, "north:r3", "too strong", act="COMMENT"),
        corrections.rename_actor(SAMPLE, "person:ada berg", "Ada M. Berg", "as she signs"),
    ]
    return corrections.correct(SAMPLE, made)


def test_a_brief_tells_marks_of_the_analyst_apart() -> None:
    brief = brief_of("responses", "acts", "chronology", "actors", results=put_right())
    grid, bars = brief.figures[0], brief.figures[1]
    header, rows, _ = figure_table(brief, grid)
    cells = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    assert cells["Sudan"]["Northern Herald"].startswith("deny ☑ [")
    assert cells["France"]["Northern Herald"].startswith("comment ✎ [")
    assert "☑" not in cells["Sudan"]["South Times <b>"]
    assert "☑ stands at what was checked, ✎ at what was corrected." in grid.note
    assert "Corrected by the analyst: France in Northern Herald." in described(grid)
    assert figure_table(brief, bars)[0][-2:] == ["Review", "Evidence"]
    assert {row[0]: row[-2] for row in figure_table(brief, bars)[1]}["France"] == "✎ comment"
    named = {row[0]: row[-2] for row in figure_table(brief, brief.figures[3])[1]}
    assert named["Ada M. Berg"] == "✎ corrected"


def test_bars_of_the_analyst_have_an_outline_and_a_sign() -> None:
    brief = brief_of("acts", results=put_right())
    bars = brief.figures[0].drawing
    assert isinstance(bars, Bars)
    plot = chart_of(brief).plots[0]
    signed = {
        (series.name, plot.categories[at])
        for series in plot.series
        for at in range(len(plot.categories))
        if f'idx val="{at}"' in (labels := etree.tostring(series._element.find(".//{*}dLbls"), encoding="unicode"))
        and any(sign in labels for sign in "☑✎")
    }
    assert signed == {("comment", "France")}
    words = xml(draw_chart(brief.figures[0]))
    assert "France, comment: 1 (corrected by the analyst)" in words
    assert "1 ✎" in words
    charts = zipfile.ZipFile(io.BytesIO(FORMATS[".xlsx"].write(brief))).read("xl/charts/chart1.xml").decode()
    assert "1 ✎" in charts


def test_without_corrections_nothing_has_a_sign() -> None:
    for suffix in (".html", ".json", ".csv"):
        written = FORMATS[suffix].write(brief_of(*FIGURES)).decode("utf-8")
        assert "✎" not in written
        assert "☑" not in written


def test_a_picture_of_many_outlets_parts_no_word() -> None:
    cells = tuple(Cell("mentioned, not quoted", "#FFFFFF") for _ in range(11))
    grid = Grid(axis="Country", columns=tuple(f"Outlet {n}" for n in range(11)), labels=("Norway",), cells=(cells,))
    picture = draw_chart(Figure(key="grid", title="Grid", question="Who?", drawing=grid))
    told = [text for text in picture.itertext() if text.strip(",") in {"mentioned", "not quoted", "not", "quoted", ""}]
    assert "mentioned," in told
    assert "," not in told
