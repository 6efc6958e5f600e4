"""Blocks that pages are built of: a chart with its table, downloads and evidence; sentences; tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.briefing.text import counted
from analysis.columns import Col
from analysis.results import records
from analysis.summaries.evidence import MARK_END, MARK_START, NOTE
from dashboard import highlight
from dashboard.chart_download import save_chart_buttons
from dashboard.charts.reviewed import in_words
from dashboard.desk.correcting import put_right
from dashboard.downloads import csv_file, file_name
from dashboard.readable import readable
from dashboard.theme import template
from dashboard.view import View

SLIDE = {"width": 1280, "height": 720, "scale": 2.5}
"""Size of a downloaded picture, fit for a slide [pixels]."""
MOST_SENTENCES = 40
"""Sentences drawn at once; the rest is in the table."""

_BUTTONS_OFF = ["zoom", "pan", "select", "lasso2d", "zoomIn", "zoomOut", "autoScale", "resetScale"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBlock:
    """A chart and everything around it.

    Attributes:
        key: Its name among widgets, unique in the dashboard.
        title: The question it answers, or what it shows.
        reading: How to read it, in a sentence or two.
        figure: The chart.
        table: Its figures.
        marks: What can be selected: id and name of each mark.
        evidence: The sentences behind a mark.
        follow_up: Draws what stands under a mark's sentences, such as a link.
    """

    key: str
    title: str
    reading: str
    figure: go.Figure
    table: pd.DataFrame
    marks: Mapping[str, str] = field(default_factory=dict)
    evidence: Callable[[str], pd.DataFrame] | None = None
    follow_up: Callable[[str], None] | None = None


@st.fragment
def chart_block(block: ChartBlock, view: View) -> None:
    """Draw the block; selecting a mark, in the chart or in the list under it, shows its sentences."""
    with st.container(border=True, key=f"block-{block.key}"):
        st.subheader(block.title, anchor=False)
        reviewed = in_words(block.table)
        st.caption(f"{block.reading} {reviewed}" if reviewed else block.reading)
        if block.table.empty:
            nothing_here()
            return
        _draw(block, view)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            mark = _choose_evidence(block) if block.evidence else None
            save_chart_buttons(block, shown=view.shown)
            csv_button(block.table, block.title, view, key=block.key)
        if mark and block.evidence:
            sentences(block.evidence(mark), heading=block.marks[mark], view=view, key=block.key)
            if block.follow_up:
                block.follow_up(mark)
        unfolding(
            "Table", lambda: data_table(readable(block.table), key=f"{block.key}-table"), key=f"{block.key}-unfold"
        )


def csv_button(frame: pd.DataFrame, title: str, view: View, *, key: str) -> None:
    """The figures of a chart or a table as a file, written when the button is pressed."""
    st.download_button(
        "CSV",
        data=lambda: csv_file(frame, title, view),
        file_name=file_name(title, ".csv"),
        mime="text/csv",
        key=f"{key}-csv",
        on_click="ignore",
        icon=":material/download:",
        help="The figures, headed by the filters and sources",
    )


def _draw(block: ChartBlock, view: View) -> None:
    block.figure.update_layout(template=template(dark=view.dark))
    config = {
        "displaylogo": False,
        "showSendToCloud": False,
        "topojsonURL": "app/static/topojson/",
        "modeBarButtonsToRemove": _BUTTONS_OFF,
        "toImageButtonOptions": {"format": "png", "filename": file_name(block.title, ""), **SLIDE},
    }
    with st.container(key=f"{block.key}-frame"):
        st.html(highlight.scrolled(f"{block.key}-frame", width=(block.figure.layout.meta or {}).get("least_width", 0)))
        st.plotly_chart(
            block.figure,
            theme=None,
            key=f"{block.key}-chart",
            on_select=(lambda: _choose(block)) if block.evidence else "ignore",
            selection_mode="points",
            config=config,
            alt=_described(block),
        )


def _described(block: ChartBlock) -> str:
    """The chart for those who cannot see it: what it shows and where its figures are to be read."""
    parts = (f"{block.title}.", block.reading, in_words(block.table), "The figures are in the table below the chart.")
    return " ".join(filter(None, parts))


def _choose(block: ChartBlock) -> None:
    """Take the clicked mark as the one whose evidence is shown. The click is a trigger: plotly forgets it on redraw."""
    points = st.session_state[f"{block.key}-chart"].selection.points
    found = points[0].get("customdata") if points else None
    mark = found[0] if isinstance(found, list) and found else found
    if mark in block.marks:
        st.session_state[f"{block.key}-mark"] = mark


def _choose_evidence(block: ChartBlock) -> str | None:
    """The list of marks under the chart, the way to the evidence for a keyboard; it follows a click in the chart."""
    key = f"{block.key}-mark"
    if st.session_state.get(key) not in block.marks:
        st.session_state.pop(key, None)
    return st.selectbox(
        "Evidence",
        list(block.marks),
        index=None,
        format_func=lambda mark: block.marks[mark],
        key=key,
        placeholder="Click a mark, or choose it here, to read its sentences",
    )


def sentences(evidence: pd.DataFrame, *, heading: str, view: View, key: str) -> None:
    """Evidence as published, outlet by outlet, with the stretch that counts marked and the way to put it right."""
    if evidence.empty:
        st.text(f"{heading}: no sentence reports anything of it.")
        return
    st.text(f"{heading}: {counted(len(evidence), 'passage')}")
    for number, row in enumerate(records(evidence.head(MOST_SENTENCES))):
        with st.container(gap="xxsmall", border=False):
            date = f", {row[Col.PUBLISHED_ON]}" if row[Col.PUBLISHED_ON] else ""
            st.text(f"{row[Col.PUBLISHER]}{date}: {row[NOTE]}")
            span = highlight.Span(start_char=int(row[MARK_START]), end_char=int(row[MARK_END]), kind="evidence")
            st.html(highlight.marked(str(row[Col.TEXT]), [span], start_char=int(row[Col.START_CHAR])))
            put_right(view, str(row[Col.IN_TABLE]), str(row[Col.ROW_ID]), key=f"{key}-{number}")
    if len(evidence) > MOST_SENTENCES:
        st.text(f"{len(evidence) - MOST_SENTENCES} more; filter to see them.")


def data_table(frame: pd.DataFrame, *, key: str) -> None:
    """A table with the columns' labels and meanings; its cells are never read as Markdown."""
    columns = {str(col): col for col in Col}
    config: dict[str, Any] = {}
    for name in map(str, frame.columns):
        if name in columns:
            config[name] = st.column_config.Column(columns[name].label, help=columns[name].meaning)
        else:
            config[name] = st.column_config.Column(name.replace("_", " ").capitalize())
    if str(Col.URL) in config:
        config[str(Col.URL)] = st.column_config.LinkColumn(Col.URL.label, help=Col.URL.meaning, display_text="open")
        web = frame[Col.URL].str.match(r"https?://", na=False)
        frame = frame.assign(**{str(Col.URL): frame[Col.URL].where(web, None)})
    st.dataframe(frame, hide_index=True, column_config=config, key=key, width="stretch")


def tabs(key: str, panes: Mapping[str, Callable[[], None]]) -> None:
    """Tabs of which only the open one is drawn; which one is kept in the address.

    Args:
        key: Name of the address' parameter.
        panes: Title of each tab and what draws it.
    """
    for tab, draw in zip(st.tabs(list(panes), key=key, bind="query-params"), panes.values(), strict=True):
        if tab.open:
            with tab:
                draw()


def unfolding(title: str, draw: Callable[[], None], *, key: str, icon: str = "table") -> None:
    """What a reader may want, drawn when unfolded and not before: a table costs a page more than its chart."""
    folded = st.expander(title, icon=f":material/{icon}:", key=key, on_change="rerun")
    if folded.open:
        with folded:
            draw()


def nothing_here(words: str = "Nothing of this kind passes the filters.") -> None:
    """The state of a block without rows."""
    st.info(words, icon=":material/search_off:")
