"""The brief as an Excel workbook: a sheet per figure with its numbers and a native chart, then the proof.

Every text is written as a string: a name such as `=1+1` never becomes a formula, an address never a link by itself.
"""

import datetime
import io
from typing import Any

import xlsxwriter

from analysis.briefing.brief import Brief, in_ranges
from analysis.briefing.figure import Bars, Figure, Grid, Series, Value
from analysis.briefing.layout import height, words
from analysis.briefing.native import OPTIONS
from analysis.briefing.proof import described, figure_table, method_rows
from analysis.briefing.settled import settled
from analysis.briefing.text import one_line, plain, web_address
from analysis.palette import INK, ink_on, shade_on
from analysis.summaries.reviews import SIGNS

_LONGEST = 32_767
"""Characters that a cell can hold."""

_NO_LINES = {"visible": False}

_FIRST_ROW = 4
"""Of a figure's table; title, question, note and a blank line stand above."""


def write_workbook(brief: Brief) -> bytes:
    """The brief as .xlsx."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        made = datetime.datetime.combine(brief.made_on, datetime.time())
        book.set_properties({"title": plain(brief.title)[:255], "author": "Readout", "created": made})
        writer = _Writer(book)
        writer.add_contents(brief)
        for number, figure in enumerate(brief.figures, 1):
            writer.add_figure(brief, figure, number)
        writer.add_evidence(brief)
        writer.add_sources(brief)
        writer.add_rows("Method", ["What", "Value"], [list(row) for row in method_rows(brief)], [24, 110])
    return settled(stream.getvalue(), brief.made_on)


class _Writer:
    """Sheets of one workbook, with the formats that they share."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": "#17365D"})
        self.muted = book.add_format({"font_color": "#595959"})
        self.head = book.add_format(
            {"bold": True, "font_color": "#FFFFFF", "bg_color": "#17365D", "text_wrap": True, "valign": "top"}
        )
        self.body = book.add_format({"text_wrap": True, "valign": "top"})

    def add_contents(self, brief: Brief) -> None:
        """The first sheet: what the file holds and what it rests on."""
        sheet = self._sheet("Brief")
        self._text(sheet, 0, 0, brief.title, self.title)
        for row, text in enumerate((brief.lead, f"Shown: {brief.shown}", brief.made_on.isoformat()), 1):
            self._text(sheet, row, 0, text, self.muted)
        rows: list[list[Value]] = [
            [_sheet_name(number, figure), figure.title, figure.caption or figure.question]
            for number, figure in enumerate(brief.figures, 1)
        ]
        self._rows(sheet, 5, ["Sheet", "Figure", "Question or caption"], rows, [26, 44, 80])

    def add_figure(self, brief: Brief, figure: Figure, number: int) -> None:
        """A figure: title, question, numbers, chart."""
        sheet = self._sheet(_sheet_name(number, figure))
        self._text(sheet, 0, 0, figure.title, self.title)
        self._text(sheet, 1, 0, figure.caption or figure.question, self.muted)
        self._text(sheet, 2, 0, f"{figure.note} Shown: {brief.shown}".strip(), self.muted)
        if figure.is_empty:
            evidence = "; ".join(f"{p.outlet}: {p.text}" for p in figure.evidence)
            self._text(sheet, _FIRST_ROW, 0, evidence or figure.nothing, None)
            return
        header, rows = self._values(brief, figure)
        widths = [
            max(12, min(60, max(len(words(row[at])) for row in [header, *rows]) + 2)) for at in range(len(header))
        ]
        self._rows(sheet, _FIRST_ROW, header, rows, widths)
        drawing = figure.drawing
        if isinstance(drawing, Grid):
            self._colour(sheet, drawing, rows)
        elif isinstance(drawing, Bars):
            sheet.insert_chart(
                _FIRST_ROW, len(header) + 1, self._chart(sheet.get_name(), drawing),
                {"description": plain(described(figure))},
            )  # fmt: skip

    def _values(self, brief: Brief, figure: Figure) -> tuple[list[Value], list[list[Value]]]:
        """Header and rows: numbers stay numbers, the evidence is a last column."""
        header, texts, _ = figure_table(brief, figure)
        if isinstance(figure.drawing, Grid):
            return list(header), [list(row) for row in texts]
        width = len(figure.drawing.header)
        rows = [[*values, *text[width:]] for values, text in zip(figure.drawing.rows, texts, strict=True)]
        return list(header), rows

    def _colour(self, sheet: Any, grid: Grid, rows: list[list[Value]]) -> None:
        formats: dict[str, Any] = {}
        for row, cells in enumerate(grid.cells):
            for column, cell in enumerate(cells, 1):
                look = formats.setdefault(
                    cell.colour,
                    self.book.add_format(
                        {"bg_color": cell.colour, "font_color": ink_on(cell.colour), "text_wrap": True, "valign": "top"}
                    ),
                )
                self._text(sheet, _FIRST_ROW + 1 + row, column, words(rows[row][column]), look)

    def _chart(self, sheet: str, bars: Bars) -> Any:
        kind = {"type": "column" if bars.is_upright else "bar"}
        chart = self.book.add_chart(kind | ({"subtype": "stacked"} if bars.is_stacked else {}))
        first, last = _FIRST_ROW + 1, _FIRST_ROW + len(bars.categories)
        for column, series in enumerate(bars.series, 1):
            chart.add_series(
                {
                    "name": [sheet, _FIRST_ROW, column],
                    "categories": [sheet, first, 0, last, 0],
                    "values": [sheet, first, column, last, column],
                    **_fill(series),
                    "gap": 45,
                    "data_labels": {"value": True, "num_format": "0;;", **_signs(series)},
                    "points": [_outline(series, at) for at in range(len(series.values))] if series.reviews else None,
                }
            )
        axis = [sheet, _FIRST_ROW, 0]  # by its cell: XlsxWriter takes a text such as `a!A1` for a reference
        # XlsxWriter's x axis is the one that lies flat: the categories of columns, the values of bars.
        categories, values = (
            (chart.set_x_axis, chart.set_y_axis) if bars.is_upright else (chart.set_y_axis, chart.set_x_axis)
        )
        categories({"name": axis, "reverse": not bars.is_upright, "text_axis": True, "major_gridlines": _NO_LINES})
        values({"visible": False, "major_gridlines": _NO_LINES})
        chart.set_legend({"position": "top" if len(bars.series) > 1 else "none"})
        chart.set_size({"width": 860, "height": max(280, min(1200, 90 + 34 * len(bars.categories)))})
        return chart

    def add_evidence(self, brief: Brief) -> None:
        """Numbered passages with the figures that they stand behind."""
        used = {
            number: in_ranges(at for at, figure in enumerate(brief.figures, 1) if number in brief.numbers(figure))
            for number, _ in brief.evidence
        }
        rows: list[list[Value]] = [
            [
                number, passage.text, passage.outlet, passage.published_on, passage.document_id, passage.start_char,
                passage.end_char, used[number], passage.review,
            ]
            for number, passage in brief.evidence
        ]  # fmt: skip
        header = ["No", "Passage as published", "Outlet", "Published", "Article", "Start", "End", "Figures", "Review"]
        self.add_rows("Evidence", header, rows, [6, 100, 24, 12, 24, 8, 8, 14, 12])

    def add_sources(self, brief: Brief) -> None:
        """The articles, with their links and hashes whole."""
        rows: list[list[Value]] = [
            [
                source.outlet, source.country, source.published_on, source.title, source.url, source.n_words,
                source.document_id, source.sha256,
            ]
            for source in brief.sources
        ]  # fmt: skip
        header = ["Outlet", "Country", "Published", "Title", "Link", "Words", "Article", "SHA-256"]
        sheet = self.add_rows("Sources", header, rows, [24, 16, 12, 60, 44, 8, 24, 66])
        for row, source in enumerate(brief.sources, 1):
            if web_address(source.url) and len(source.url) < 2000:
                sheet.write_url(row, 4, source.url, string=plain(source.url)[:_LONGEST])

    def add_rows(self, name: str, header: list[str], rows: list[list[Any]], widths: list[int]) -> Any:
        """A sheet that is one table, its header kept in sight."""
        sheet = self._sheet(name)
        self._rows(sheet, 0, list(header), rows, widths)
        sheet.freeze_panes(1, 0)
        return sheet

    def _sheet(self, name: str) -> Any:
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    def _rows(
        self, sheet: Any, top: int, header: list[Value], rows: list[list[Value]], widths: list[int] | list[float]
    ) -> None:
        for column, (label, width) in enumerate(zip(header, widths, strict=True)):
            sheet.set_column(column, column, width)
            self._text(sheet, top, column, words(label), self.head)
        points = [width * 5.6 for width in widths]
        for at, row in enumerate(rows, top + 1):
            sheet.set_row(at, min(height(list(map(words, row)), points, size=11, padding=4), 400))
            for column, value in enumerate(row):
                if isinstance(value, int | float):
                    sheet.write_number(at, column, value, self.body)
                else:
                    self._text(sheet, at, column, words(value), self.body)

    def _text(self, sheet: Any, row: int, column: int, text: str, look: Any) -> None:
        sheet.write_string(row, column, one_line(text)[:_LONGEST], look)


_PATTERNS = (
    "", "wide_upward_diagonal", "outlined_diamond", "percent_20", "wide_downward_diagonal", "large_grid",
    "dark_horizontal", "dark_vertical",
)  # fmt: skip
"""By the number of a series' pattern, as in PowerPoint."""


def _fill(series: Series) -> dict[str, Any]:
    pattern = _PATTERNS[series.pattern]
    if not pattern:
        return {"fill": {"color": series.colour}}
    return {"pattern": {"pattern": pattern, "fg_color": shade_on(series.colour), "bg_color": series.colour}}


def _outline(series: Series, at: int) -> dict[str, Any] | None:
    """The look of a bar that an analyst had a hand in; None: that of its series."""
    if not SIGNS[series.review(at)]:
        return None
    return {**_fill(series), "line": {"color": INK, "width": 2.25}}


def _signs(series: Series) -> dict[str, Any]:
    """Labels with the sign behind the number where there is one."""
    if not series.reviews:
        return {}
    labels = [
        {"value": f"{value} {SIGNS[series.review(at)]}"} if value and SIGNS[series.review(at)] else None
        for at, value in enumerate(series.values)
    ]
    return {"custom": labels} if any(labels) else {}


def _sheet_name(number: int, figure: Figure) -> str:
    return f"{number} {figure.key}"[:31]
