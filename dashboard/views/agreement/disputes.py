"""The discrepancies: two passages that cannot both hold, with what each says and why they clash."""

import streamlit as st

from analysis import summaries
from analysis.columns import Col
from analysis.results import records
from analysis.tables import DISCREPANCIES
from dashboard import highlight, links
from dashboard.components import data_table, nothing_here
from dashboard.desk.correcting import put_right
from dashboard.downloads import csv_file, file_name
from dashboard.paging import page_of
from dashboard.readable import readable
from dashboard.view import View

DISPUTES_ON_PAGE = 8
COLUMNS = [
    Col.KIND, Col.PUBLISHER_A, Col.VALUE_A, Col.TEXT_A, Col.PUBLISHER_B, Col.VALUE_B, Col.TEXT_B, Col.REASON,
]  # fmt: skip
TITLE = "Discrepancies"


def render(view: View, counting: str) -> None:
    """One box for each discrepancy, then all of them as a table."""
    frame = summaries.discrepancy_table(view.results)
    if frame.empty:
        nothing_here("No contradiction was found in what passes the filters.")
        return
    bar = st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute")
    chosen = bar.pills(
        "Kind",
        list(dict.fromkeys(frame[Col.KIND])),
        selection_mode="multi",
        key="kind",
        bind="query-params",
    )
    frame = frame[frame[Col.KIND].isin(chosen)] if chosen else frame
    with bar:
        skip = page_of(len(frame), size=DISPUTES_ON_PAGE, key="disputes-page", noun="discrepancies")
    for row in records(frame[skip : skip + DISPUTES_ON_PAGE]):
        _box(view, row)
    with st.expander("All as a table", icon=":material/table:"):
        data_table(readable(frame[COLUMNS]), key="agreement-disputes")
        st.download_button(
            "CSV",
            data=lambda: csv_file(frame[COLUMNS], TITLE, view),
            file_name=file_name(TITLE, ".csv"),
            mime="text/csv",
            key="agreement-disputes-csv",
            on_click="ignore",
            icon=":material/download:",
        )


def _box(view: View, row: dict[str, str]) -> None:
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            with st.container(horizontal=True, vertical_alignment="center", width="stretch"):
                st.badge(row[Col.KIND], color="orange", icon=":material/difference:")
                st.text(row[Col.REASON])
            articles = (row[Col.DOCUMENT_ID_A], row[Col.DOCUMENT_ID_B])
            address = links.side_by_side(view, articles, row[Col.DISCREPANCY_ID])
            st.html(highlight.link(address, "Side by side", title="Read both articles beside each other"), width=100)
        for column, side in zip(st.columns(2), ("a", "b"), strict=True):
            with column:
                says = f"{row[f'publisher_{side}']}: {row[f'value_{side}']}"
                st.html(highlight.quotation(says, row[f"text_{side}"]))
        put_right(view, DISCREPANCIES.name, row[Col.DISCREPANCY_ID], key=f"dispute-{row[Col.DISCREPANCY_ID]}")
