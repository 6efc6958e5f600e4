"""The disputes: one card for each question, with every outlet on its side and the passages that put it there."""

import functools

import streamlit as st

from analysis import summaries
from analysis.briefing.text import counted
from analysis.columns import Col
from analysis.disputes import Dispute
from analysis.results import records
from analysis.summaries.claims import in_count
from analysis.summaries.disputes import disputes_of
from analysis.tables import DISCREPANCIES
from analysis.tellings import Side, Telling
from dashboard import highlight, links
from dashboard.components import csv_button, data_table, nothing_here, unfolding
from dashboard.desk.correcting import put_right
from dashboard.paging import page_of
from dashboard.readable import readable
from dashboard.view import View
from dashboard.views.agreement import dismissed

DISPUTES_ON_PAGE = 6
SIDES_IN_ROW = 3
"""Sides of a card beside each other; more stand in further rows."""
HIDDEN = [Col.START_CHAR, Col.END_CHAR, Col.DOCUMENT_ID, "dispute_id"]
"""Keys that the file has and the table on the screen does not show."""
TITLE = "Discrepancies"


def render(view: View, counting: str) -> None:
    """A card for each question, then all passages as a table."""
    disputes = disputes_of(view.results)
    if not disputes:
        nothing_here("No contradiction was found in what passes the filters.")
        dismissed.render(view)
        return
    bar = st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute")
    kinds = list(dict.fromkeys(dispute.kind for dispute in disputes))
    chosen = bar.pills("Kind", kinds, selection_mode="multi", key="kind", bind="query-params")
    shown = [dispute for dispute in disputes if not chosen or dispute.kind in chosen]
    with bar:
        skip = page_of(len(shown), size=DISPUTES_ON_PAGE, key="disputes-page", noun="questions")
    for dispute in shown[skip : skip + DISPUTES_ON_PAGE]:
        _card(view, dispute)
    dismissed.render(view)
    chosen_ids = {dispute.dispute_id for dispute in shown}
    unfolding("All as a table", lambda: _table(view, chosen_ids), key="agreement-disputes-unfold")


def _table(view: View, chosen: set[str]) -> None:
    """Every passage of the chosen questions, and the same as a file."""
    frame = summaries.dispute_table(view.results)
    frame = frame[frame["dispute_id"].isin(chosen)]
    data_table(readable(frame.drop(columns=[str(name) for name in HIDDEN])), key="agreement-disputes")
    csv_button(frame, TITLE, view, key="agreement-disputes")


def _card(view: View, dispute: Dispute) -> None:
    """The question, its sides beside each other, and the pairs of passages behind it."""
    with st.container(border=True, gap="small", key=f"dispute-{dispute.dispute_id}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.badge(dispute.kind, color="orange", icon=":material/difference:")
            address = address_of(view, dispute)
            beside = highlight.link(address, "Side by side", title="Read the articles beside each other")
            st.html(highlight.question(dispute.title, [], more=beside), width="stretch")
        st.caption(_count(dispute))
        for first in range(0, len(dispute.sides), SIDES_IN_ROW):
            row = dispute.sides[first : first + SIDES_IN_ROW]
            for column, side in zip(st.columns(len(row)), row, strict=True):
                with column:
                    _side(view, side)
        pairs = functools.partial(_pairs, view, dispute)
        if len(dispute.discrepancy_ids) == 1:
            pairs()
        else:
            title = f"{len(dispute.discrepancy_ids)} pairs of passages behind it"
            unfolding(title, pairs, key=f"pairs-{dispute.dispute_id}", icon="compare_arrows")
            dismissed.offer(view, dispute)


def _count(dispute: Dispute) -> str:
    """How many outlets take a side, and which give both accounts."""
    both, words = dispute.on_both_sides, counted(len(dispute.outlets), "outlet")
    return f"{words}; more than one answer in {', '.join(both)}" if both else words


def _side(view: View, side: Side) -> None:
    st.html(highlight.answer(side.value, in_count(len(side.outlets), side.n_origins)))
    for telling in side.tellings:
        st.html(highlight.quotation(telling.says, telling.text, more=_link(view, telling)))


def _link(view: View, telling: Telling) -> str:
    """The way to the passage in its article, beside the surest passage of another side."""
    address = links.side_by_side(view, (telling.document_id, telling.rival_id), telling.discrepancy_id)
    return highlight.link(address, "in the article", title="Read the passage in its article, beside its rival")


def _pairs(view: View, dispute: Dispute) -> None:
    """Each pair with the reason why it clashes, and the way to put it right."""
    frame = view.results[DISCREPANCIES]
    rows = {
        row[Col.DISCREPANCY_ID]: row for row in records(frame[frame[Col.DISCREPANCY_ID].isin(dispute.discrepancy_ids)])
    }
    tellings = {telling.document_id: telling.publisher for side in dispute.sides for telling in side.tellings}
    for key in dispute.discrepancy_ids:
        articles = [rows[key][column] for column in (Col.DOCUMENT_ID_A, Col.DOCUMENT_ID_B)]
        names = " and ".join(tellings[article] for article in articles)
        st.html(highlight.lines([(names, rows[key][Col.REASON])]))
        put_right(view, DISCREPANCIES.name, key, key=f"dispute-{key}")


def address_of(view: View, dispute: Dispute) -> str:
    """The address that sets an article of each side side by side, and as many more as there is room for."""
    turns = [side.tellings[at] for at in range(links.MOST_COLUMNS) for side in dispute.sides if at < len(side.tellings)]
    first = turns[0]
    articles = (first.document_id, first.rival_id, *(telling.document_id for telling in turns))
    return links.side_by_side(view, articles, first.discrepancy_id)
