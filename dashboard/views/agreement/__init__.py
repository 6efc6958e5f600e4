"""Source agreement: what is corroborated, what is disputed, what hangs on one outlet."""

from collections.abc import Callable

import streamlit as st

from analysis.columns import Col
from analysis.summaries.claims import ORIGINS, OUTLETS
from analysis.tables import CLAIMS, DOCUMENTS
from dashboard.components import nothing_here
from dashboard.view import View
from dashboard.views.agreement import alone, checking, claims, disputes, origins, pairs, quotations

COUNTINGS = {OUTLETS: "Count outlets", ORIGINS: "Count independent origins"}
TABS: tuple[tuple[str, Callable[[View, str], None]], ...] = (
    ("At a glance", claims.render),
    ("Discrepancies", disputes.render),
    ("Check a claim", checking.render),
    ("Outlet pairs", pairs.render),
    ("Origins", origins.render),
    ("Only in one outlet", alone.render),
    ("Quote drift", quotations.render),
)
"""Name and content of each tab; a content takes the view and what is counted."""


def render(view: View) -> None:
    """The three answers at a then the tabs that prove them."""
    if view.run[DOCUMENTS][Col.PUBLISHER].nunique() < 2:
        st.info("One outlet alone cannot agree with anybody. Add a second outlet's article.", icon=":material/info:")
        return
    if view.results[CLAIMS].empty:
        nothing_here("No claim passes the filters.")
        return
    counting = st.segmented_control(
        "Count",
        list(COUNTINGS),
        format_func=COUNTINGS.__getitem__,
        default=OUTLETS,
        required=True,
        key="count",
        bind="query-params",
        label_visibility="collapsed",
        help="Outlets that rest on one agency, institute or shared text are one independent origin",
    )
    counting = counting or OUTLETS
    names = [name for name, _ in TABS]
    for tab, (_, draw) in zip(st.tabs(names, key="agreement", bind="query-params"), TABS, strict=True):
        if tab.open:
            with tab:
                draw(view, counting)
