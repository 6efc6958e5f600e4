"""The claims at a glance, and the map of claims by outlet, page by page."""

import pandas as pd
import streamlit as st

from analysis import summaries
from analysis.columns import Col
from analysis.summaries.claims import LEAVES_OUT, ORIGINS, STATUSES
from analysis.tables import CLAIMS
from dashboard import highlight, links
from dashboard.charts.agreement import STATUS_SIGNS, claim_map
from dashboard.charts.marks import marks_of, parts_of
from dashboard.components import ChartBlock, chart_block, nothing_here
from dashboard.paging import page_of
from dashboard.view import View
from dashboard.views.agreement import glance

CLAIMS_ON_PAGE = 12


def render(view: View, counting: str) -> None:
    """The three answers of the page, then which statuses, which page, and the map."""
    glance.render(view, counting)
    bar = st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute")
    chosen = bar.pills(
        "Show claims that are",
        STATUSES,
        selection_mode="multi",
        format_func=lambda status: f"{STATUS_SIGNS[status]} {status}",
        key="status",
        bind="query-params",
    )
    statuses = tuple(chosen) or STATUSES
    total = len(summaries.ranked_claims(view.results, counting=counting, statuses=statuses))
    if not total:
        nothing_here("No claim of this status passes the filters.")
        return
    with bar:
        skip = page_of(total, size=CLAIMS_ON_PAGE, key="claims-page", noun="claims")
    frame = summaries.claim_map(view.results, top=CLAIMS_ON_PAGE, skip=skip, counting=counting, statuses=statuses)
    chart_block(_block(view, frame, counting), view)


def _block(view: View, frame: pd.DataFrame, counting: str) -> ChartBlock:
    told = frame[frame["state"].ne(LEAVES_OUT)]

    def evidence(mark: str) -> pd.DataFrame:
        group_id, publisher = parts_of(mark)
        return summaries.evidence_of_claim_in_outlet(view.results, group_id=group_id, publisher=publisher)

    return ChartBlock(
        key="agreement-claims",
        title="Claims by outlet",
        reading="Disputed claims first, then those that most "
        f"{'origins' if counting == ORIGINS else 'outlets'} report. Select a cell to read its passages."
        + (" 'via' names the origin that the outlet's passage rests on." if counting == ORIGINS else ""),
        figure=claim_map(frame, with_origins=counting == ORIGINS),
        table=frame,
        marks=marks_of(told, ("group_id", "publisher"), "{publisher} {state}: {claim}"),
        evidence=evidence,
        follow_up=lambda mark: _link(view, parts_of(mark)[0]),
    )


def _link(view: View, group_id: str) -> None:
    """Where several articles tell the claim: the way to see them in columns."""
    claims = view.results[CLAIMS]
    articles = claims.loc[claims[Col.GROUP_ID].eq(group_id), Col.DOCUMENT_ID]
    if articles.nunique() > 1:
        address = links.side_by_side(view, articles, group_id)
        st.html(highlight.link(address, "Read this claim side by side"))
