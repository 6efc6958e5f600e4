"""Quote drift: one quotation in all its published forms, with what changed and the verb that each outlet chose."""

import pandas as pd
import streamlit as st

from analysis import summaries
from analysis.columns import Col
from analysis.results import records
from dashboard import highlight, links
from dashboard.components import csv_button, data_table, nothing_here, unfolding
from dashboard.paging import page_of
from dashboard.readable import readable
from dashboard.view import View

QUOTATIONS_ON_PAGE = 6
HIDDEN = [Col.QUOTATION_ID, Col.START_CHAR, Col.END_CHAR, Col.DOCUMENT_ID]
"""Keys that the file has and the table on the screen does not show."""
TITLE = "Quotations in their published forms"
FORMS = {"direct": "quoted in full", "mixed": "quoted in part", "indirect": "in the outlet's own words"}


def render(view: View, counting: str) -> None:
    """One box for each quotation, then all of them as a table."""
    frame = summaries.quotation_forms(view.results)
    if frame.empty:
        nothing_here("No quotation is carried by more than one outlet in what passes the filters.")
        return
    ids = list(dict.fromkeys(frame[Col.QUOTATION_ID]))
    st.text(
        "Each quotation first as published in quotation marks. In the other forms, added words are underlined "
        "and words left out are struck through."
    )
    skip = page_of(len(ids), size=QUOTATIONS_ON_PAGE, key="quotes-page", noun="quotations")
    for quotation_id in ids[skip : skip + QUOTATIONS_ON_PAGE]:
        _box(view, frame[frame[Col.QUOTATION_ID].eq(quotation_id)])
    unfolding("All as a table", lambda: _table(view, frame), key="agreement-quotations-unfold")


def _table(view: View, frame: pd.DataFrame) -> None:
    data_table(readable(frame.drop(columns=[str(name) for name in HIDDEN])), key="agreement-quotations")
    csv_button(frame, TITLE, view, key="agreement-quotations")


def _box(view: View, forms: pd.DataFrame) -> None:
    first, *others = records(forms)
    with st.container(border=True, gap="small"):
        st.html(highlight.quotation(_says(first), first[Col.TEXT]))
        for row in others:
            st.html(highlight.changed(_says(row), first[Col.TEXT], row[Col.TEXT]))
        address = links.side_by_side(view, forms[Col.DOCUMENT_ID])
        st.html(highlight.link(address, "Side by side", title="Read these articles beside each other"))


def _says(row: dict[str, str]) -> str:
    """`Outlet, date · Speaker · "claimed" · quoted in full`."""
    imprint = f"{row[Col.PUBLISHER]}, {row[Col.PUBLISHED_ON]}" if row[Col.PUBLISHED_ON] else row[Col.PUBLISHER]
    cue = f"“{row[Col.CUE]}”" if row[Col.CUE] else "no reporting verb"
    parts = (imprint, row[Col.SPEAKER], cue, FORMS.get(row[Col.FORM], row[Col.FORM]))
    return " · ".join(part for part in parts if part)
