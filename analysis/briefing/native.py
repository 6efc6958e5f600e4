"""Bar charts as PowerPoint and Word know them: their numbers can be edited, their colours are those of the screen.

The workbook inside each chart is written here and not by python-pptx, which would write a name such as `=1+1` as a
formula.
"""

import io
from typing import Any, NamedTuple

import xlsxwriter
from lxml import etree
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Inches, Length, Pt

from analysis.briefing.figure import Bars, Series
from analysis.briefing.text import excerpt, one_line
from analysis.palette import INK, ink_on, shade_on
from analysis.summaries.reviews import SIGNS

_TYPES = {
    (False, False): XL_CHART_TYPE.BAR_CLUSTERED,
    (False, True): XL_CHART_TYPE.BAR_STACKED,
    (True, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    (True, True): XL_CHART_TYPE.COLUMN_STACKED,
}
"""By is_upright and is_stacked."""

_PATTERNS = (
    None, MSO_PATTERN.WIDE_UPWARD_DIAGONAL, MSO_PATTERN.OUTLINED_DIAMOND, MSO_PATTERN.PERCENT_20,
    MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL, MSO_PATTERN.LARGE_GRID, MSO_PATTERN.DARK_HORIZONTAL, MSO_PATTERN.DARK_VERTICAL,
)  # fmt: skip
"""By the number of a series' pattern; the nearest to those of the screen that office programs have."""

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""For every workbook with article text in it: a text stays a text."""

LABEL_LENGTH = 60
"""Longest name beside a bar [characters]."""


class Box(NamedTuple):
    """A place on a slide [EMU]."""

    left: Length
    top: Length
    width: Length
    height: Length


def add_chart(shapes: Any, bars: Bars, box: Box, *, size: float = 12) -> GraphicFrame:
    """Draw the bars into a slide's shapes.

    Args:
        shapes: Of the slide.
        bars: At least one category and one series.
        box: Where.
        size: Of the text [points].
    """
    data = CategoryChartData(number_format="0")
    data.categories = [excerpt(category, LABEL_LENGTH) for category in bars.categories]
    for series in bars.series:
        data.add_series(one_line(series.name), series.values)
    frame: GraphicFrame = shapes.add_chart(_TYPES[bars.is_upright, bars.is_stacked], *box, data)
    frame.chart.part.chart_workbook.update_from_xlsx_blob(_workbook(bars))
    _style(frame.chart, bars, size)
    return frame


def chart_parts(bars: Bars, *, size: float = 9) -> tuple[bytes, bytes, str]:
    """A chart outside a presentation: its XML, its workbook, and the id by which the XML names the workbook."""
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    chart = add_chart(slide.shapes, bars, Box(Inches(0), Inches(0), Inches(6), Inches(4)), size=size).chart
    external = chart._chartSpace.find(qn("c:externalData"))
    return chart.part.blob, chart.part.chart_workbook.xlsx_part.blob, external.get(qn("r:id"))


def _workbook(bars: Bars) -> bytes:
    """Categories in column A, series from column B on, as the chart's formulas expect."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as workbook:
        sheet = workbook.add_worksheet("Sheet1")
        sheet.write_row(0, 1, [one_line(series.name) for series in bars.series])
        sheet.write_column(1, 0, [excerpt(category, LABEL_LENGTH) for category in bars.categories])
        for column, series in enumerate(bars.series, 1):
            sheet.write_column(1, column, ["" if value is None else value for value in series.values])
    return stream.getvalue()


def _style(chart: Chart, bars: Bars, size: float) -> None:
    chart.font.size, chart.font.name = Pt(size), "Calibri"
    chart.font.color.rgb = _rgb(INK)
    chart.has_title = False
    chart.has_legend = len(bars.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM if bars.is_upright else XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    categories, values = chart.category_axis, chart.value_axis
    categories.reverse_order = not bars.is_upright
    categories.format.line.color.rgb = _rgb("#8C8C8C")
    categories.has_major_gridlines = values.has_major_gridlines = False
    categories.tick_labels.font.size = Pt(size)
    values.visible = False
    values.minimum_scale = 0
    plot = chart.plots[0]
    plot.gap_width = 45
    if bars.is_stacked:
        plot.overlap = 100
    _keep_word_order(categories)
    for drawn, series in zip(plot.series, bars.series, strict=True):
        _fill(drawn.format.fill, series)
        drawn.invert_if_negative = False
        labels = drawn.data_labels
        labels.show_value = True
        labels.number_format, labels.number_format_is_linked = "0;;", False
        labels.font.size = Pt(size - 1)
        labels.font.color.rgb = _rgb(ink_on(series.colour) if bars.is_stacked else INK)
        _sign(drawn, series, size, ink_on(series.colour) if bars.is_stacked else INK)


def _fill(fill: Any, series: Series) -> None:
    """The series' colour, under its pattern where it has one."""
    pattern = _PATTERNS[series.pattern]
    if pattern is None:
        fill.solid()
        fill.fore_color.rgb = _rgb(series.colour)
        return
    fill.patterned()
    fill.pattern = pattern
    fill.fore_color.rgb, fill.back_color.rgb = _rgb(shade_on(series.colour)), _rgb(series.colour)


def _sign(drawn: Any, series: Series, size: float, ink: str) -> None:
    """Outline the bars that an analyst had a hand in, and write the sign behind their number."""
    for at, value in enumerate(series.values):
        if value and SIGNS[series.review(at)]:
            point = drawn.points[at]
            _fill(point.format.fill, series)  # a point with a line of its own no longer has the series' fill
            point.format.line.color.rgb, point.format.line.width = _rgb(INK), Pt(2.25)
            frame = point.data_label.text_frame
            frame.text = f"{value} {SIGNS[series.review(at)]}"
            font = frame.paragraphs[0].runs[0].font
            font.size, font.bold, font.color.rgb = Pt(size - 1), True, _rgb(ink)


def _keep_word_order(axis: Any) -> None:
    """Category labels stay text: without this a program may take dates for a time scale and draw the gaps."""
    element = axis._element
    auto = element.find(qn("c:auto"))
    if auto is None:
        auto = etree.SubElement(element, qn("c:auto"))
    auto.set("val", "0")


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
